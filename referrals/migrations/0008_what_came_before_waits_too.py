"""What was added or answered before there was a mark for it: of live referrals it waits to be read, as it did before."""

from django.db import migrations

WAITS = """
    UPDATE referrals_referral AS referral SET unread_at = said.at
    FROM (
        SELECT referral_id, max(at) AS at
        FROM (
            SELECT referral_id, added_at AS at FROM referrals_referraladdition
            UNION ALL
            SELECT referral_id, answered_at FROM referrals_referralquestion WHERE answered_at IS NOT NULL
        ) AS each
        GROUP BY referral_id
    ) AS said
    WHERE said.referral_id = referral.id AND referral.unread_at IS NULL
        AND referral.stage IN ('submitted', 'in_triage', 'returned', 'at_gateway', 'ending', 'transferring')
"""


class Migration(migrations.Migration):
    dependencies = [("referrals", "0007_answers_of_a_gateway_are_found")]
    operations = [migrations.RunSQL(WAITS, migrations.RunSQL.noop)]
