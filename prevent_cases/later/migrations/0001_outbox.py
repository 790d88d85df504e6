import django.db.models.functions.datetime
from django.db import migrations, models

from prevent_cases.migration_operations import CreateModel


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        CreateModel(
            name="OutboxRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("task", models.CharField(max_length=100)),
                ("keys", models.JSONField()),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("due_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("fault", models.CharField(blank=True, max_length=100)),
                ("done_at", models.DateTimeField(null=True)),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(condition=models.Q(("done_at", None)), fields=["due_at"], name="outbox_to_do")
                ],
            },
        ),
    ]
