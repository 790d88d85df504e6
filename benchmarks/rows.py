"""Rows of casework, loaded by SQL as the owner of the tables. Nothing else writes past the operations.

A case's number decides everything about it, so that what a reader ought to see can be said without asking the rules.
"""

from collections.abc import Collection

from django.db import connections

from benchmarks.people import People
from referrals.models import ANSWERS, Referral

# Who sees a case, by its number; of 100,000 cases these are 80,000, 2,000 and 40.
HERE = "mod(id, 5) <> 0"
SHARED_WITH_FEW = "mod(id, 50) = 1"
SHARED_WITH_RARE = "mod(id, 5) <> 0 AND id <= 50"
LIVE = "stage IN ('information_gathering', 'awaiting_panel', 'consent_pending', 'active')"

FUNCTIONS = """
CREATE FUNCTION pg_temp.reference(number bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    -- Scattered as random ones are, but each once: the multiplier is odd.
    SELECT translate(lpad(to_hex(mod(number * 2654435761, 1099511627776)), 10, '0'),
                     '0123456789abcdef', 'BCDFGHJKLMNPQRST')
$$;
CREATE FUNCTION pg_temp.words(number bigint, many integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT string_agg(
        (ARRAY['He said in class that nobody would miss him, and that they would all be sorry one day.',
               'His form tutor has seen him alone at every break since the start of the autumn term.',
               'Two friends told the head of year about films that he shows on his telephone.',
               'His mother says that he no longer comes down to eat and sleeps in the daytime.',
               'He drew a sign on his folder and would not say where he had seen it.',
               'A youth worker at the club spoke with him twice and found him polite but guarded.',
               'He used to play football on Saturdays and stopped without a reason that he would give.'
         ])[1 + mod(number + sentence, 7)], ' ')
    FROM generate_series(1, many) AS sentence
$$;
"""

# The newest tenth is live, and of the older cases one in 47 still is.
PLAN = f"""
CREATE TEMPORARY TABLE plan AS
SELECT *, (CASE WHEN is_live
                THEN ARRAY['information_gathering', 'awaiting_panel', 'consent_pending', 'active']
                ELSE ARRAY['exited', 'no_further_action', 'referred_elsewhere', 'police_led']
           END)[1 + mod(id / 7, 4)] AS stage
FROM (
    SELECT id, {HERE} AS is_here, id > %(rows)s * 0.9 OR mod(id, 47) = 0 AS is_live,
           now() - (%(rows)s - id + 1) * interval '5 years' / %(rows)s AS began_at,
           (ARRAY['Ashwin', 'Bea', 'Callum', 'Dilys', 'Emre', 'Farah', 'Gethin'])[1 + mod(id, 7)] AS given_names,
           (ARRAY['Birch', 'Alder', 'Hazel', 'Rowan', 'Willow'])[1 + mod(id, 5)] AS family_name,
           current_date - 3650 - mod(id * 37, 2900)::integer AS born_on
    FROM generate_series(1, %(rows)s::bigint) AS id
) AS numbered
JOIN place USING (is_here)
"""
PLACE = """
CREATE TEMPORARY TABLE place (
    is_here boolean, area bigint, panel bigint, school bigint, officer bigint, coordinator bigint, agencies bigint[]
)
"""

# The panels have looked back on what ended, but for those whose day was in the last month.
LOOKED_BACK = """
CREATE TEMPORARY TABLE looked_back AS
SELECT id, panel, coordinator, months, date_trunc('month', due_at) + interval '1 month 10 hours' AS held_at
FROM (
    SELECT *, began_at + interval '200 days' + make_interval(months => months) AS due_at
    FROM plan, unnest(ARRAY[6, 12]) AS months
    WHERE stage = 'exited'
) AS due
WHERE due_at < date_trunc('month', now()) - interval '1 month';
CREATE INDEX ON looked_back (id)
"""

# What these referrals leave unsaid, as the form sends it.
SAID = (
    "given_names", "family_name", "gender", "address", "person_told", "parent_told", "other_services",
    "other_services_result", "urgency", "urgency_reason", "no_intelligence", "as_far_as_known",
    "rests_on_lawful_expression",
)  # fmt: skip
UNSAID = {
    name: f"'{Referral._meta.get_field(name).get_default()}'"
    for name in (*ANSWERS, "national_reference", "from_draft", "lead_let_in_because")
    if name not in SAID and not Referral._meta.get_field(name).null
}

# In the order in which they refer to one another.
TABLES = {
    "referrals_individual": """
        (id, reference, area_id, given_names, family_name, born_on)
        SELECT id, pg_temp.reference(id), area,
               given_names, family_name, born_on
        FROM plan""",
    # The last one in five hundred has come in and waits for triage; the others were accepted and have their case.
    "referrals_referral": f"""
        (id, reference, area_id, referred_by_id, for_agency_id, submitted_at, stage, given_names, family_name, born_on,
         gender, address, person_told, parent_told, other_services, other_services_result, urgency,
         urgency_reason, no_intelligence, as_far_as_known, rests_on_lawful_expression, concern_type_id, is_urgent,
         due_on, search_words, {", ".join(UNSAID)})
        SELECT id, pg_temp.reference(id), area,
               officer,
               school,
               began_at, 'accepted', given_names, family_name, born_on, 'male', '12 Mill Lane', 'yes', 'yes', 'yes',
               pg_temp.words(id + 3, 3), 'normal', '', true, true, false,
               (SELECT min(id) FROM reference_concerntype), false, NULL::date,
               lower(given_names || ' ' || family_name), {", ".join(UNSAID.values())}
        FROM plan
        UNION ALL
        SELECT %(rows)s + number, pg_temp.reference(%(rows)s + number), area, officer, school,
               now() - number * interval '20 minutes', 'submitted', 'Ivo', 'Sorrel', current_date - 5000, 'male', '',
               'yes', 'yes', 'unknown', '', CASE WHEN mod(number, 20) = 0 THEN 'urgent' ELSE 'normal' END,
               CASE WHEN mod(number, 20) = 0 THEN 'He has packed a bag.' ELSE '' END,
               true, true, false, (SELECT min(id) FROM reference_concerntype),
               mod(number, 20) = 0, (now() - number * interval '20 minutes')::date + 1, 'ivo sorrel is',
               {", ".join(UNSAID.values())}
        FROM place, generate_series(1, %(rows)s::bigint / 500 + 9) AS number
        WHERE is_here""",
    "referrals_concernentry": """
        (referral_id, how_known, text)
        SELECT id, 'seen', pg_temp.words(id, 9) FROM referrals_referral WHERE stage IN ('accepted', 'submitted')""",
    "referrals_identitylink": """
        (referral_id, individual_id, made_at)
        SELECT id, id, began_at FROM plan
        UNION ALL
        SELECT %(rows)s + number, number, now() FROM generate_series(1, %(rows)s::bigint / 500 + 9) AS number""",
    "referrals_triagedecision": """
        (referral_id, decided_by_id, decided_at, panel_id, panel_reason, end_reason, onward_service, arranged,
         rationale,
         words_for_referrer)
        SELECT id, coordinator, began_at,
               panel, '', '', '', '', pg_temp.words(id, 4),
               'Thank you. A panel will look at it.'
        FROM plan""",
    "cases_case": """
        (id, reference, individual_id, area_id, panel_id, stage, awaits_section36, nothing_follows, opened_at,
         opened_by_id, owner_id, ended_at, retention_review_on,
         review_after_support_on, consent_given_on)
        SELECT id, pg_temp.reference(id), id, area,
               panel, stage, stage = 'information_gathering', false, began_at,
               coordinator, coordinator,
               CASE WHEN NOT is_live THEN began_at + interval '200 days' END,
               CASE WHEN stage = 'no_further_action' THEN (began_at + interval '565 days')::date
                    WHEN NOT is_live THEN (began_at + interval '6 years')::date END,
               CASE WHEN stage = 'exited' THEN (
                   (((began_at + interval '200 days') AT TIME ZONE 'Europe/London')::date + make_interval(months => (
                       SELECT min(due.months) FROM (VALUES (6), (12)) due (months)
                       WHERE NOT EXISTS (SELECT FROM looked_back WHERE id = plan.id AND months = due.months)
                   )))::date
               ) END,
               CASE WHEN stage IN ('active', 'exited') THEN (began_at + interval '30 days')::date END
        FROM plan""",
    "cases_casereferral": """
        (case_id, referral_id, joined_at)
        SELECT id, id, began_at FROM plan""",
    "cases_section36decision": """
        (case_id, referral_id, reasonable_grounds, grounds, health_or_care, end_reason, end_stage, stands, why_not,
         in_error_reason, decided_as, decided_by_id, decided_at)
        SELECT id, id, stage NOT IN ('no_further_action', 'police_led'), pg_temp.words(id + 1, 4), '', '', '', true, '',
               '', 'police', %(police_representative)s, began_at + interval '3 days'
        FROM plan WHERE stage <> 'information_gathering'""",
    "cases_consent": """
        (reference, case_id, answer, answered_by, answered_name, responsibility, capacity, asked_by, how, answered_on,
         wording, language, what_was_explained, agreed_to, own_view, reason, evidence, in_error_reason,
         recorded_by_id, recorded_at)
        SELECT pg_temp.reference(id), id, 'given', 'parent', 'A parent', 'The mother.', 'presumed', 'The coordinator',
               'in_person', (began_at + interval '30 days')::date, 'Support for you, version 2', 'English',
               'What support is, that it is voluntary, and that it can end at any time.', 'A mentor, weekly.', '', '',
               'The signed form.', '',
               coordinator, began_at + interval '30 days'
        FROM plan WHERE stage IN ('active', 'exited')""",
    # Each case with three agencies by turns and, here, with the police.
    "cases_share": f"""
        (reference, case_id, agency_id, level, purpose, lawful_basis, despite_agreement, shared_by_id, shared_at)
        SELECT pg_temp.reference(id * 16 + turn), id, agency, 'read', 'To prepare the panel.', 'public_task', '',
               coordinator, began_at + interval '1 day'
        FROM (
            SELECT plan.*, turn, agencies[1 + mod(id + turn, cardinality(agencies))] AS agency
            FROM plan, generate_series(0, 2) AS turn
            UNION ALL SELECT plan.*, 3, %(police)s FROM plan WHERE is_here
            UNION ALL SELECT plan.*, 4, %(few)s FROM plan WHERE {SHARED_WITH_FEW}
            UNION ALL SELECT plan.*, 5, %(rare)s FROM plan WHERE {SHARED_WITH_RARE}
        ) AS shared
        ORDER BY id, turn""",
    "cases_casegrouppermission": """
        (permission_id, group_id, content_object_id, case_ended_at)
        SELECT auth_permission.id, accounts_agency.group_id, cases_share.case_id, cases_case.ended_at
        FROM cases_share
        JOIN cases_case ON cases_case.id = cases_share.case_id
        JOIN accounts_agency ON accounts_agency.id = cases_share.agency_id
        JOIN django_content_type ON app_label = 'cases' AND model = 'case'
        JOIN auth_permission ON content_type_id = django_content_type.id AND codename = 'view_case'
        ORDER BY cases_share.id""",
    # Three agreed on each case; of a live one only the first is done, and of those to do one in ten is late.
    "actions_action": f"""
        (reference, case_id, area_id, agency_id, what, due_on, agreed_by_id, agreed_at, done_by_id, done_at, outcome,
         handed_over_to, in_error_reason)
        SELECT pg_temp.reference(id * 4 + turn), id, area,
               CASE WHEN turn = 2 AND {SHARED_WITH_FEW} THEN %(few)s
                    ELSE agencies[1 + mod(id + turn, cardinality(agencies))] END,
               'Speak with the head of year about what would help, and tell the panel.',
               current_date + CASE WHEN mod(id, 10) = 0 THEN -3 ELSE mod(id, 28)::integer END,
               coordinator, began_at + interval '9 days',
               CASE WHEN is_done THEN coordinator END, CASE WHEN is_done THEN began_at + interval '20 days' END,
               CASE WHEN is_done THEN 'They have met twice and will meet again.' ELSE '' END, '', ''
        FROM (
            SELECT plan.*, turn, turn = 0 OR NOT is_live AS is_done FROM plan, generate_series(0, 2) AS turn
        ) AS agreed
        ORDER BY id, turn""",
    "panels_meeting": """
        (reference, starts_at, started_at, ended_at, chaired_by_id, chaired_for, panel_id)
        SELECT pg_temp.reference(row_number() OVER (ORDER BY panel, held_at)), held_at, held_at,
               held_at + interval '2 hours', coordinator, 'council', panel
        FROM (SELECT DISTINCT panel, coordinator, held_at FROM looked_back) AS held""",
    "panels_agendaitem": """
        (reference, position, case_id, listed_by_id, meeting_id)
        SELECT pg_temp.reference(looked_back.id * 16 + months),
               row_number() OVER (PARTITION BY meeting.id ORDER BY looked_back.id), looked_back.id, coordinator,
               meeting.id
        FROM looked_back JOIN panels_meeting meeting ON panel_id = panel AND starts_at = held_at""",
    "panels_review": """
        (months, from_partners, is_concern, reason, what_follows, in_error_reason, reviewed_at, case_id, item_id,
         reviewed_by_id)
        SELECT months, 'Nobody has seen or heard of anything.', false, 'All goes well.', '', '', held_at,
               looked_back.id, item.id, coordinator
        FROM looked_back
        JOIN panels_agendaitem item ON item.case_id = looked_back.id
        JOIN panels_meeting meeting ON meeting.id = item.meeting_id AND meeting.starts_at = held_at""",
    # A short trail of each case.
    "audit_auditentry": """
        (token, at, by, what, sentence, about, changes, recorded_at, chain, transaction)
        SELECT gen_random_uuid(), began_at, 'accounts.User:' || coordinator, 'cases.view_case', sentence,
               ARRAY['cases.Case:' || id, 'referrals.Individual:' || id, 'referrals.Referral:' || id], '[]', began_at,
               (SELECT max(id) FROM audit_auditchain), pg_current_xact_id()::text::bigint
        FROM plan,
             unnest(ARRAY['Referral submitted.', 'Referral accepted, and its case opened.', 'Case viewed.']) AS sentence
        ORDER BY id""",
}
NUMBERED = ("referrals_individual", "referrals_referral", "cases_case")


def load(people: People, rows: int, tables: Collection[str] = TABLES) -> None:
    """``rows`` cases with all that is under them, the oldest first, without the history of values: no page reads it.

    Or with what stands in these ``tables`` alone.
    """
    values = {
        "rows": rows,
        "police": people.police.pk,
        "police_representative": people.police_representative.pk,
        "few": people.few.pk,
        "rare": people.rare.pk,
    }
    with connections["owner"].cursor() as cursor:
        cursor.execute(FUNCTIONS)
        cursor.execute(PLACE)
        for is_here, place in ((True, people.here), (False, people.elsewhere)):
            keys = [one.pk for one in (place.area, place.panel, place.school, place.officer, place.coordinator)]
            agencies = [agency.pk for agency in place.agencies]
            cursor.execute("INSERT INTO place VALUES (%s, %s, %s, %s, %s, %s, %s)", [is_here, *keys, agencies])
        cursor.execute(PLAN, values)
        cursor.execute(LOOKED_BACK)
        for table in (each for each in TABLES if each in tables):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(f"INSERT INTO {table} {TABLES[table]}", values)
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        for table in NUMBERED:
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
        cursor.execute(f"VACUUM ANALYZE {', '.join(TABLES)}")


def references(query: str) -> list[str]:
    """The references that a query of the tables gives, asked as their owner and past the rules."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(query)
        return [reference for (reference,) in cursor.fetchall()]
