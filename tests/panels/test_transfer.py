"""Answering what another area offers: one answer counts, and the panel has a day by which it takes the case."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

import panels.operations
from cases import operations
from cases.models import Case, CaseTransfer
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import TransferPolicy
from prevent_cases.reference.working_days import WorkingDays
from tests import factories
from tests.cases.transfer import DAY, pages_of, said_at_home, text

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
