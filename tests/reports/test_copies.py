"""Copies of a case's summary: numbered, of chosen sections, for one reader, and gone after their last day."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, connections, transaction
from django.urls import reverse

import cases.operations
import referrals.operations
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents.models import ForReader
from prevent_cases.operations import Refused
from prevent_cases.reference.models import CopiesPolicy, LawfulBasis
from referrals.models import Door
from referrals.tasks import remove_copies
from reports import operations
from reports.figures.periods import offered
from reports.models import BoardReport, CaseSummary, Section
from reports.operations import case_summary
from reports.tasks import remove_reports
from tests import factories
from tests.cases.raw import refused
from tests.cases.test_after_a_transfer import held_until_waited_for
from tests.drawn import without_lots
from tests.reports.test_make_case_summary import written_in_detail

WHY = {"purpose": "To help him.", "lawful_basis": LawfulBasis.PUBLIC_TASK}


def made(summary) -> CaseSummary:
    operations.make_case_summary(summary, by=system_user())
    return summary


def words_of(text_of, summary) -> str:
    return " ".join(text_of(summary.read()).split())


# Numbers


def test_copies_are_numbered_case_by_case_whoever_asks_and_the_database_keeps_it(
    case, adopted, coordinator, chair, officer, panel
):
    other = factories.case(factories.referral(officer, given_names="Rowan"), coordinator, panel)
    first = operations.request_case_summary(case, by=coordinator)
    second = operations.hand_out_case_summary(case, by=chair, body="His GP", recipient_kind="partner", **WHY)
    of_other = operations.request_case_summary(other, by=coordinator)
    assert [each.number for each in (first, second, of_other)] == [1, 2, 1]
    again = (
        "INSERT INTO reports_casesummary (reference, asked_by_id, asked_at, file, sha256, not_made_because, number,"
        " sections, case_id, handed_to_body, purpose, lawful_basis, despite_agreement, recipient_kind, authorised_by,"
        " authorised_post)"
        " SELECT 'X', asked_by_id, asked_at, '', '', '', %s, %s, case_id, '', '', '', '', '', '', ''"
        " FROM reports_casesummary WHERE id = %s"
    )
    refused(again, 2, ["actions"], first.pk, match="a_number_is_given_to_one")
    refused(again, 0, ["actions"], first.pk, match="numbered_from_one")
    refused(again, 3, [], first.pk, match="holds_some_section")
    refused(again, 3, ["nothing"], first.pk, match="holds_some_section")
    for change in ("number = 9", "sections = '{actions}'"):
        refused(f"UPDATE reports_casesummary SET {change} WHERE id = {first.pk}", match="Cannot update")


def test_two_who_ask_at_once_get_two_numbers(committed, case, coordinator, chair):
    def ask(person) -> int:
        try:
            return operations.request_case_summary(case.__class__.objects.get(pk=case.pk), by=person).number
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as threads:
        numbers = list(threads.map(ask, [coordinator, chair] * 4))
    assert sorted(numbers) == list(range(1, 9))


# Sections


def test_it_holds_what_was_chosen_and_says_what_was_left_out_and_not_whether_there_is_any(
    client, whole_case, coordinator, text_of
):
    """By hand: a word of each section that stands in no other."""
    canaries = {
        "referrals": "Larkfield School", "section36": "What he wrote.", "agreement": "What a mentor does.",
        "meetings": "Housing would rather wait.", "support": "Commissioned", "actions": "Meet his grandmother.",
        "access": "To find out what help there is already.", "contacts": "They rang about the bus pass.",
        "told": "That somebody was worried about him.", "sessions": "We talked of football.",
        "worries": "He did not go home.",
    }  # fmt: skip
    in_detail = ("contacts", "told", "sessions", "worries")
    written_in_detail(whole_case, coordinator)
    client.force_login(coordinator)
    address = reverse("reports:request_case_summary", args=[whole_case.reference])
    offered = client.get(address).context["form"]["sections"]
    assert [value for value, _ in offered.field.choices] == Section.values
    assert [each for each in Section.values if each not in offered.initial] == list(in_detail)
    page = client.post(address, {"sections": []})
    assert page.context["form"].errors["sections"] == ["Choose what should stand in it"]
    decided = whole_case.section36_decisions.get().pk
    for chosen in (["section36", "actions"], ["access", "support", "meetings"], in_detail):
        confirmed = {"decided": [decided]} if "section36" in chosen else {}
        client.post(address, {"sections": chosen} | confirmed)
        summary = made(CaseSummary.objects.latest("pk"))
        assert summary.sections == [each for each in Section.values if each in chosen]
        text = words_of(text_of, summary)
        assert {name for name, words in canaries.items() if words in text} == set(chosen)
        assert "Ashwin Birch" in text
        assert "Canary of somebody else." not in text
        left_out = ", ".join(each.label for each in Section if each not in chosen)
        assert f"Left out of this copy, as whoever made it chose: {left_out}. That does not say whether" in text
        headings = [each.label for each in Section if each in chosen]
        page = client.get(summary.get_absolute_url()).content.decode()
        assert left_out in page
        assert all(heading in text for heading in headings)
    assert "Left out" not in words_of(text_of, made(operations.request_case_summary(whole_case, by=coordinator)))
    with pytest.raises(Refused, match="at least one"):
        operations.request_case_summary(whole_case, by=coordinator, sections=[])


def test_nothing_of_agencies_is_held_or_read_where_their_section_is_left_out(
    case, coordinator, childrens_services, representative, text_of
):
    factories.share(case, childrens_services, coordinator)
    piece = factories.contribution(case, childrens_services, representative, text="Canary of services.")
    read = AuditEntry.objects.filter(what="cases.read_contribution")
    summary = made(operations.request_case_summary(case, by=coordinator, sections=["actions"]))
    assert "Canary of services." not in text_of(summary.read())
    assert not summary.held_contributions.exists()
    assert not read.exists()
    assert "Canary of services." in text_of(made(operations.request_case_summary(case, by=coordinator)).read())
    assert read.exists()
    with pytest.raises(Refused, match="or none of these"):
        operations.request_case_summary(case, by=coordinator, sections=["actions"], pieces=[piece])


# Handed out


def test_what_is_handed_to_an_agency_holds_no_word_that_its_own_people_may_not_read(
    monkeypatch, whole_case, chair, police, police_representative, childrens_services, representative, text_of
):
    """The same case, in the copy that the chair hands to an agency and in the one that its own people make."""
    case = whole_case
    for mark in ("all_members", "police_and_chairs", "chair_only"):
        factories.contribution(case, police, police_representative, mark, text=f"Canary {mark}.")
    factories.contribution(case, childrens_services, representative, text="Canary of their own.")
    withdrawn = factories.contribution(case, police, police_representative, text="Canary withdrawn.")
    cases.operations.withdraw_contribution(withdrawn, by=police_representative, reason="Canary why withdrawn.")
    pieces = list(case.contributions.filter(agency=police, mark="all_members", withdrawn_at=None))
    handed = made(operations.hand_out_case_summary(case, by=chair, agency=childrens_services, pieces=pieces, **WHY))
    own = made(operations.request_case_summary(case, by=representative, pieces=pieces))
    lines = [set(map(str.strip, text_of(each.read()).splitlines())) for each in (handed, own)]
    # What says for whom it is, and why; and on every page.
    frame = re.compile(
        r"Made by|for them alone|not to be passed on|What it is for|Lawful basis|^Copy|^Page|^Left out|^$"
    )
    assert {each for each in lines[0] - lines[1] if not frame.search(each)} == set()
    text = words_of(text_of, handed)
    assert "Canary all_members." in text
    assert "Canary of their own." in text
    for unread in ("police_and_chairs", "chair_only", "withdrawn", "why withdrawn"):
        assert f"Canary {unread}" not in text
    assert Section.ACCESS.label not in text
    assert "To find out what help there is already." not in text
    with pytest.raises(Refused, match="cannot stand in it"):
        operations.hand_out_case_summary(
            case, by=chair, body="His GP", recipient_kind="partner", sections=Section.values, **WHY
        )
    monkeypatch.setattr(case_summary, "HANDED_OUT", Section.values)
    with pytest.raises(IntegrityError, match="names_no_other_readers"), transaction.atomic():
        operations.hand_out_case_summary(
            case, by=chair, body="His GP", recipient_kind="partner", sections=Section.values, **WHY
        )


def test_a_restricted_case_goes_to_no_agency_of_which_nobody_is_named(
    case, chair, coordinator, childrens_services, representative
):
    factories.share(case, childrens_services, coordinator)
    restriction = cases.operations.restrict_case(case, by=chair, reason="His uncle sits on the panel.")
    with pytest.raises(Refused, match="nobody who handles their cases is named"):
        operations.hand_out_case_summary(case, by=chair, agency=childrens_services, **WHY)
    # Nor where its name is written instead of being chosen.
    with pytest.raises(Refused, match="choose it there") as refusal:
        operations.hand_out_case_summary(
            case, by=chair, body="  CHILDREN’S  services ", recipient_kind="partner", **WHY
        )
    assert refusal.value.field == "body"
    cases.operations.name_reader(restriction, by=chair, person=representative)
    operations.hand_out_case_summary(case, by=chair, agency=childrens_services, **WHY)


# The last day


@pytest.fixture
def of_each_kind(unprinted, area, case, referral, coordinator, officer, do_errands) -> list[ForReader]:
    of_referral, year = referrals.operations, offered(clock.now(), exact=False)[0]
    asked = [
        operations.request_case_summary(case, by=coordinator),
        operations.request_board_report(area, by=coordinator, since=year.since, until=year.until),
        of_referral.request_own_copy(referral, by=officer),
        of_referral.disclose_copy(referral, by=coordinator, door=Door.CHILDREN, to_whom="Duty", **WHY),
    ]
    do_errands()
    return [each.__class__.objects.get(pk=each.pk) for each in asked]


def test_after_its_last_day_nobody_opens_it_and_then_it_is_removed_and_stays_on_record(
    client, area, of_each_kind, case, coordinator, officer
):
    until = clock.today() + timedelta(days=14)
    assert {each.open_until for each in of_each_kind} == {until}
    assert {type(each) for each in of_each_kind} == set(ForReader.__subclasses__())
    stored = [each.file.name for each in of_each_kind]
    opens = [f"{each._meta.app_label}:open_{each._meta.model_name}" for each in of_each_kind]

    def opened() -> list[int]:
        found = []
        for each, name in zip(of_each_kind, opens, strict=True):
            client.logout()
            client.force_login(each.asked_by)
            found.append(client.get(reverse(name, args=[each.reference])).status_code)
        return found

    assert opened() == [200] * 4
    page = client.get(of_each_kind[3].get_absolute_url()).content.decode()
    assert f"Until {until:%-d %B %Y}" in page
    with clock.at(clock.now() + timedelta(days=14)):
        remove()
        assert opened() == [200] * 4
    with clock.at(clock.now() + timedelta(days=15)):
        assert opened() == [404] * 4
        assert all(map(default_storage.exists, stored))
        remove()
        remove()  # Once is enough.
        assert not any(map(default_storage.exists, stored))
        for each in of_each_kind:
            client.logout()
            client.force_login(each.asked_by)
            page = client.get(each.get_absolute_url()).content.decode()
            assert "can no longer be opened" in page
            assert f"could be opened until {until:%-d %B %Y}" in page
            assert "refresh" not in page
        client.logout()
        client.force_login(coordinator)
        ledger = client.get(reverse("reports:disclosures", args=[case.reference])).content.decode()
        assert "Summary made for themselves" in ledger
    for each in of_each_kind:
        before = each.sha256
        each.refresh_from_db()
        assert (each.sha256, each.file.name, each.removed_at is None) == (before, "", False)
    removed = AuditEntry.objects.filter(what__contains=".remove_").values_list("what", flat=True)
    assert sorted(removed) == [
        "referrals.remove_disclosed_copy", "referrals.remove_own_copy", "reports.remove_board_report",
        "reports.remove_case_summary",
    ]  # fmt: skip


def remove() -> None:
    remove_reports()
    remove_copies()


def test_a_legal_hold_keeps_what_is_of_its_case_and_nobody_opens_it_or_notices(
    client, of_each_kind, case, referral, governance, coordinator, chair, officer
):
    hold = factories.legal_hold(case, governance)
    # The board report is of an area, and of no case.
    stored = {each.file.name: not isinstance(each, BoardReport) for each in of_each_kind}
    histories = [
        reverse(f"{app}:history", args=[each.reference]) for app, each in (("cases", case), ("referrals", referral))
    ]
    opens = [
        reverse(f"{each._meta.app_label}:open_{each._meta.model_name}", args=[each.reference]) for each in of_each_kind
    ]
    endpoints = [
        reverse(f"{each._meta.app_label}_api:view_{each._meta.model_name}", args=[each.reference])
        for each in of_each_kind
    ]

    def seen() -> list[tuple[int, str]]:
        """Of the documents and of the histories of what they are of; nothing of them is opened."""
        found = []
        for person in (coordinator, chair, officer, governance):
            client.logout()
            client.force_login(person)
            pages = [each.get_absolute_url() for each in of_each_kind] + endpoints + histories
            answers = [client.get(page) for page in pages]
            found += [(each.status_code, without_lots(each)) for each in answers]
            assert {client.get(page).status_code for page in opens} == {404}, person
        return found

    with clock.at(clock.now() + timedelta(days=15)):
        before = seen()
        assert 200 in {status for status, page in before}
        remove()
        assert {name: default_storage.exists(name) for name in stored} == stored
        for each, let_go in (
            (of_each_kind[0], operations.remove_case_summary),
            (of_each_kind[2], referrals.operations.remove_own_copy),
            (of_each_kind[3], referrals.operations.remove_disclosed_copy),
        ):
            with pytest.raises(Refused, match="It is kept"):
                let_go(each, by=system_user())
        assert seen() == before
        another = factories.legal_hold(case, governance, matter="LI/2")
        cases.operations.end_legal_hold(hold, by=governance, reason="Settled.")
        remove()
        assert {name: default_storage.exists(name) for name in stored} == stored
        cases.operations.end_legal_hold(another, by=governance, reason="Settled.")
        remove()
        assert not any(map(default_storage.exists, stored))
        assert seen() == before


@pytest.mark.parametrize(
    ("index", "let_go"),
    [
        (0, operations.remove_case_summary),
        (2, referrals.operations.remove_own_copy),
        (3, referrals.operations.remove_disclosed_copy),
    ],
)
def test_a_removal_that_is_under_way_waits_for_a_legal_hold_that_is_being_placed(
    committed, of_each_kind, case, governance, index, let_go
):
    copy = of_each_kind[index]

    def removed():
        with clock.at(clock.now() + timedelta(days=15)):
            return let_go(type(copy).objects.get(pk=copy.pk), by=system_user())

    refusal = held_until_waited_for(lambda: factories.legal_hold(case, governance), removed)
    assert "It is kept" in str(refusal)
    copy.refresh_from_db()
    assert default_storage.exists(copy.file.name)


def test_it_waits_as_well_for_a_referral_that_is_joining_a_case_on_hold(
    committed, unprinted, case, referral, officer, coordinator, panel, governance
):
    factories.legal_hold(case, governance)
    joins = factories.assessed(factories.referral_about(referral.individual, officer), coordinator)
    copy = referrals.operations.request_own_copy(joins, by=officer)
    referrals.operations.make_own_copy(copy, by=system_user())

    def removed():
        with clock.at(clock.now() + timedelta(days=15)):
            return referrals.operations.remove_own_copy(type(copy).objects.get(pk=copy.pk), by=system_user())

    refusal = held_until_waited_for(lambda: factories.case(joins, coordinator, panel), removed)
    assert "It is kept" in str(refusal)


def test_a_legal_hold_keeps_nothing_of_another_case(
    unprinted, case, officer, coordinator, panel, governance, do_errands
):
    other = factories.case(factories.referral(officer, given_names="Rowan"), coordinator, panel)
    summary = operations.request_case_summary(other, by=coordinator)
    do_errands()
    factories.legal_hold(case, governance)
    with clock.at(clock.now() + timedelta(days=15)):
        remove()
    summary.refresh_from_db()
    assert summary.removed_at


def test_how_long_is_the_areas_and_no_copy_opens_longer_than_was_said(client, unprinted, area, case, coordinator):
    factories.policy(area, CopiesPolicy, open_for=2)
    client.force_login(coordinator)
    page = client.get(reverse("reports:request_case_summary", args=[case.reference])).content.decode()
    assert "for 2 days" in page
    summary = made(operations.request_case_summary(case, by=coordinator))
    assert summary.open_until == clock.today() + timedelta(days=2)
    factories.policy(area, CopiesPolicy, open_for=30)
    with pytest.raises(Refused, match="can be opened still"):
        operations.remove_case_summary(summary, by=system_user())
    for change in ("open_until = open_until + 1", "open_until = NULL", "sha256 = 'x'"):
        refused(f"UPDATE reports_casesummary SET {change}", match="Cannot update")
    refused("UPDATE reports_casesummary SET removed_at = now()", match="is_gone")
    waiting = operations.request_case_summary(case, by=coordinator)
    made_by_sql = "UPDATE reports_casesummary SET made_at = now(), sha256 = 'x' WHERE id = %s"
    refused(made_by_sql, waiting.pk, match="has_its_last_day")
