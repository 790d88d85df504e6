import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0077_asked_and_not_answered_yet"),
    ]

    operations = [
        RemoveTrigger(
            model_name="supportplan",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="supportplan",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="supportplan",
            name="stands",
        ),
        AddField(
            model_name="supportplan",
            name="offered_on",
            field=models.DateField(null=True, verbose_name="when the panel offered it"),
        ),
        AddField(
            model_name="supportplanevent",
            name="offered_on",
            field=models.DateField(null=True, verbose_name="when the panel offered it"),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."arrangements" IS DISTINCT FROM (NEW."arrangements") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."consent_request" IS DISTINCT FROM (NEW."consent_request") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."offered_on" IS DISTINCT FROM (NEW."offered_on") OR OLD."provider" IS DISTINCT FROM (NEW."provider") OR OLD."support" IS DISTINCT FROM (NEW."support"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="61f90d627d528892c9af6452e4bdc114796dfe9a",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_3b820",
                    table="cases_supportplan",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_supportplanevent" ("arrangements", "case_id", "consent_request", "id", "in_error_at", "in_error_by_id", "in_error_reason", "made_at", "made_by_id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "review_on", "support") VALUES (NEW."arrangements", NEW."case_id", NEW."consent_request", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."made_at", NEW."made_by_id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."provider", NEW."review_on", NEW."support"); RETURN NULL;',
                    hash="bccc8ba752dfbda8a3ebf54dfb2a7903e0f7f22c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69fd8",
                    table="cases_supportplan",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_supportplanevent" ("arrangements", "case_id", "consent_request", "id", "in_error_at", "in_error_by_id", "in_error_reason", "made_at", "made_by_id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "review_on", "support") VALUES (NEW."arrangements", NEW."case_id", NEW."consent_request", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."made_at", NEW."made_by_id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."provider", NEW."review_on", NEW."support"); RETURN NULL;',
                    hash="0981953684a7f7b6eea32134b6f28f43287e81bf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c4605",
                    table="cases_supportplan",
                    when="AFTER",
                ),
            ),
        ),
    ]
