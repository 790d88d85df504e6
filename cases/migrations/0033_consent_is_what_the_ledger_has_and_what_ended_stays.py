import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0032_everything_that_worries_is_read_in_a_case"),
    ]

    operations = [
        RemoveTrigger(
            model_name="case",
            name="adopted_with_a_plan",
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="adopted_with_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"stage\" = 'consent_pending' AND OLD.\"stage\" = 'awaiting_panel')",
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_supportplan plan JOIN cases_case taken ON taken.id = plan.case_id\n            WHERE taken.id = NEW.id AND plan.review_on > (plan.made_at AT TIME ZONE 'Europe/London')::date\n            AND (taken.stage NOT IN ('consent_pending', 'active') OR NOT EXISTS (\n                SELECT FROM cases_consent line\n                WHERE line.case_id = taken.id AND line.answer <> 'given' AND line.in_error_at IS NULL\n                AND line.recorded_at > plan.made_at\n            ))\n        ) THEN\n            RAISE EXCEPTION 'A panel takes a case on with a plan of support and a day on which it looks at it next.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="b3b4fa27f22a86e579313d0051187ea7e9ca0692",
                    operation="UPDATE",
                    pgid="pgtrigger_adopted_with_a_plan_81ad6",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="consent_as_the_ledger_has_it",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM cases_case standing WHERE standing.id = NEW.id AND standing.consent_given_on IS NOT NULL\n        AND NOT EXISTS (\n            SELECT FROM (\n                SELECT line.answer, line.answered_on, line.ends_on FROM cases_consent line\n                WHERE line.case_id = standing.id AND line.in_error_at IS NULL\n                ORDER BY line.answered_on DESC, line.id DESC LIMIT 1\n            ) last\n            WHERE last.answer = 'given' AND last.answered_on = standing.consent_given_on\n            AND last.ends_on IS NOT DISTINCT FROM standing.consent_ends_on\n        )\n    ) THEN\n        RAISE EXCEPTION 'A case stands on the consent that its ledger has last, and on no other.'\n        USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="7eacbf1609a4bc3c19e013b7fa9075d71fd3b3b9",
                    operation='INSERT OR UPDATE OF "consent_given_on", "consent_ends_on"',
                    pgid="pgtrigger_consent_as_the_ledger_has_it_a7f14",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casereferral",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="61a14d64343874560bd8f086f4aa254f41cfb6bc",
                    operation='INSERT OR UPDATE OF "case_id"',
                    pgid="pgtrigger_of_a_live_case_00715",
                    table="cases_casereferral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="consent_as_the_ledger_has_it",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM cases_case standing WHERE standing.id = NEW.case_id AND standing.consent_given_on IS NOT NULL\n        AND NOT EXISTS (\n            SELECT FROM (\n                SELECT line.answer, line.answered_on, line.ends_on FROM cases_consent line\n                WHERE line.case_id = standing.id AND line.in_error_at IS NULL\n                ORDER BY line.answered_on DESC, line.id DESC LIMIT 1\n            ) last\n            WHERE last.answer = 'given' AND last.answered_on = standing.consent_given_on\n            AND last.ends_on IS NOT DISTINCT FROM standing.consent_ends_on\n        )\n    ) THEN\n        RAISE EXCEPTION 'A case stands on the consent that its ledger has last, and on no other.'\n        USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="3520ee4877aa2216cfd0575d4635a7b54a2f3d59",
                    operation='INSERT OR UPDATE OF "in_error_at"',
                    pgid="pgtrigger_consent_as_the_ledger_has_it_01d96",
                    table="cases_consent",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="exitplan",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="91d4451f0f019496042c95ffbb176b1a9c86857f",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_3e14d",
                    table="cases_exitplan",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (SELECT case_id FROM cases_assessment WHERE id = NEW.assessment_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="d48295302fb1ff5f642ec1b601a17beed8054924",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_87592",
                    table="cases_factorentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (SELECT case_id FROM cases_informationrequest WHERE id = NEW.request_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="b0328bcc314719d7c6481a3031264caa6d393ea1",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_4fec5",
                    table="cases_informationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="interventionsession",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (SELECT case_id FROM cases_intervention WHERE id = NEW.intervention_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="11eae8049ac36ff9e6d90d5c0f738bc2bab123d1",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_e299d",
                    table="cases_interventionsession",
                    when="BEFORE",
                ),
            ),
        ),
    ]
