import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0003_own_copies_are_laid_out_for_early_help"),
    ]

    operations = [
        RemoveTrigger(
            model_name="referral",
            name="none_ends_unassessed",
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="none_ends_unassessed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"stage\" IN ('ending', 'accepted', 'ended', 'withdrawn'))",
                    func="\n                    IF NOT EXISTS (SELECT FROM referrals_triageassessment WHERE referral_id = NEW.id) THEN\n                        RAISE EXCEPTION 'no referral ends or reaches a panel without a short assessment'\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'none_ends_unassessed';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="63b863dc6420d05df293a94a1ad63309b64fd1a0",
                    operation='UPDATE OF "stage" OR INSERT',
                    pgid="pgtrigger_none_ends_unassessed_f6f99",
                    table="referrals_referral",
                    when="BEFORE",
                ),
            ),
        ),
    ]
