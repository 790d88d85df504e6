import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0029_answers_about_support_can_be_disputed"),
    ]

    operations = [
        RemoveTrigger(
            model_name="urgentconcern",
            name="stands",
        ),
        RemoveTrigger(
            model_name="urgentconcern",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="urgentconcern",
            name="update_update",
        ),
        AddField(
            model_name="urgentconcern",
            name="case",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="urgent_concerns", to="cases.case"
            ),
        ),
        AddField(
            model_name="urgentconcernevent",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.case",
            ),
        ),
        AddTrigger(
            model_name="urgentconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."intervention_id" IS DISTINCT FROM (NEW."intervention_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."words" IS DISTINCT FROM (NEW."words") OR OLD."raised_by_id" IS DISTINCT FROM (NEW."raised_by_id") OR OLD."raised_at" IS DISTINCT FROM (NEW."raised_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="56e40fb35f48f66312fa007523ac061d9852bb7f",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_40457",
                    table="cases_urgentconcern",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="urgentconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_urgentconcernevent" ("answered_at", "answered_by_id", "area_id", "case_id", "id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "reference", "told_at", "what_was_done", "words") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."case_id", NEW."id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."raised_at", NEW."raised_by_id", NEW."reference", NEW."told_at", NEW."what_was_done", NEW."words"); RETURN NULL;',
                    hash="45be1fe25211558946d3cf2d0a01a881679c7fe8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3b25b",
                    table="cases_urgentconcern",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="urgentconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_urgentconcernevent" ("answered_at", "answered_by_id", "area_id", "case_id", "id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "reference", "told_at", "what_was_done", "words") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."case_id", NEW."id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."raised_at", NEW."raised_by_id", NEW."reference", NEW."told_at", NEW."what_was_done", NEW."words"); RETURN NULL;',
                    hash="1b65aff8bb47b8a65fadbbeda2b659f6d73ce112",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ad8e8",
                    table="cases_urgentconcern",
                    when="AFTER",
                ),
            ),
        ),
    ]
