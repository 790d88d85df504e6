from django.db import migrations

# What a parent agreed to, of somebody whose birthday was not known where it was recorded: the round ends it on its day.
# By an age alone they are 18 at the latest so many years after the day on which they were of that age. Who was born on
# 29 February has the birthday on 1 March of other years, where the interval ends a day too soon.
FORWARDS = """
    UPDATE cases_consent line
    SET ends_on = later.day + (extract(day FROM known.day) - extract(day FROM later.day))::integer
    FROM cases_case standing
    JOIN referrals_individual person ON person.id = standing.individual_id
    CROSS JOIN LATERAL (
        SELECT coalesce(person.born_on, person.age_given_on), 18 - coalesce(person.age_given, 0)
    ) known (day, years)
    CROSS JOIN LATERAL (SELECT (known.day + known.years * interval '1 year')::date) later (day)
    WHERE standing.id = line.case_id AND standing.ended_at IS NULL AND known.day IS NOT NULL
    AND line.answer = 'given' AND line.answered_by <> 'person' AND line.in_error_at IS NULL AND line.ends_on IS NULL;
    UPDATE cases_case standing SET consent_ends_on = last.ends_on FROM (
        SELECT DISTINCT ON (case_id) case_id, answer, answered_on, ends_on FROM cases_consent
        WHERE in_error_at IS NULL ORDER BY case_id, answered_on DESC, id DESC
    ) last
    WHERE last.case_id = standing.id AND standing.ended_at IS NULL AND last.answer = 'given'
    AND last.answered_on = standing.consent_given_on AND last.ends_on IS DISTINCT FROM standing.consent_ends_on;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0039_a_birthday_that_is_learnt_ends_what_a_parent_agreed_to"),
        ("referrals", "0017_how_old_they_were_said_to_be"),
    ]

    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
