import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0026_nothing_follows_after_a_death"),
    ]

    operations = [
        RemoveTrigger(
            model_name="sharingpolicy",
            name="stands",
        ),
        RemoveTrigger(
            model_name="sharingpolicy",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="sharingpolicy",
            name="update_update",
        ),
        AddField(
            model_name="sharingpolicy",
            name="acknowledged_within",
            field=models.PositiveSmallIntegerField(default=5),
        ),
        AddField(
            model_name="sharingpolicyevent",
            name="acknowledged_within",
            field=models.PositiveSmallIntegerField(default=5),
        ),
        AddTrigger(
            model_name="sharingpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."acknowledged_within" IS DISTINCT FROM (NEW."acknowledged_within") OR OLD."agreement_needed" IS DISTINCT FROM (NEW."agreement_needed") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."asked_before" IS DISTINCT FROM (NEW."asked_before") OR OLD."council_needs_one" IS DISTINCT FROM (NEW."council_needs_one") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."police_need_one" IS DISTINCT FROM (NEW."police_need_one") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."reminded_before" IS DISTINCT FROM (NEW."reminded_before") OR OLD."shared_for" IS DISTINCT FROM (NEW."shared_for") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="80f821bce2e86a1f934579f2820a24be3ca3803f",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_be2ae",
                    table="reference_sharingpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="sharingpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_sharingpolicyevent" ("acknowledged_within", "agreement_needed", "area_id", "asked_before", "confirmed_at", "confirmed_by_id", "council_needs_one", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_need_one", "reason", "reference", "reminded_before", "shared_for", "starts_on") VALUES (NEW."acknowledged_within", NEW."agreement_needed", NEW."area_id", NEW."asked_before", NEW."confirmed_at", NEW."confirmed_by_id", NEW."council_needs_one", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."police_need_one", NEW."reason", NEW."reference", NEW."reminded_before", NEW."shared_for", NEW."starts_on"); RETURN NULL;',
                    hash="8ece4533744651e271424b4fc63df586ec12eb4d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_56855",
                    table="reference_sharingpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="sharingpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_sharingpolicyevent" ("acknowledged_within", "agreement_needed", "area_id", "asked_before", "confirmed_at", "confirmed_by_id", "council_needs_one", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_need_one", "reason", "reference", "reminded_before", "shared_for", "starts_on") VALUES (NEW."acknowledged_within", NEW."agreement_needed", NEW."area_id", NEW."asked_before", NEW."confirmed_at", NEW."confirmed_by_id", NEW."council_needs_one", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."police_need_one", NEW."reason", NEW."reference", NEW."reminded_before", NEW."shared_for", NEW."starts_on"); RETURN NULL;',
                    hash="8438fc12683821ffa81f97a714ef19eb78881130",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_23e03",
                    table="reference_sharingpolicy",
                    when="AFTER",
                ),
            ),
        ),
    ]
