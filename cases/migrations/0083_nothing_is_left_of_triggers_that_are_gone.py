"""A database brought up to date is as one made anew: without functions of triggers that are gone, and with one name."""

from django.db import migrations

LEFT = [
    "pgtrigger_of_a_live_case_78d79",
    "pgtrigger_of_a_live_case_d006c",
    "pgtrigger_of_a_live_case_d3536",
    "pgtrigger_of_a_live_case_fb212",
    "pgtrigger_only_added_to_89e22",
    "pgtrigger_only_added_to_d5892",
]
AS_MADE_ANEW = """
    DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_constraint WHERE conname = 'cases_consent_reference_6d808eeb_uniq') THEN
            ALTER TABLE cases_consent
                RENAME CONSTRAINT cases_consent_reference_6d808eeb_uniq TO cases_consent_reference_key;
        END IF;
    END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_squashed_0082_in_a_new_database")]
    operations = [
        migrations.RunSQL([f"DROP FUNCTION IF EXISTS {name}()" for name in LEFT], migrations.RunSQL.noop),
        migrations.RunSQL(AS_MADE_ANEW, migrations.RunSQL.noop),
    ]
