"""Answering what another area offers: one answer counts, and the panel has a day by which it takes the case."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse
from django.utils import timezone

import panels.operations
from cases import operations
from cases.models import Case, CaseTransfer
from panels.models import ConferenceRequest
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import TransferPolicy
from prevent_cases.reference.working_days import WorkingDays
from tests import factories
from tests.cases.raw import refused
from tests.cases.transfer import DAY, asks_at_home, pages_of, said_at_home, text


def said_of(person, case) -> list[str]:
    return [said for said in asks_at_home(person) if case.reference in said]


# Two at once


@pytest.mark.parametrize("other", ["chair", "taken back"])
def test_of_two_answers_at_once_one_counts(committed, other):
    area, far = factories.area(), factories.area("Eastvale")
    school = factories.agency(area)
    officer = factories.person(school, PostKind.OFFICER, "Olive")
    coordinator = factories.person(area, PostKind.COORDINATOR, "Cora")
    panel, there = factories.panel(area, "Here"), factories.panel(far, "There")
    chair, thea = factories.person(panel, PostKind.CHAIR, "Charles"), factories.person(there, PostKind.CHAIR, "Thea")
    theo = factories.person(there, PostKind.DEPUTY, "Theo")
    stranger = factories.person(far, PostKind.COORDINATOR, "Stella")
    case = factories.case(factories.referral(officer), coordinator, panel)
    offer = factories.transfer(case, far, chair)
    operations.place_transfer(offer, by=stranger, panel=there)
    start = threading.Barrier(2)

    def done(answer) -> bool:
        mine = CaseTransfer.objects.get(pk=offer.pk)
        start.wait()
        try:
            answer(mine)
            return True
        except (Refused, PermissionDenied, NotVisible):
            return False
        finally:
            connection.close()

    def accepted_by(person):
        return lambda mine: panels.operations.answer_transfer(mine, by=person, accepted=True)

    second = accepted_by(theo)
    if other == "taken back":
        second = lambda mine: operations.take_back_transfer(mine, by=coordinator)  # noqa: E731
    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(done, [accepted_by(thea), second]))
    assert sorted(answers) == [False, True]
    case.refresh_from_db()
    offer.refresh_from_db()
    taken_on = offer.outcome == "accepted"
    assert (case.stage == "transferred", Case.objects.filter(area=far).count()) == (taken_on, int(taken_on))


# What could not wait


def test_an_urgent_conference_that_was_not_held_is_called_where_the_case_is_now(
    client, case, referral, coordinator, organiser, chair, lead, school, other_area, stranger, there, thea, do_errands
):
    """Asked for by who told, called for a meeting that comes too late: seen there before, and called there after."""
    oscar = factories.person(other_area, PostKind.ORGANISER, "Oscar There")
    provider = factories.agency(case.area, "Larch Mentoring", "provider")
    soon = timezone.localtime(clock.now() + timedelta(hours=3))
    when = {"starts_on": soon.date(), "starts_time": soon.time()}
    words = f"Canary: he packs a bag, says {provider.name}."
    panels.operations.ask_for_conference(referral, by=lead, agency=school, reason=words)
    asked = ConferenceRequest.objects.get()
    called = panels.operations.call_conference(asked, by=organiser, **when)
    offer = factories.transfer(case, other_area, coordinator)
    assert [said for said in said_of(chair, case) if "An urgent conference was asked for and has not been held" in said]
    operations.sign_transfer(offer, by=chair)
    # Before anybody there takes it on: at home, in the pack, and where the chair answers.
    assert [said for said in said_of(stranger, case) if "An urgent conference was asked for" in said]
    client.force_login(stranger)
    pack = pages_of(offer)[1]
    assert "Canary: he packs a bag" in text(client.get(pack))
    operations.place_transfer(offer, by=stranger, panel=there)
    assert [said for said in said_of(thea, case) if "An urgent conference was asked for" in said]
    client.force_login(thea)
    assert "call one, or to say why not" in text(client.get(reverse("panels:answer_transfer", args=[offer.reference])))
    do_errands()
    mail.outbox.clear()
    begun = panels.operations.answer_transfer(offer, by=thea, accepted=True)
    # After: on the lists and in the letter box of whoever coordinates and organises there, and with the case.
    do_errands()
    told = [sent for sent in mail.outbox if "/call/" in sent.body]
    assert {address for sent in told for address in sent.to} == {stranger.email, oscar.email}
    new = begun.carried_referrals.get().referral
    request = new.conference_requests.get()
    assert (request.first_asked_at, request.agency, request.asked_by) == (asked.asked_at, None, thea)
    meetings = reverse("panels:case_meetings", args=[begun.reference])
    call, leave = (
        reverse(f"panels:{name}", args=[request.reference]) for name in ("call_conference", "leave_conference_uncalled")
    )
    for person in (stranger, oscar):
        assert said_at_home(person, f"Call an urgent conference, or say why not: referral {new.reference}")
        client.force_login(person)
        for page in (meetings, call):
            read = text(client.get(page))
            assert "in the area that the case came from, and not held" in read
            assert "ay why none is called" in read
            assert provider.name not in read
            # Who asked is who told: nobody there learns it by this.
            assert lead.name not in read
            assert school.name not in read
    # The old area is asked nothing more, and the end of its meeting takes it away from nobody.
    for person in (coordinator, organiser, lead):
        assert not said_at_home(person, "Call an urgent conference")
        client.force_login(person)
        assert [client.get(page).status_code for page in (call, leave)] == [404, 404]
    with clock.at(soon + timedelta(minutes=1)):
        panels.operations.start_meeting(called, by=chair)
        panels.operations.end_meeting(called, by=chair)
        for person in (stranger, coordinator):
            client.force_login(person)
            assert "Canary: he packs a bag" in text(client.get(pack))
    # Called there, or said why not; what is asked for there is called.
    client.force_login(oscar)
    assert client.get(leave).status_code == 200
    assert client.post(leave, {"because": ""}).status_code == 422
    endpoint = reverse("panels_api:leave_conference_uncalled", args=[request.reference])
    said = {"because": "Canary-because: his aunt drove him home."}
    client.force_login(thea)
    assert client.post(endpoint, said).status_code == 403
    client.force_login(oscar)
    assert client.post(leave, said).url == meetings
    factories.purpose(begun, oscar)
    page = text(client.get(meetings))
    assert "Canary-because" in page
    assert "Ask for an urgent conference" in page
    assert not said_at_home(oscar, "Call an urgent conference")
    with pytest.raises(Refused, match="has written why no conference is called"):
        panels.operations.call_conference(request, by=oscar, **when)
    panels.operations.ask_for_conference(new, by=stranger, reason="He packs again.")
    again = ConferenceRequest.objects.latest("pk")
    with pytest.raises(Refused, match="was asked for here"):
        panels.operations.leave_conference_uncalled(again, by=oscar, because="Later.")
    # Whatever is called in time goes no further than that.
    held = panels.operations.call_conference(again, by=oscar, **when)
    assert held.items.get().case == begun
    table = "UPDATE panels_conferencerequest SET"
    why = "not_called_by_id = asked_by_id, not_called_at = now(), not_called_because = 'x'"
    refused(f"{table} {why} WHERE id = {again.pk}", match="only_what_came_with_a_case_is_not_called_for_a_reason")
    refused(f"{table} not_called_because = 'x' WHERE id = {request.pk}", match="Cannot update")


def test_what_was_held_or_decided_is_not_asked_for_again(case, referral, coordinator, organiser, chair, other_area,
    stranger, there, thea, police, police_representative,
):  # fmt: skip
    panels.operations.ask_for_conference(referral, by=coordinator, reason="He has packed a bag.")
    soon = timezone.localtime(clock.now() + timedelta(hours=3))
    asked = ConferenceRequest.objects.get()
    when = {"starts_on": soon.date(), "starts_time": soon.time()}
    held = panels.operations.call_conference(asked, by=organiser, **when)
    assert case.carried_referrals.get().referral.conference_requests.not_held().exists()
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    with clock.at(soon):
        panels.operations.start_meeting(held, by=chair)
        panels.operations.record_attendance(held, by=chair, agency=police, name="Perry Police", presence="present")
        panels.operations.decide_item(held.items.get(), by=chair, **factories.DEFERRED)
        assert not ConferenceRequest.objects.not_held().exists()
        offer = factories.transfer(case, other_area, chair)
        begun = factories.transferred(offer, there, stranger, thea)
    assert not begun.carried_referrals.get().referral.conference_requests.exists()


# By when, and what it costs


def test_a_first_panel_that_is_late_is_on_the_lists_of_coordinator_and_chair_there(
    client, case, coordinator, chair, officer, panel, other_area, stranger, there, thea, queries_of
):
    factories.policy(other_area, TransferPolicy, first_panel_within=3)
    offer = factories.transfer(case, other_area, chair)
    begun = factories.transferred(offer, there, stranger, thea)
    offer.refresh_from_db()
    due = WorkingDays.of(other_area).after(clock.today(), 3)
    assert offer.first_panel_by == due
    client.force_login(thea)
    assert "First panel" in text(client.get(begun.get_absolute_url()))
    one = [queries_of(page) for page in ("/", *pages_of(offer), begun.get_absolute_url())]
    with clock.at(clock.now() + (due - clock.today())):
        assert not said_at_home(stranger, "First panel")
    with clock.at(clock.now() + (due - clock.today()) + DAY):
        for person in (stranger, thea):
            assert said_at_home(person, f"First panel of case {begun.reference}")
        for person in (coordinator, chair):
            assert not said_at_home(person, "First panel of")
    # However many there are: two more on the list, and a pack with more in it.
    for _ in range(2):
        more = factories.case(factories.referral(officer), coordinator, panel)
        factories.transferred(factories.transfer(more, other_area, chair), there, stranger, thea)
        waits = factories.case(factories.referral(officer), coordinator, panel)
        waiting = factories.transfer(waits, other_area, chair)
        operations.place_transfer(waiting, by=stranger, panel=there)
    assert [queries_of(page) for page in ("/", *pages_of(offer), begun.get_absolute_url())] == one
