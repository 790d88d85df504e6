from django.db import migrations

# A referral made before said all of it in one text, and all that had been done in another.
ENTRIES = """
    INSERT INTO referrals_concernentry (referral_id, how_known, text)
    SELECT id, how_known, what_happened FROM referrals_referral ORDER BY id
"""
STEPS = """
    UPDATE referrals_referral SET other_services = 'yes', other_services_result = steps_taken WHERE steps_taken <> ''
"""


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0002_the_whole_referral"),
    ]

    operations = [
        migrations.RunSQL(ENTRIES, migrations.RunSQL.noop),
        migrations.RunSQL(STEPS, migrations.RunSQL.noop),
    ]
