import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0057_shares_without_a_last_day"),
    ]

    operations = [
        RemoveTrigger(
            model_name="share",
            name="as_agreed",
        ),
        RemoveTrigger(
            model_name="share",
            name="of_a_live_case",
        ),
        AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT \n    (EXISTS (\n        SELECT FROM cases_share before\n        WHERE before.id = NEW.follows_id AND before.case_id = NEW.case_id AND before.agency_id = NEW.agency_id\n        AND before.colleague_id IS NOT DISTINCT FROM NEW.colleague_id\n        AND \n    array_position(ARRAY['know', 'contribute', 'read'], before.level::text) >= array_position(ARRAY['know', 'contribute', 'read'], NEW.level::text) AND (before.until IS NULL OR NEW.until <= before.until)\n\n    ))\n AND EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="ea55292c3541ea0b01560e1f190ee5bf1694f6a0",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_34002",
                    table="cases_share",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="as_agreed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE shared_on DATE; of_area BIGINT; kind TEXT; home BIGINT; policy RECORD;",
                    func="\n            IF NEW.despite_agreement <> '' OR NEW.agency_id IS NULL OR \n    (NEW.colleague_id IS NOT NULL OR EXISTS (\n        SELECT FROM cases_share before\n        WHERE before.id = NEW.follows_id AND before.case_id = NEW.case_id AND before.agency_id = NEW.agency_id\n        AND before.colleague_id IS NULL AND \n    array_position(ARRAY['know', 'contribute', 'read'], before.level::text) >= array_position(ARRAY['know', 'contribute', 'read'], NEW.level::text) AND (before.until IS NULL OR NEW.until <= before.until)\n\n    ))\n THEN\n                RETURN NEW;\n            END IF;\n            shared_on := (NEW.shared_at AT TIME ZONE 'Europe/London')::date;\n            of_area := (SELECT area_id FROM cases_case WHERE id = NEW.case_id);\n            SELECT type, area_id INTO kind, home FROM accounts_agency WHERE id = NEW.agency_id;\n            SELECT agreement_needed, police_need_one, council_needs_one INTO policy FROM reference_sharingpolicy\n            WHERE area_id = of_area AND starts_on <= shared_on AND confirmed_at IS NOT NULL\n            ORDER BY starts_on DESC, id DESC LIMIT 1;\n            IF kind = 'police' AND NOT COALESCE(policy.police_need_one, FALSE)\n            OR kind IN ('council', 'children', 'adults') AND home = of_area\n                AND NOT COALESCE(policy.council_needs_one, FALSE) THEN\n                RETURN NEW;\n            END IF;\n            IF EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.agency_id AND agreement.area_id = of_area AND agreement.ended_at IS NULL\n                AND shared_on BETWEEN agreement.starts_on AND agreement.until\n            ) THEN\n                RETURN NEW;\n            END IF;\n            IF COALESCE(policy.agreement_needed, FALSE) OR EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.agency_id AND agreement.area_id = of_area AND agreement.starts_on <= shared_on\n            ) THEN\n                RAISE EXCEPTION 'A case is shared under an agreement in force, or it is said why without one.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="8c5fb5a1d4936f47c17918b42fb4779545b3f829",
                    operation="INSERT",
                    pgid="pgtrigger_as_agreed_1fc18",
                    table="cases_share",
                    when="BEFORE",
                ),
            ),
        ),
    ]
