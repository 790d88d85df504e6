from django.db import migrations

# What was sent before has a deadline too, and is found by name; accents are taken off of what is sent from now on.
EARLIER = """
    UPDATE referrals_referral
    SET due_on = CASE WHEN stage IN ('submitted', 'in_triage', 'ending')
                      THEN (submitted_at AT TIME ZONE 'Europe/London')::date + 1 END,
        search_words = lower(given_names || ' ' || family_name || ' ' || other_names)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0008_worklist"),
    ]

    operations = [migrations.RunSQL(EARLIER, migrations.RunSQL.noop)]
