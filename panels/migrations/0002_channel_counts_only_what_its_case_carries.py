import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("panels", "0001_meetings_and_their_conferences"),
    ]

    operations = [
        RemoveTrigger(
            model_name="decision",
            name="channel_decides_only_after_section_36",
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="channel_decides_only_after_section_36",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n        IF EXISTS (\n            SELECT FROM panels_agendaitem item\n            JOIN panels_meeting meeting ON meeting.id = item.meeting_id\n            JOIN accounts_panel panel ON panel.id = meeting.panel_id\n            WHERE item.id = NEW.item_id AND panel.acts_as_channel AND NOT EXISTS (\n                SELECT FROM cases_section36decision decision\n                JOIN cases_casereferral carried\n                    ON carried.referral_id = decision.referral_id AND carried.case_id = decision.case_id\n                WHERE decision.case_id = item.case_id AND decision.reasonable_grounds\n            )\n        ) THEN\n            RAISE EXCEPTION 'A panel acting as Channel decides on a case only after a section 36 decision with grounds.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="c4f4a78931805f116fd6845c7bc2946b878b9101",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_channel_decides_only_after_section_36_17af2",
                    table="panels_decision",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
