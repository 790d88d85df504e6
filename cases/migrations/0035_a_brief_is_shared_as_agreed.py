import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0034_letters_go_to_no_parent_whom_they_may_not_reach"),
    ]

    operations = [
        RemoveTrigger(
            model_name="intervention",
            name="stands",
        ),
        RemoveTrigger(
            model_name="intervention",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="intervention",
            name="update_update",
        ),
        AddField(
            model_name="intervention",
            name="despite_agreement",
            field=models.TextField(blank=True, default=""),
        ),
        AddField(
            model_name="interventionevent",
            name="despite_agreement",
            field=models.TextField(blank=True, default=""),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="as_agreed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE shared_on DATE; of_area BIGINT; kind TEXT; home BIGINT; policy RECORD;",
                    func="\n            IF NEW.despite_agreement <> '' OR NEW.agency_id IS NULL OR FALSE THEN\n                RETURN NEW;\n            END IF;\n            shared_on := (NEW.asked_at AT TIME ZONE 'Europe/London')::date;\n            of_area := (SELECT area_id FROM cases_case WHERE id = NEW.case_id);\n            SELECT type, area_id INTO kind, home FROM accounts_agency WHERE id = NEW.agency_id;\n            SELECT agreement_needed, police_need_one, council_needs_one INTO policy FROM reference_sharingpolicy\n            WHERE area_id = of_area AND starts_on <= shared_on AND confirmed_at IS NOT NULL\n            ORDER BY starts_on DESC, id DESC LIMIT 1;\n            IF kind = 'police' AND NOT COALESCE(policy.police_need_one, FALSE)\n            OR kind IN ('council', 'children', 'adults') AND home = of_area\n                AND NOT COALESCE(policy.council_needs_one, FALSE) THEN\n                RETURN NEW;\n            END IF;\n            IF EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.agency_id AND agreement.area_id = of_area AND agreement.ended_at IS NULL\n                AND shared_on BETWEEN agreement.starts_on AND agreement.until\n            ) THEN\n                RETURN NEW;\n            END IF;\n            IF COALESCE(policy.agreement_needed, FALSE) OR EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.agency_id AND agreement.area_id = of_area AND agreement.starts_on <= shared_on\n            ) THEN\n                RAISE EXCEPTION 'A case is shared under an agreement in force, or it is said why without one.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="90a4102b724507e4b650395bc9f2f7109faac7ac",
                    operation="INSERT",
                    pgid="pgtrigger_as_agreed_9159e",
                    table="cases_intervention",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."called" IS DISTINCT FROM (NEW."called") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."needs" IS DISTINCT FROM (NEW."needs") OR OLD."safe_place" IS DISTINCT FROM (NEW."safe_place") OR OLD."to_avoid" IS DISTINCT FROM (NEW."to_avoid") OR OLD."lawful_basis" IS DISTINCT FROM (NEW."lawful_basis") OR OLD."despite_agreement" IS DISTINCT FROM (NEW."despite_agreement") OR OLD."sessions" IS DISTINCT FROM (NEW."sessions") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="00d19305c8a056be27fe535c58d9bdb91a29a5a3",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_def11",
                    table="cases_intervention",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_interventionevent" ("accepted", "agency_id", "answered_at", "answered_by_id", "area_id", "asked_at", "asked_by_id", "called", "case_id", "despite_agreement", "ended_at", "ended_because", "ended_by_id", "id", "lawful_basis", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "safe_place", "sessions", "starts_on", "to_avoid", "until", "why_declined") VALUES (NEW."accepted", NEW."agency_id", NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."asked_at", NEW."asked_by_id", NEW."called", NEW."case_id", NEW."despite_agreement", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."lawful_basis", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."reference", NEW."safe_place", NEW."sessions", NEW."starts_on", NEW."to_avoid", NEW."until", NEW."why_declined"); RETURN NULL;',
                    hash="861216d7f842be5a54710474d9be89a6a5c4c35a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ac66a",
                    table="cases_intervention",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_interventionevent" ("accepted", "agency_id", "answered_at", "answered_by_id", "area_id", "asked_at", "asked_by_id", "called", "case_id", "despite_agreement", "ended_at", "ended_because", "ended_by_id", "id", "lawful_basis", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "safe_place", "sessions", "starts_on", "to_avoid", "until", "why_declined") VALUES (NEW."accepted", NEW."agency_id", NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."asked_at", NEW."asked_by_id", NEW."called", NEW."case_id", NEW."despite_agreement", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."lawful_basis", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."reference", NEW."safe_place", NEW."sessions", NEW."starts_on", NEW."to_avoid", NEW."until", NEW."why_declined"); RETURN NULL;',
                    hash="afca2c29995fd0182d4206953c1021a1f852c937",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d366f",
                    table="cases_intervention",
                    when="AFTER",
                ),
            ),
        ),
    ]
