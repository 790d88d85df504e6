from django.db import migrations

# What a parent agreed to, of somebody whose birthday was not known where it was recorded: the round ends it on its day.
# One of 29 February has the birthday on 1 March.
FORWARDS = """
    UPDATE cases_consent line SET ends_on = (CASE
        WHEN to_char(person.born_on, 'MMDD') = '0229' THEN person.born_on + 1 + interval '18 years'
        ELSE person.born_on + interval '18 years'
    END)::date
    FROM cases_case standing JOIN referrals_individual person ON person.id = standing.individual_id
    WHERE standing.id = line.case_id AND standing.ended_at IS NULL AND person.born_on IS NOT NULL
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
