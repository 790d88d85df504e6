from django.db import migrations, models

from prevent_cases.migration_operations import AlterField


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0049_for_what_cases_are_opened"),
    ]

    operations = [
        AlterField(
            model_name="letter",
            name="kind",
            field=models.CharField(
                choices=[
                    ("told", "That they were referred"),
                    ("support", "About support: whether they want it"),
                    ("outcome", "What was decided"),
                    ("no_concern", "No concern was found"),
                    ("receipt", "What was answered about support: a receipt"),
                ],
                max_length=10,
            ),
        ),
        AlterField(
            model_name="letterevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("told", "That they were referred"),
                    ("support", "About support: whether they want it"),
                    ("outcome", "What was decided"),
                    ("no_concern", "No concern was found"),
                    ("receipt", "What was answered about support: a receipt"),
                ],
                max_length=10,
            ),
        ),
    ]
