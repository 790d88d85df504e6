"""What the person or a parent says about their case: noted with who, how and when, and shown wherever it is told of."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import OwnAccount
from home.written import PAGES
from prevent_cases import clock
from prevent_cases.operations import NotVisible, Refused
from tests import factories
from tests.cases.raw import executed, refused
from tests.panels.reviews import summary_of

SAID = {"whose": "parent", "name": "Una Birch", "how": "visit", "words": "Canary: he is a good boy."}
WRONG = {"reason": "It was his aunt who said it."}


def note(case, by, **said) -> OwnAccount:
    return operations.note_own_account(case, by=by, **{"said_on": clock.today()} | SAID | said)


@pytest.fixture
def shared(case, childrens_services, coordinator):
    factories.share(case, childrens_services, coordinator)
    return case


def pages(case, name) -> list[str]:
    return [reverse(f"{app}:{name}", args=[case.reference]) for app in ("cases", "cases_api")]


def test_it_is_noted_with_who_said_it_how_and_when_and_read_by_whoever_sees_the_case(
    client, shared, coordinator, representative, officer, stranger
):
    client.force_login(representative)
    day = clock.today() - timedelta(days=2)
    on = {"said_on_day": day.day, "said_on_month": day.month, "said_on_year": day.year}
    page, endpoint = pages(shared, "note_own_account")
    wrong = client.post(page, SAID | on | {"words": ""})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["words"])
    assert client.post(page, SAID | on).status_code == 302
    said = {"whose": "person", "how": "meeting", "said_on": clock.today().isoformat(), "words": "Canary-second."}
    assert client.post(endpoint, said, content_type="application/json").status_code == 201
    with pytest.raises(Refused, match="future"):
        note(shared, coordinator, said_on=clock.today() + timedelta(days=1))
    client.force_login(coordinator)
    shown, read = (client.get(url) for url in pages(shared, "own_accounts"))
    text = shown.content.decode()
    assert text.index("Canary-second.") < text.index("In the words of a parent or guardian, Una Birch: at a visit")
    assert representative.name in text
    assert [(each["whose"], each["how"], each["words"]) for each in read.json()["accounts"]] == [
        ("person", "meeting", "Canary-second."),
        ("parent", "visit", SAID["words"]),
    ]
    assert pages(shared, "own_accounts")[0] in client.get(shared.get_absolute_url()).content.decode()
    for person in (officer, stranger):
        client.force_login(person)
        assert {client.get(url).status_code for url in pages(shared, "own_accounts")} == {404}


def test_the_conference_hears_what_was_said_last_and_nothing_noted_in_error(client, case, meeting, coordinator, chair):
    client.force_login(chair)
    conference = reverse("panels:take_item", args=[case.agenda_items.get(meeting=meeting).reference])
    assert "Nothing has been noted of what they say." in client.get(conference).content.decode()
    said = [note(case, coordinator, words=f"Canary: word {number}.") for number in range(5)]
    operations.record_own_account_in_error(said[-1], by=coordinator, **WRONG)
    heard = re.findall(r"Canary: word (\d)", client.get(conference).content.decode())
    assert heard == ["3", "2", "1"]


def test_it_needs_no_referral_and_stands_wherever_the_case_is_told_of(
    client, shared, coordinator, chair, other_area, stranger, text_of
):
    note(shared, coordinator)
    offer = factories.transfer(shared, other_area, coordinator, signed_by=chair)
    client.force_login(coordinator)
    told_of = [reverse(f"{app}:chronology", args=[shared.reference]) for app in ("reports", "reports_api")]
    packs = [reverse(f"{app}:transfer_pack", args=[offer.reference]) for app in ("reports", "reports_api")]
    for url in told_of + packs:
        assert SAID["words"] in client.get(url).content.decode(), url
    assert SAID["words"] in " ".join(text_of(summary_of(shared, coordinator, "own_words").read()).split())
    found = client.post(reverse("home:search"), {"words": "good boy", "where": "own"}).content.decode()
    assert PAGES["cases:own_accounts"] in found
    client.force_login(stranger)
    assert SAID["words"] in client.get(packs[0]).content.decode()


def test_noted_in_error_it_stays_says_so_and_is_told_no_more(client, shared, coordinator, representative, chair):
    account = note(shared, representative)
    with pytest.raises(PermissionDenied):
        operations.record_own_account_in_error(account, by=chair, **WRONG)
    client.force_login(representative)
    page = reverse("cases:record_own_account_in_error", args=[account.reference])
    assert page in client.get(pages(shared, "own_accounts")[0]).content.decode()
    assert client.post(page, WRONG).status_code == 302
    shown, read = (client.get(url) for url in pages(shared, "own_accounts"))
    for words in ("Recorded in error", WRONG["reason"], SAID["words"]):
        assert words in shown.content.decode()
    assert read.json()["accounts"][0]["in_error_reason"] == WRONG["reason"]
    assert SAID["words"] not in client.get(reverse("reports:chronology", args=[shared.reference])).content.decode()
    with pytest.raises(Refused, match="already"):
        operations.record_own_account_in_error(account, by=coordinator, **WRONG)


def test_who_may(shared, coordinator, chair, representative, organiser, officer):
    for person in (coordinator, chair, representative):
        note(shared, person)
    with pytest.raises(PermissionDenied):
        note(shared, organiser)
    with pytest.raises(NotVisible):
        note(shared, officer)


def test_behind_django(shared, coordinator):
    account = note(shared, coordinator)
    for change in ("words = 'x'", "said_on = '2020-01-01'", "whose = 'person'"):
        refused(f"UPDATE cases_ownaccount SET {change}", match="Cannot update")
    copied = (
        "INSERT INTO cases_ownaccount (reference, case_id, whose, name, how, said_on, words, noted_by_id, noted_at,"
        " in_error_reason) SELECT %s, case_id, whose, name, how, said_on, %s, noted_by_id, noted_at, ''"
        " FROM cases_ownaccount WHERE id = %s"
    )
    refused(copied, "EMPTYEMPTY", "", account.pk, match="own_account_says_something")
    executed(copied, "ANOTHERONE", "Again.", account.pk)


def test_after_its_case_has_ended_they_say_more_are_told_and_ring(client, shared, coordinator, chair):
    operations.move_case(shared, by=chair, stage="no_further_action")
    client.force_login(coordinator)
    told = {"whom": "person", "told": "yes", "what": "Canary-told."}
    rang = {"way": "call", "contact_with": "parent", "reached": "yes", "what": "Canary-rang."}
    for said, days, shown, form in (
        (SAID, "said_on", "own_accounts", "note_own_account"),
        (told, "on", "consent", "record_being_told"),
        (rang, "contacted_on", "contact_log", "log_contact"),
    ):
        page, asks = pages(shared, shown)[0], pages(shared, form)[0]
        day = clock.today()
        said = said | {f"{days}_day": day.day, f"{days}_month": day.month, f"{days}_year": day.year}
        assert asks in client.get(page).text
        assert client.post(asks, said).url == page
        assert (said.get("words") or said["what"]) in client.get(page).text


def test_as_many_queries_at_one_as_at_ten(client, shared, coordinator, queries_of):
    client.force_login(coordinator)
    note(shared, coordinator)
    urls = pages(shared, "own_accounts")
    at_one = [queries_of(url) for url in urls]
    for _ in range(9):
        factories.dispute(shared, coordinator, note(shared, coordinator))
    assert [queries_of(url) for url in urls] == at_one
    assert max(at_one) <= 12
