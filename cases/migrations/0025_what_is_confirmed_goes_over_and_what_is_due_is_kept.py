import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0024_legal_holds_go_along"),
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
                    func="\n        IF NEW.retention_review_on IS DISTINCT FROM (\n            SELECT review.review_on FROM cases_retentionreview review\n            WHERE review.case_id = NEW.id ORDER BY review.id DESC LIMIT 1\n        ) THEN\n            RAISE EXCEPTION 'A case is kept for longer only as its last review says why.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="88b32a6e9db237cc2f7b8ec67ca6d52e71981204",
                    operation="UPDATE",
                    pgid="pgtrigger_kept_as_reviewed_aba2f",
                    table="cases_case",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="all_confirmed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."signed_at" IS NOT NULL)',
                    func="\n        IF (TG_OP = 'INSERT' OR OLD.signed_at IS NULL OR NEW.outcome = 'accepted') AND EXISTS (\n            SELECT FROM cases_casereferral carried JOIN referrals_referral referral ON referral.id = carried.referral_id\n            JOIN accounts_agency agency ON agency.id = referral.for_agency_id\n            WHERE carried.case_id = NEW.case_id AND agency.type IN ('health', 'police')\n            AND NOT EXISTS (\n                SELECT FROM cases_transferredreferral confirmed\n                WHERE confirmed.transfer_id = NEW.id AND confirmed.referral_id = referral.id\n            )\n        ) THEN\n            RAISE EXCEPTION 'What health or the police have referred goes over only as it was confirmed.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="4e7d9db0bdd4732e5ab1e65c47acc309229a27f3",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_all_confirmed_b5355",
                    table="cases_casetransfer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="once_it_is_due",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_case kept WHERE kept.id = NEW.case_id\n                        AND kept.retention_review_on <= (NEW.reviewed_at AT TIME ZONE 'Europe/London')::date\n                    ) THEN\n                        RAISE EXCEPTION 'Whether a case is still needed is decided from the day on which that is due.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF NEW.review_on <= (NEW.reviewed_at AT TIME ZONE 'Europe/London')::date THEN\n                        RAISE EXCEPTION 'A case is kept until a day to come.' USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF EXISTS (\n                        SELECT FROM cases_legalhold hold WHERE hold.case_id = NEW.case_id AND hold.ended_at IS NULL\n                    ) THEN\n                        RAISE EXCEPTION 'Of a case on legal hold it is not asked whether it is still needed.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="e71283b1a13b9b2da28494af294264391ce6270e",
                    operation="INSERT",
                    pgid="pgtrigger_once_it_is_due_98475",
                    table="cases_retentionreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="until_its_day",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n                    IF (SELECT kept.retention_review_on FROM cases_case kept WHERE kept.id = NEW.case_id)\n                        IS DISTINCT FROM (\n                            SELECT review.review_on FROM cases_retentionreview review\n                            WHERE review.case_id = NEW.case_id ORDER BY review.id DESC LIMIT 1\n                        )\n                    THEN\n                        RAISE EXCEPTION 'A case is kept until the day that its last review says.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NULL;\n                ",
                    hash="1ef2677821ef6ff6f0f9e498f23f50c3195ae10c",
                    operation="INSERT",
                    pgid="pgtrigger_until_its_day_c9f80",
                    table="cases_retentionreview",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
