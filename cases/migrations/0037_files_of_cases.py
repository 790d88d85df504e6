import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0036_who_was_not_told_is_found_by_day"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="CaseFile",
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
                ("what", models.TextField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="cases.case"
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="files", to="cases.consent"
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="cases.contribution",
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
                "verbose_name": "file of a case",
                "verbose_name_plural": "files of cases",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="CaseFileEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
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
                ("what", models.TextField()),
                (
                    "added_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.consent",
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.contribution",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.casefile",
                    ),
                ),
                (
                    "sealed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddConstraint(
            model_name="casefile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "ready"), _negated=True),
                    models.Q(("sha256", ""), ("kind", ""), ("checked_at", None), _connector="OR", _negated=True),
                    _connector="OR",
                ),
                name="a_ready_casefile_was_checked_and_has_its_hash",
            ),
        ),
        AddConstraint(
            model_name="casefile",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "refused"), ("why_not", ""), _connector="XOR"),
                name="a_refused_casefile_says_why_and_no_other",
            ),
        ),
        AddConstraint(
            model_name="casefile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sealed_at__isnull", False), ("sealed_by__isnull", False), ("state", "sealed")),
                    models.Q(models.Q(("state", "sealed"), _negated=True), ("sealed_at", None), ("sealed_by", None)),
                    _connector="OR",
                ),
                name="a_sealed_casefile_says_when_and_by_whom",
            ),
        ),
        AddConstraint(
            model_name="casefile",
            constraint=models.CheckConstraint(
                condition=models.Q(("what", ""), _negated=True), name="a_file_of_a_case_says_what_it_is"
            ),
        ),
        AddConstraint(
            model_name="casefile",
            constraint=models.CheckConstraint(
                condition=models.Q(("contribution", None), ("consent", None), _connector="OR"),
                name="a_file_belongs_to_one_thing_at_most",
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="2a3112d06d7a7427d4722204caaf373d6f7d7ccc",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_fe88f",
                    table="cases_casefile",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_own_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF EXISTS (SELECT FROM cases_contribution WHERE id = NEW.contribution_id AND case_id <> NEW.case_id)\n                    OR EXISTS (SELECT FROM cases_consent WHERE id = NEW.consent_id AND case_id <> NEW.case_id)\n                    THEN\n                        RAISE EXCEPTION 'What a file belongs to is part of another case.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="a241ccc1b61a9419cd43f91ab33a152bdc622a67",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_own_case_72d2b",
                    table="cases_casefile",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_as_received",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."consent_id" IS DISTINCT FROM (NEW."consent_id") OR OLD."what" IS DISTINCT FROM (NEW."what") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."given_name" IS DISTINCT FROM (NEW."given_name") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."added_at" IS DISTINCT FROM (NEW."added_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="92fcb696a2d4f15a26f7d20cfc36659090a09e26",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_as_received_05b79",
                    table="cases_casefile",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="sealed_for_ever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'sealed')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7b2151ce9546ff06c7a73545c4d06cb21c6f450d",
                    operation="UPDATE",
                    pgid="pgtrigger_sealed_for_ever_17bc1",
                    table="cases_casefile",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_casefileevent" ("added_at", "added_by_id", "case_id", "checked_at", "consent_id", "contribution_id", "given_name", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sealed_at", "sealed_by_id", "sha256", "size", "state", "what", "why_not") VALUES (NEW."added_at", NEW."added_by_id", NEW."case_id", NEW."checked_at", NEW."consent_id", NEW."contribution_id", NEW."given_name", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."sealed_at", NEW."sealed_by_id", NEW."sha256", NEW."size", NEW."state", NEW."what", NEW."why_not"); RETURN NULL;',
                    hash="d6fb0c41a4b60d85430f0e411c64c1cbce3dedc4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69bc1",
                    table="cases_casefile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_casefileevent" ("added_at", "added_by_id", "case_id", "checked_at", "consent_id", "contribution_id", "given_name", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sealed_at", "sealed_by_id", "sha256", "size", "state", "what", "why_not") VALUES (NEW."added_at", NEW."added_by_id", NEW."case_id", NEW."checked_at", NEW."consent_id", NEW."contribution_id", NEW."given_name", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."sealed_at", NEW."sealed_by_id", NEW."sha256", NEW."size", NEW."state", NEW."what", NEW."why_not"); RETURN NULL;',
                    hash="a1393afbe8be4947abd5f0b5d9417ed972cf65c3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a63eb",
                    table="cases_casefile",
                    when="AFTER",
                ),
            ),
        ),
    ]
