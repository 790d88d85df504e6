import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0069_somebody_is_heard_and_told_after_the_end"),
    ]

    operations = [
        RemoveTrigger(
            model_name="casefile",
            name="of_a_live_case",
        ),
        RemoveTrigger(
            model_name="loggedcontact",
            name="of_a_live_case",
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT (NEW.contribution_id IS NULL) AND EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="d44555f9f44fa185619e8e29d9a25a4bf6809970",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_fe88f",
                    table="cases_casefile",
                    when="BEFORE",
                ),
            ),
        ),
    ]
