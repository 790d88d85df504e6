"""What is disputed of who was told, a plan, an answer, a worry, a letter, own words, a factor of an assessment, a brief
and how a case was handed over: beside it everywhere.
"""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases import operations
from cases.models.dispute import key_of
from panels.operations import list_waiting_cases, record_attendance, start_meeting
from prevent_cases import clock
from prevent_cases.operations import Refused
from reports.models import Section
from tests import factories
from tests.cases.conftest import BRIEF, point
from tests.cases.raw import refused
from tests.cases.test_letters import SAID
from tests.panels.reviews import summary_of

ANSWERED = "Canary: it was asked again."


@pytest.fixture
def kinds(area, supported, given, giver, nhs, nora, coordinator, second_coordinator):
    """One of each, by its kind."""
    told = operations.record_being_told(
        supported, by=coordinator, whom="person", told=True, on=clock.today(), what="Fact: he was told on Monday."
    )
    asked = factories.information_request(supported, nhs, coordinator)
    answer = factories.information_answer(asked, nora, "not_shared", why_not="Fact: he is no patient.")
    concern = operations.raise_urgent_concern(given, by=giver, words="Fact: he has packed a bag.")
    letter = operations.write_letter(supported, by=coordinator, added="Fact: you agreed.", **SAID)
    operations.say_letter_sent(letter, by=coordinator, sent_on=clock.today(), sent_how="post")
    account = operations.note_own_account(
        supported, by=coordinator, whose="person", how="call", said_on=clock.today(), words="Fact: I have friends."
    )
    framework = factories.framework(area)
    known = {"H1": {"point": point(framework, "A lot"), "in_words": "Fact: they quarrel daily."}}
    for _ in range(2):
        assessed = factories.assessment(supported, coordinator, framework, entries=factories.found(framework, **known))
    for owner, by in ((second_coordinator, coordinator), (coordinator, second_coordinator)):
        operations.allocate_case(supported, by=by, owner=owner, note="Fact: ring his aunt first.")
    return {
        "factor_entry": assessed.factor_entries.get(factor__code="H1"),
        "intervention": given,
        "allocation": supported.allocations.last(),
        "being_told": told,
        "support_plan": supported.support_plans.get(),
        "information_answer": answer,
        "urgent_concern": concern,
        "letter": letter,
        "own_account": account,
    }


# By hand: every page and endpoint on which each is shown, by what its address names, and words of it that stand there.
CASE, REQUEST, CONCERN, LETTER, OFFER, SUPPORT = "case", "request", "concern", "letter", "offer", "support"
ASSESSED, ITEM = "assessed", "item"
# What a coordinator may not do.
BY_CHAIR = ("cases:plan_support", "panels:take_item")
PLACES = {
    "being_told": {
        "cases:consent": (CASE, "Fact: he was told"),
        "cases_api:consent": (CASE, "Fact: he was told"),
        "cases:record_being_told_in_error": ("told", "The person"),
        "reports:chronology": (CASE, "Fact: he was told"),
        "reports_api:chronology": (CASE, "Fact: he was told"),
    },
    "support_plan": {
        "cases:support": (CASE, "Weekly, at the library."),
        "cases_api:support": (CASE, "Weekly, at the library."),
        "cases:plan_support": (CASE, "Weekly, at the library."),
        "cases:arrange_intervention": (CASE, "A mentor."),
        "reports:statutory_sheet": (CASE, "Weekly, at the library."),
        "reports_api:statutory_sheet": (CASE, "Weekly, at the library."),
        "reports:transfer_pack": (OFFER, "Weekly, at the library."),
        "reports_api:transfer_pack": (OFFER, "Weekly, at the library."),
    },
    "information_answer": {
        "cases:information": (CASE, "Fact: he is no patient."),
        "cases:view_informationrequest": (REQUEST, "Fact: he is no patient."),
        "cases_api:view_informationrequest": (REQUEST, "Fact: he is no patient."),
    },
    "urgent_concern": {
        "cases:support": (CASE, "Somebody is worried now"),
        "cases:view_intervention": (SUPPORT, "Not seen yet"),
        "cases:view_urgentconcern": (CONCERN, "Fact: he has packed"),
        "cases:answer_urgent_concern": (CONCERN, "Fact: he has packed"),
        "cases_api:view_urgentconcern": (CONCERN, "Fact: he has packed"),
    },
    "letter": {
        "cases:letters": (CASE, "Ashwin"),
        "cases_api:letters": (CASE, "Ashwin"),
        "cases:view_letter": (LETTER, "Fact: you agreed."),
        "cases:easy_read_letter": (LETTER, "Ashwin"),
        "cases_api:view_letter": (LETTER, "Fact: you agreed."),
        "cases:record_letter_in_error": (LETTER, "Ashwin"),
        "reports:chronology": (CASE, "Letter to Ashwin"),
        "reports_api:chronology": (CASE, "Letter to Ashwin"),
        "reports:disclosures": (CASE, "Ashwin"),
        "reports_api:disclosures": (CASE, "Ashwin"),
    },
    "factor_entry": {
        "cases:view_assessment": (ASSESSED, "Fact: they quarrel daily."),
        "cases_api:view_assessment": (ASSESSED, "Fact: they quarrel daily."),
        "cases:compare_assessments": (CASE, "Fact: they quarrel daily."),
        "cases_api:compare_assessments": (CASE, "Fact: they quarrel daily."),
        "cases:assessments_over_time": (CASE, "A lot"),
        "cases_api:assessments_over_time": (CASE, "A lot"),
    },
    "intervention": {
        "cases:view_intervention": (SUPPORT, BRIEF["needs"]),
        "cases_api:view_intervention": (SUPPORT, BRIEF["needs"]),
        "reports:chronology": (CASE, BRIEF["purpose"]),
        "reports_api:chronology": (CASE, BRIEF["purpose"]),
    },
    "allocation": {
        "cases:view_case": (CASE, "Fact: ring his aunt first."),
        "cases_api:view_case": (CASE, "Fact: ring his aunt first."),
        "reports:chronology": (CASE, "Fact: ring his aunt first."),
        "reports_api:chronology": (CASE, "Fact: ring his aunt first."),
    },
    "own_account": {
        "cases:own_accounts": (CASE, "Fact: I have friends."),
        "cases_api:own_accounts": (CASE, "Fact: I have friends."),
        "cases:record_own_account_in_error": ("account", "In the words of the person"),
        "reports:chronology": (CASE, "Fact: I have friends."),
        "reports:transfer_pack": (OFFER, "Fact: I have friends."),
        "panels:take_item": (ITEM, "Fact: I have friends."),
    },
}


def against(kind) -> str:
    return f"Canary against {kind}."


def disputed(kinds, by) -> dict:
    return {kind: factories.dispute(of.case, by, of, words=against(kind)) for kind, of in of_case(kinds).items()}


def of_case(kinds) -> dict:
    for kind in ("information_answer", "factor_entry"):
        kinds[kind].case = kinds["letter"].case  # As a factory asks for it.
    return kinds


@pytest.fixture
def read(client, kinds, other_area, stranger, coordinator, chair):
    """What stands in a place of a kind, read by whoever coordinates; by the chair, where that alone may."""
    case = kinds["letter"].case
    meeting = factories.meeting(case.panel)
    list_waiting_cases(meeting, by=coordinator)
    named = {
        CASE: case,
        REQUEST: kinds["information_answer"].request,
        CONCERN: kinds["urgent_concern"],
        SUPPORT: kinds["urgent_concern"].intervention,
        LETTER: kinds["letter"],
        ASSESSED: kinds["factor_entry"].assessment,
        ITEM: case.agenda_items.get(meeting=meeting),
        OFFER: factories.transfer(case, other_area, coordinator, signed_by=chair),
        "told": kinds["being_told"],
        "account": kinds["own_account"],
    }

    def page(kind, name) -> str:
        client.force_login(chair if name in BY_CHAIR else coordinator)
        return client.get(reverse(name, args=[named[PLACES[kind][name][0]].reference])).content.decode()

    return page


def test_each_stands_nowhere_without_its_dispute_and_its_answer(read, kinds, coordinator, chair, todays):
    """Of each kind in a third of its places, by turns."""
    said = disputed(kinds, chair)
    for kind, places in PLACES.items():
        stands = {name: read(kind, name) for name in todays(places, 3)}
        assert {name for name, text in stands.items() if places[name][1] not in text} == set(), kind
        assert {name for name, text in stands.items() if against(kind) not in text} == set(), kind
        operations.answer_dispute(said[kind], by=coordinator, outcome="stands", answer=f"{ANSWERED} {kind}")
        assert {name for name in stands if f"{ANSWERED} {kind}" not in read(kind, name)} == set(), kind
    assert read("being_told", "cases:consent").count(against("being_told")) == 1
    # Also where it was recorded in error.
    operations.record_being_told_in_error(kinds["being_told"], by=coordinator, reason="His brother.")
    assert against("being_told") in read("being_told", "cases:consent")


def test_a_summary_that_holds_the_plan_shows_it_and_is_not_opened_any_more_and_no_other(
    client, kinds, coordinator, chair, text_of
):
    case, plan = kinds["letter"].case, kinds["support_plan"]
    client.force_login(coordinator)
    others = [each for each in Section.values if each != "support"]

    def opened(copy) -> int:
        return client.get(reverse("reports:open_casesummary", args=[copy.reference])).status_code

    holds, other = summary_of(case, coordinator, "support"), summary_of(case, coordinator, *others)
    with clock.at(clock.now() + timedelta(minutes=1)):
        factories.dispute(case, chair, plan, words=against("support_plan"))
        assert (opened(holds), opened(other)) == (404, 200)
        assert against("support_plan") in " ".join(text_of(summary_of(case, coordinator, "support").read()).split())


def test_each_is_offered_beside_it_and_chosen_and_only_of_its_case(
    client, kinds, read, coordinator, chair, officer, panel
):
    case = kinds["letter"].case
    page = reverse("cases:record_dispute", args=[case.reference])
    client.force_login(coordinator)
    choices = [key for key, _ in client.get(page).context["form"].fields["of"].widget.choices]
    other = factories.case(factories.referral(officer), coordinator, panel)
    for kind, of in of_case(kinds).items():
        key = key_of(kind, of)
        assert key in choices
        assert any(f"{page}?of={key}" in read(kind, name) for name in PLACES[kind]), kind
        dispute = factories.dispute(case, chair, of)
        client.force_login(coordinator)
        asked = client.get(dispute.get_answer_url()).content.decode()
        assert dispute.disputed_words.splitlines()[0][:20] in asked
        with pytest.raises(Refused, match="that you may read"):
            factories.dispute(other, coordinator, of)
        refused(
            "INSERT INTO cases_dispute (reference, whose, words, said_on, recorded_by_id, recorded_at, due_on, outcome,"
            f" answer, case_id, {kind}_id) SELECT 'x', whose, words, said_on, recorded_by_id, recorded_at, due_on, '',"
            f" '', %s, {kind}_id FROM cases_dispute WHERE {kind}_id IS NOT NULL",
            other.pk,
            match="in its own case",
        )


def test_whoever_gave_support_reads_what_is_disputed_of_what_worried_them_and_nothing_else(
    client, kinds, giver, coordinator
):
    disputed(kinds, coordinator)
    client.force_login(giver)
    concern = kinds["urgent_concern"]
    for page in (
        concern.get_absolute_url(),
        reverse("cases_api:view_urgentconcern", args=[concern.reference]),
        reverse("cases:raise_urgent_concern", args=[concern.intervention.reference]),
    ):
        text = client.get(page).content.decode()
        assert against("urgent_concern") in text
        assert not [kind for kind in kinds if kind != "urgent_concern" and against(kind) in text]
        assert kinds["letter"].case.reference not in text
    # And of their brief, where that stands.
    for name in ("cases:view_intervention", "cases_api:view_intervention"):
        text = client.get(reverse(name, args=[concern.intervention.reference])).content.decode()
        assert [kind for kind in ("intervention", "allocation", "factor_entry") if against(kind) in text] == [
            "intervention"
        ]
        assert kinds["letter"].case.reference not in text


def test_as_many_queries_at_one_as_at_five(kinds, read, coordinator, queries_of, client, todays):
    case = kinds["letter"].case
    client.force_login(coordinator)
    pages = [
        reverse(f"cases:{name}", args=[case.reference]) for name in ("consent", "support", "information", "letters")
    ]
    pages += [reverse("reports:disclosures", args=[case.reference])]
    pages += [kinds[kind].get_absolute_url() for kind in ("urgent_concern", "letter", "intervention", "factor_entry")]
    pages += [case.get_absolute_url(), reverse("cases:compare_assessments", args=[case.reference]), "/"]
    pages = todays(pages, 3)
    disputed(kinds, coordinator)
    at_one = [queries_of(page) for page in pages]
    for _ in range(4):
        disputed(kinds, coordinator)
    assert [queries_of(page) for page in pages] == at_one
    assert max(at_one) <= 12, at_one


# Sessions where they are counted


def test_sessions_are_nowhere_counted_without_that_one_is_disputed(
    client, given, giver, police, other_area, stranger, coordinator, chair, text_of, todays
):
    case = given.case
    for _ in range(2):
        session = factories.session(given, giver)
    offer = factories.transfer(case, other_area, coordinator, signed_by=chair)
    places = {
        "cases:support": case,
        "cases:view_intervention": given,
        "reports:statutory_sheet": case,
        "reports_api:statutory_sheet": case,
        "reports:transfer_pack": offer,
        "reports_api:transfer_pack": offer,
    }
    places = dict(todays(places.items(), 3))
    client.force_login(coordinator)
    holds = summary_of(case, coordinator, "support")
    meeting = factories.meeting(case.panel)
    list_waiting_cases(meeting, by=coordinator)
    start_meeting(meeting, by=chair)
    record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    decide = reverse("panels:decide_item", args=[meeting.items.get(case=case).reference])

    def without() -> set[str]:
        pages = {
            name: client.get(reverse(name, args=[each.reference])).content.decode() for name, each in places.items()
        }
        client.force_login(chair)
        pages["panels:decide_item"] = client.get(decide).content.decode()
        client.force_login(coordinator)
        pages["summary"] = " ".join(text_of(summary_of(case, coordinator, "support").read()).split())
        return {name for name, text in pages.items() if "disputed sessions among these: 1" not in text.lower()}

    everywhere = {*places, "panels:decide_item", "summary"}
    assert without() == everywhere
    with clock.at(clock.now() + timedelta(minutes=1)):
        dispute = factories.dispute(case, coordinator, session)
        factories.dispute(case, coordinator, session, words="Again.")
        assert without() == set()
        open_it = reverse("reports:open_casesummary", args=[holds.reference])
        assert client.get(open_it).status_code == 404
        # What was recorded in error is not counted, and so is its dispute.
        operations.record_session_in_error(session, by=giver, reason="Another day.")
        assert without() == everywhere
    assert dispute.session == session
