"""A referral that stood with another case: whoever had that case meanwhile stands in the ledger, and is told."""

import re
from datetime import timedelta
from importlib import import_module

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import cases.operations
import referrals.operations
from cases.models import CarriedBefore, CaseReferral
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from reports.models import Correction
from tests import factories
from tests.cases.raw import refused
from tests.cases.test_same_person import AGAIN, again, confirm, earlier, joined, part  # noqa: F401
from tests.reports.test_corrections import handed, to_tell

pytestmark = pytest.mark.usefixtures("unprinted")

WHAT_LEFT = import_module("cases.migrations.0082_what_was_carried_before_is_in_the_trail").WHAT_LEFT
HOURS = timedelta(hours=1)
STOOD = "Stood with another case until then"


@pytest.fixture
def whom(area):
    return lambda name: factories.agency(area, name, AgencyType.OTHER, Sector.OTHER)


@pytest.fixture
def parted(again, earlier, coordinator, chair, panel, meeting, whom, police_representative):  # noqa: F811
    """The case of its own of a referral that stood with the case of somebody else for ten hours."""
    now = clock.now()
    with clock.at(now + HOURS):
        left = factories.case(earlier, coordinator, panel)
        cases.operations.stop_sharing_case(factories.share(left, whom("Too early"), coordinator), by=coordinator)
        factories.share(left, whom("A school"), coordinator)
        handed(left, coordinator, "An earlier reader", "referrals")
    with clock.at(now + 2 * HOURS):
        confirm(again, earlier, coordinator)
        factories.case(again, coordinator, panel)
    with clock.at(now + 3 * HOURS):
        factories.share(left, whom("Housing"), coordinator, level="know")
        factories.share(left, whom("A college"), coordinator)
        handed(left, coordinator, "His GP", "referrals")
        handed(left, coordinator, "A charity", "own_words")
        factories.disclosure(left, coordinator, body="His uncle's club", disclosed_on=clock.today())
        cases.operations.break_glass(
            left, by=police_representative, kind="in_danger", reason="He said that he would do it today."
        )
    with clock.at(now + 12 * HOURS):
        part(again, coordinator)
        factories.share(left, whom("Too late"), coordinator)
        yield again.carried_by.case


def lines(client, reader, case) -> list[dict]:
    client.force_login(reader)
    return client.get(reverse("reports_api:disclosures", args=[case.reference])).json()["results"]


HAD_IT = ["A school", "A college", "His GP", "His uncle's club"]


def test_the_ledger_says_to_whom_that_case_was_open_meanwhile(client, parted, again, coordinator,  # noqa: F811
                                                              police_representative):  # fmt: skip
    left = CarriedBefore.objects.get().case
    assert left != parted
    (line,) = (each for each in lines(client, coordinator, parted) if each["what"] == STOOD)
    assert line["whom"].split(", ") == [*HAD_IT, str(police_representative)]
    assert line["told"] == f"What was referred: {again.reference}"
    page = client.get(reverse("reports:disclosures", args=[parted.reference])).content.decode()
    assert (STOOD in page, "A college" in page, left.reference in page) == (True, True, False)
    assert not [each for each in lines(client, coordinator, left) if each["what"] == STOOD]


def test_where_nobody_else_had_it_the_ledger_says_so(client, joined, again, coordinator):  # noqa: F811
    part(again, coordinator)
    (line,) = lines(client, coordinator, again.carried_by.case)
    assert (line["what"], line["whom"]) == (STOOD, "Only to those who worked on that case")


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


def test_of_what_is_found_untrue_they_are_told(parted, again, area, coordinator):  # noqa: F811
    governance = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gita Governance")
    referrals.operations.propose_found_untrue(again, by=coordinator, reason="Made up.")
    referrals.operations.answer_found_untrue(again, by=governance, agreed=True, answer_reason="I asked too.")
    assert to_tell(parted) == set(HAD_IT)
    assert {each.case for each in Correction.objects.all()} == {parted}


def test_what_a_case_carried_stays_as_it_was(parted):
    before = CarriedBefore.objects.get()
    refused(f"UPDATE cases_carriedbefore SET left_at = now() WHERE id = {before.pk}", match="Cannot update")


def test_what_was_carried_before_this_was_written_is_found_in_the_trail(django_db_setup, django_db_blocker):
    """Wherever an event says another case than the one before it; the rows go with the transaction."""
    owner, moment = connections["owner"], clock.now()
    events = [(1, 10, moment), (1, 10, moment), (1, 11, moment + HOURS), (2, 12, moment)]
    events += [(3, 20, moment), (3, 21, moment + 2 * HOURS)]
    with django_db_blocker.unblock(), transaction.atomic("owner"):
        for referral, case, at in events:
            CaseReferral.pgh_event_model.objects.using("owner").create(
                pgh_obj_id=referral, pgh_label="update", id=referral, referral_id=referral, case_id=case, joined_at=at
            )
        owner.cursor().execute(WHAT_LEFT)
        found = CarriedBefore.objects.using("owner")
        stands = found.values_list("case", "referral", "joined_at", "left_at")
        assert list(stands) == [(10, 1, moment, moment + HOURS), (20, 3, moment, moment + 2 * HOURS)]
        assert len({each.reference for each in found if re.fullmatch("[2-9B-DF-HJ-NP-TV-Z]{10}", each.reference)}) == 2
        transaction.set_rollback(True, "owner")
