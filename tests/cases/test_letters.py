"""Letters: asked first whether writing is safe, in the words of the area, and never sent by themselves."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection, transaction
from django.urls import reverse

from cases import operations
from cases.models import Letter
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.operations import AlreadyDone, Refused
from prevent_cases.reference.models import LetterPolicy
from tests import factories

SAID = {
    "kind": "told",
    "to_whom": "person",
    "name": "Ashwin",
    "address": "1 Elm Way",
    "who_opens_post": "Only he does: canary-post.",
    "parents_apart": "no",
    "parent_of_concern": "unknown",
    "why_safe": "His key worker asked him.",
}


def test_it_says_what_the_area_says_plainly_and_in_easy_read_and_goes_nowhere(
    case, area, coordinator, text_of, do_errands
):
    do_errands()
    mail.outbox.clear()
    factories.policy(area, LetterPolicy, told="You were referred: canary-words.", told_easy="They told us.\nAsk us.")
    letter = operations.write_letter(case, by=coordinator, added="Ms Birch will ring you.", **SAID)
    factories.policy(area, LetterPolicy, told="Other words from now on.")
    do_errands()
    letter.refresh_from_db()
    pages = text_of(letter.read()).split()
    text = " ".join(pages)
    assert "Dear Ashwin You were referred: canary-words. Ms Birch will ring you." in text
    assert text.index("Ms Birch") < text.index("They told us. Ask us.")
    # Nothing of why it was safe, no marking, no name of anybody else but whoever answers for it.
    for kept_back in ("canary-post", "key worker", "OFFICIAL", case.reference):
        assert kept_back not in text
    assert not mail.outbox
    with pytest.raises(AlreadyDone):
        operations.make_letter(letter, by=system_user())


def test_of_an_ended_case_it_says_when_it_is_looked_at_whether_to_keep_it(
    case, chair, coordinator, text_of, do_errands
):
    operations.move_case(case, by=chair, stage="no_further_action")
    letter = operations.write_letter(case, by=coordinator, **SAID | {"kind": "no_concern"})
    do_errands()
    letter.refresh_from_db()
    words = " ".join(text_of(letter.read()).split())
    assert f"on {case.retention_review_on:%-d %B %Y}" in words


def test_first_whether_writing_is_safe(case, coordinator, police, gateway):
    factories.share(case, police, coordinator)
    for field in ("who_opens_post", "why_safe", "name"):
        with pytest.raises(Refused) as refusal:
            operations.write_letter(case, by=coordinator, **SAID | {field: ""})
        assert refusal.value.field == field
    factories.hold(case.individual, gateway)
    with pytest.raises(Refused, match="hold"):
        operations.write_letter(case, by=coordinator, **SAID)
    assert not Letter.objects.exists()


def test_that_it_reached_them_is_said_once(case, coordinator):
    letter = operations.write_letter(case, by=coordinator, **SAID)
    for days, words in ((1, "future"), (-1, "written later")):
        with pytest.raises(Refused, match=words):
            operations.say_letter_sent(
                letter, by=coordinator, sent_on=clock.today() + timedelta(days=days), sent_how="post"
            )
    operations.say_letter_sent(letter, by=coordinator, sent_on=clock.today(), sent_how="by_hand")
    with pytest.raises(Refused, match="already"):
        operations.say_letter_sent(letter, by=coordinator, sent_on=clock.today(), sent_how="post")


def test_by_the_page(client, case, coordinator):
    client.force_login(coordinator)
    page = reverse("cases:write_letter", args=[case.reference])
    wrong = client.post(page, SAID | {"why_safe": "", "address": "2 Oak Row"})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["why_safe"])
    assert "2 Oak Row" in wrong.content.decode()
    client.post(page, SAID)
    letter = Letter.objects.get()
    assert LetterPolicy.of(case.area).told[:40] in client.get(letter.get_absolute_url()).content.decode()
    easy = client.get(reverse("cases:easy_read_letter", args=[letter.reference])).content.decode()
    assert "You are not in trouble." in easy
    assert "canary-post" not in easy
    assert "Not yet" in client.get(reverse("cases:letters", args=[case.reference])).content.decode()


def test_who_may(client, case, coordinator, chair, police, police_representative, representative, stranger):
    factories.share(case, police, coordinator)
    letter = operations.write_letter(case, by=coordinator, **SAID)
    pages = [
        reverse("cases:letters", args=[case.reference]),
        reverse("cases:write_letter", args=[case.reference]),
        letter.get_absolute_url(),
        reverse("cases:easy_read_letter", args=[letter.reference]),
        reverse("cases:say_letter_sent", args=[letter.reference]),
        reverse("cases_api:view_letter", args=[letter.reference]),
    ]
    for person, answers in {
        coordinator: [200, 200, 200, 200, 200, 200],
        chair: [200, 403, 200, 200, 403, 200],
        police_representative: [200, 403, 200, 200, 403, 200],
        representative: [404] * 6,
        stranger: [404] * 6,
    }.items():
        client.force_login(person)
        assert [client.get(page).status_code for page in pages] == answers, person


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("text = 'x'", "Cannot update"),
        ("why_safe = ''", "Cannot update"),
        ("sent_on = now()", "says_when_how_and_by_whom"),
    ],
)
def test_behind_django(case, coordinator, change, fault):
    operations.write_letter(case, by=coordinator, **SAID)
    with pytest.raises(Exception, match=fault), transaction.atomic():
        connection.cursor().execute(f"UPDATE cases_letter SET {change}")
