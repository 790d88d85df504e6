"""P-11, of the pages of a case that no other test fills: as many queries with many of what they show as with one."""

from datetime import timedelta

import pytest
from django.urls import reverse

import referrals.operations
from cases import operations
from prevent_cases import clock
from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.posts import PostKind
from tests import factories
from tests.cases.test_letters import SAID as LETTER

MANY = 20


@pytest.fixture
def stays_the_same(client, queries_of):
    """Of pages and endpoints, for somebody: asked, filled with more, and asked again; a page asks 12 at most."""

    def check(person, addresses: list[str], more) -> None:
        client.force_login(person)
        at_one = [queries_of(address) for address in addresses]
        more()
        client.force_login(person)
        assert [queries_of(address) for address in addresses] == at_one
        assert all(queries <= 12 for address, queries in zip(addresses, at_one, strict=True) if "/api/" not in address)

    return check


def both(name: str, place: str) -> list[str]:
    return [reverse(name, args=[place]), reverse(name.replace(":", "_api:"), args=[place])]


def test_consent_with_many_answers_and_many_who_were_told(stays_the_same, given, coordinator, chair):
    case = given.case

    def told() -> None:
        said = {"whom": "person", "told": True, "on": clock.today(), "what": "That there is a panel."}
        operations.record_being_told(case, by=coordinator, **said)

    def more() -> None:
        for _ in range(MANY // 2):
            factories.dispute(case, coordinator, factories.consent(case, coordinator, "withdrawn", reason="No more."))
            case.refresh_from_db()
            factories.consent(factories.adopted(case, chair), coordinator)
            case.refresh_from_db()
            told(), told()

    told()
    record = reverse("cases:record_being_told", args=[case.reference])
    stays_the_same(coordinator, [*both("cases:consent", case.reference), record], more)


def test_consent_that_was_asked_about_many_times(stays_the_same, adopted, coordinator):
    def ask(number: int = 1) -> None:
        for _ in range(number):
            asked = factories.asking(adopted, coordinator)
            factories.case_file(adopted, coordinator, consent=asked)
            factories.dispute(adopted, coordinator, asked)

    ask()
    stays_the_same(coordinator, both("cases:consent", adopted.reference), lambda: ask(MANY - 1))


def test_many_letters(stays_the_same, case, coordinator):
    def write(number: int = 1) -> None:
        for _ in range(number):
            operations.write_letter(case, by=coordinator, **LETTER)

    write()
    stays_the_same(coordinator, both("cases:letters", case.reference), lambda: write(MANY - 1))


def test_many_owners_and_who_stands_in_for_them(
    stays_the_same, case, area, officer, panel, coordinator, organiser, administrator
):
    def away(number: int) -> None:
        """Somebody with a case of their own, for whom the coordinator stands in; and somebody who has left theirs."""
        owner, left = (
            factories.person(area, PostKind.COORDINATOR, f"{name} {number}") for name in ("Olga Owner", "Lev Left")
        )
        for person in (owner, left):
            factories.case(factories.referral(officer), person, panel)
        days = {"starts_on": clock.today(), "until": clock.today() + timedelta(days=9)}
        operations.arrange_cover(area, by=coordinator, away=owner, covered_by=coordinator, **days)
        accounts.close_account(left, by=administrator)

    away(1)
    stays_the_same(organiser, both("cases:owners", area.slug), lambda: [away(number) for number in range(2, 5)])


def test_many_who_stand_in_at_an_agency(stays_the_same, nhs, nora):
    def away(number: int) -> None:
        factories.cover(nhs, factories.person(nhs, PostKind.REPRESENTATIVE, f"Nia Nhs {number}"), nora)

    away(1)
    stays_the_same(nora, both("cases:agency_cover", nhs.slug), lambda: [away(number) for number in range(2, MANY + 1)])


def test_a_pack_with_many_pieces(client, queries_of, with_two, police, police_representative, coordinator, chair,
                                 other_area, there, stranger):  # fmt: skip
    case, asked = with_two, []
    for many in (1, MANY):
        pieces = [factories.contribution(case, police, police_representative, text="He rang.") for _ in range(many)]
        for piece in pieces:
            factories.dispute(case, coordinator, piece)
        factories.action(case, police, coordinator)
        offer = factories.transfer(case, other_area, chair, pieces=pieces)
        client.force_login(coordinator)
        asked.append([queries_of(each) for each in both("reports:transfer_pack", offer.reference)])
        operations.take_back_transfer(offer, by=chair)
    assert asked[0] == asked[1]
    assert asked[0][0] <= 12


def test_the_endpoints_of_a_case_of_which_there_is_much(
    stays_the_same, with_two, area, officer, police, police_representative, coordinator, panel, nhs, nora, version
):
    case = with_two

    def more(number: int) -> None:
        sent = factories.referral_about(case.individual, officer)
        said = {"whose": "person", "words": "It was not so.", "said_on": clock.today()}
        referrals.operations.record_own_words(sent, by=coordinator, entry=sent.entries.get(), **said)
        factories.file(factories.case(sent, coordinator, panel) and sent)
        factories.action(case, police, coordinator)
        factories.contribution(case, police, police_representative)
        factories.information_answer(factories.information_request(case, nhs, coordinator), nora)
        factories.assessment(case, coordinator, version)
        factories.section36(case, police_representative)
        factories.share(case, factories.agency(area, f"School {number}"), coordinator)
        operations.break_glass(
            case, by=factories.person(nhs, PostKind.REPRESENTATIVE, f"Nia {number}"), kind="other", reason=20 * "x"
        )

    more(1)
    names = (
        "cases_api:view_case", "cases_api:concerns", "cases_api:who_can_see", "cases_api:history",
        "cases_api:information", "cases_api:compare_assessments", "cases_api:assessments_over_time",
        "actions_api:case_actions", "panels_api:case_meetings", "reports_api:case_files", "reports_api:chronology",
    )  # fmt: skip
    addresses = [reverse(name, args=[case.reference]) for name in names]
    more(2)  # Two, since fewer cannot be compared.
    stays_the_same(coordinator, addresses, lambda: [more(number) for number in (3, 4)])
