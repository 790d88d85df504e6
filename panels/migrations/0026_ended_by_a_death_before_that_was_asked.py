from django.db import migrations

# Of what ended before it was known after which reasons nothing follows. What stays as it ended says so from now on: that
# trigger alone is left out, and the history has it. What is deferred is asked before it may be enabled again.
FORWARDS = """
    ALTER TABLE cases_case DISABLE TRIGGER pgtrigger_stays_as_it_ended_ccdda;
    UPDATE cases_case SET nothing_follows = true, review_after_support_on = NULL
    WHERE ended_at IS NOT NULL AND NOT nothing_follows AND panels_ended_for(id) IN (
        SELECT code FROM reference_caseendreason WHERE nothing_follows
        UNION ALL SELECT reference FROM reference_areaendreason WHERE nothing_follows
    );
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE cases_case ENABLE TRIGGER pgtrigger_stays_as_it_ended_ccdda;
    SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [("panels", "0025_nothing_follows_as_the_end_says")]
    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
