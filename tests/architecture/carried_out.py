"""What lets each act about a case truly take place, where the shared world leaves no room for it, or answers that are
chosen one by one do not go together.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db.models import Model

import panels.operations
from cases import operations
from cases.models import Case, Intervention, RetentionReview
from panels.models import AgendaItem
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, PostKind, User, system_user
from prevent_cases.reference.models import FrameworkVersion
from reports.models import HANDED_OUT, Section
from tests import factories

People = dict[str, User]
DAY = timedelta(days=1)


def chosen(name: str, record: Model, person: User) -> dict[str, Any]:
    """What is answered of this record instead of whatever the form offers first."""
    return SAID[name](record, person) if name in SAID else {}


# To whom: an agency, and then no other body. Days are what was, though the form takes days to come.
SAID: dict[str, Callable[[Any, User], dict[str, Any]]] = {
    "cases:add_contribution_files": lambda _, person: {"files": [factories.chosen_file(person).reference]},
    "cases:add_files": lambda _, person: {"files": [factories.chosen_file(person).reference]},
    "cases:complete_assessment": lambda case, _: {
        "entries": factories.found(FrameworkVersion.objects.in_use().get(framework__area=case.area))
    },
    "cases:record_asking": lambda case, _: {"asked_on": clock.today()},
    "cases:record_birthday": lambda case, _: {"born_on": clock.today() - 5000 * DAY, "age": ""},
    "cases:report_session": lambda given, _: {"held_on": clock.today()},
    "cases:say_letter_sent": lambda letter, _: {"sent_on": clock.today()},
    "panels:decide_item": lambda item, _: {"judgement": "enter", "reached": "majority"},
    "panels:record_consent": lambda case, _: {"answered_on": clock.today()},
    "panels:record_withdrawal": lambda case, _: {"answered_on": clock.today()},
    "reports:hand_out_case_summary": lambda case, _: {"body": "", "sections": list(HANDED_OUT)},
    "reports:record_disclosure": lambda case, _: {"body": "", "disclosed_on": clock.today()},
    "reports:request_case_summary": lambda case, _: {"sections": Section.values},
    "reports:say_correction_told": lambda correction, _: {"told_on": clock.today()},
}  # fmt: skip


def answered(case: Case, people: People) -> Model:
    request = case.information_requests.get(agency__name="Harrowmere Police")
    factories.information_answer(request, people["police"])
    return request


def answered_anew(case: Case, people: People) -> Model:
    request = answered(case, people)
    operations.answer_information_request_anew(request, by=people["police"], answer="nothing_held")
    return request


def given(case: Case) -> Intervention:
    return case.interventions.not_over().exclude(answered_at=None).order_by("pk").first()


def agreed_on_a_day(case: Case, people: People) -> Model:
    operations.agree_session(given(case), by=people["provider"], meets_on=clock.today() + DAY)
    return given(case)


def asked_to_give(case: Case, people: People) -> Model:
    operations.end_intervention(given(case), by=people["coordinator"], reason="It begins anew.")
    return factories.intervention(case, Agency.objects.get(name="Harrowmere Police"), people["coordinator"])


def seen_to(case: Case, people: People) -> Model:
    concern = case.urgent_concerns.filter(answered_at=None).first()
    operations.answer_urgent_concern(concern, by=people["coordinator"], what_was_done="He was met.")
    return concern


def with_a_last_day(case: Case, people: People) -> Model:
    share = case.shares.get(agency__name="Harrowmere Police", colleague=None)
    until = {"until": clock.today() + DAY, "purpose": "For the meeting."}
    return operations.limit_share(share, by=people["coordinator"], **until)


def no_longer_offered(case: Case, people: People) -> Model:
    operations.take_back_panel_offer(case.panel_offers.waiting().get(), by=people["coordinator"])
    return case


def planned_anew(case: Case, people: People) -> Model:
    operations.plan_support(case, by=people["chair"], **factories.PLAN)
    return case


def planned_for_afterwards(case: Case, people: People) -> Model:
    factories.final_assessment(case, people["coordinator"])
    operations.plan_exit(case, by=people["chair"], **factories.EXIT_PLAN)
    return case


def restricted(case: Case, people: People) -> Model:
    return operations.restrict_case(case, by=people["chair"], reason="A threat.", readers=[people["police"]])


def excluded(case: Case, people: People) -> Model:
    said = {"person": people["officer"], "kind": "interest", "reason": "They are neighbours."}
    return operations.exclude_person(case, by=people["chair"], **said)


def to_be_asked(case: Case, people: People) -> Model:
    given = case.consents.in_force_on(clock.today())
    operations.record_consent_in_error(given, by=people["coordinator"], reason="It was his brother.")
    case.refresh_from_db()
    return case


def another(case: Case, people: People) -> Case:
    """About somebody else: with the same panel, and shared with the police."""
    referral = factories.referral(people["officer"], given_names="Robin", family_name="Rowan")
    other = factories.case(referral, people["coordinator"], case.panel)
    factories.share(other, Agency.objects.get(name="Harrowmere Police"), people["coordinator"])
    return other


def with_grounds(case: Case, people: People) -> Case:
    other = another(case, people)
    factories.section36(other, people["police"])
    return other


def discussed(case: Case, people: People) -> AgendaItem:
    meeting = case.panel.meetings.filter(started_at=None, starts_at__gt=clock.now()).order_by("starts_at").first()
    items = meeting.items.filter(case=case)
    item = items.first() or panels.operations.list_case(meeting, by=people["coordinator"], case=case)
    panels.operations.start_meeting(meeting, by=people["chair"])
    attends = {"agency": Agency.objects.get(name="Harrowmere Police"), "name": "Robin Example"}
    panels.operations.record_attendance(meeting, by=people["chair"], presence="present", **attends)
    return item


def adopted(case: Case, people: People) -> AgendaItem:
    item = discussed(with_grounds(case, people), people)
    panels.operations.decide_item(item, by=people["chair"], **factories.ADOPTED)
    return item


def reviewed(case: Case, people: People) -> AgendaItem:
    """Of another case, at which its panel looked back on support."""
    return AgendaItem.objects.exclude(reviews=None).get()


def to_be_reviewed_again(case: Case, people: People) -> AgendaItem:
    panels.operations.plan_meetings(case.panel, by=system_user())
    return discussed(reviewed(case, people).case, people)


def kept_once(case: Case, people: People) -> Case:
    """As whoever answers for information decided, and another who answers for it has signed."""
    ended = reviewed(case, people).case
    waits = RetentionReview.objects.to_sign().get(case=ended)
    with clock.at(waits.reviewed_at + DAY):
        another = factories.person(ended.area, PostKind.GOVERNANCE_LEAD, "Another Signs")
        factories.purpose(ended, another)
        operations.sign_keeping(ended, by=another, seen=waits.pk, agrees=True)
    ended.refresh_from_db()
    return ended


# The record on which it takes place, made as the act needs it.
MADE: dict[str, Callable[[Case, People], Model]] = {
    "cases:answer_information_request_anew": answered,
    "cases:answer_intervention": asked_to_give,
    "cases:decide_section36": another,
    "cases:end_exclusion": excluded,
    "cases:keep_case": kept_once,
    "cases:lift_restriction": restricted,
    "cases:name_reader": restricted,
    "cases:offer_to_area": no_longer_offered,
    "cases:offer_to_panel": no_longer_offered,
    "cases:prolong_share": with_a_last_day,
    "cases:record_answer_in_error": answered_anew,
    "cases:record_asking": to_be_asked,
    "cases:record_contact_in_error": lambda case, people: case.logged_contacts.standing().first(),
    "cases:record_exit_plan_in_error": planned_for_afterwards,
    "cases:record_plan_in_error": planned_anew,
    "cases:record_urgent_concern_in_error": seen_to,
    "cases:sign_keeping": lambda case, people: Case.objects.get(individual__given_names="Rose"),
    "cases:sign_section36": lambda case, people: Case.objects.get(individual__given_names="Olive"),
    "cases:remove_reader": lambda case, people: restricted(case, people).named.get(person=people["police"]),
    "cases:take_back_session": agreed_on_a_day,
    "panels:decide_item": lambda case, people: discussed(with_grounds(case, people), people),
    "panels:record_decision_in_error": adopted,
    "panels:record_review": to_be_reviewed_again,
    "panels:record_review_in_error": reviewed,
    "panels:record_section36_in_error": with_grounds,
}

# And so many days later; home when it asks for what was put off to the next day.
DAYS_ON = {"cases:keep_case": 5000, "home:home": 1, "panels:record_review": 340, "panels:record_review_in_error": 166}
