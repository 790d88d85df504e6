from django.db import migrations

# Of what had exited before: 6 months on, or 12 once the first review had been held.
FORWARDS = """
    UPDATE cases_case exited SET review_after_support_on = (
        (exited.ended_at AT TIME ZONE 'Europe/London')::date + make_interval(months => (
            SELECT min(due.months) FROM (VALUES (6), (12)) due (months)
            WHERE NOT EXISTS (
                SELECT FROM panels_review held WHERE held.case_id = exited.id AND held.months = due.months
            )
        ))
    )::date
    WHERE exited.stage = 'exited'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0026_when_the_panel_next_looks_back"),
        ("panels", "0007_conferences_that_come_with_a_case"),
    ]
    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
