import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0018_cases_go_to_other_areas"),
    ]

    operations = [
        RemoveTrigger(
            model_name="transferredcontribution",
            name="for_all_members_of_its_case",
        ),
        AddTrigger(
            model_name="transferredcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="for_all_members_of_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_casetransfer transfer\n                        JOIN cases_contribution piece ON piece.case_id = transfer.case_id\n                        WHERE transfer.id = NEW.transfer_id AND transfer.outcome = '' AND transfer.signed_at IS NULL\n                        AND piece.id = NEW.contribution_id\n                        AND piece.mark = 'all_members' AND piece.withdrawn_at IS NULL\n                    ) THEN\n                        RAISE EXCEPTION 'What goes over was shared for all members, and was signed off with it.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="3fb6330d702b1b39a8035e748a85f6d9d137218e",
                    operation="INSERT",
                    pgid="pgtrigger_for_all_members_of_its_case_48ee4",
                    table="cases_transferredcontribution",
                    when="BEFORE",
                ),
            ),
        ),
    ]
