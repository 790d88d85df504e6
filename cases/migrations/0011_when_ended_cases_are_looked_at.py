from django.db import migrations

# By how a case ended, after how many months it is looked at: of an adult, and of anybody else.
FORWARDS = """
    UPDATE cases_case ended SET retention_review_on = (
        local.ended_on + make_interval(months => CASE
            WHEN individual.born_on + interval '18 years' <= local.ended_on THEN months.of_adults
            ELSE months.of_others
        END)
    )::date
    FROM referrals_individual individual,
        (SELECT id, (ended_at AT TIME ZONE 'Europe/London')::date AS ended_on FROM cases_case) local,
        (VALUES ('exited', 72, 36), ('police_led', 72, 36), ('referred_elsewhere', 36, 24), ('no_further_action', 12, 6))
        AS months (stage, of_adults, of_others)
    WHERE ended.ended_at IS NOT NULL AND ended.retention_review_on IS NULL AND individual.id = ended.individual_id
        AND local.id = ended.id AND months.stage = ended.stage
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_another_panel_and_days_of_review")]

    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
