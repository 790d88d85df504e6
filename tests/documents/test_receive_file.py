"""Choosing files: quarantine first, a copy once a scanner has answered, and nothing left of what is not sent."""

import os
import signal
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents import not_taken, receiving
from prevent_cases.documents import scanner as asking
from prevent_cases.documents.kinds import Checked
from prevent_cases.documents.models import Altered, State, Upload, shown_name
from prevent_cases.documents.models.sent import QUARANTINE
from prevent_cases.documents.scanner import ScannerAway
from prevent_cases.later import outbox
from prevent_cases.later.models import OutboxRow
from tests import factories
from tests.documents.hostile import EICAR
from tests.documents.hostile.names import NAMES
from tests.documents.hostile.pictures import picture, with_place


@pytest.fixture
def draft(officer, area):
    return factories.draft(officer)


@pytest.fixture
def page(draft):
    return reverse("referrals:draft_files", args=[draft.reference])


def chosen(content: bytes = b"A note.", name: str = "note.txt") -> ContentFile:
    return ContentFile(content, name)


# What it does


def test_a_chosen_file_lies_in_quarantine_and_cannot_be_opened(client, officer, draft, page):
    client.force_login(officer)
    assert client.post(page, {"files": [chosen(), chosen(b"Another.", "second.txt")]}).url == page
    first, second = draft.uploads.all()
    assert (first.state, first.given_name, second.given_name) == (State.WAITING, "note.txt", "second.txt")
    assert first.read_received() == b"A note."
    assert not default_storage.exists(first.copy)
    with pytest.raises(Altered):
        first.read()
    shown = client.get(page).content.decode()
    assert "Being checked" in shown
    assert "ring Police (101), or Emergency services (999) if somebody is in danger" in shown
    assert "This should not be here" in shown


def test_once_a_scanner_has_answered_there_is_a_copy_and_nothing_else(committed, scanner, officer, do_errands):
    upload = factories.chosen_file(officer, content=picture("JPEG", exif=with_place()), name="Ashwin.jpg")
    do_errands()
    upload.refresh_from_db()
    assert (upload.state, upload.kind, upload.download_name) == (State.READY, "jpeg", f"file-{upload.reference}.jpg")
    assert upload.read().startswith(b"\xff\xd8")
    assert not default_storage.exists(upload.in_quarantine)


def test_a_virus_is_refused_with_a_sentence_and_its_bytes_go(committed, scanner, client, officer, do_errands):
    draft = factories.draft(officer)
    upload = factories.chosen_file(officer, draft, content=EICAR)
    do_errands()
    upload.refresh_from_db()
    assert (upload.state, upload.why_not) == (State.REFUSED, not_taken.VIRUS)
    assert not default_storage.exists(upload.in_quarantine)
    assert not default_storage.exists(upload.copy)
    client.force_login(officer)
    shown = client.get(reverse("referrals:draft_files", args=[draft.reference])).content.decode()
    assert "Not taken" in shown
    assert "harmful" in shown


@pytest.mark.parametrize("stop", [signal.SIGSTOP, signal.SIGKILL], ids=["hangs", "is gone"])
def test_while_the_scanner_is_away_a_file_stays_in_quarantine(
    committed, scanner, officer, do_errands, monkeypatch, stop
):
    monkeypatch.setattr(asking, "PATIENCE", 0.5)
    upload = factories.chosen_file(officer)
    os.kill(scanner.process.pid, stop)
    try:
        with pytest.raises(ScannerAway):
            do_errands()
        upload.refresh_from_db()
        assert upload.state == State.WAITING
        assert default_storage.exists(upload.in_quarantine)
        assert not default_storage.exists(upload.copy)
        row = OutboxRow.objects.get(task="documents.check_upload")
        assert (row.done_at, row.attempts) == (None, 1)
        # It is asked again within minutes, and not after an hour.
        for _ in range(6):
            with pytest.raises(ScannerAway):
                do_errands()
        row.refresh_from_db()
        assert row.due_at - clock.now() <= receiving.ASKED_AGAIN
    finally:
        os.kill(scanner.process.pid, signal.SIGCONT)
        if stop == signal.SIGKILL:
            scanner.process.wait()


def test_a_name_too_long_to_be_read_is_refused_with_a_sentence(officer, page):
    # Where the token of a page is asked for, that is what reads it first.
    for client in (Client(), Client(enforce_csrf_checks=True)):
        client.force_login(officer)
        client.get(page)
        for url, kind in ((page, "text/html"), (reverse("documents_api:receive_file"), "application/problem+json")):
            answer = client.post(url, {"files": [chosen(name="a" * 70_000 + ".txt")]})
            assert (answer.status_code, answer["Content-Type"].split(";")[0]) == (400, kind)
            assert "give it a shorter name" in answer.content.decode()
    assert not Upload.objects.exists()


def test_its_sender_is_told_what_it_waits_for(officer, area, settings):
    upload = factories.chosen_file(officer)
    assert upload.words.startswith("You need not wait")
    with clock.at(clock.now() + timedelta(minutes=3)):
        assert upload.words.startswith("The virus scanner does not answer.")
    settings.CLAMD_URL = ""
    assert "No virus scanner is set up here" in upload.words


def test_where_there_is_no_scanner_the_page_says_so_before_one_chooses(client, officer, page, settings):
    settings.CLAMD_URL = ""
    client.force_login(officer)
    assert "No virus scanner is set up here. What you add is kept locked" in client.get(page).content.decode()


def test_a_script_gets_the_list_alone_and_what_is_wrong_as_a_sentence(client, officer, page, settings):
    client.force_login(officer)
    part = client.post(page, {"files": chosen()}, headers={"HX-Request": "true"})
    assert part.status_code == 200
    assert part.content.decode().strip().startswith('<div id="files"')
    assert "every 2s" in part.content.decode()
    wrong = client.post(page, {"files": chosen(b"")}, headers={"HX-Request": "true"})
    assert (wrong.status_code, wrong["Content-Type"]) == (422, "text/plain")
    assert wrong.content.decode() == "“note.txt” is empty. Choose another."


def test_the_task_list_and_the_check_of_answers_count_them(client, officer, draft, page):
    client.force_login(officer)
    task_list = reverse("referrals:draft", args=[draft.reference])
    assert "None added" in client.get(task_list).content.decode()
    client.post(page, {"files": [chosen(), chosen()]})
    assert "2 added" in client.get(task_list).content.decode()
    refused = draft.uploads.first()
    Upload.objects.filter(pk=refused.pk).update(**refused.outcome(Checked(why_not="No.")))
    assert "1 added, 1 not taken" in client.get(task_list).content.decode()


def test_a_program_sends_a_file_by_itself_and_asks_how_it_stands(client, officer, area):
    client.force_login(officer)
    answer = client.post(reverse("documents_api:receive_file"), {"files": chosen()})
    (received,) = answer.json()
    assert (answer.status_code, received["state"]) == (201, "waiting")
    again = client.get(reverse("documents_api:view_upload", args=[received["reference"]])).json()
    assert (again["state"], again["size"]) == ("waiting", 7)
    nothing = client.post(reverse("documents_api:receive_file"), {})
    assert nothing.json()["errors"]["files"] == ["Choose a file first."]


@pytest.mark.parametrize("what", NAMES)
def test_a_name_is_shown_without_what_hides_in_it_and_leads_nowhere(what):
    name = shown_name(NAMES[what])
    assert 0 < len(name) <= 100
    assert not set(name) & set("/\\\0\r\n\u202e\u2067\u200b\ufeff")


@pytest.mark.parametrize("name", ["a" * 2000 + ".txt", "\u202e" * 9000 + ".txt", "a\0b.txt"])
def test_a_name_that_no_computer_would_give_is_shortened_and_not_refused(client, officer, draft, page, name):
    client.force_login(officer)
    sent = b'--x\r\nContent-Disposition: form-data; name="files"; filename="%s"\r\n\r\nA note.\r\n--x--\r\n'
    ways = {"content_type": "multipart/form-data; boundary=x"}
    assert client.generic("POST", page, sent % name.encode(), **ways).status_code == 302
    kept = draft.uploads.get().given_name
    # A name that is no text is none, and without one it is no file.
    nothing = client.generic("POST", page, sent % b"a\xed\xb2\x80b.txt", **ways)
    assert "Choose a file first." in nothing.content.decode()
    assert 0 < len(kept) <= 100
    assert kept.endswith(".txt")


# What it records


def test_a_draft_leaves_no_trail(client, officer, draft, page):
    client.force_login(officer)
    before = AuditEntry.objects.count()
    client.post(page, {"files": chosen()})
    client.get(page)
    client.post(reverse("referrals:remove_draft_file", args=[draft.reference, draft.uploads.get().reference]))
    assert AuditEntry.objects.count() == before


def test_no_name_stands_in_an_errand_a_store_or_an_address(officer, area):
    upload = factories.chosen_file(officer, name="Ashwin Birch.txt")
    row = OutboxRow.objects.get(task="documents.check_upload")
    assert row.keys == [upload.pk]
    assert "Ashwin" not in upload.in_quarantine + upload.copy


# When it refuses


def test_too_many_and_too_large_are_said_beside_the_chooser(client, officer, draft, page, settings):
    client.force_login(officer)
    settings.MOST_FILES, settings.LARGEST_FILE_MB = 2, 1
    large = client.post(page, {"files": chosen(bytes(1024**2 + 1), "large.pdf")})
    assert large.status_code == 422
    assert "“large.pdf” is 1.0\xa0MB." in large.content.decode()
    many = client.post(page, {"files": [chosen(), chosen(), chosen()]})
    assert "You can add 2 files at most" in many.content.decode()
    none = client.post(page, {})
    assert "Choose a file first." in none.content.decode()
    assert not draft.uploads.exists()


# What is left


def test_removed_it_is_gone_with_its_bytes(client, officer, draft, page):
    client.force_login(officer)
    client.post(page, {"files": chosen()})
    upload = draft.uploads.get()
    remove = reverse("referrals:remove_draft_file", args=[draft.reference, upload.reference])
    assert client.post(remove).url == page
    assert not Upload.objects.exists()
    assert not default_storage.exists(upload.in_quarantine)
    assert client.post(remove).url == page  # Pressed twice: it is gone.


def test_removed_while_it_is_checked_nothing_comes_back(scanner, officer):
    upload = factories.chosen_file(officer)
    Upload.objects.all().delete()
    receiving.check_upload(upload)
    assert not default_storage.exists(upload.copy)


def test_files_go_with_their_draft(officer, area):
    draft, other = factories.draft(officer), factories.draft(officer)
    with clock.at(clock.now() - timedelta(hours=2)):
        gone, kept = factories.chosen_file(officer, draft), factories.chosen_file(officer, other)
    recent = factories.chosen_file(officer)
    draft.delete()
    receiving.tidy()
    assert set(Upload.objects.all()) == {kept, recent}
    assert not default_storage.exists(gone.in_quarantine)


def test_what_a_killed_attempt_left_in_quarantine_goes_and_what_waits_in_a_draft_stays(officer, area):
    waiting = factories.chosen_file(officer, factories.draft(officer))
    default_storage.save(f"{QUARANTINE}/nobodys", chosen())
    receiving.tidy()
    assert default_storage.exists(f"{QUARANTINE}/nobodys")
    with clock.at(clock.now() + timedelta(minutes=59, seconds=59)):
        receiving.tidy()
    assert default_storage.exists(f"{QUARANTINE}/nobodys")
    with clock.at(clock.now() + timedelta(hours=1, seconds=1)):
        receiving.tidy()
    assert not default_storage.exists(f"{QUARANTINE}/nobodys")
    assert default_storage.exists(waiting.in_quarantine)


# Who may


def test_nobody_but_the_owner_of_the_draft_sees_its_files(client, coordinator, colleague, officer, draft, page):
    upload = factories.chosen_file(officer, draft)
    for person in (coordinator, colleague):
        client.force_login(person)
        assert client.get(page).status_code == 404
        assert client.post(page, {"files": chosen()}).status_code == 404
        remove = reverse("referrals:remove_draft_file", args=[draft.reference, upload.reference])
        assert client.post(remove).status_code == 404
        assert client.get(reverse("documents_api:view_upload", args=[upload.reference])).status_code == 404
    assert draft.uploads.count() == 1


# How often it queries


def test_the_page_asks_the_same_however_many_files_there_are(client, officer, draft, page, queries_of):
    client.force_login(officer)
    factories.chosen_file(officer, draft)
    one = queries_of(page)
    for _ in range(9):
        factories.chosen_file(officer, draft)
    assert queries_of(page) == one <= 12


def test_a_sweep_rings_for_files_on_their_own_queue():
    assert outbox.queues["documents.check_upload"] == outbox.queues["referrals.check_file"] == "files"
