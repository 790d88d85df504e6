import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import CreateModel


class Migration(migrations.Migration):
    replaces = [
        ("pages", "0001_drafts"),
        ("pages", "0002_drafts_in_several_windows"),
        ("pages", "0003_drafts_handed_over"),
    ]

    initial = True

    dependencies = [
        ("accounts", "__first__"),
    ]

    operations = [
        CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("operation", models.CharField(max_length=100)),
                ("record", models.BigIntegerField()),
                ("answers", models.JSONField(default=dict)),
                ("windows", models.JSONField(default=dict)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("saved_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("reminded_at", models.DateTimeField(null=True)),
                ("as_begun", models.JSONField(null=True)),
                ("handed_at", models.DateTimeField(null=True)),
                ("word", models.TextField(blank=True)),
                (
                    "begun_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "handed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["owner", "operation", "-saved_at"], name="drafts_of_a_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("as_begun", None), ("begun_by", None)),
                            models.Q(("as_begun__isnull", False), ("begun_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="what_was_handed_over_can_be_had_back",
                    )
                ],
            },
        ),
    ]
