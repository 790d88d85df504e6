import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0042_what_else_of_a_case_is_disputed"),
    ]

    operations = [
        RemoveTrigger(
            model_name="case",
            name="exited_with_a_plan",
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="exited_with_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."stage" = \'exited\' AND OLD."stage" IS DISTINCT FROM (NEW."stage"))',
                    constraint="CONSTRAINT",
                    func="\n        IF OLD.stage <> 'active' THEN\n            IF NOT EXISTS (\n                SELECT FROM cases_consent line\n                WHERE line.case_id = NEW.id AND line.answer = 'given' AND line.in_error_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'A case exits only where support was agreed to.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        END IF;\n        IF NOT EXISTS (SELECT FROM cases_exitplan plan WHERE plan.case_id = NEW.id) THEN\n            RAISE EXCEPTION 'A case exits with a plan for afterwards.' USING ERRCODE = 'check_violation';\n        END IF;\n        IF NOT EXISTS (\n            SELECT FROM cases_assessment assessment\n            WHERE assessment.case_id = NEW.id AND assessment.assessed_on >= NEW.consent_given_on\n            AND assessment.in_error_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'A case exits with a final assessment, made since support began.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="ada5128381c4c902374c9a4d6cd9f5ff90c5b20f",
                    operation="UPDATE",
                    pgid="pgtrigger_exited_with_a_plan_1d2f2",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
