"""Birthdays that were learnt before people were found by them: one errand for each, so that nothing waits for them."""

from django.db import migrations

LEARNT = """
    INSERT INTO later_outboxrow (task, keys, attempts, fault)
    SELECT DISTINCT 'referrals.write_match_keys', jsonb_build_array(individual.id), 0, ''
    FROM referrals_individual individual
    JOIN referrals_identitylink link ON link.individual_id = individual.id AND link.ended_at IS NULL
    JOIN referrals_referral referral ON referral.id = link.referral_id
    WHERE individual.born_on IS NOT NULL AND referral.born_on IS DISTINCT FROM individual.born_on
"""


class Migration(migrations.Migration):
    dependencies = [("later", "0001_outbox"), ("referrals", "0018_services_are_kept_as_rows")]
    operations = [migrations.RunSQL(LEARNT, migrations.RunSQL.noop)]
