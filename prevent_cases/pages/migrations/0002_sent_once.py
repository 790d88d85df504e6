import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_drafts_in_several_windows"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="SentOnce",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=100)),
                ("key", models.CharField(max_length=64)),
                ("content", models.CharField(max_length=64)),
                ("answer", models.TextField(blank=True)),
                ("asks_again", models.BooleanField(default=False)),
                ("sent_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["sent_at"], name="sent_once_by_age")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("by", "what", "key"), name="one_first_answer_to_what_is_sent_under_a_key"
                    )
                ],
            },
        ),
    ]
