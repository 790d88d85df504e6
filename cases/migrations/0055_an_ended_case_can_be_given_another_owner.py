import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0054_a_plan_is_looked_at_again_on_another_day"),
    ]

    operations = [
        RemoveTrigger(
            model_name="allocation",
            name="of_a_live_case",
        ),
        RemoveTrigger(
            model_name="case",
            name="stays_as_it_ended",
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_as_it_ended",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.ended_at IS NOT NULL AND (OLD.area_id IS DISTINCT FROM NEW.area_id OR OLD.panel_id IS DISTINCT FROM NEW.panel_id OR OLD.stage IS DISTINCT FROM NEW.stage OR OLD.opened_at IS DISTINCT FROM NEW.opened_at OR OLD.opened_by_id IS DISTINCT FROM NEW.opened_by_id OR OLD.ended_at IS DISTINCT FROM NEW.ended_at OR OLD.awaits_section36 IS DISTINCT FROM NEW.awaits_section36))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ef4046623622c4361838c9294d9b5be3270699e3",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_as_it_ended_ccdda",
                    table="cases_case",
                    when="BEFORE",
                ),
            ),
        ),
    ]
