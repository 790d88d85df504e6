"""Whoever has a case, or a summary of it, says that they read on which terms. Nothing waits for it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import cases.operations
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible
from prevent_cases.reference.models import LawfulBasis, SharingPolicy
from reports import operations
from reports.models import Acknowledgement
from reports.permissions import acknowledge_case
from tests import factories
from tests.cases.raw import refused
from tests.standing import standing

pytestmark = pytest.mark.usefixtures("unprinted")

WHY = "So that the school knows whom to ring."


@standing
def second_representative(childrens_services):
    return factories.person(childrens_services, PostKind.REPRESENTATIVE, "Ravi Representative")


@standing
def shared(case, childrens_services, coordinator):
    return factories.share(case, childrens_services, coordinator, purpose=WHY, until=clock.today() + timedelta(days=9))


def asked_of(person, case) -> bool:
    return acknowledge_case.permits(person, case)


def page(name, *args) -> str:
    return reverse(name, args=args)


def text(client, person, address) -> str:
    client.logout()
    client.force_login(person)
    return client.get(address).content.decode()


def test_it_is_asked_where_the_case_is_opened_and_once(client, case, shared, coordinator, representative,
                                                       second_representative):  # fmt: skip
    terms = page("reports:acknowledge_case", case.reference)
    # It is read before it is acknowledged, and home asks too.
    for address in (case.get_absolute_url(), page("cases:concerns", case.reference), "/"):
        assert terms in text(client, representative, address)
    said = text(client, representative, terms)
    for words in (WHY, "Public task", "Children&#x27;s Services", "pass nothing of it on", f"{shared.until:%-d %B %Y}"):
        assert words in said
    answer = client.post(terms, follow=True)
    assert answer.redirect_chain[-1][0] == case.get_absolute_url()
    assert terms not in answer.content.decode()
    assert terms not in client.get("/").content.decode()
    made = Acknowledgement.objects.get()
    assert (made.share, made.acknowledged_by, made.summary) == (shared, representative, None)
    # Each answers for themselves.
    assert asked_of(second_representative, case)
    # To whom it is not shared is not asked.
    assert terms not in text(client, coordinator, case.get_absolute_url())


def test_the_ledger_and_who_can_see_it_say_who_did(client, case, shared, coordinator, representative):
    addresses = [page(name, case.reference) for name in ("reports:disclosures", "cases:who_can_see")]
    endpoint = page("reports_api:disclosures", case.reference)
    for address in addresses:
        assert "Not acknowledged yet" in text(client, coordinator, address)
    client.force_login(representative)
    answered = client.post(page("reports_api:acknowledge_case", case.reference), content_type="application/json")
    assert (answered.status_code, answered.json()["address"]) == (200, case.get_absolute_url())
    said = f"Acknowledged by Rosa Representative on {clock.today():%-d %B %Y}"
    for address in addresses:
        assert said in text(client, coordinator, address)
    assert said in [line["acknowledged"] for line in client.get(endpoint).json()["results"]]
    entry = AuditEntry.objects.filter(what="reports.acknowledge_case").get()
    assert (entry.about[0], entry.by) == (f"cases.Case:{case.pk}", f"accounts.User:{representative.pk}")
    # Of what is shared no more nothing is waited for.
    other = factories.share(case, factories.agency(case.area, "Homes"), coordinator)
    cases.operations.stop_sharing_case(other, by=coordinator)
    assert "Not acknowledged<" in text(client, coordinator, addresses[1])


def test_with_another_purpose_or_level_it_is_asked_anew_and_otherwise_not(case, shared, coordinator, representative,
                                                                          childrens_services):  # fmt: skip
    def given(operation, share, **terms):
        made = operation(share, by=coordinator, **terms)
        return made, asked_of(representative, case)

    operations.acknowledge_case(case, by=representative)
    prolong, change = cases.operations.prolong_share, cases.operations.change_share
    until = shared.until + timedelta(days=9)
    longer, asked = given(prolong, shared, until=until, purpose=WHY)
    assert not asked
    other, asked = given(prolong, longer, until=until + timedelta(days=9), purpose="He moved.")
    assert asked
    operations.acknowledge_case(case, by=representative)
    lower, asked = given(change, other, level="contribute", purpose="He moved.")
    assert asked
    # What it was before is not what was acknowledged last.
    again, asked = given(change, lower, level="read", purpose="He moved.")
    assert asked
    operations.acknowledge_case(case, by=representative)
    cases.operations.stop_sharing_case(again, by=coordinator)
    assert not asked_of(representative, case)
    factories.share(case, childrens_services, coordinator, purpose="He moved.")
    assert asked_of(representative, case)


def test_a_colleague_and_whoever_only_knows_of_it_are_asked(client, case, shared, coordinator, representative,
                                                            colleague, childrens_services):  # fmt: skip
    put_on = {"agency": childrens_services, "colleague": colleague, "purpose": "She sees him daily."}
    cases.operations.put_colleague_on_case(case, by=representative, level="know", **put_on)
    operations.acknowledge_case(case, by=representative)
    terms = page("reports:acknowledge_case", case.reference)
    assert terms in text(client, colleague, page("cases:know_of_case", case.reference))
    # What it is for would tell what it is about.
    assert "She sees him daily." not in client.get(terms).content.decode()
    answer = client.post(terms, follow=True)
    assert answer.redirect_chain[-1][0] == page("cases:know_of_case", case.reference)
    assert not asked_of(colleague, case)
    # What the agency has changes, and what the colleague has goes on.
    cases.operations.prolong_share(shared, by=coordinator, until=shared.until + timedelta(days=9), purpose="More.")
    assert (asked_of(representative, case), asked_of(colleague, case)) == (True, False)


def test_whoever_was_handed_a_summary_is_asked_without_seeing_the_case(client, case, chair, stranger, lead, school):
    said = {"purpose": "For the school.", "lawful_basis": LawfulBasis.PUBLIC_TASK, "sections": ["contacts"]}
    said |= factories.confirmed(case, chair, ["contacts"])
    operations.hand_out_case_summary(case, by=chair, agency=school, **said)
    ledger, terms = (page(f"reports:{name}", case.reference) for name in ("disclosures", "acknowledge_case"))
    assert "Not acknowledged yet" in text(client, chair, ledger)
    assert terms in text(client, lead, "/")
    assert "For the school." in client.get(terms).content.decode()
    assert client.post(terms).headers["Location"] == "/"
    assert client.get(case.get_absolute_url()).status_code == 404
    assert "Acknowledged by Lee Lead" in text(client, chair, ledger)
    with pytest.raises(NotVisible):
        operations.acknowledge_case(case, by=stranger)


def test_the_owner_is_told_what_nobody_acknowledged_in_time(client, area, case, shared, coordinator,
                                                            second_coordinator, representative):  # fmt: skip
    title = "Shared, and not acknowledged"
    late = clock.now() + timedelta(days=8)
    assert title not in text(client, coordinator, "/")
    with clock.at(late):
        assert title in text(client, coordinator, "/")
        assert title not in text(client, second_coordinator, "/")
        factories.policy(area, SharingPolicy, acknowledged_within=20)
        assert title not in text(client, coordinator, "/")
        factories.policy(area, SharingPolicy, acknowledged_within=1)
        assert title in text(client, coordinator, "/")
        operations.acknowledge_case(case, by=representative)
        assert title not in text(client, coordinator, "/")


def test_it_is_of_its_case_once_and_stands(case, shared, coordinator, representative):
    cases.operations.restrict_case(case, by=coordinator, reason="A threat.", readers=[coordinator])
    with pytest.raises(NotVisible):
        operations.acknowledge_case(case, by=representative)
    cases.operations.lift_restriction(case.restrictions.get(), by=coordinator)
    operations.acknowledge_case(case, by=representative)
    with pytest.raises(PermissionDenied):
        operations.acknowledge_case(case, by=representative)
    again = """
        INSERT INTO reports_acknowledgement (reference, case_id, share_id, acknowledged_by_id, acknowledged_at)
        SELECT 'AGAIN', case_id + %s, share_id, acknowledged_by_id, acknowledged_at FROM reports_acknowledgement
    """
    refused(again, 0, match="a_share_is_acknowledged_once")
    refused(again, 1, match="given of its own case")
    refused("UPDATE reports_acknowledgement SET acknowledged_at = now()", match="Cannot update rows")


def test_it_takes_as_many_queries_however_much_is_shared(client, area, case, shared, coordinator):
    client.force_login(coordinator)
    addresses = [page(name, case.reference) for name in ("reports:disclosures", "cases:who_can_see")]
    for address in addresses:
        client.get(address)
    before = [queries_of(client, address) for address in addresses]
    for number in range(5):
        factories.share(case, factories.agency(area, f"Homes {number}"), coordinator)
    assert [queries_of(client, address) for address in addresses] == before
    assert max(before) <= 12


def queries_of(client, address) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)
