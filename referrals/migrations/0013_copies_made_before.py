from django.db import migrations

# What was made before there was a last day has the one that it would have been given.
FORWARDS = """
    UPDATE referrals_owncopy SET open_until = (made_at AT TIME ZONE 'Europe/London')::date + 14
    WHERE made_at IS NOT NULL;
    UPDATE referrals_disclosedcopy SET open_until = (made_at AT TIME ZONE 'Europe/London')::date + 14
    WHERE made_at IS NOT NULL;
"""


class Migration(migrations.Migration):
    dependencies = [("referrals", "0012_copies_have_a_last_day")]

    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
