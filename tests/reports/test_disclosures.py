"""The ledger of disclosures: to whom anything of a case went; what goes with a summary, confirmed piece by piece."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

import referrals.operations
from cases import operations as cases
from cases.models import BrokenGlass
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from prevent_cases.reference.models import LawfulBasis
from referrals.models import Door
from reports import operations
from reports.disclosures import ledger
from reports.models import HANDED_OUT, CaseSummary, Section
from tests import factories
from tests.cases.raw import executed, refused
from tests.standing import standing

UNTIL = date(2099, 12, 31)
BASIS = {"lawful_basis": LawfulBasis.PUBLIC_TASK}


@standing
def nhs(area):
    return factories.agency(area, "Harrowmere NHS", AgencyType.HEALTH, Sector.HEALTH)


@standing
def nora(nhs):
    return factories.person(nhs, PostKind.REPRESENTATIVE, "Nora Nhs")


@standing
def contributed(case, coordinator, nhs, nora, police, police_representative, childrens_services, representative):
    """Read by three agencies, each of which has shared something; the NHS something for the chair alone, too."""
    for agency in (nhs, police, childrens_services):
        factories.share(case, agency, coordinator)
    for agency, by in ((nhs, nora), (police, police_representative), (childrens_services, representative)):
        factories.contribution(case, agency, by, text=f"SAID by {agency.type}")
    factories.contribution(case, nhs, nora, "chair_only", text="SAID to the chair")
    return case


@pytest.fixture
def told(case, coordinator, chair, nhs, nora, police, police_representative, childrens_services, referral):
    """One act of each kind, an hour apart."""
    start = clock.now()
    hours = iter(range(1, 20))

    def later():
        return clock.at(start + timedelta(hours=next(hours)))

    with later():
        share = factories.share(case, nhs, coordinator, level="know", purpose="To know.", until=UNTIL)
    with later():
        factories.information_request(case, police, coordinator, purpose="To assess.")
    with later():
        share = cases.change_share(share, by=chair, level="read", purpose="To read.")
    with later():
        cases.put_colleague_on_case(
            case,
            by=nora,
            agency=nhs,
            colleague=factories.person(nhs, PostKind.OFFICER, "Nell Nurse"),
            purpose="To see.",
        )
    with later():
        cases.break_glass(case, by=police_representative, kind="other", reason="He was brought in an hour ago.")
    with later():
        why = {"purpose": "He may be neglected.", **BASIS}
        referrals.operations.disclose_copy(
            referral, by=coordinator, door=Door.CHILDREN, to_whom="Far children's services", **why
        )
    with later():
        operations.hand_out_case_summary(
            case, by=chair, body="His GP", recipient_kind="partner", purpose="To treat.", **BASIS
        )
    with later():
        operations.request_case_summary(case, by=nora)
    with later():
        cases.stop_sharing_case(share, by=coordinator)
    factories.disclosure(case, coordinator, disclosed_on=clock.today() - timedelta(days=3))
    return case


# By hand: each line of the ledger, newest first: what was done, to whom, what they learn, what for, by whom.
LINES = [
    ("Stopped sharing", "Harrowmere NHS: Nell Nurse", "Read", "", "Cora Coordinator"),
    ("Stopped sharing", "Harrowmere NHS", "Read", "", "Cora Coordinator"),
    ("Summary made for themselves", "Nora Nhs", "Copy 2: what whoever made it may see of the case", "", "Nora Nhs"),
    ("Summary handed out", "His GP", "Copy 1: what whoever made it may see of the case", "To treat.", "Charles Chair"),
    ("Copy of a referral", "Far children's services", "Children's social care", "He may be neglected.",
     "Cora Coordinator"),
    ("Glass broken", "Perry Police", "The case, for a short time", "He was brought in an hour ago.", "Perry Police"),
    ("Shared", "Harrowmere NHS: Nell Nurse", "Read, until 31 December 2099", "To see.", "Nora Nhs"),
    ("Changed how it is shared", "Harrowmere NHS", "Read, until 31 December 2099", "To read.", "Charles Chair"),
    ("Asked for information", "Harrowmere Police", "That there is a case, and about whom", "To assess.",
     "Cora Coordinator"),
    ("Shared", "Harrowmere NHS", "Know of it, until 31 December 2099", "To know.", "Cora Coordinator"),
    ("Telephone or video call", "Far Council", "That he moves there.", "So that somebody calls him.",
     "Cora Coordinator"),
]  # fmt: skip


def lines(case, reader, after=""):
    return [(each.what, each.whom, each.told, each.purpose, each.by) for each in ledger(case, reader, after).lines]


# What stands in it


def test_every_act_is_a_line_of_one_ledger_on_page_and_endpoint(client, told, chair, coordinator, governance):
    for reader in (chair, coordinator, governance):
        found = lines(told, reader)
        assert sorted(found[:2]) == sorted(LINES[:2])  # At one moment.
        assert found[2:] == LINES[2:]
    client.force_login(governance)
    factories.purpose(told, governance)
    page = client.get(reverse("reports:disclosures", args=[told.reference])).content.decode()
    as_json = client.get(reverse("reports_api:disclosures", args=[told.reference])).json()
    assert [each["whom"] for each in as_json["results"]] == [line[1] for line in lines(told, governance)]
    for _, whom, learnt, why, _ in LINES:
        assert all(words.replace("'", "&#x27;") in page for words in (whom, learnt, why)), whom


def test_a_summary_goes_to_immigration_or_another_only_as_somebody_authorised_it(client, case, chair, coordinator):
    client.force_login(coordinator)
    page = reverse("reports:hand_out_case_summary", args=[case.reference])
    said = {"body": "Border Agency", "purpose": "They asked.", "lawful_basis": "public_task", "sections": ["agreement"]}
    named = {"authorised_by": "Ida Imani", "authorised_post": "Director of Law"}
    for wrong, field in (({}, "recipient_kind"), ({"recipient_kind": "immigration"}, "authorised_by")):
        refusal = client.post(page, said | wrong)
        assert refusal.status_code == 409
        assert f'href="#id_{field}' in refusal.content.decode()
    assert client.post(page, said | named | {"recipient_kind": "immigration"}).status_code == 302
    summary = CaseSummary.objects.get()
    told = "Immigration, the border or a port, authorised by Ida Imani, Director of Law"
    for shown in (reverse("reports:disclosures", args=[case.reference]), summary.get_absolute_url()):
        assert told in client.get(shown).content.decode().replace("<br>", ""), shown
    again = (
        "INSERT INTO reports_casesummary (reference, case_id, number, sections, handed_to_body, purpose, lawful_basis,"
        " despite_agreement, asked_by_id, asked_at, file, sha256, not_made_because, recipient_kind, authorised_by,"
        " authorised_post) SELECT %s, case_id, 2, sections, %s, %s, %s, '', asked_by_id, asked_at, '', '', '', %s, %s,"
        " %s"
        " FROM reports_casesummary"
    )
    to_body = ("x", "y", "public_task")
    refused(again, "R1", *to_body, "", "", "", match="Cannot insert")
    refused(again, "R2", *to_body, "other", "Ida", "", match="says_who_authorised_it")
    refused(again, "R3", "", "", "", "court", "", "", match="has_a_kind_of_body_alone")
    refused("UPDATE reports_casesummary SET authorised_by = 'Another'", match="Cannot update")
    summary.recipient_kind = summary.authorised_by = summary.authorised_post = ""  # As one from before was.
    summary.validate_constraints()


def test_a_brief_and_a_letter_that_reached_them_are_lines_as_well(adopted, coordinator, area):
    factories.consent(adopted, coordinator)
    mentors = factories.agency(area, "Harrowmere Mentors", AgencyType.PROVIDER, Sector.OTHER)
    factories.person(mentors, PostKind.PROVIDER, "Mia Mentor")
    factories.intervention(adopted, mentors, coordinator)
    safe = {
        "knows_who_opens": True,
        "who_opens_post": "He does.",
        "parents_apart": "no",
        "parent_of_concern": "no",
        "why_safe": "He asked.",
    }
    told = {"kind": "told", "to_whom": "person", "name": "Ashwin"} | safe
    sent, _ = (cases.write_letter(adopted, by=coordinator, **told) for _ in range(2))
    cases.say_letter_sent(sent, by=coordinator, sent_on=clock.today(), sent_how="post")
    found = lines(adopted, coordinator)
    assert [(what, whom) for what, whom, *_ in found if what in ("Asked to give support", "Letter")] == [
        ("Asked to give support", "Harrowmere Mentors"),
        ("Letter", "Ashwin"),
    ]


def test_what_had_lapsed_is_not_stopped_by_sharing_anew_or_by_stopping_it(client, case, nhs, coordinator):
    now = clock.now()
    factories.share(case, nhs, coordinator, until=clock.today(), purpose="First.")
    with clock.at(now + timedelta(days=3)):
        again = factories.share(case, nhs, coordinator, until=clock.today(), purpose="Again.")
    with clock.at(now + timedelta(days=6)):
        cases.stop_sharing_case(again, by=coordinator)
        assert [line[3] for line in lines(case, coordinator)] == ["Again.", "First."]
        factories.share(case, nhs, coordinator, until=clock.today(), purpose="At last.")
        cases.stop_sharing_case(case.shares.get(ended_at=None), by=coordinator)
        # On its last day it was open to them.
        assert {line[0] for line in lines(case, coordinator)} == {"Shared", "Stopped sharing"}
        assert len(lines(case, coordinator)) == 4
        client.force_login(coordinator)
        page = client.get(reverse("cases:who_can_see", args=[case.reference])).content.decode()
        assert (page.count("Lapsed on"), page.count("Ended on")) == (2, 1)


def test_only_those_who_keep_it_read_it(client, told, nora, organiser, police_representative, stranger, coordinator):
    factories.share(told, told.shares.first().agency, coordinator)
    places = [reverse(f"{app}:disclosures", args=[told.reference]) for app in ("reports", "reports_api")]
    for person, status in ((nora, 403), (organiser, 403), (stranger, 404), (coordinator, 200)):
        client.force_login(person)
        assert {client.get(place).status_code for place in places} == {status}, person
        if status == 403:
            assert places[0] not in client.get(told.get_absolute_url()).content.decode()
            # Nor does the history, which they read, tell what was disclosed elsewhere.
            history = client.get(reverse("cases:history", args=[told.reference])).content.decode()
            assert "Disclosure recorded" not in history


def test_it_goes_page_by_page_at_the_same_cost(client, case, coordinator, queries_of):
    client.force_login(coordinator)
    place = reverse("reports:disclosures", args=[case.reference])
    factories.disclosure(case, coordinator, body="Body 0")
    operations.request_case_summary(case, by=coordinator)
    at_one = queries_of(place)
    for number in range(1, 31):
        factories.disclosure(case, coordinator, body=f"Body {number}")
    first = ledger(case, coordinator)
    assert first.next
    assert queries_of(place) == at_one <= 12
    rest = ledger(case, coordinator, first.next)
    assert rest.next == ""
    whom = [each.whom for each in (*first.lines, *rest.lines)]
    assert sorted(whom) == sorted([*(f"Body {number}" for number in range(31)), str(coordinator)])
    assert client.get(place, {"after": first.next}).status_code == 200
    for nonsense in ("outside-NOSUCHONE", "nothing", "glass-", "outside-\x00"):
        assert client.get(place, {"after": nonsense}).status_code == 404


# What goes with a summary


def made(summary) -> CaseSummary:
    operations.make_case_summary(summary, by=system_user())
    return summary


def pieces_of(case, *agencies):
    return list(case.contributions.filter(agency__in=agencies, mark="all_members"))


def said_in(text) -> set[str]:
    told = ("SAID by health", "SAID by police", "SAID by children", "SAID to the chair")
    return {words for words in told if words in " ".join(text.split())}


def test_health_and_police_go_into_a_summary_only_as_they_were_confirmed(
    client, contributed, nhs, police, chair, nora, text_of
):
    """By hand: what a summary holds of what was confirmed for it; what the council shares needs no confirming."""
    case = contributed
    to_chair = list(case.contributions.filter(mark="chair_only"))
    client.force_login(chair)
    page = client.get(reverse("reports:request_case_summary", args=[case.reference])).content.decode()
    for words in ("Harrowmere NHS, released by Nora Nhs on", "Harrowmere Police, released by Perry Police on",
                  "for chair only. Confidentiality: Dr Guardian.", "Processed for law enforcement."):  # fmt: skip
        assert words in page, words
    assert "Children&#x27;s Services, released" not in page
    for pieces, holds in (
        ([], {"SAID by children"}),
        (pieces_of(case, nhs), {"SAID by children", "SAID by health"}),
        (pieces_of(case, nhs, police) + to_chair,
         {"SAID by children", "SAID by health", "SAID by police", "SAID to the chair"}),
    ):  # fmt: skip
        summary = made(operations.request_case_summary(case, by=chair, pieces=pieces))
        assert said_in(text_of(summary.read())) == holds
        assert {each.contribution for each in summary.confirmed_contributions.all()} == set(pieces)
    # By the page: those that are ticked. What somebody may not read cannot be confirmed by them.
    ticked = [each.reference for each in pieces_of(case, police)]
    client.post(
        reverse("reports:request_case_summary", args=[case.reference]), {"sections": Section.values, "pieces": ticked}
    )
    (confirmed,) = CaseSummary.objects.order_by("-pk").first().confirmed_contributions.all()
    assert confirmed.contribution.agency == police
    client.force_login(nora)
    page = client.get(reverse("reports:request_case_summary", args=[case.reference])).content.decode()
    assert page.count("Harrowmere NHS, released by Nora Nhs on") == 2  # Also what they marked for others.


def test_what_is_handed_out_holds_what_is_for_all_members_and_names_whom_it_is_for(
    client, contributed, nhs, police, chair, coordinator, nora, organiser, text_of
):
    case = contributed
    to_chair = list(case.contributions.filter(mark="chair_only"))
    with pytest.raises(Refused, match="no longer go into it"):
        operations.hand_out_case_summary(
            case, by=chair, body="His GP", recipient_kind="partner", purpose="x", pieces=to_chair, **BASIS
        )
    for nobody in ({}, {"agency": nhs, "body": "His GP"}):
        with pytest.raises(Refused, match="to whom"):
            operations.hand_out_case_summary(case, by=chair, purpose="x", **nobody, **BASIS)
    client.force_login(chair)
    said = {"body": "His GP", "recipient_kind": "partner", "purpose": "To treat him.", "lawful_basis": "public_task",
            "sections": HANDED_OUT, "pieces": [each.reference for each in pieces_of(case, nhs)]}  # fmt: skip
    page = reverse("reports:hand_out_case_summary", args=[case.reference])
    assert "for chair only" not in client.get(page).content.decode()
    assert client.post(page, said).status_code == 302
    summary = made(CaseSummary.objects.get())
    text = " ".join(text_of(summary.read()).split())
    assert said_in(text) == {"SAID by children", "SAID by health"}
    for words in (f"Copy 1 ({summary.reference}) for His GP", "Made by Charles Chair", "To treat him."):
        assert words in text, words
    # In the ledger: with whom its pieces come from, for those who may know of each.
    of_chair = made(operations.request_case_summary(case, by=chair, pieces=to_chair))
    for reader, knows in ((chair, 1), (coordinator, 0)):
        held = {each.reference: each.pieces for each in ledger(case, reader).lines if each.kind == "summary"}
        assert [(piece.agency, piece.released_by) for piece in held[summary.reference]] == [
            ("Harrowmere NHS", "Nora Nhs")
        ]
        assert len(held[of_chair.reference]) == knows, reader
    for person in (nora, organiser):
        with pytest.raises(PermissionDenied):
            operations.hand_out_case_summary(
                case, by=person, body="His GP", recipient_kind="partner", purpose="x", **BASIS
            )


def test_the_database_keeps_what_was_confirmed_for_whom(contributed, chair, police, nhs):
    summary = operations.request_case_summary(contributed, by=chair, pieces=pieces_of(contributed, nhs))
    (piece,) = pieces_of(contributed, police)
    holds = "INSERT INTO reports_summarisedcontribution (summary_id, contribution_id) VALUES (%s, %s)"
    refused(holds, summary.pk, piece.pk, match="confirmed before a summary holds it")
    executed(holds, summary.pk, pieces_of(contributed, nhs)[0].pk)
    refused(
        "UPDATE reports_casesummary SET handed_to_body = 'x', purpose = 'x', lawful_basis = 'x'", match="Cannot update"
    )
    handed = operations.hand_out_case_summary(
        contributed, by=chair, body="His GP", recipient_kind="partner", purpose="x", **BASIS
    )
    refused(f"UPDATE reports_casesummary SET purpose = 'y' WHERE id = {handed.pk}", match="Cannot update")
    refused("UPDATE reports_confirmedcontribution SET summary_id = summary_id + 1", match="Cannot update")
    assert not BrokenGlass.objects.exists()
