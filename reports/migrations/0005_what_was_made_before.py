from django.db import migrations

# What was made before there was a last day has the one that it would have been given; what was handed out named no
# other readers; and a case's summaries are numbered in the order in which they were asked for.
FORWARDS = """
    UPDATE reports_boardreport SET open_until = (made_at AT TIME ZONE 'Europe/London')::date + 14
    WHERE made_at IS NOT NULL;
    UPDATE reports_casesummary summary SET
        number = numbered.number,
        open_until = (made_at AT TIME ZONE 'Europe/London')::date + 14,
        sections = CASE
            WHEN handed_to_id IS NULL AND handed_to_body = '' THEN sections ELSE array_remove(sections, 'access')
        END
    FROM (SELECT id, row_number() OVER (PARTITION BY case_id ORDER BY id) AS number FROM reports_casesummary) numbered
    WHERE numbered.id = summary.id;
    UPDATE reports_casesummaryevent past SET number = summary.number FROM reports_casesummary summary
    WHERE past.pgh_obj_id = summary.id AND past.number IS NULL;
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0004_numbered_and_of_chosen_sections")]

    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
