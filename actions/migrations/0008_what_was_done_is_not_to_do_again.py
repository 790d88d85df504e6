import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0007_a_case_is_transferred_with_no_action_open"),
    ]

    operations = [
        AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="done_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."done_at" IS NOT NULL AND OLD."done_at" IS DISTINCT FROM (NEW."done_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="088a2f5a128a6465dee7a5eaa10185cc084101e4",
                    operation="UPDATE",
                    pgid="pgtrigger_done_once_f4a6b",
                    table="actions_action",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_of_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="384835c71c5a77ff4c95b436928d4da346a5c00b",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_of_its_case_6d55d",
                    table="actions_action",
                    when="BEFORE",
                ),
            ),
        ),
    ]
