import django.contrib.postgres.fields
from django.db import migrations, models

from prevent_cases.migration_operations import CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0022_how_soon_a_case_is_decided_on"),
    ]

    operations = [
        CreateModel(
            name="CaseEndReason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=20, unique=True)),
                ("label", models.CharField(max_length=200)),
                (
                    "ends",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("exited", "exited"),
                                ("police_led", "police_led"),
                                ("referred_elsewhere", "referred_elsewhere"),
                                ("no_further_action", "no_further_action"),
                            ],
                            max_length=30,
                        ),
                        size=None,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("starts_on", models.DateField()),
                ("until", models.DateField(null=True)),
            ],
            options={
                "ordering": ("position",),
                "default_permissions": (),
            },
        ),
    ]
