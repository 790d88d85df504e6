"""What the person or a parent disputes of an action: beside it wherever that is shown, on paper as well."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from actions.models import ActionDispute
from panels import operations
from panels.models import Minutes
from prevent_cases import clock
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import TriagePolicy
from prevent_cases.reference.working_days import WorkingDays
from reports.models import Section
from tests import factories
from tests.cases.transfer import said_at_home
from tests.panels.reviews import summary_of
from tests.standing import standing

WHAT, SAID, ANSWERED = "Canary: ring his mother daily.", "Canary: she asked for no calls.", "Canary: it is weekly now."


@standing
def held(case, meeting, police, coordinator, chair, police_representative):
    """A meeting at which an action was agreed, with the minutes of its item."""
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    operations.start_meeting(meeting, by=chair)
    operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    factories.action(case, police, coordinator, what=WHAT)
    operations.decide_item(meeting.items.get(), by=chair, **factories.ADOPTED)
    return meeting


@pytest.fixture
def action(held, case):
    return case.actions.get()


def dispute(action, by, **said) -> ActionDispute:
    said = {"whose": "parent", "words": SAID, "said_on": clock.today()} | said
    return operations.record_action_dispute(action, by=by, **said)


def test_it_stands_beside_the_action_in_every_place_with_its_answer(
    client, action, held, case, other_area, stranger, coordinator, chair, text_of, do_errands, todays
):
    """In a third of the places, by turns, in the list and on paper."""
    operations.end_meeting(held, by=chair)
    do_errands()
    first = Minutes.objects.get()
    offer = factories.transfer(case, other_area, coordinator, signed_by=chair)
    # By hand: every page and endpoint on which an action is shown.
    places = {
        "actions:view_action": action, "actions_api:view_action": action, "actions:complete_action": action,
        "actions:hand_over_action": action, "actions:record_action_in_error": action,
        "actions:case_actions": case, "reports:chronology": case, "reports_api:chronology": case,
        "reports:transfer_pack": offer, "reports_api:transfer_pack": offer, "panels:take_item": held.items.get(),
    }  # fmt: skip
    places = dict(todays(places.items(), 3))
    client.force_login(coordinator)

    def read() -> dict[str, str]:
        pages = {name: client.get(reverse(name, args=[each.reference])) for name, each in places.items()}
        pages["list"] = client.get(reverse("actions:list_actions") + "?all")
        minutes = Minutes.objects.permitted(chair, "panels.view_minutes").get()
        pdfs = {"minutes": minutes.read(), "summary": summary_of(case, coordinator, "actions").read()}
        return {name: page.content.decode() for name, page in pages.items()} | {
            name: " ".join(text_of(pdf).split()) for name, pdf in pdfs.items()
        }

    assert {name for name, text in read().items() if WHAT not in text} == set()
    said = dispute(action, coordinator)
    do_errands()
    assert client.get(first.get_absolute_url()).status_code == 404
    assert {name for name, text in read().items() if SAID not in text} == set()
    operations.answer_action_dispute(said, by=coordinator, outcome="wrong", answer=ANSWERED)
    do_errands()
    assert {name for name, text in read().items() if SAID not in text or ANSWERED not in text} == set()


def test_it_is_kept_and_answered_in_time(client, area, action, case, coordinator, chair, police_representative):
    client.force_login(police_representative)
    page = reverse("panels:record_action_dispute", args=[action.reference])
    assert page in client.get(action.get_absolute_url()).content.decode()
    assert WHAT in client.get(page).content.decode()
    today = clock.today()
    said = {"said_on_day": today.day, "said_on_month": today.month, "said_on_year": today.year, "words": SAID}
    assert client.post(page, said).status_code == 422
    assert client.post(page, said | {"whose": "parent"}).status_code == 302
    kept = ActionDispute.objects.get()
    answer = reverse("panels:answer_action_dispute", args=[kept.reference])
    within = TriagePolicy.of(area).disputes_answered_within
    assert (kept.whose, kept.due_on) == ("parent", WorkingDays.of(area).due(clock.now(), within))
    # The meeting has not ended, so there are no minutes to make anew.
    assert not Minutes.objects.exists()
    for answers in (coordinator, chair):
        assert said_at_home(answers, f"Answer what is disputed of action {action.reference}: case {case.reference}")
    assert not said_at_home(police_representative, "Answer what is disputed")
    assert answer not in client.get(action.get_absolute_url()).content.decode()
    client.force_login(chair)
    assert answer in client.get(action.get_absolute_url()).content.decode()
    asked = client.get(answer).content.decode()
    assert all(words in asked for words in (SAID, WHAT))
    assert client.post(answer, {"outcome": "stands", "answer": ANSWERED}).status_code == 302
    assert not said_at_home(chair, "Answer what is disputed")
    kept.refresh_from_db()
    with pytest.raises(Refused, match="has been answered"):
        operations.answer_action_dispute(kept, by=coordinator, outcome="wrong", answer="No.")


def test_a_summary_that_holds_it_is_not_opened_any_more_and_no_other(client, action, case, coordinator, unprinted):
    client.force_login(coordinator)
    others = [each for each in Section.values if each != "actions"]
    said = []
    for minutes, happen in enumerate(
        (
            lambda: said.append(dispute(action, coordinator)),
            lambda: operations.answer_action_dispute(said[0], by=coordinator, outcome="wrong", answer=ANSWERED),
        ),
        start=1,
    ):
        with clock.at(clock.now() + timedelta(minutes=minutes)):
            copies = [summary_of(case, coordinator, *each) for each in (["actions"], others)]
            happen()
            opened = [reverse("reports:open_casesummary", args=[copy.reference]) for copy in copies]
            assert [client.get(each).status_code for each in opened] == [404, 200]


def test_who_keeps_it_and_who_answers_it(
    client, action, coordinator, chair, organiser, police_representative, representative, stranger
):
    kept = dispute(action, coordinator)
    for person, answers in {
        coordinator: [200, 200, 422, 422],
        chair: [200, 200, 422, 422],
        organiser: [403, 403, 403, 403],
        police_representative: [200, 403, 422, 403],
        representative: [404] * 4,
        stranger: [404] * 4,
    }.items():
        client.force_login(person)
        got = []
        for app, ask in (
            ("panels", client.get),
            ("panels_api", lambda page: client.post(page, {}, content_type="application/json")),
        ):
            for name, record in (("record_action_dispute", action), ("answer_action_dispute", kept)):
                got.append(ask(reverse(f"{app}:{name}", args=[record.reference])).status_code)
        assert got == answers, person
    with pytest.raises(PermissionDenied):
        dispute(action, organiser)
    with pytest.raises(NotVisible):
        dispute(action, stranger)


def test_as_many_queries_at_one_as_at_five(client, action, held, case, coordinator, queries_of, todays):
    client.force_login(coordinator)
    pages = [
        "/",
        action.get_absolute_url(),
        reverse("actions:case_actions", args=[case.reference]),
        reverse("actions:list_actions") + "?all",
        reverse("panels:take_item", args=[held.items.get().reference]),
        reverse("reports:chronology", args=[case.reference]),
    ]
    pages = todays(pages, 3)
    dispute(action, coordinator)
    at_one = [queries_of(page) for page in pages]
    for _ in range(4):
        dispute(action, coordinator)
    assert [queries_of(page) for page in pages] == at_one
    assert max(at_one) <= 12, at_one
