"""Whoever has a case, or a summary of it, says that they read on which terms. Nothing waits for it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

import cases.operations
from cases.models import Share
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
    answer = client.post(terms, {"seen": shared.reference}, follow=True)
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
    seen = {"seen": [shared.reference]}
    answered = client.post(page("reports_api:acknowledge_case", case.reference), seen, "application/json")
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

    factories.acknowledged(case, representative)
    prolong, change = cases.operations.prolong_share, cases.operations.change_share
    until = shared.until + timedelta(days=9)
    longer, asked = given(prolong, shared, until=until, purpose=WHY)
    assert not asked
    other, asked = given(prolong, longer, until=until + timedelta(days=9), purpose="He moved.")
    assert asked
    factories.acknowledged(case, representative)
    lower, asked = given(change, other, level="contribute", purpose="He moved.")
    assert asked
    # What it was before is not what was acknowledged last.
    again, asked = given(change, lower, level="read", purpose="He moved.")
    assert asked
    factories.acknowledged(case, representative)
    cases.operations.stop_sharing_case(again, by=coordinator)
    assert not asked_of(representative, case)
    factories.share(case, childrens_services, coordinator, purpose="He moved.")
    assert asked_of(representative, case)


def test_a_colleague_and_whoever_only_knows_of_it_are_asked(client, case, shared, coordinator, representative,
                                                            colleague, childrens_services):  # fmt: skip
    put_on = {"agency": childrens_services, "colleague": colleague, "purpose": "She sees him daily."}
    cases.operations.put_colleague_on_case(case, by=representative, level="know", **put_on)
    factories.acknowledged(case, representative)
    terms = page("reports:acknowledge_case", case.reference)
    assert terms in text(client, colleague, page("cases:know_of_case", case.reference))
    # What it is for would tell what it is about.
    assert "She sees him daily." not in client.get(terms).content.decode()
    answer = client.post(terms, {"seen": Share.objects.get(colleague=colleague).reference}, follow=True)
    assert answer.redirect_chain[-1][0] == page("cases:know_of_case", case.reference)
    assert not asked_of(colleague, case)
    # What the agency has changes, and what the colleague has goes on.
    cases.operations.prolong_share(shared, by=coordinator, until=shared.until + timedelta(days=9), purpose="More.")
    assert (asked_of(representative, case), asked_of(colleague, case)) == (True, False)


def test_whoever_was_handed_a_summary_is_asked_without_seeing_the_case(client, case, chair, stranger, lead, school,
                                                                       do_errands):  # fmt: skip
    said = {"purpose": "For the school.", "lawful_basis": LawfulBasis.PUBLIC_TASK, "sections": ["contacts"]}
    said |= factories.confirmed(case, chair, ["contacts"])
    summary = operations.hand_out_case_summary(case, by=chair, agency=school, **said)
    ledger, terms = (page(f"reports:{name}", case.reference) for name in ("disclosures", "acknowledge_case"))
    assert "Not acknowledged yet" in text(client, chair, ledger)
    # Nobody has it before it is made.
    assert not asked_of(lead, case)
    do_errands()
    assert terms in text(client, lead, "/")
    assert "For the school." in client.get(terms).content.decode()
    assert client.post(terms, {"seen": summary.reference}).headers["Location"] == "/"
    assert client.get(case.get_absolute_url()).status_code == 404
    assert "Acknowledged by Lee Lead" in text(client, chair, ledger)
    with pytest.raises(NotVisible):
        factories.acknowledged(case, stranger)


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
        factories.acknowledged(case, representative)
        assert title not in text(client, coordinator, "/")


def test_it_is_of_its_case_once_and_stands(case, shared, coordinator, representative):
    cases.operations.restrict_case(case, by=coordinator, reason="A threat.", readers=[coordinator])
    with pytest.raises(NotVisible):
        factories.acknowledged(case, representative)
    cases.operations.lift_restriction(case.restrictions.get(), by=coordinator)
    factories.acknowledged(case, representative)
    with pytest.raises(PermissionDenied):
        factories.acknowledged(case, representative)
    again = """
        INSERT INTO reports_acknowledgement (reference, case_id, share_id, acknowledged_by_id, acknowledged_at)
        SELECT 'AGAIN', case_id + %s, share_id, acknowledged_by_id, acknowledged_at FROM reports_acknowledgement
    """
    refused(again, 0, match="a_share_is_acknowledged_once")
    refused(again, 1, match="given of its own case")
    refused("UPDATE reports_acknowledgement SET acknowledged_at = now()", match="Cannot update rows")


def test_it_takes_as_many_queries_however_much_is_shared(client, queries_of, area, case, shared, coordinator):
    client.force_login(coordinator)
    addresses = [page(name, case.reference) for name in ("reports:disclosures", "cases:who_can_see")]
    before = [queries_of(address) for address in addresses]
    for number in range(5):
        factories.share(case, factories.agency(area, f"Homes {number}"), coordinator)
    assert [queries_of(address) for address in addresses] == before
    assert max(before) <= 12


def test_what_is_acknowledged_is_what_stood_on_the_page_and_nothing_that_came_since(
    client, case, shared, coordinator, representative, childrens_services, school
):  # fmt: skip
    other = factories.share(case, school, coordinator)
    page_of, endpoint = (page(f"{app}:acknowledge_case", case.reference) for app in ("reports", "reports_api"))
    assert f'name="seen" value="{shared.reference}"' in text(client, representative, page_of)
    # Shared by name since: of that nothing has been read.
    colleague = {"agency": childrens_services, "colleague": representative, "purpose": "Canary of what came since."}
    cases.operations.put_colleague_on_case(case, by=representative, **colleague)
    by_name = Share.objects.get(colleague=representative)
    assert client.post(page_of, {"seen": shared.reference}).status_code == 302
    assert [each.share for each in Acknowledgement.objects.all()] == [shared]
    # What is not there to be acknowledged, by whomever it is: also of others, and what has been.
    for seen in ("", "x", "1\x00", "9" * 5000, other.reference, shared.reference):
        late = client.post(page_of, {"seen": [seen, by_name.reference] if seen else []})
        assert (late.status_code in (409, 422), "Canary of what came since." in late.text) == (True, True), seen
        assert f'name="seen" value="{by_name.reference}"' in late.text
        assert "There is a problem" in late.text
        sent = client.post(endpoint, {"seen": [seen]}, "application/json")
        assert sent.status_code in (409, 422), seen
    assert Acknowledgement.objects.count() == 1
    (read,) = client.get(page("reports_api:terms_to_acknowledge", case.reference)).json()["results"]
    assert (read["reference"], read["purpose"]) == (by_name.reference, "Canary of what came since.")
    assert client.post(endpoint, {"seen": [read["reference"]]}, "application/json").status_code == 200
    assert not asked_of(representative, case)


def test_a_summary_is_asked_about_until_its_last_day(
    client, case, shared, chair, coordinator, lead, school, childrens_services, representative, do_errands
):  # fmt: skip
    piece = factories.contribution(case, childrens_services, representative)
    factories.acknowledged(case, representative)
    said = {"purpose": "For the school.", "lawful_basis": LawfulBasis.PUBLIC_TASK, "sections": ["contributions"]}
    said |= factories.confirmed(case, chair, ["contributions"])
    operations.hand_out_case_summary(case, by=chair, agency=school, **said)
    late = "Shared, and not acknowledged"
    with clock.at(clock.now() + timedelta(days=10)):
        # It was never made.
        assert late not in text(client, coordinator, "/")
    do_errands()
    terms = page("reports:acknowledge_case", case.reference)

    def asked() -> list[bool]:
        return [terms in text(client, lead, "/"), late in text(client, coordinator, "/")]

    with clock.at(clock.now() + timedelta(days=10)):
        assert asked() == [True, True]
    with clock.at(clock.now() + timedelta(days=15)):  # Nobody can open it any more.
        assert asked() == [False, False]
        assert "Not acknowledged<" in text(client, chair, page("reports:disclosures", case.reference))
        assert not asked_of(lead, case)
    # Nobody opens it any more, and they have it in their hands until they are given the new one.
    factories.dispute(case, coordinator, piece)
    with clock.at(clock.now() + timedelta(days=10)):
        assert asked() == [True, True]
    without = operations.hand_out_case_summary(case, by=chair, agency=school, **said | {"sections": ["agreement"]})
    newer = operations.hand_out_case_summary(case, by=chair, agency=school, **said)
    do_errands()
    client.force_login(lead)
    (read,) = client.get(page("reports_api:terms_to_acknowledge", case.reference)).json()["results"]
    assert read["reference"] == newer.reference
    # What it holds is withdrawn: nobody is to go on using it, but for the one that does not hold it.
    cases.operations.withdraw_contribution(piece, by=representative, reason="It was of another boy.")
    (read,) = client.get(page("reports_api:terms_to_acknowledge", case.reference)).json()["results"]
    assert read["reference"] == without.reference
    with clock.at(clock.now() + timedelta(days=10)):
        assert asked() == [True, True]


def test_who_acknowledged_it_is_read_by_whoever_reads_the_ledger_and_of_oneself(
    client, case, shared, coordinator, chair, organiser, representative, police, police_representative
):  # fmt: skip
    factories.share(case, police, coordinator)
    factories.acknowledged(case, representative)
    who, endpoint = (page(f"{app}:who_can_see", case.reference) for app in ("cases", "cases_api"))
    said = f"Acknowledged by Rosa Representative on {clock.today():%-d %B %Y}"
    for person, known in (
        (coordinator, [said, "Not acknowledged yet"]),
        (chair, [said, "Not acknowledged yet"]),
        (representative, [said, ""]),
        (organiser, ["", ""]),
        (police_representative, ["", ""]),
    ):
        shown = text(client, person, who)
        assert [words in shown for words in (said, "ot acknowledged yet")] == [bool(words) for words in known], person
        assert [each["acknowledged"] for each in client.get(endpoint).json()["shares"]] == known, person
        history = text(client, person, page("cases:history", case.reference))
        assert "Acknowledged on which terms" not in history
        seen = Acknowledgement.objects.permitted(person, "reports.view_acknowledgement")
        assert seen.exists() == bool(known[0])
