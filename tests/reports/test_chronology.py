"""The chronology: across referrals and agencies in the order of its days, and for each reader what they may see."""

from datetime import date, timedelta
from itertools import chain

import pytest
from django.urls import reverse

import cases.operations
import referrals.operations
from cases.models import Intervention
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from tests import factories

LOG = {"way": "visit", "contact_with": "parent", "reached": True}


@pytest.fixture
def told(case, referral, officer, coordinator, police, police_representative, area):
    """A case with an earlier referral that ended, a visit, what an agency shared for the chair, and an action."""
    earlier = factories.referral_about(
        case.individual,
        officer,
        entries=[factories.entry("He drew it on a wall: canary-wall.", happened_on=date(2025, 3, 4))],
    )
    factories.share(case, police, coordinator)
    factories.contribution(
        case, police, police_representative, "chair_only", text="canary-for-the-chair", with_deputies=False
    )
    cases.operations.log_contact(case, by=coordinator, what="canary-visit", contacted_on=date(2026, 1, 2), **LOG)
    wrong = cases.operations.log_contact(
        case, by=coordinator, what="canary-wrong", contacted_on=date(2026, 1, 3), **LOG
    )
    cases.operations.record_contact_in_error(wrong, by=coordinator, reason="Another family.")
    factories.action(case, police, coordinator)
    entry = referral.entries.first()
    referrals.operations.record_own_words(
        referral, by=coordinator, whose="person", words="canary-disputed", said_on=clock.today(), entry=entry
    )
    return case, earlier, entry


def page_for(client, person, case) -> str:
    client.force_login(person)
    return " ".join(client.get(reverse("reports:chronology", args=[case.reference])).content.decode().split())


def test_each_day_in_its_place_and_a_dispute_beside_what_it_disputes(client, told, coordinator):
    case, earlier, entry = told
    text = page_for(client, coordinator, case)
    order = ["canary-wall", "canary-visit", "Action agreed"]
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)
    assert f"referral {earlier.reference}" in text  # It is about the same person, and no case carries it.
    assert 0 < text.index(entry.text) < text.index("canary-disputed")
    assert text.index("canary-disputed") - text.index(entry.text) < 900
    assert "canary-wrong" not in text
    read = client.get(reverse("reports_api:chronology", args=[case.reference])).json()["happened"]
    assert [each["on"] for each in read] == sorted(each["on"] for each in read)
    (disputed,) = [each for each in read if each["text"] == entry.text]
    (against,) = disputed["disputes"]
    assert (against["heading"], against["words"], against["answer"], against["answered_at"]) == (
        "Disputed by the person", "canary-disputed", "", None,
    )  # fmt: skip
    said = entry.referral.own_words.get()
    referrals.operations.answer_dispute(said, by=coordinator, outcome="wrong", answer="canary-answered")
    read = client.get(reverse("reports_api:chronology", args=[case.reference])).json()["happened"]
    (against,) = next(each for each in read if each["text"] == entry.text)["disputes"]
    assert (against["words"], against["outcome"], against["answer"]) == ("canary-disputed", "wrong", "canary-answered")
    assert against["answered_at"]


def test_each_reads_what_they_may(client, told, coordinator, chair, police_representative, officer, stranger, area):
    case = told[0]
    shown = ["canary-visit", "canary-for-the-chair", "canary-wall"]
    for person, answers in {
        chair: [True, True, False],
        coordinator: [True, False, True],
        police_representative: [True, True, False],
    }.items():
        text = page_for(client, person, case)
        assert [each in text for each in shown] == answers, person
    for person in (officer, stranger):
        client.force_login(person)
        for name in ("reports:chronology", "reports_api:chronology"):
            assert client.get(reverse(name, args=[case.reference])).status_code == 404


# What was done, by a word of it: its title, and which of chair and police read it. The coordinator reads all but one.
DONE = {
    "canary-missed": ("A session was missed", "chair police"),
    "canary-worried": ("Whoever gives support was worried", "chair police"),
    "canary-was-done": ("What was done about a worry", "chair police"),
    "canary-plan": ("Plan of support revised", "chair police"),
    "canary-asked": ("Asked Harrowmere NHS for information", "chair"),
    "canary-why-not": ("Harrowmere NHS answered: held, but not shared", "chair"),
    "canary-by-word": ("Children&#x27;s Services answered: for the chair, by word", "chair"),
    "canary-taken-back": ("No longer asked of Harrowmere NHS", "chair"),
    "canary-added": ("Added: referral", "chair police"),
    "canary-account": ("In the words of the person: referral", "chair police"),
    "canary-handed-over": ("Owner: Cem Coordinator", "chair police"),
    "Cora Coordinator stood in for Cem Coordinator": ("Cora Coordinator stood in for Cem Coordinator", ""),
    "canary-shared": ("Shared with Housing", "chair police"),
    "Stopped sharing with Housing": ("Stopped sharing with Housing", "chair police"),
    "canary-lapsing": ("Shared with Harrowmere NHS", "chair police"),
    "Sharing with Harrowmere NHS lapsed": ("Sharing with Harrowmere NHS lapsed", "chair police"),
    "canary-broken": ("Nils Nurse broke the glass", "chair"),
    "canary-judged": ("Breaking the glass was judged right", "chair"),
}


@pytest.fixture
def done(
    whole_case, area, referral, officer, coordinator, second_coordinator, chair, childrens_services, representative
):
    """With what support, agencies, the referrer, the person and those who see the case did of each kind."""
    case = whole_case
    given = Intervention.objects.get(case=case)
    giver = given.answered_by
    factories.session(given, giver, came=False, why_missed="canary-missed")
    concern = cases.operations.raise_urgent_concern(given, by=giver, words="canary-worried")
    cases.operations.answer_urgent_concern(concern, by=coordinator, what_was_done="canary-was-done")
    cases.operations.plan_support(case, by=chair, **factories.PLAN | {"support": "canary-plan"})
    nhs = factories.agency(area, "Harrowmere NHS", AgencyType.HEALTH)
    nurse = factories.person(nhs, PostKind.REPRESENTATIVE, "Nils Nurse")
    asked = factories.information_request(case, nhs, coordinator, asked="canary-asked")
    factories.information_answer(asked, nurse, "not_shared", why_not="canary-why-not")
    asked = factories.information_request(case, childrens_services, coordinator)
    factories.information_answer(asked, representative, "by_word", who_tells="canary-by-word")
    asked = factories.information_request(case, nhs, coordinator)
    cases.operations.recall_information_request(asked, by=coordinator, reason="canary-taken-back")
    referrals.operations.add_to_referral(referral, by=officer, text="canary-added")
    referrals.operations.record_own_words(
        referral, by=coordinator, whose="person", words="canary-account", said_on=clock.today()
    )
    cases.operations.allocate_case(case, by=coordinator, owner=second_coordinator, note="canary-handed-over")
    terms = {"starts_on": clock.today(), "until": clock.today() + timedelta(days=9)}
    cases.operations.arrange_cover(area, by=coordinator, away=second_coordinator, covered_by=coordinator, **terms)
    housing = factories.agency(area, "Housing", AgencyType.HOUSING)
    cases.operations.stop_sharing_case(
        factories.share(case, housing, coordinator, purpose="canary-shared"), by=coordinator
    )
    glass = cases.operations.break_glass(case, by=nurse, kind="other", reason="canary-broken: he rang from a bridge.")
    governance = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gita Governance")
    cases.operations.judge_broken_glass(glass, by=governance, was_right=True, judgement="canary-judged")
    factories.share(case, nhs, coordinator, purpose="canary-lapsing", until=clock.today())
    return case


def test_everything_known_and_done_as_far_as_its_reader_may_see(
    client, done, coordinator, chair, police_representative, queries_of
):
    readers = {"coordinator": coordinator, "chair": chair, "police": police_representative}
    with clock.at(clock.now() + timedelta(days=7)):
        for name, person in readers.items():
            text = page_for(client, person, done)
            read = client.get(reverse("reports_api:chronology", args=[done.reference])).json()["happened"]
            said = [f"{each['title']} {each['text']}" for each in read]
            for word, (title, whose) in DONE.items():
                may = name in whose or (name == "coordinator" and word != "canary-by-word")
                assert ((word in text), any(word in each for each in said)) == (may, may), (name, word)
                if may:
                    assert title in text[: text.index(word) + len(word)].rpartition("<tr")[2], word
                    title = title.replace("&#x27;", "'")
                    assert any(title in each for each in said if word in each), word
        assert "Children&#x27;s Services answered: for the chair<" in page_for(client, coordinator, done)
        assert queries_of(reverse("reports:chronology", args=[done.reference])) <= 12


def test_a_long_one_goes_on_after_a_day(client, told, coordinator, police_representative, monkeypatch):
    monkeypatch.setattr("reports.chronology.SHOWN", 3)
    case = told[0]
    for day in (5, 6, 7):
        cases.operations.log_contact(case, by=coordinator, what="A call.", contacted_on=date(2026, 1, day), **LOG)
    client.force_login(police_representative)
    address = reverse("reports_api:chronology", args=[case.reference])
    contribution = case.contributions.get()
    pages, after = [], ""
    while not pages or after:
        read = client.get(address, {"after": after}).json()
        pages.append(read["happened"])
        # Only the page on which it stands is one on which it was read.
        assert readings(contribution) == sum("canary-for-the-chair" in str(each) for each in pages)
        after = read["next"]
    assert len(pages) > 1
    monkeypatch.undo()
    assert [*chain(*pages)] == client.get(address).json()["happened"]
    page = client.get(reverse("reports:chronology", args=[case.reference]), {"after": pages[0][-1]["on"]})
    assert [each.title for each in page.context["page"].happened] == [each["title"] for each in chain(*pages[1:])]
    assert client.get(address, {"after": "yesterday"}).status_code == 404


def readings(contribution) -> int:
    return AuditEntry.objects.about(contribution).filter(what="cases.read_contribution").count()


def test_as_many_queries_with_a_long_history(client, told, coordinator, officer, queries_of):
    case = told[0]
    client.force_login(coordinator)
    page = reverse("reports:chronology", args=[case.reference])
    one = queries_of(page)
    for day in range(1, 9):
        cases.operations.log_contact(case, by=coordinator, what="A call.", contacted_on=date(2026, 2, day), **LOG)
    factories.referral_about(case.individual, officer)
    assert queries_of(page) == one <= 12


def test_what_an_earlier_case_of_the_same_person_holds_as_far_as_one_may_read_that(
    client, case, coordinator, chair, officer, panel, police, police_representative, area, queries_of
):
    cases.operations.log_contact(case, by=coordinator, what="canary-earlier", contacted_on=clock.today(), **LOG)
    cases.operations.move_case(case, by=chair, stage="no_further_action")
    again = factories.referral(officer)
    cases.operations.confirm_same_person(again, by=coordinator, individual=case.individual, reason="Same day.")
    later = factories.case(again, coordinator, panel)
    assert later != case
    factories.share(later, police, coordinator)
    text = page_for(client, coordinator, later)
    assert "canary-earlier" in text
    assert f"Case ended (earlier case {case.reference})" in text
    seen = AuditEntry.objects.about(case).filter(what="cases.view_case")
    assert seen.first().by == f"accounts.User:{coordinator.pk}"
    # Not of a later one, nor for those with whom only the later is shared.
    assert later.reference not in page_for(client, coordinator, case).replace(again.reference, "")
    text = page_for(client, police_representative, later)
    assert case.reference not in text
    # Whoever does not work on the earlier one any more says first what they open it for, on its own page.
    second = factories.person(area, PostKind.COORDINATOR, "Cleo Coordinator")
    client.logout()
    with clock.at(clock.now() + timedelta(days=9)):
        factories.purpose(later, second)
        before = seen.count()
        text = page_for(client, second, later)
        assert f"Earlier case {case.reference}: say what you open it for" in text
        assert "canary-earlier" not in text
        assert seen.count() == before
        factories.purpose(case, second)
        assert "canary-earlier" in page_for(client, second, later)
    client.logout()
    # As many queries for two of them as for one.
    client.force_login(coordinator)
    one = queries_of(reverse("reports:chronology", args=[later.reference]))
    cases.operations.move_case(later, by=chair, stage="no_further_action")
    third = factories.referral(officer)
    cases.operations.confirm_same_person(third, by=coordinator, individual=case.individual, reason="Same day.")
    last = factories.case(third, coordinator, panel)
    assert queries_of(reverse("reports:chronology", args=[last.reference])) == one <= 12
