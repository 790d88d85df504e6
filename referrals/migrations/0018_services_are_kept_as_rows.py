import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddTrigger, AlterField


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0021_services_of_all_areas"),
        ("referrals", "0017_how_old_they_were_said_to_be"),
    ]

    operations = [
        AlterField(
            model_name="triagedecision",
            name="onward_service",
            field=models.CharField(blank=True, max_length=20),
        ),
        AlterField(
            model_name="triagedecisionevent",
            name="onward_service",
            field=models.CharField(blank=True, max_length=20),
        ),
        AddTrigger(
            model_name="triagedecision",
            trigger=pgtrigger.compiler.Trigger(
                name="names_a_service",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"onward_service\" = ''))",
                    func="\n        IF NOT EXISTS (SELECT FROM reference_onwardservice WHERE code = NEW.onward_service)\n            AND NOT EXISTS (SELECT FROM reference_areaonwardservice WHERE reference = NEW.onward_service)\n        THEN\n            RAISE EXCEPTION 'Whoever helps instead is one of the services that are kept.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="a1eaa2d915e50e5fe879718fc1b606a46c62220d",
                    operation="INSERT",
                    pgid="pgtrigger_names_a_service_251c7",
                    table="referrals_triagedecision",
                    when="BEFORE",
                ),
            ),
        ),
    ]
