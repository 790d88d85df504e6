import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_how_far_a_case_is_shared"),
        ("reference", "0013_agreements_on_sharing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="assessment",
            name="stands",
        ),
        RemoveTrigger(
            model_name="assessment",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="assessment",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="case",
            name="exited_with_a_plan",
        ),
        AddField(
            model_name="assessment",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="assessment",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="assessment",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="assessmentevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="assessmentevent",
            name="in_error_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="assessmentevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."assessed_on" IS DISTINCT FROM (NEW."assessed_on") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."completed_at" IS DISTINCT FROM (NEW."completed_at") OR OLD."completed_by_id" IS DISTINCT FROM (NEW."completed_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."plan" IS DISTINCT FROM (NEW."plan") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id") OR OLD."what_changed" IS DISTINCT FROM (NEW."what_changed"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="63715717b745065ff37f615599525af2e6e2be8f",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_9c805",
                    table="cases_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4131c644b73357c37150e0e909d402ab1171a82e",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_de95c",
                    table="cases_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_assessmentevent" ("assessed_on", "case_id", "completed_at", "completed_by_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "reference", "summary", "version_id", "what_changed") VALUES (NEW."assessed_on", NEW."case_id", NEW."completed_at", NEW."completed_by_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plan", NEW."reference", NEW."summary", NEW."version_id", NEW."what_changed"); RETURN NULL;',
                    hash="8d521cba97fcd3470916402206a3db1b5591544f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_718b4",
                    table="cases_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_assessmentevent" ("assessed_on", "case_id", "completed_at", "completed_by_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "reference", "summary", "version_id", "what_changed") VALUES (NEW."assessed_on", NEW."case_id", NEW."completed_at", NEW."completed_by_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plan", NEW."reference", NEW."summary", NEW."version_id", NEW."what_changed"); RETURN NULL;',
                    hash="9ac534acc661cc8df25997ddcbd54253506bc0cb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_75ec5",
                    table="cases_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="exited_with_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."stage" = \'exited\' AND OLD."stage" IS DISTINCT FROM (NEW."stage"))',
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (SELECT FROM cases_exitplan plan WHERE plan.case_id = NEW.id) THEN\n            RAISE EXCEPTION 'A case exits with a plan for afterwards.' USING ERRCODE = 'check_violation';\n        END IF;\n        IF NOT EXISTS (\n            SELECT FROM cases_assessment assessment\n            WHERE assessment.case_id = NEW.id AND assessment.assessed_on >= NEW.consent_given_on\n            AND assessment.in_error_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'A case exits with a final assessment, made since support began.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="7250dc4926cf00bc3b229da87381440c1a88cc06",
                    operation="UPDATE",
                    pgid="pgtrigger_exited_with_a_plan_1d2f2",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                    models.Q(
                        ("in_error_at__isnull", False),
                        ("in_error_by__isnull", False),
                        models.Q(("in_error_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="assessment_in_error_says_why",
            ),
        ),
    ]
