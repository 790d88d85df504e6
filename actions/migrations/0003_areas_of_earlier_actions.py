"""Actions from before are in the area of their case."""

from django.db import migrations

EARLIER = """
    UPDATE actions_action SET area_id = (SELECT area_id FROM cases_case WHERE id = case_id);
    UPDATE actions_actionevent SET area_id = (SELECT area_id FROM cases_case WHERE id = case_id) WHERE area_id IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [("actions", "0002_actions_know_their_area"), ("cases", "0001_cases_and_section36_decisions")]
    operations = [migrations.RunSQL(EARLIER, migrations.RunSQL.noop)]
