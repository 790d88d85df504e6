"""A referral that stood with another case: whoever had that case meanwhile stands in the ledger, and is told."""

import re
from datetime import timedelta
from importlib import import_module

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.formats import date_format

import cases.operations
import referrals.operations
from cases.models import CarriedBefore, CaseReferral
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from reports.carried_before import went_to, with_given
from reports.models import Correction
from tests import factories
from tests.cases.raw import refused
from tests.cases.test_same_person import AGAIN, again, confirm, earlier, joined, part  # noqa: F401
from tests.referrals.test_own_words import dispute
from tests.reports.test_corrections import handed, to_tell

pytestmark = pytest.mark.usefixtures("unprinted")

WHAT_LEFT = import_module("cases.migrations.0082_what_was_carried_before_is_in_the_trail").WHAT_LEFT
DAY = timedelta(days=1)
STOOD = "Was with another person’s case until then"


@pytest.fixture
def whom(area):
    def with_somebody(name):
        agency = factories.agency(area, name, AgencyType.OTHER, Sector.OTHER)
        factories.person(agency, PostKind.REPRESENTATIVE, f"Somebody of {name}")
        return agency

    return with_somebody


@pytest.fixture
def parted(again, earlier, coordinator, chair, panel, meeting, whom, other_area, stranger, police,  # noqa: F811
           police_representative):  # fmt: skip
    """The case of its own of a referral that stood with the case of somebody else for ten days."""
    now = clock.now()
    with clock.at(now + DAY):
        left = factories.case(earlier, coordinator, panel)
        cases.operations.stop_sharing_case(factories.share(left, whom("Too early"), coordinator), by=coordinator)
        factories.share(left, whom("Lapsed too early"), coordinator, until=clock.today())
        factories.share(left, whom("A school"), coordinator)
        factories.information_request(left, whom("Asked before"), coordinator)
        handed(left, coordinator, "An earlier reader", "referrals")
        cases.operations.break_glass(left, by=police_representative, kind="in_danger", reason="He said so.")
    with clock.at(now + 2 * DAY):
        confirm(again, earlier, coordinator)
        factories.case(again, coordinator, panel)
    with clock.at(now + 3 * DAY):
        factories.share(left, whom("Housing"), coordinator, level="know")
        factories.share(left, whom("A college"), coordinator)
        handed(left, coordinator, "His GP", "referrals")
        handed(left, coordinator, "A charity", "own_words")
        handed(left, coordinator, "A court", "section36")
        handed(left, coordinator, "Mr Khan", "referrals", kind="person")
        factories.disclosure(left, coordinator, body="His uncle's club")
        factories.disclosure(left, coordinator, body="Mrs Khan", recipient_kind="person")
        offer = factories.transfer(left, other_area, coordinator, signed_by=chair)
        cases.operations.take_back_transfer(offer, by=coordinator)
        cases.operations.break_glass(left, by=police_representative, kind="in_danger", reason="He said so.")
    with clock.at(now + 12 * DAY):
        part(again, coordinator)
        factories.share(left, whom("Too late"), coordinator)
        yield again.carried_by.case


def lines(client, reader, case) -> list[dict]:
    client.force_login(reader)
    return client.get(reverse("reports_api:disclosures", args=[case.reference])).json()["results"]


HAD_IT = ["A school", "A college", "His GP", "Eastvale", "His uncle's club"]
KNEW_OF_IT = [
    "A school",
    "A college",
    "Asked before",
    "His GP",
    "A court",
    "Eastvale",
    "His uncle's club",
]


def test_the_ledger_says_to_whom_that_case_was_open_meanwhile(client, parted, again, coordinator,  # noqa: F811
                                                              police_representative):  # fmt: skip
    left = CarriedBefore.objects.get().case
    assert left != parted
    (line,) = (each for each in lines(client, coordinator, parted) if each["what"] == STOOD)
    whose = "the person whom that case is about, or a parent"
    assert line["whom"] == ", ".join([*KNEW_OF_IT, str(police_representative), whose])
    joined_on = date_format(clock.day_of(CarriedBefore.objects.get().joined_at), "j F Y")
    assert line["told"] == f"Referral {again.reference}, which was with it since {joined_on}"
    page = client.get(reverse("reports:disclosures", args=[parted.reference])).content.decode()
    assert (STOOD in page, "A college" in page, "Khan" in page, left.reference in page) == (
        True, True, False, False,
    )  # fmt: skip
    assert not [each for each in lines(client, coordinator, left) if each["what"] == STOOD]


def test_where_nobody_else_had_it_the_ledger_says_so(client, joined, again, coordinator):  # noqa: F811
    part(again, coordinator)
    (line,) = lines(client, coordinator, again.carried_by.case)
    assert (line["what"], line["whom"]) == (STOOD, "Nobody but those who worked on that case")


def test_of_several_as_much_is_asked_as_of_one(client, parted, again, earlier, officer, coordinator,  # noqa: F811
                                               panel, django_assert_num_queries):  # fmt: skip
    client.force_login(coordinator)
    address = reverse("reports:disclosures", args=[parted.reference])
    client.get(address)
    with CaptureQueriesContext(connection) as of_one:
        client.get(address)
    # Of the same person, and taken for a while to be of the other.
    third = factories.referral(officer, **AGAIN)
    confirm(third, again, coordinator)
    confirm(third, earlier, coordinator)
    factories.case(third, coordinator, panel)
    part(third, coordinator)
    assert third.carried_by.case == parted
    with django_assert_num_queries(len(of_one)):
        assert client.get(address).content.decode().count(STOOD) == 2


def test_of_what_is_found_untrue_whoever_knew_of_it_is_told(parted, again, governance, coordinator):  # noqa: F811
    referrals.operations.propose_found_untrue(again, by=coordinator, reason="Made up.")
    referrals.operations.answer_found_untrue(again, by=governance, agreed=True, answer_reason="I asked too.")
    assert to_tell(parted) == set(KNEW_OF_IT)
    assert {each.case for each in Correction.objects.all()} == {parted}


def test_of_what_was_wrong_whoever_had_it_is_told(parted, again, coordinator):  # noqa: F811
    said = dispute(again, coordinator)
    referrals.operations.answer_dispute(said, by=coordinator, outcome="wrong", answer="He never was there.")
    assert to_tell(parted) == set(HAD_IT)


def test_what_the_police_referred_went_only_where_it_was_confirmed(parted, again, police):  # noqa: F811
    (before,) = with_given(CarriedBefore.objects.all())
    before.referral.for_agency.type = AgencyType.POLICE
    had = {str(whom) for _, whom in went_to(before, known=True)}
    assert set(KNEW_OF_IT) - had == {"His GP", "Eastvale"}


def test_a_restriction_of_the_case_it_left_hides_nothing_of_it(client, parted, chair, coordinator):
    left = CarriedBefore.objects.get().case
    cases.operations.restrict_case(left, by=chair, reason="A threat.", readers=[])
    assert [each["what"] for each in lines(client, coordinator, parted)] == [STOOD]


def test_what_a_case_carried_stays_as_it_was(parted):
    before = CarriedBefore.objects.get()
    refused(f"UPDATE cases_carriedbefore SET left_at = now() WHERE id = {before.pk}", match="Cannot update")


def test_what_was_carried_before_this_was_written_is_found_in_the_trail(django_db_setup, django_db_blocker):
    """Wherever an event says another case than the one before it; the rows go with the transaction."""
    owner, moment = connections["owner"], clock.now()
    events = [(1, 10, moment), (1, 10, moment), (1, 11, moment + DAY), (2, 12, moment)]
    events += [(3, 20, moment), (3, 21, moment + 2 * DAY)]
    with django_db_blocker.unblock(), transaction.atomic("owner"):
        for referral, case, at in events:
            CaseReferral.pgh_event_model.objects.using("owner").create(
                pgh_obj_id=referral, pgh_label="update", id=referral, referral_id=referral, case_id=case, joined_at=at
            )
        owner.cursor().execute(WHAT_LEFT)
        found = CarriedBefore.objects.using("owner")
        stands = found.values_list("case", "referral", "joined_at", "left_at")
        assert list(stands) == [(10, 1, moment, moment + DAY), (20, 3, moment, moment + 2 * DAY)]
        assert len({each.reference for each in found if re.fullmatch("[2-9B-DF-HJ-NP-TV-Z]{10}", each.reference)}) == 2
        transaction.set_rollback(True, "owner")
