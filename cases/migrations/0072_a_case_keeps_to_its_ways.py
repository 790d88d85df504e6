import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0071_what_the_police_lead_is_found_by_panel"),
    ]

    operations = [
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="on_an_open_way",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF TG_OP = 'INSERT' AND NEW.stage IN ('consent_pending', 'active')\n        OR TG_OP = 'UPDATE' AND NEW.stage <> OLD.stage AND (OLD.stage, NEW.stage) NOT IN (('information_gathering', 'awaiting_panel'), ('information_gathering', 'no_further_action'), ('information_gathering', 'referred_elsewhere'), ('information_gathering', 'police_led'), ('information_gathering', 'transferred'), ('awaiting_panel', 'consent_pending'), ('awaiting_panel', 'exited'), ('awaiting_panel', 'no_further_action'), ('awaiting_panel', 'referred_elsewhere'), ('awaiting_panel', 'police_led'), ('awaiting_panel', 'transferred'), ('consent_pending', 'active'), ('consent_pending', 'awaiting_panel'), ('consent_pending', 'exited'), ('consent_pending', 'no_further_action'), ('consent_pending', 'referred_elsewhere'), ('consent_pending', 'police_led'), ('consent_pending', 'transferred'), ('active', 'exited'), ('active', 'consent_pending'), ('active', 'awaiting_panel'), ('active', 'police_led'), ('active', 'transferred')) THEN\n            RAISE EXCEPTION 'A case begins and goes on only by the ways that are open.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="b3663222170d376575ede977c3a26bc428b6bc75",
                    operation='INSERT OR UPDATE OF "stage"',
                    pgid="pgtrigger_on_an_open_way_c1c54",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
    ]
