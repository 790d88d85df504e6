import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0073_cases_open_to_somebody_are_found_by_index_alone"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="casefile",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="casefile",
            name="update_update",
        ),
        AddField(
            model_name="casefile",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="casefile",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="casefile",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="casefileevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="casefileevent",
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
            model_name="casefileevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.in_error_at IS NOT NULL AND (OLD.in_error_at, OLD.in_error_by_id, OLD.in_error_reason) IS DISTINCT FROM (NEW.in_error_at, NEW.in_error_by_id, NEW.in_error_reason))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a2d67416ad8ae85372619b297b4dc1e49bc30640",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_be793",
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
                    func='INSERT INTO "cases_casefileevent" ("added_at", "added_by_id", "case_id", "checked_at", "consent_id", "contribution_id", "given_name", "id", "in_error_at", "in_error_by_id", "in_error_reason", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sealed_at", "sealed_by_id", "sha256", "size", "state", "what", "why_not") VALUES (NEW."added_at", NEW."added_by_id", NEW."case_id", NEW."checked_at", NEW."consent_id", NEW."contribution_id", NEW."given_name", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."sealed_at", NEW."sealed_by_id", NEW."sha256", NEW."size", NEW."state", NEW."what", NEW."why_not"); RETURN NULL;',
                    hash="a8df86855a98d822e82effb7817762c3446a2839",
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
                    func='INSERT INTO "cases_casefileevent" ("added_at", "added_by_id", "case_id", "checked_at", "consent_id", "contribution_id", "given_name", "id", "in_error_at", "in_error_by_id", "in_error_reason", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sealed_at", "sealed_by_id", "sha256", "size", "state", "what", "why_not") VALUES (NEW."added_at", NEW."added_by_id", NEW."case_id", NEW."checked_at", NEW."consent_id", NEW."contribution_id", NEW."given_name", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."sealed_at", NEW."sealed_by_id", NEW."sha256", NEW."size", NEW."state", NEW."what", NEW."why_not"); RETURN NULL;',
                    hash="77238c20695bd6778ac2d5020ce6994f1d0c1998",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a63eb",
                    table="cases_casefile",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="casefile",
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
                name="casefile_in_error_says_why",
            ),
        ),
    ]
