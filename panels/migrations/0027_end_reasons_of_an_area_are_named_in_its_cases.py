import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("panels", "0026_ended_by_a_death_before_that_was_asked"),
    ]

    operations = [
        RemoveTrigger(
            model_name="decision",
            name="names_an_end_reason",
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="names_an_end_reason",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"end_reason\" = ''))",
                    func="\n            IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason) AND NOT EXISTS (\n                SELECT FROM reference_areaendreason own JOIN cases_case ended ON ended.area_id = own.area_id\n                WHERE own.reference = NEW.end_reason AND ended.id = (SELECT case_id FROM panels_agendaitem WHERE id = NEW.item_id)\n            ) THEN\n                RAISE EXCEPTION 'A case ends for one of the reasons that are kept for its area.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="c2b62daf5b0c47381517f2e15ffa3fc2fa5d5983",
                    operation="INSERT",
                    pgid="pgtrigger_names_an_end_reason_7e5a6",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
    ]
