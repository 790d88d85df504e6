import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0003_a_case_exits_with_no_action_open"),
    ]

    operations = [
        AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="dc7f9c93a24a7c256243f9c9005df04db4cb8196",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_1194d",
                    table="actions_action",
                    when="BEFORE",
                ),
            ),
        ),
    ]
