import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0061_section36_decisions_of_the_police_are_confirmed"),
    ]

    operations = [
        RemoveTrigger(
            model_name="case",
            name="kept_as_reviewed",
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_as_reviewed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."retention_review_on" IS NOT NULL AND OLD."retention_review_on" IS DISTINCT FROM (NEW."retention_review_on"))',
                    declare="DECLARE reviewed_until DATE;",
                    func="\n        SELECT review.review_on INTO reviewed_until FROM cases_retentionreview review\n        WHERE review.case_id = NEW.id ORDER BY review.id DESC LIMIT 1;\n        IF NEW.retention_review_on = reviewed_until OR (reviewed_until IS NULL AND EXISTS (\n            SELECT FROM (\n                SELECT to_jsonb(policy) AS months FROM reference_retentionpolicy policy\n                WHERE policy.area_id = NEW.area_id AND policy.confirmed_at IS NOT NULL\n                UNION ALL SELECT '{\"exited\": 72, \"exited_child\": 36, \"police_led\": 72, \"police_led_child\": 36, \"referred_elsewhere\": 36, \"referred_elsewhere_child\": 24, \"no_further_action\": 12, \"no_further_action_child\": 6}'::jsonb\n            ) decided, unnest(ARRAY['', '_child']) age, (\n                SELECT replace(NEW.stage, 'transferred', 'referred_elsewhere')\n                -- However it ended, what was found untrue was unfounded.\n                UNION ALL SELECT 'no_further_action' WHERE EXISTS (\n                    SELECT FROM cases_casereferral carried\n                    JOIN referrals_founduntrue untrue ON untrue.referral_id = carried.referral_id AND untrue.agreed\n                    WHERE carried.case_id = NEW.id\n                )\n            ) ended(ended)\n            WHERE NEW.retention_review_on = ((NEW.ended_at AT TIME ZONE 'Europe/London')::date + (\n                months ->> (ended || age) || ' months'\n            )::interval)::date\n        )) THEN\n            RETURN NEW;\n        END IF;\n        RAISE EXCEPTION 'A case is kept for longer only as its last review says why.'\n        USING ERRCODE = 'check_violation';\n    ",
                    hash="a3352c8586a89b64aec97d8bb4455d9c75cc1a68",
                    operation="UPDATE",
                    pgid="pgtrigger_kept_as_reviewed_aba2f",
                    table="cases_case",
                    when="BEFORE",
                ),
            ),
        ),
    ]
