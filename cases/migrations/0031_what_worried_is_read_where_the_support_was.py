"""What worried somebody so far is read in the case of their support: none had gone to another area by then."""

from django.db import migrations

# Triggers keep what was said as it was, and write every change down: this is none. What is deferred is asked before
# they may be enabled again.
IN_ITS_CASE = """
    ALTER TABLE cases_urgentconcern DISABLE TRIGGER USER;
    UPDATE cases_urgentconcern SET case_id = given.case_id
    FROM cases_intervention given WHERE given.id = intervention_id;
    UPDATE cases_urgentconcernevent SET case_id = given.case_id
    FROM cases_intervention given WHERE given.id = intervention_id;
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE cases_urgentconcern ENABLE TRIGGER USER;
    SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0030_where_what_worries_is_read")]
    operations = [migrations.RunSQL(IN_ITS_CASE, migrations.RunSQL.noop)]
