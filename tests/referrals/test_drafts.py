"""A referral in the making: kept as it is typed, in every window, until it is sent, reminded of and removed."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils.formats import date_format

from prevent_cases import clock
from prevent_cases.documents import receiving
from prevent_cases.documents.models import Upload
from prevent_cases.documents.operations import seal_upload
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import NotVisible
from prevent_cases.pages.models import Draft
from prevent_cases.reference.models import ReferringPolicy
from referrals import operations, tasks
from referrals.models import POINTS, STEPS
from tests import factories

BY_ITSELF = {"HX-Request": "true"}


@pytest.fixture
def started(client, officer, area):
    client.force_login(officer)
    return client.post(reverse("referrals:start", args=[area.slug])).url


def once_in(page: str) -> str:
    return re.search(r'name="once" value="([^"]*)"', page)[1]


def known(page) -> str:
    return re.search(r'name="known" value="([^"]*)"', page.content.decode())[1].replace("&quot;", '"')


def type_in(client, url, at="", **answers):
    """What htmx sends while somebody types."""
    return client.post(url, answers | {"known": known(client.get(url)), "at": at, "turn": "1"}, headers=BY_ITSELF)


# What it does


def test_its_author_removes_it_with_its_files_and_a_second_press_does_no_harm(client, started, officer, do_errands):
    draft = Draft.objects.get()
    type_in(client, f"{started}person/", family_name="Birch")
    upload = factories.chosen_file(officer, draft)
    remove = reverse("referrals:remove_draft", args=[draft.reference])
    assert remove in client.get(started).content.decode()
    page = client.get(remove).content.decode()
    assert "cannot be had back" in page
    assert "Birch" not in page
    for _ in range(2):
        assert client.post(remove, {"once": once_in(page)}).url == reverse("referrals:refer")
    assert not Draft.objects.exists()
    with clock.at(clock.now() + timedelta(hours=2)):
        receiving.tidy()
    assert not Upload.objects.filter(pk=upload.pk).exists()


def test_nobody_else_removes_it_and_whoever_handed_it_over_has_it_back_first(client, officer, lead, coordinator):
    draft = factories.draft(officer)
    with pytest.raises(NotVisible):
        operations.remove_draft(draft, by=coordinator)
    factories.handed_over(draft, lead)
    for person in (officer, lead):
        with pytest.raises(PermissionDenied):
            operations.remove_draft(draft, by=person)
    assert Draft.objects.exists()


def test_what_is_typed_is_kept_whether_or_not_it_is_right(client, started):
    answer = type_in(client, f"{started}person/", family_name="Birch", age_given="fifteen")
    assert (answer.status_code, "Saved at" in answer.content.decode()) == (200, True)
    assert "There is a problem" not in answer.content.decode()
    page = client.get(f"{started}person/").content.decode()
    assert 'value="Birch"' in page
    assert 'value="fifteen"' in page


def test_a_page_that_was_only_looked_at_has_not_been_begun(client, started):
    type_in(client, f"{started}needs/")
    assert "needs" not in Draft.objects.get().answers


def test_it_is_resumed_at_the_question_somebody_was_at(client, started):
    type_in(client, f"{started}concern/", at="id_entries-first-text", **{"entries-first-text": "Half a thou"})
    page = client.get(reverse("referrals:refer")).content.decode()
    assert f'href="{started}concern/#id_entries-first-text"' in page


def test_whoever_signs_in_again_goes_on_at_the_question_they_were_at(client, started, officer):
    """The page knows it: an address behind ``#`` does not survive a sign-in."""
    page = f"{started}concern/"
    type_in(client, page, at="id_entries-first-text", **{"entries-first-text": "Half a thou"})
    client.logout()
    assert client.get(page).url.startswith("/sign-in/?next=")
    client.force_login(officer)
    shown = client.get(page).content.decode()
    assert 'data-goes-on-at="id_entries-first-text"' in shown
    assert "You were at “Entry 1: What happened?”" in " ".join(shown.split())
    assert '<a href="#id_entries-first-text">Go on where you were</a>' in shown
    assert f'<a href="{page}#id_entries-first-text">Go on where you were</a>' in client.get(started).content.decode()
    client.post(page, {"entries-first-text": "Half a thou", "later": "yes"})
    assert Draft.objects.get().place == "concern/#id_entries-first-text"
    # Not on another page, not at a question that has gone, and not beside what is to be put right.
    assert "Go on where" not in client.get(f"{started}person/").content.decode()
    Draft.objects.update(place="concern/#id_entries-b2-text")
    assert "Go on where" not in client.get(page).content.decode()
    assert "Go on where" not in client.post(page, {"entries-first-text": "Half a thought"}).content.decode()


@pytest.mark.parametrize(
    ("part", "answers", "at"),
    [
        ("person", {"given_names": "Ash", "born_on_day": "3"}, "id_born_on_1"),  # The month, still empty.
        ("contact", {"lives_here": "here"}, "id_lives_here_0"),
        ("concern", {"entries-first-text": "Half a thou"}, "id_entries-first-text"),
        ("background", {}, ""),
    ],
)
def test_without_a_script_it_is_the_last_question_that_was_answered(client, started, part, answers, at):
    client.post(f"{started}{part}/", answers | {"later": "yes"})
    assert Draft.objects.get().place == (f"{part}/#{at}" if at else f"{part}/")
    assert ("Go on where you were" in client.get(f"{started}{part}/").content.decode()) is bool(at)


@pytest.mark.parametrize("at", ["javascript:alert(1)", "id_<b>", "x" * 300, "id_ÿ"])
def test_a_place_that_is_no_question_is_the_page(client, started, at):
    type_in(client, f"{started}concern/", at=at, **{"entries-first-text": "Half"})
    assert Draft.objects.get().place == "concern/"


def test_an_entry_is_added_and_removed_without_a_script(client, started):
    first = {"entries-first-row": "0", "entries-first-text": "The former"}
    added = client.post(f"{started}concern/", first | {"add": "entries"}).url
    prefix = re.fullmatch(rf"{started}concern/#(entries-[0-9a-f]{{8}})-title", added)[1]
    page = client.get(f"{started}concern/").content.decode()
    assert page.index("Entry 1") < page.index("Entry 2") < page.index(f'name="{prefix}-text"')
    client.post(
        f"{started}concern/", first | {f"{prefix}-row": "1", f"{prefix}-text": "The latter", "remove": "entries-first"}
    )
    page = client.get(f"{started}concern/").content.decode()
    assert ("The former" in page, "The latter" in page) == (False, True)


def test_what_is_wrong_with_an_entry_stands_beside_it_and_the_summary_leads_there(client, started):
    sent = {"entries-a1-row": "1", "entries-a1-text": "One", "entries-a1-how_known": "seen"}
    page = client.post(f"{started}concern/", sent | {"entries-b2-row": "2", "entries-b2-text": "Two"})
    assert page.status_code == 422
    assert '<a href="#id_entries-b2-how_known_0">Entry 2: ' in page.content.decode()


def test_an_entry_that_was_left_empty_is_none(client, started):
    sent = {"entries-a1-row": "1", "entries-a1-text": "One", "entries-a1-how_known": "seen", "entries-b2-row": "2"}
    sent |= dict.fromkeys(POINTS, "unknown")
    assert client.post(f"{started}concern/", sent).url == started
    nothing = client.post(f"{started}concern/", {"entries-a1-row": "1"})
    assert "Say in at least one entry what has happened." in nothing.content.decode()


def test_no_more_entries_are_taken_than_there_may_be(client, started):
    sent = {f"entries-{number}-text": "x" for number in range(60)}
    page = client.post(f"{started}concern/", sent)
    assert page.status_code == 422
    assert "There can be 50 at most." in page.content.decode()


def test_what_is_not_asked_after_an_answer_does_not_count(client, started):
    steps = dict.fromkeys(STEPS, "no")
    assert client.post(f"{started}steps/", steps | {"family_spoken_result": "Forgotten"}).url == started
    asked = client.post(f"{started}steps/", steps | {"early_help": "yes"})
    assert "Choose whether the family agreed to early help." in asked.content.decode()


def test_whom_was_called_is_asked_where_somebody_is_in_danger(client, started):
    page = client.post(f"{started}urgency/", {"in_danger": "yes", "urgency": "urgent", "urgency_reason": "Tonight."})
    assert "If you have not called yet, call 999 now." in page.content.decode()


def test_each_answer_on_the_check_page_leads_to_its_own_question(client, started, school):
    from tests.referrals.test_submit_referral import answer_all

    answer_all(client, started, school)
    page = client.get(f"{started}check/").content.decode()
    assert f'href="{started}person/#id_born_on_0"' in page
    assert '<span class="govuk-visually-hidden"> entry 1: what happened?</span>' in page


# In several windows


def test_both_versions_are_shown_and_nothing_is_complete_before_somebody_chose(client, started):
    url = f"{started}person/"
    one, two = known(client.get(url)), known(client.get(url))
    whole = {"gender": "male", "family_name": "Birch"}
    client.post(url, whole | {"given_names": "First window", "known": one})
    behind = client.post(url, whole | {"given_names": "Second window", "known": two})
    assert behind.status_code == 409
    for page in (behind.content.decode(), client.get(url).content.decode()):
        assert ("First window" in page, "Second window" in page) == (True, True)
    assert "Written in two windows" in client.get(started).content.decode()
    settled = client.post(url, whole | {"given_names": "Both", "known": known(client.get(url))})
    assert settled.url == started
    assert "Second window" not in client.get(url).content.decode()


def test_who_types_is_told_what_another_window_says(client, started):
    url = f"{started}told/"
    old = known(client.get(url))
    type_in(client, url, person_told="no")
    answer = client.post(url, {"person_told": "yes", "known": old}, headers=BY_ITSELF).content.decode()
    assert "Also written in another window" in answer
    assert re.search(r"Does the person know of this referral\?</a></dt>\s*<dd[^>]*>No</dd>", answer)


# When somebody is not signed in, or may not


def test_who_signed_out_in_another_window_is_led_to_sign_in_and_back(client, started):
    type_in(client, f"{started}concern/", **{"entries-first-text": "Half a thou"})
    client.logout()
    page = f"http://testserver{started}concern/#id_entries-first-text"
    answer = client.post(f"{started}concern/", {}, headers=BY_ITSELF | {"HX-Current-URL": page})
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == f"/sign-in/?next={started.replace('/', '%2F')}concern%2F"


def test_nobody_types_into_somebody_elses_draft(client, started, coordinator):
    client.force_login(coordinator)
    assert client.post(f"{started}person/", {"given_names": "X"}, headers=BY_ITSELF).status_code == 404


# Reminded of, and removed


@pytest.fixture
def lain(started, area):
    """Puts the draft back by some days; its area reminds after ten and removes after twenty."""
    factories.policy(area, ReferringPolicy, reminded_after=10, kept_for=20)

    def put_back(days: float) -> Draft:
        Draft.objects.update(saved_at=clock.now() - timedelta(days=days))
        return Draft.objects.get()

    return put_back


def test_who_left_a_draft_lying_is_reminded_once_without_personal_data(lain, do_errands, officer):
    lain(9.9)
    do_errands()
    mail.outbox.clear()
    tasks.remind_of_drafts()
    assert not OutboxRow.objects.filter(task="referrals.remind_of_draft").exists()
    draft = lain(10.1)
    for _ in range(3):
        tasks.remind_of_drafts()
    do_errands()
    tasks.remind_of_drafts()
    do_errands()
    (sent,) = mail.outbox
    assert sent.to == [officer.email]
    assert f"/referrals/drafts/{draft.reference}/" in sent.body
    assert not re.search(
        r"prevent|refer(?!rals/)|Olive|Harrowmere", sent.body.replace("prevent-cases", ""), re.IGNORECASE
    )


def test_who_goes_on_with_it_may_be_reminded_again(client, started, lain, do_errands):
    lain(11)
    tasks.remind_of_drafts()
    do_errands()
    type_in(client, f"{started}person/", given_names="A")
    assert Draft.objects.get().reminded_at is None


def test_a_draft_is_removed_on_the_day_its_area_says(lain):
    lain(19.9)
    tasks.forget_drafts()
    assert Draft.objects.exists()
    lain(20.1)
    tasks.forget_drafts()
    tasks.forget_drafts()
    assert not Draft.objects.exists()


# Files that were chosen for a referral and not sent


@pytest.fixture
def chosen(client, officer, referral, area):
    """Files were chosen for a referral; its area reminds after ten days and removes after twenty."""
    factories.policy(area, ReferringPolicy, reminded_after=10, kept_for=20)
    client.force_login(officer)
    page = client.post(reverse("referrals:start_adding_files", args=[referral.reference])).url
    client.post(page, {"files": ContentFile(b"He said so.", "note.txt")})
    return Draft.objects.get()


def in_days(days: float):
    return clock.at(clock.now() + timedelta(days=days))


def test_files_that_were_chosen_for_a_referral_go_on_the_day_its_area_says(chosen):
    upload = chosen.uploads.get()
    with in_days(19.9):
        tasks.forget_drafts()
        receiving.tidy()
    assert default_storage.exists(upload.in_quarantine)
    with in_days(20.1):
        tasks.forget_drafts()
        receiving.tidy()
    assert not Draft.objects.exists()
    assert not Upload.objects.exists()
    assert not default_storage.exists(upload.in_quarantine)


def test_another_area_keeps_them_as_long_as_it_says(chosen, other_area):
    factories.policy(other_area, ReferringPolicy, reminded_after=1, kept_for=2)
    with in_days(5):
        tasks.remind_of_drafts()
        tasks.forget_drafts()
    assert Draft.objects.get().reminded_at is None
    assert not OutboxRow.objects.filter(task="referrals.remind_of_draft").exists()


def test_who_chose_them_may_think_that_they_were_sent_and_is_reminded_once(client, chosen, do_errands, officer):
    tasks.remind_of_drafts()
    assert not OutboxRow.objects.filter(task="referrals.remind_of_draft").exists()
    OutboxRow.objects.all().delete()
    with in_days(10.1):
        for _ in range(2):
            tasks.remind_of_drafts()
            do_errands()
    (sent,) = mail.outbox
    assert sent.to == [officer.email]
    page = reverse("referrals:choose_files", args=[chosen.reference])
    assert page in sent.body
    assert date_format(clock.day_of(chosen.saved_at) + timedelta(days=20), "j F Y") in sent.body
    assert "note.txt" not in sent.body
    assert "Send these files" in client.get(page).content.decode()


def test_nobody_is_reminded_of_a_page_on_which_nothing_could_be_sent(chosen, officer):
    seal_upload(chosen.uploads.get(), by=officer)
    with in_days(10.1):
        tasks.remind_of_drafts()
    assert not OutboxRow.objects.filter(task="referrals.remind_of_draft").exists()


def test_who_chooses_another_has_as_long_again(client, chosen):
    Draft.objects.update(saved_at=clock.now() - timedelta(days=15), reminded_at=clock.now())
    client.post(reverse("referrals:choose_files", args=[chosen.reference]), {"files": ContentFile(b"More.", "b.txt")})
    draft = Draft.objects.get()
    assert draft.reminded_at is None
    assert clock.now() - draft.saved_at < timedelta(minutes=1)


# How often it queries


def test_saving_costs_the_same_whatever_is_in_the_draft(client, started, django_assert_max_num_queries):
    sent = {f"entries-{number}-text": "x" for number in range(20)}
    type_in(client, f"{started}concern/", **sent)
    with django_assert_max_num_queries(12):
        client.post(f"{started}concern/", sent, headers=BY_ITSELF)
