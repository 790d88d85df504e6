import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("panels", "0012_every_dispute_is_of_an_item"),
    ]

    operations = [
        AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT EXISTS (\n    SELECT FROM cases_case exited WHERE exited.id = NEW.case_id AND exited.stage = 'exited'\n) AND EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="d6382905deb543d4dbd9ae1041680a9e306ae174",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_26477",
                    table="panels_agendaitem",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (SELECT case_id FROM panels_agendaitem WHERE id = NEW.item_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="4a99f19fd1760cc0b5f9613b3968e7f14ba1df08",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_67157",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
    ]
