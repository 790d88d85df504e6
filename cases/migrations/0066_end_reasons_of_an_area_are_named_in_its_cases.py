import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0065_factors_briefs_and_hand_overs_can_be_disputed_and_found"),
    ]

    operations = [
        RemoveTrigger(
            model_name="section36decision",
            name="names_an_end_reason",
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="names_an_end_reason",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"end_reason\" = ''))",
                    func="\n            IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason) AND NOT EXISTS (\n                SELECT FROM reference_areaendreason own JOIN cases_case ended ON ended.area_id = own.area_id\n                WHERE own.reference = NEW.end_reason AND ended.id = (NEW.case_id)\n            ) THEN\n                RAISE EXCEPTION 'A case ends for one of the reasons that are kept for its area.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="95ed13b2ce5af4bcb115f91da1dbb3c3f56169c1",
                    operation="INSERT",
                    pgid="pgtrigger_names_an_end_reason_efa04",
                    table="cases_section36decision",
                    when="BEFORE",
                ),
            ),
        ),
    ]
