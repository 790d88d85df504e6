"""Sixty strings that people, programs and attackers write: refused with a sentence or shown as stored (R-13).

Each goes through pages of the task list and through the endpoint: here several at once, each in a field of its own, and
by `python3 run.py prove hostile-words` each in every field.
"""

import html
from collections.abc import Callable, Iterator, Sequence

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from prevent_cases.look.direction import TURNING, marked
from prevent_cases.pages.models import Draft
from referrals.models import POINTS, STEPS, Referral

HOSTILE = [
    "A", "Ó", "Ŵyn", "李", "محمد", "יוסף", "বেলা", "José", "Jose\u0301", "O’Brien", "O'Brien", "McLeod",
    "ibn Khaldun", "de la Cruz", "Łukasz Żurek", "İstanbul", "ıI", "ﬁona", "Ａｓｈ", "n/a", "null", "None", "undefined",
    "0", "-1", "1e999", "NaN", "true", "x" * 200, "é" * 200, "𝔄𝔰𝔥", "😀", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "Z̸̡̛͉̗̭͎̖͙͗̽̋ä̵̛̱́l̶̞͐g̷͚̈́ọ̴̀", "a\u202eb\u202c", "\u2066a\u2069", "a\u200bb", "a\u200db", "\ufeffa", "a\u00adb", "a\u0000b",
    "\u0001\u0007", "a\tb", "a\r\nb", "a\u2028b", "<script>window.__x=1</script>", "\"><img src=x onerror=alert(1)>",
    "{{ 7*7 }}", "{% load look %}", "${7*7}", "=1+1", "+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0",
    "'; DROP TABLE x; --", "../../etc/passwd", "%00%0a", "\\", "&lt;b&gt;", "javascript:alert(1)", "\ud7ff\ue000\uffff",
]  # fmt: skip
ANSWERS = {
    "lives_here": "here", "under_supervision": "no", "lives_with_children": "unknown", "person_told": "yes",
    "parent_told": "yes", "source_at_risk": "no", **dict.fromkeys((*POINTS, *STEPS), "no"), "in_danger": "no",
    "urgency": "normal", "feedback_wanted": "unknown", "gender": "male", "no_intelligence": True,
    "as_far_as_known": True,
}  # fmt: skip


def test_there_are_sixty():
    assert len(set(HOSTILE)) >= 60


NAMES = ("given_names", "family_name", "other_names")
FIELDS = (*NAMES, "address", "online_names", "parents", "setting")


def answers_to(
    send: Callable[[list[str]], HttpResponse], strings: list[str], at_once: int
) -> Iterator[tuple[list[str], HttpResponse]]:
    """What is answered to so many at once; where one of them is refused, to each half, so that it is by itself."""
    for start in range(0, len(strings), at_once):
        words = strings[start : start + at_once]
        answer = send(words)
        if answer.status_code == 422 and len(words) > 1:
            yield from answers_to(send, words, len(words) // 2)
        else:
            yield words, answer


def as_person(words: list[str], fields: Sequence[str] = NAMES) -> dict[str, str]:
    return {"given_names": "Ash", "gender": "male"} | dict(zip(fields, words, strict=False))


def as_entry(words: str) -> dict[str, str]:
    return {"text": words, "how_known": "told"}


def as_concern(words: list[str]) -> dict[str, str]:
    texts = {f"entries-{number}-text": each for number, each in enumerate(words)}
    chosen = {f"entries-{number}-how_known": "seen" for number in range(len(words))}
    return texts | chosen | dict.fromkeys(POINTS, "unknown")


def try_on_page(client: Client, page: str, form: Callable, at_once: int) -> None:
    for words, answer in answers_to(lambda some: client.post(page, form(some)), HOSTILE, at_once):
        assert answer.status_code in (302, 422), ascii(words)
        assert answer.status_code == 302 or "There is a problem" in answer.content.decode(), ascii(words)
        saved = client.post(page, form(words), headers={"HX-Request": "true"})
        assert saved.status_code == 200, ascii(words)
        shown = client.get(page).content.decode()
        kept = [values[0] for values in Draft.objects.get().answers[page.split("/")[-2]].values()]
        assert len(kept) > len(words)
        for value in kept:
            assert html.escape(value) in shown or value in ("seen", "male", "unknown"), ascii(words)


def try_over_endpoint(client: Client, reader: Client, area, school, fields: Sequence[str] = FIELDS) -> None:
    """Those in the fields of the person apart from those in entries: what is shown of one is not found in the other."""

    def send(**said):
        sent = ANSWERS | {"for_agency": school.slug, "family_name": "", "entries": [as_entry("Why.")]} | said
        address = reverse("referrals_api:submit_referral", args=[area.slug])
        return client.post(address, sent, content_type="application/json")

    def send_in_fields(words):
        return send(**as_person(words, fields))

    def send_in_entries(words):
        return send(given_names="Ash", entries=[as_entry(each) for each in words])

    stored = Referral.objects.count()
    for send_in, at_once in ((send_in_fields, len(fields)), (send_in_entries, 10)):
        for words, answer in answers_to(send_in, HOSTILE, at_once):
            assert answer.status_code in (201, 422), ascii(words)
            if answer.status_code == 422:
                assert all(sentence[0][0].isupper() for sentence in answer.json()["errors"].values()), ascii(words)
                continue
            stored += 1
            referral = Referral.objects.latest("pk")
            page = reader.get(referral.get_absolute_url()).content.decode()
            read = reader.get(reverse("referrals_api:view_referral", args=[referral.reference])).json()
            if send_in is send_in_fields:
                kept = [(getattr(referral, field), read[field]) for field in fields[: len(words)]]
            else:
                kept = [(e.text, told["text"]) for e, told in zip(referral.entries.all(), read["entries"], strict=True)]
            for (text, told), typed in zip(kept, words, strict=True):
                assert text.replace("\r\n", "\n") == typed.strip().replace("\r\n", "\n")
                assert told == text
                assert all(marked(html.escape(line)) in page for line in text.splitlines()), ascii(typed)
            assert not TURNING.search(page), ascii(words)
    assert Referral.objects.count() == stored  # What was refused has left nothing.


@pytest.fixture
def reader(coordinator):
    """Another browser, of somebody who reads what was sent."""
    reader = Client()
    reader.force_login(coordinator)
    return reader


def test_on_a_page_they_are_refused_with_a_sentence_or_shown_as_they_were_typed(client, officer, area):
    client.force_login(officer)
    started = client.post(reverse("referrals:start", args=[area.slug])).url
    try_on_page(client, f"{started}person/", as_person, len(NAMES))
    try_on_page(client, f"{started}concern/", as_concern, at_once=10)


def test_over_the_endpoint_they_are_refused_with_a_sentence_or_stored_and_shown(client, reader, officer, area, school):
    client.force_login(officer)
    try_over_endpoint(client, reader, area, school)


@pytest.mark.parametrize("half", ["\\ud800", "\\udfff"])
def test_half_a_character_is_refused_with_a_sentence(client, officer, area, half):
    client.force_login(officer)
    body = f'{{"given_names": "a{half}b", "entries": [{{"text": "a{half}b"}}]}}'
    answer = client.post(
        reverse("referrals_api:submit_referral", args=[area.slug]), body, content_type="application/json"
    )
    assert answer.status_code == 422
    assert "This text holds half a character." in str(answer.json()["errors"])


def test_what_cannot_be_kept_is_said_beside_its_question_and_never_in_a_bare_error(
    client, referral, officer, coordinator
):
    client.force_login(officer)
    page = reverse("referrals:add_to_referral", args=[referral.reference])
    refused = client.post(page, {"text": "a\0b"})
    assert refused.status_code == 422
    said = "The answer to “What would you like to add?” holds a character that cannot be kept"
    assert said in refused.content.decode()
    # Half a character is no text, and arrives as the mark for one that cannot be read.
    form = "application/x-www-form-urlencoded"
    assert client.post(page, "text=a%ED%A0%80b", content_type=form).status_code == 302
    assert referral.additions.get().text.strip("ab") == 3 * "\ufffd"
    client.force_login(coordinator)
    for search in ("%00", "a%00b", "%ED%A0%80"):
        assert client.get(f"{reverse('referrals:list_referrals')}?q={search}").status_code == 200


@pytest.mark.parametrize("sent", [3, "x", [3], [[]], [{"unknown": 1}], [{"text": {"a": 1}}], [{}] * 60])
def test_entries_of_another_shape_are_refused_with_a_sentence(client, officer, area, sent):
    client.force_login(officer)
    answer = client.post(
        reverse("referrals_api:submit_referral", args=[area.slug]), {"entries": sent}, content_type="application/json"
    )
    assert answer.status_code in (400, 422)


def test_a_person_without_a_last_name_is_referred(client, officer, area, school):
    client.force_login(officer)
    sent = ANSWERS | {
        "given_names": "Suharto",
        "for_agency": school.slug,
        "entries": [{"text": "x", "how_known": "seen"}],
    }
    answer = client.post(
        reverse("referrals_api:submit_referral", args=[area.slug]), sent, content_type="application/json"
    )
    assert answer.status_code == 201
