import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddTrigger, CreateModel


class Migration(migrations.Migration):
    replaces = [("documents", "0001_files_not_sent_yet"), ("documents", "0002_sealed_stays_sealed")]
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("pages", "0001_drafts_in_several_windows"),
    ]

    operations = [
        CreateModel(
            name="Upload",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("given_name", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("added_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Being checked"),
                            ("ready", "Ready"),
                            ("refused", "Not taken"),
                            ("sealed", "Sealed"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=10)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("why_not", models.TextField(blank=True)),
                ("checked_at", models.DateTimeField(null=True)),
                ("sealed_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="uploads",
                        to="pages.draft",
                    ),
                ),
                (
                    "sealed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "file not sent yet",
                "verbose_name_plural": "files not sent yet",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "ready"), _negated=True),
                            models.Q(
                                ("sha256", ""), ("kind", ""), ("checked_at", None), _connector="OR", _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="a_ready_upload_was_checked_and_has_its_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "refused"), ("why_not", ""), _connector="XOR"),
                        name="a_refused_upload_says_why_and_no_other",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sealed_at__isnull", False), ("sealed_by__isnull", False), ("state", "sealed")),
                            models.Q(
                                models.Q(("state", "sealed"), _negated=True), ("sealed_at", None), ("sealed_by", None)
                            ),
                            _connector="OR",
                        ),
                        name="a_sealed_upload_says_when_and_by_whom",
                    ),
                ],
            },
        ),
        AddTrigger(
            model_name="upload",
            trigger=pgtrigger.compiler.Trigger(
                name="sealed_for_ever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'sealed')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update of \"state\" rows from % table', TG_TABLE_NAME;",
                    hash="1bf5ce492c58ee1a92433a1271c82be4ca6ed915",
                    operation='UPDATE OF "state"',
                    pgid="pgtrigger_sealed_for_ever_a123d",
                    table="documents_upload",
                    when="BEFORE",
                ),
            ),
        ),
    ]
