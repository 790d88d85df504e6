import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_cases_and_what_they_await"),
    ]

    operations = [
        RemoveTrigger(
            model_name="case",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="case",
            name="update_update",
        ),
        AddField(
            model_name="case",
            name="parted_on",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="caseevent",
            name="parted_on",
            field=models.DateField(null=True),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_given_on", "ended_at", "id", "individual_id", "opened_at", "opened_by_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."opened_at", NEW."opened_by_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."stage"); RETURN NULL;',
                    hash="cf7569247fb5cfd81a30016e5d46e346d8a872a9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0b483",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_given_on", "ended_at", "id", "individual_id", "opened_at", "opened_by_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."opened_at", NEW."opened_by_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."stage"); RETURN NULL;',
                    hash="dec701914c8e539b66f8c52a174124a375762224",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5146",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
    ]
