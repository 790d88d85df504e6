"""What was open to somebody before says when its case ended."""

from django.db import migrations

FROM_ITS_CASE = """
    UPDATE {} SET case_ended_at = ended.ended_at FROM cases_case ended
    WHERE ended.id = content_object_id AND ended.ended_at IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0084_live_cases_open_to_somebody_are_found_by_index_alone")]
    operations = [
        migrations.RunSQL(FROM_ITS_CASE.format(grants), migrations.RunSQL.noop)
        for grants in ("cases_casegrouppermission", "cases_caseuserpermission")
    ]
