"""What the database holds a case to, whoever writes: its stage, its consent, its panel, and how it ends."""

import json

import pgtrigger

from cases.models.stages import BEGINNINGS, LIVE, TRANSITIONS, Stage
from prevent_cases.reference.models import RetentionPolicy

# The ways of cases/models/stages.py, and no other: what is asked on one is asked of every case that came so far. Only
# one that has ended already, elsewhere say, may begin where a way would lead it.
WAYS = ", ".join(f"('{stage}', '{then}')" for stage, ways in TRANSITIONS.items() for then in ways)
LATER = ", ".join(f"'{stage}'" for stage in LIVE if stage not in BEGINNINGS)
ON_AN_OPEN_WAY = pgtrigger.Trigger(
    name="on_an_open_way",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("stage"),
    func=f"""
        IF TG_OP = 'INSERT' AND NEW.stage IN ({LATER})
        OR TG_OP = 'UPDATE' AND NEW.stage <> OLD.stage AND (OLD.stage, NEW.stage) NOT IN ({WAYS}) THEN
            RAISE EXCEPTION 'A case begins and goes on only by the ways that are open.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)

# Section 36(4)(a): a panel that takes somebody on has made a plan, and a new one where support was not agreed to since.
# Asked at the commit, whoever writes: by then support may not be agreed to any more, which asks for no other plan.
ADOPTED_WITH_A_PLAN = pgtrigger.Trigger(
    name="adopted_with_a_plan",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Q(old__stage=Stage.AWAITING_PANEL, new__stage=Stage.CONSENT_PENDING),
    func="""
        IF NOT EXISTS (
            SELECT FROM cases_supportplan plan JOIN cases_case taken ON taken.id = plan.case_id
            WHERE taken.id = NEW.id AND plan.in_error_at IS NULL
            AND plan.review_on > (plan.made_at AT TIME ZONE 'Europe/London')::date
            AND (taken.stage NOT IN ('consent_pending', 'active') OR NOT EXISTS (
                SELECT FROM cases_consent line
                WHERE line.case_id = taken.id AND line.answer NOT IN ('given', 'asked') AND line.in_error_at IS NULL
                AND line.recorded_at > plan.made_at
            ))
        ) THEN
            RAISE EXCEPTION 'A panel takes a case on with a plan of support and a day on which it looks at it next.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)

# Support stands on the line of the ledger that counts: the last answer that nobody has said to be in error. Asked at
# the commit, of the case and of the ledger, so that neither says what the other does not.
CONSENT_AS_THE_LEDGER_HAS_IT = """
    IF EXISTS (
        SELECT FROM cases_case standing WHERE standing.id = NEW.{case} AND standing.consent_given_on IS NOT NULL
        AND NOT EXISTS (
            SELECT FROM (
                SELECT line.answer, line.answered_on, line.ends_on FROM cases_consent line
                WHERE line.case_id = standing.id AND line.in_error_at IS NULL AND line.answer <> 'asked'
                ORDER BY line.answered_on DESC, line.id DESC LIMIT 1
            ) last
            WHERE last.answer = 'given' AND last.answered_on = standing.consent_given_on
            AND last.ends_on IS NOT DISTINCT FROM standing.consent_ends_on
        )
    ) THEN
        RAISE EXCEPTION 'A case stands on the consent that its ledger has last, and on no other.'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""


def consent_as_the_ledger_has_it(case: str, *columns: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="consent_as_the_ledger_has_it",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(*columns),
        timing=pgtrigger.Deferred,
        func=CONSENT_AS_THE_LEDGER_HAS_IT.format(case=case),
    )


# A case goes to another panel only as that panel's chair took it on: by the last offer that was, since one of before
# stands for a move that is done.
MOVED_BY_HANDSHAKE = pgtrigger.Trigger(
    name="moved_by_handshake",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.AnyChange("panel"),
    func="""
        IF NOT EXISTS (
            SELECT FROM (
                SELECT offer.from_panel_id, offer.to_panel_id FROM cases_paneloffer offer
                WHERE offer.case_id = NEW.id AND offer.outcome = 'accepted' ORDER BY offer.id DESC LIMIT 1
            ) last WHERE last.from_panel_id = OLD.panel_id AND last.to_panel_id = NEW.panel_id
        ) THEN
            RAISE EXCEPTION 'A case goes to another panel only where its chair took it on.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)

# And to one acting as Channel only after the section 36 decision (section 36(3)), unless it waits there for it.
MOVED_TO_CHANNEL_WITH_GROUNDS = pgtrigger.Trigger(
    name="moved_to_channel_with_grounds",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.AnyChange("panel"),
    func="""
        IF NEW.stage <> 'information_gathering'
        AND EXISTS (SELECT FROM accounts_panel panel WHERE panel.id = NEW.panel_id AND panel.acts_as_channel)
        AND NOT EXISTS (
            SELECT FROM cases_section36decision decision
            JOIN cases_casereferral carried
                ON carried.referral_id = decision.referral_id AND carried.case_id = decision.case_id
            WHERE decision.case_id = NEW.id AND decision.reasonable_grounds AND decision.in_error_at IS NULL
        ) THEN
            RAISE EXCEPTION 'A panel acting as Channel takes a case on only after a section 36 decision with grounds.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)

# It is another area's only as that area's panel took it on, where it has begun as a case of its own.
TRANSFERRED_BY_HANDSHAKE = pgtrigger.Trigger(
    name="transferred_by_handshake",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Insert,
    condition=pgtrigger.Q(new__stage=Stage.TRANSFERRED),
    func="""
        IF NOT EXISTS (
            SELECT FROM cases_casetransfer transfer WHERE transfer.case_id = NEW.id AND transfer.outcome = 'accepted'
        ) THEN
            RAISE EXCEPTION 'A case is transferred only where a panel of another area took it on.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)

# It is put off only as a review found that what has ended is still needed, and why. Until there was one its day follows
# from the table of outcome and age, also where the age is learnt later, or what was referred is found untrue.
_TO_BEGIN_WITH = json.dumps(RetentionPolicy().values())
KEPT_AS_REVIEWED = pgtrigger.Trigger(
    name="kept_as_reviewed",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Q(old__retention_review_on__isnull=False)
    & pgtrigger.Q(old__retention_review_on__df=pgtrigger.F("new__retention_review_on")),
    declare=[("reviewed_until", "DATE")],
    func=f"""
        SELECT review.review_on INTO reviewed_until FROM cases_retentionreview review
        WHERE review.case_id = NEW.id AND review.stands ORDER BY review.id DESC LIMIT 1;
        IF NEW.retention_review_on = reviewed_until OR (reviewed_until IS NULL AND EXISTS (
            SELECT FROM (
                SELECT to_jsonb(policy) AS months FROM reference_retentionpolicy policy
                WHERE policy.area_id = NEW.area_id AND policy.confirmed_at IS NOT NULL
                UNION ALL SELECT '{_TO_BEGIN_WITH}'::jsonb
            ) decided, unnest(ARRAY['', '_child']) age, (
                SELECT replace(NEW.stage, 'transferred', 'referred_elsewhere')
                -- However it ended, what was found untrue was unfounded.
                UNION ALL SELECT 'no_further_action' WHERE EXISTS (
                    SELECT FROM cases_casereferral carried
                    JOIN referrals_founduntrue untrue ON untrue.referral_id = carried.referral_id AND untrue.agreed
                    WHERE carried.case_id = NEW.id
                )
            ) ended(ended)
            WHERE NEW.retention_review_on = ((NEW.ended_at AT TIME ZONE 'Europe/London')::date + (
                months ->> (ended || age) || ' months'
            )::interval)::date
        )) THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'A case is kept for longer only as its last review says why.'
        USING ERRCODE = 'check_violation';
    """,  # noqa: S608 - of values in this code
)

# With a panel acting as Channel a case of which it was decided that there are no grounds ends only as a second person
# signed that; to another area it goes along.
ENDED_BY_TWO = pgtrigger.Trigger(
    name="ended_by_two",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Condition("OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.stage <> 'transferred'"),
    func="""
        IF EXISTS (SELECT FROM accounts_panel panel WHERE panel.id = NEW.panel_id AND panel.acts_as_channel)
        AND NOT coalesce((
            SELECT bool_or(
                decision.reasonable_grounds OR (
                    decision.stands AND decision.end_stage = NEW.stage AND decision.checked_by_id IS NOT NULL
                )
            ) FROM cases_section36decision decision
            JOIN cases_casereferral carried
                ON carried.referral_id = decision.referral_id AND carried.case_id = decision.case_id
            WHERE decision.case_id = NEW.id AND decision.in_error_at IS NULL
        ), true) THEN
            RAISE EXCEPTION 'A case ends without reasonable grounds only as two people have signed it.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)

# "I am worried now" is answered before a case ends, however it ends; to another area it goes along.
ENDED_WITH_NO_UNANSWERED_WORRY = pgtrigger.Trigger(
    name="ended_with_no_unanswered_worry",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Condition("OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.stage <> 'transferred'"),
    func="""
        IF EXISTS (SELECT FROM cases_urgentconcern worry WHERE worry.case_id = NEW.id AND answered_at IS NULL) THEN
            RAISE EXCEPTION 'A case ends with no urgent concern unanswered.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)

# Support ends with a last assessment, made since it began, and with what is agreed for afterwards. Where it was not
# agreed to any more neither is asked of anybody; but it had been agreed to. Nor is it where nothing follows.
EXITED_WITH_A_PLAN = pgtrigger.Trigger(
    name="exited_with_a_plan",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Q(old__stage__df=pgtrigger.F("new__stage"), new__stage=Stage.EXITED),
    func="""
        IF OLD.stage <> 'active' THEN
            IF NOT EXISTS (
                SELECT FROM cases_consent line
                WHERE line.case_id = NEW.id AND line.answer = 'given' AND line.in_error_at IS NULL
            ) THEN
                RAISE EXCEPTION 'A case exits only where support was agreed to.' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        END IF;
        IF NEW.nothing_follows THEN
            RETURN NULL;
        END IF;
        IF NOT EXISTS (SELECT FROM cases_exitplan plan WHERE plan.case_id = NEW.id) THEN
            RAISE EXCEPTION 'A case exits with a plan for afterwards.' USING ERRCODE = 'check_violation';
        END IF;
        IF NOT EXISTS (
            SELECT FROM cases_assessment assessment
            WHERE assessment.case_id = NEW.id AND assessment.assessed_on >= NEW.consent_given_on
            AND assessment.in_error_at IS NULL
        ) THEN
            RAISE EXCEPTION 'A case exits with a final assessment, made since support began.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)
