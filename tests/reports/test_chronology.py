"""The chronology: across referrals and agencies in the order of its days, and for each reader what they may see."""

from datetime import date

import pytest
from django.urls import reverse

import cases.operations
import referrals.operations
from prevent_cases import clock
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


def test_as_many_queries_with_a_long_history(client, told, coordinator, officer, queries_of):
    case = told[0]
    client.force_login(coordinator)
    page = reverse("reports:chronology", args=[case.reference])
    one = queries_of(page)
    for day in range(1, 9):
        cases.operations.log_contact(case, by=coordinator, what="A call.", contacted_on=date(2026, 2, day), **LOG)
    factories.referral_about(case.individual, officer)
    assert queries_of(page) == one <= 12
