"""Named exclusions: somebody sees nothing of the work on a person, whatever their posts, and is not told."""

from difflib import unified_diff
from functools import cache
from itertools import islice

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.urls import reverse

import panels.operations
from cases import operations
from cases.models import Case, Exclusion
from panels.models import AgendaItem
from prevent_cases import clock
from prevent_cases.access import May, closures, rules, view_rule, way_to
from prevent_cases.accounts.posts import PostKind
from prevent_cases.api.endpoints import OperationEndpoint
from prevent_cases.operations import NotVisible, Refused
from referrals.models import Referral
from tests import factories
from tests.architecture import product
from tests.architecture.leading_up import leading_to
from tests.architecture.product import Address
from tests.architecture.test_addresses import permission_of
from tests.drawn import without_lots


@pytest.fixture
def exclude(case, coordinator):
    def do(person, **said):
        kind = {"kind": "relative", "reason": "CANARY-UNCLE"}
        return operations.exclude_person(case, by=coordinator, person=person, **kind | said)

    return do


@pytest.fixture
def worked_on(case, police, childrens_services, coordinator, representative, colleague):
    """Something of every kind under the case."""
    for agency in (police, childrens_services):
        factories.share(case, agency, coordinator)
        factories.action(case, agency, coordinator)
    operations.put_colleague_on_case(
        case, by=representative, agency=childrens_services, colleague=colleague, purpose="To help."
    )
    contact = {"way": "call", "contact_with": "parent", "reached": True, "contacted_on": clock.today()}
    operations.log_contact(case, by=coordinator, what="He is at home.", **contact)
    factories.file(case.carried_referrals.get().referral)
    return case


def under_the_case(case) -> list[tuple[Address, Model, str]]:
    """Every address of the product that is of a record under the case, a referral of it or its person."""
    found = []
    records = cache(lambda model: [*islice(leading_to(model, case.individual), 1)])
    for address in product.addresses():
        model = getattr(address.view_class, "model", None)
        if model is None or not way_to(model, closures["exclusion"]) or address.places != ("reference",):
            continue
        found += [(address, each, reverse(address.name, args=[each.reference])) for each in records(model)]
    return found


def answers(client, person, addresses) -> dict[str, int]:
    client.force_login(person)
    given = {}
    for address, _, place in addresses:
        with transaction.atomic():
            is_act = issubclass(address.view_class, OperationEndpoint)
            got = client.post(place, {}, content_type="application/json") if is_act else client.get(place)
            transaction.set_rollback(True)
        given[address.name] = got.status_code
    return given


def let_in(person, addresses) -> set[str]:
    """The addresses at which the rules let somebody know of what is there, by name."""
    person.forget_posts()
    may = cache(lambda record: May.on(person, record))
    return {
        address.name
        for address, record, _ in addresses
        for rule in (view_rule(type(record)), rules[permission_of(address.view_class)])
        if getattr(may(record), rule.verb)
    }


# What it does


def test_whatever_opened_is_not_there_any_more(
    client, worked_on, exclude, second_coordinator, chair, representative, colleague, organiser, todays
):
    """By the rules for everybody; each address is asked as the first whom they let in, a third of them by turns."""
    addresses, asked = under_the_case(worked_on), set()
    assert len(addresses) > 200
    turn = {address.name for address, *_ in todays(addresses, 3)}
    for person, at_least in (
        (second_coordinator, 60),
        (chair, 30),
        (representative, 20),
        (colleague, 15),
        (organiser, 20),
    ):
        opened = let_in(person, addresses)
        assert len(opened) >= at_least, (person, len(opened))
        theirs = [each for each in addresses if each[0].name in opened & turn - asked]
        before = answers(client, person, theirs)
        there = [each for each in theirs if before[each[0].name] not in (404, 405)]
        asked.update(address.name for address, *_ in there)
        exclude(person)
        assert let_in(person, addresses) == set(), person
        after = answers(client, person, there)
        assert {name: status for name, status in after.items() if status != 404} == {}, person
    assert len(asked) > 0.9 * len(turn)


def test_no_list_and_no_number_knows_of_it(client, worked_on, exclude, second_coordinator, meeting):
    referral = worked_on.carried_referrals.get().referral
    words = (worked_on.reference, referral.reference, *(each.reference for each in worked_on.actions.all()))
    places = [
        reverse("home:home"), reverse("cases:list_cases"), reverse("cases:list_cases") + "?ended",
        reverse("actions:list_actions"), reverse("referrals:list_referrals"), meeting.get_absolute_url(),
        reverse("cases:owners", args=[worked_on.area.slug]), reverse("cases_api:list_cases"),
        reverse("panels:list_meetings"), reverse("cases:look_for_case", args=[worked_on.area.slug]),
    ]  # fmt: skip
    client.force_login(second_coordinator)
    assert any(worked_on.reference in client.get(place).content.decode() for place in places)
    exclude(second_coordinator)
    client.force_login(second_coordinator)
    for place in places:
        page = client.get(place)
        assert page.status_code == 200
        assert not any(word in page.content.decode() for word in (*words, "CANARY-UNCLE")), place
    assert not AgendaItem.objects.permitted(second_coordinator, "panels.view_agendaitem").exists()


def test_what_somebody_sent_themselves_stays_theirs(client, case, exclude, officer):
    referral = case.carried_referrals.get().referral
    place = reverse("referrals:follow_referral", args=[referral.reference])
    with clock.at(clock.now()):
        client.force_login(officer)
        before = client.get(place)
        exclude(officer)
        client.force_login(officer)
        after = client.get(place)
    assert (before.status_code, after.status_code) == (200, 200)
    plain = [without_lots(page) for page in (before, after)]
    assert plain[0] == plain[1]


def test_it_follows_the_individual_into_every_case(case, exclude, second_coordinator, officer, coordinator, panel):
    exclude(second_coordinator)
    again = factories.referral_about(case.individual, officer)
    assert not Referral.objects.permitted(second_coordinator, "referrals.view_referral").filter(pk=again.pk).exists()
    assert Referral.objects.permitted(coordinator, "referrals.view_referral").filter(pk=again.pk).exists()


def test_it_ends(case, exclude, coordinator, second_coordinator):
    exclusion = exclude(second_coordinator)
    with pytest.raises(NotVisible):
        operations.end_exclusion(exclusion, by=second_coordinator)
    operations.end_exclusion(exclusion, by=coordinator)
    second_coordinator.forget_posts()
    assert Case.objects.permitted(second_coordinator, "cases.view_case").exists()


# What is never hinted


@pytest.fixture
def at_one_moment():
    """No page differs from another by when it was made."""
    with clock.at(clock.now()):
        yield


def test_the_excluded_are_answered_as_if_there_had_never_been_a_case(
    client, officer, coordinator, panel, second_coordinator, area, organiser, at_one_moment
):
    factories.meeting(panel)
    referral = factories.referral(officer, given_names="Zoë", family_name="Birch", born_on="2010-04-03")
    case = factories.case(referral, coordinator, panel)
    said = {"kind": "relative", "reason": "An uncle."}
    operations.exclude_person(case, by=coordinator, person=second_coordinator, **said)
    client.force_login(second_coordinator)
    person = case.individual
    look = reverse("cases:look_for_case", args=[area.slug])
    given = []
    for reference in (case.reference, "BCDFGHJKLM"):
        sent = client.post(look, {"reference": reference})
        given.append((sent.status_code, sent["Location"], without_lots(client.get(sent["Location"]))))
        for name in ("view_case", "break_glass", "ask_to_see", "who_can_see"):
            got = client.get(reverse(f"cases:{name}", args=[reference]))
            given.append((got.status_code, without_lots(got).replace(reference, "")))
        got = client.post(
            reverse("cases_api:break_glass", args=[reference]),
            {"kind": "other", "reason": "x" * 30},
            content_type="application/json",
        )
        given.append((got.status_code, got.content.decode().replace(reference, "")))
    half = len(given) // 2
    assert half == 6
    for there, not_there in zip(given[:half], given[half:], strict=True):
        assert there[:-1] == not_there[:-1]
        assert list(unified_diff(there[-1].splitlines(), not_there[-1].splitlines(), n=0)) == []
    assert given[0][1].endswith("?answer=nothing")
    born = {f"born_on_{box}": getattr(person.born_on, box) for box in ("day", "month", "year")}
    named = {"given_names": person.given_names, "family_name": person.family_name} | born
    assert client.post(look, named)["Location"].endswith("?answer=nothing")
    client.force_login(organiser)
    assert client.post(look, named)["Location"] == case.get_absolute_url()


# When it refuses, and who may


def test_who_excludes_and_who_may_know(
    client, case, exclude, coordinator, second_coordinator, chair, organiser, representative, police, area
):
    governance_lead = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gus Governance")
    said = {"kind": "staff", "reason": "They teach him."}
    for person in (coordinator, chair, governance_lead):
        exclusion = operations.exclude_person(case, by=person, person=second_coordinator, **said)
        operations.end_exclusion(exclusion, by=person)
    with pytest.raises(PermissionDenied):
        operations.exclude_person(case, by=organiser, person=second_coordinator, **said)
    with pytest.raises(NotVisible):
        operations.exclude_person(case, by=representative, person=second_coordinator, **said)
    with pytest.raises(Refused, match="owns a case"):
        operations.exclude_person(case, by=chair, person=coordinator, **said)
    exclude(second_coordinator)
    with pytest.raises(Refused, match="excluded already"):
        exclude(second_coordinator)
    with pytest.raises(Refused, match="cannot own this case"):
        operations.allocate_case(case, by=coordinator, owner=second_coordinator, note="Yours.")
    page = reverse("cases:who_can_see", args=[case.reference])
    factories.purpose(case, governance_lead)
    for person, knows in ((coordinator, True), (chair, True), (governance_lead, True), (organiser, False)):
        client.force_login(person)
        shown = client.get(page).content.decode()
        assert ("CANARY-UNCLE" in shown) == knows, person
        assert ("Cem Coordinator" in shown) == knows, person
        history = client.get(reverse("cases:history", args=[case.reference]) + "?views=yes").content.decode()
        assert "xclu" not in history, person


def test_its_pages_and_endpoints(client, case, coordinator, second_coordinator, chair):
    client.force_login(chair)
    place = reverse("cases:exclude_person", args=[case.reference])
    assert client.post(place, {"kind": "relative"}).status_code == 422
    # Whoever excludes themselves is not led to where nothing is any more.
    sent = {"person": chair.reference, "kind": "interest", "reason": "I know his father."}
    answered = client.post(place, sent)
    assert (answered.status_code, answered["Location"]) == (302, reverse("cases:list_cases"))
    assert client.get(case.get_absolute_url()).status_code == 404
    client.force_login(coordinator)
    exclusion = Exclusion.objects.get()
    end = reverse("cases:end_exclusion", args=[exclusion.reference])
    assert client.get(end).status_code == 200
    ended = reverse("cases_api:end_exclusion", args=[exclusion.reference])
    assert client.post(ended, {}, content_type="application/json").status_code == 200
    again = client.post(
        reverse("cases_api:exclude_person", args=[case.reference]), sent, content_type="application/json"
    )
    assert again.status_code == 201


def test_the_database_keeps_it_whole(case, exclude, second_coordinator, coordinator):
    exclusion = exclude(second_coordinator)
    keys = {"case": case.pk, "exclusion": exclusion.pk, "excluded": second_coordinator.pk, "owner": coordinator.pk}
    columns = "(reference, case_id, person_id, kind, reason, excluded_by_id, excluded_at)"
    for refused, change in (
        ("Cannot update", "UPDATE cases_exclusion SET person_id = %(owner)s WHERE id = %(exclusion)s"),
        ("Nobody owns a case", "UPDATE cases_case SET owner_id = %(excluded)s WHERE id = %(case)s"),
        (
            "Nobody owns a case",
            f"INSERT INTO cases_exclusion {columns} VALUES"
            " ('BCDFGHJKLM', %(case)s, %(owner)s, 'staff', 'x', %(owner)s, now())",
        ),
        ("whoever_ends_an_exclusion_is_known", "UPDATE cases_exclusion SET ended_at = now() WHERE id = %(exclusion)s"),
    ):
        wrong = pytest.raises((IntegrityError, Exception), match=refused)
        with wrong, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change, keys)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_every_rule_on_what_is_under_a_case_is_shut(worked_on, exclude, second_coordinator):
    """By the rules themselves, where the pages are not: each asked for the records of this person."""
    asked = [rule for rule in rules.values() if way_to(rule.model, closures["exclusion"])]
    records = {rule.model: [*leading_to(rule.model, worked_on.individual)] for rule in asked}
    opened = [(rule, record) for rule in asked for record in records[rule.model][:1]]
    before = [(rule, record) for rule, record in opened if rule.permits(second_coordinator, record)]
    assert len(before) > 30
    exclude(second_coordinator)
    second_coordinator.forget_posts()
    assert [rule.name for rule, record in before if rule.permits(second_coordinator, record)] == []
    for rule, record in before:
        assert record.pk not in rule.model.objects.permitted_page(second_coordinator, rule.name, size=500), rule.name


def test_nobody_is_written_to_about_what_is_shut_to_them(
    do_errands, case, exclude, second_coordinator, coordinator, organiser, chair
):
    exclude(second_coordinator)
    do_errands()
    mail.outbox.clear()
    referral = case.carried_referrals.get().referral
    panels.operations.ask_for_conference(referral, by=chair, agency=None, reason="He means to travel.")
    do_errands()
    assert {message.to[0] for message in mail.outbox} == {coordinator.email, organiser.email}
