from django.db import migrations

# Of everybody whose birthday nobody learnt: what any referral about them says, as it is found from now on.
FORWARDS = """
    UPDATE referrals_individual person SET born_on = first.born_on FROM (
        SELECT DISTINCT ON (link.individual_id) link.individual_id, referral.born_on
        FROM referrals_referral referral
        JOIN referrals_identitylink link ON link.referral_id = referral.id AND link.ended_at IS NULL
        WHERE referral.born_on IS NOT NULL
        ORDER BY link.individual_id, referral.id
    ) first WHERE first.individual_id = person.id AND person.born_on IS NULL;
    UPDATE referrals_individual person SET age_given = youngest.age_given, age_given_on = youngest.day FROM (
        SELECT DISTINCT ON (link.individual_id) link.individual_id, referral.age_given,
            (referral.submitted_at AT TIME ZONE 'Europe/London')::date AS day
        FROM referrals_referral referral
        JOIN referrals_identitylink link ON link.referral_id = referral.id AND link.ended_at IS NULL
        WHERE referral.age_given IS NOT NULL
        ORDER BY link.individual_id, (referral.submitted_at AT TIME ZONE 'Europe/London')::date
            + (18 - referral.age_given) * interval '1 year' DESC, referral.id
    ) youngest WHERE youngest.individual_id = person.id AND person.born_on IS NULL;
"""


class Migration(migrations.Migration):
    dependencies = [("referrals", "0016_how_old_somebody_is_is_learnt")]

    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
