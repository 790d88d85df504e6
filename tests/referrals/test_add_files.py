"""Files of a referral: chosen in its draft or afterwards, kept without being copied, checked, opened, refused."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connections, transaction
from django.urls import reverse

from prevent_cases.accounts.models import User, system_user
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents.kinds import Checked
from prevent_cases.documents.models import Altered, State, Upload
from prevent_cases.documents.operations import seal_upload
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from prevent_cases.pages.models import Draft
from referrals import operations
from referrals.models import Referral, ReferralFile
from tests import factories
from tests.documents.hostile import EICAR
from tests.test_endpoints import REFERRAL

CLEAN = Checked("text", b"A note.")


# What it does


def test_what_was_chosen_becomes_the_referrals_own_where_it_lies(referral, officer):
    upload = factories.chosen_file(officer, name="letter.txt")
    operations.add_files(referral, by=officer, files=[upload])
    (file,) = referral.files.all()
    assert (file.reference, file.given_name, file.added_by) == (upload.reference, "letter.txt", officer)
    assert file.state == State.WAITING
    assert file.read_received() == b"A note."
    assert not Upload.objects.exists()
    assert OutboxRow.objects.filter(task="referrals.check_file", keys=[file.pk]).exists()


def test_a_draft_is_sent_with_its_files_in_one_transaction(client, officer, school, area):
    draft = factories.draft(officer)
    ready, sealed, refused = (factories.chosen_file(officer, draft) for _ in range(3))
    Upload.objects.filter(pk=ready.pk).update(**ready.outcome(CLEAN))
    Upload.objects.filter(pk=refused.pk).update(**refused.outcome(Checked(why_not="No.")))
    seal_upload(sealed, by=officer)
    referral = factories.referral(officer, files=list(draft.uploads.all()))
    kept = {file.reference: file.state for file in referral.files.all()}
    assert kept == {ready.reference: State.READY, sealed.reference: State.SEALED}
    assert list(Upload.objects.all()) == [refused]
    assert not OutboxRow.objects.filter(task="referrals.check_file").exists()
    assert referral.files.get(reference=ready.reference).read() == b"A note."


def test_the_referrer_adds_files_afterwards_and_the_coordinator_sees_them(client, referral, officer, coordinator):
    client.force_login(officer)
    follow = reverse("referrals:follow_referral", args=[referral.reference])
    assert "Add files" in client.get(follow).content.decode()
    start = reverse("referrals:start_adding_files", args=[referral.reference])
    choose = client.post(start).url
    assert client.post(start).url == choose  # It goes on where one left off.
    upload = factories.chosen_file(officer, Draft.objects.get(), name="letter.txt")
    assert "Send these files" in client.get(choose).content.decode()
    sent = client.post(f"{choose}send/", follow=True)
    assert sent.redirect_chain[-1][0] == follow
    assert "letter.txt" in sent.content.decode()
    assert not Draft.objects.exists()
    client.force_login(coordinator)
    shown = client.get(referral.get_absolute_url()).content.decode()
    assert "letter.txt" in shown
    assert reverse("referrals:view_file", args=[upload.reference]) in shown


def test_checked_clean_it_can_be_opened_as_a_copy_and_only_to_be_saved(
    committed, scanner, client, officer, school, coordinator, do_errands
):
    referral = factories.referral(officer)
    file = factories.file(referral, ready=False, name="../Ashwin <b>.txt")
    open_it = reverse("referrals:open_file", args=[file.reference])
    client.force_login(coordinator)
    assert client.get(open_it).status_code == 404
    do_errands()
    answer = client.get(open_it)
    assert answer.content == b"A note."
    assert answer["Content-Disposition"] == f'attachment; filename="file-{file.reference}.txt"'
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("text/plain; charset=utf-8", "nosniff")
    assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    assert answer["Cache-Control"] == "no-store"
    assert not default_storage.exists(file.in_quarantine)


def test_a_virus_is_found_after_sending_too(committed, scanner, client, officer, school, do_errands):
    file = factories.file(factories.referral(officer), ready=False, content=EICAR)
    do_errands()
    file.refresh_from_db()
    assert file.state == State.REFUSED
    client.force_login(officer)
    page = client.get(file.get_absolute_url()).content.decode()
    assert "The virus scanner found something harmful" in page
    assert "Open the copy" not in page
    assert "This should not be here" not in page


def test_programs_add_files_by_the_references_they_were_given(client, referral, officer):
    upload = factories.chosen_file(officer)
    client.force_login(officer)
    add = reverse("referrals_api:add_files", args=[referral.reference])
    answer = client.post(add, {"files": [upload.reference]}, content_type="application/json")
    assert answer.status_code == 201, answer.content
    assert client.post(add, {"files": [upload.reference]}, content_type="application/json").status_code == 422
    one = client.get(reverse("referrals_api:view_file", args=[upload.reference])).json()
    assert (one["state"], one["kind"]) == ("waiting", "")


def test_programs_send_files_with_a_referral_and_are_led_to_what_they_may_see(
    client, officer, teacher, area, school, coordinator
):
    client.force_login(officer)
    receive = reverse("documents_api:receive_file")
    sent = client.post(receive, {"files": [ContentFile(b"A note.", "note.txt"), ContentFile(b"More.", "more.txt")]})
    first, second = (each["reference"] for each in sent.json())
    submit = reverse("referrals_api:submit_referral", args=[area.slug])

    def submitted(*files):
        said = REFERRAL | {"for_agency": school.slug, "files": files}
        return client.post(submit, said, content_type="application/json")

    for somebody_elses in ("XXXXXXXXXX", factories.chosen_file(teacher).reference):
        assert "files" in submitted(somebody_elses).json()["errors"]
    answer = submitted(first)
    assert answer.status_code == 201, answer.content
    referral = Referral.objects.get()
    assert [file.reference for file in referral.files.all()] == [first]
    answers = [answer]
    for name, said in {
        "add_files": {"files": [second]},
        "add_to_referral": {"text": "He came back."},
        "withdraw_referral": {"reason": "A mistake."},
    }.items():
        url = reverse(f"referrals_api:{name}", args=[referral.reference])
        answers.append(client.post(url, said, content_type="application/json"))
    for answer in answers:
        page = client.get(answer.json()["address"])
        assert (page.status_code, page.context["record"]) == (200, referral)
    assert "note.txt" in page.content.decode()


def test_programs_list_the_files_of_a_referral(client, referral, officer, coordinator):
    file = factories.file(referral)
    client.force_login(coordinator)
    listed = client.get(reverse("referrals_api:list_files", args=[referral.reference])).json()["files"]
    assert [(each["reference"], each["state"]) for each in listed] == [(file.reference, "ready")]


# What it records


def test_adding_and_checking_are_an_entry_each_without_the_name(referral, officer):
    file = factories.file(referral, name="Ashwin Birch.txt")
    entries = AuditEntry.objects.about(file)
    assert [entry.what for entry in entries] == ["referrals.release_file", "referrals.add_files"]
    assert not any("Ashwin" in entry.sentence + entry.changes for entry in entries)


def test_that_it_was_opened_is_written_before_it_leaves(client, referral, coordinator):
    file = factories.file(referral)
    client.force_login(coordinator)
    client.get(reverse("referrals:open_file", args=[file.reference]))
    entry = AuditEntry.objects.about(file).first()
    assert (entry.what, entry.sentence) == ("referrals.open_file", "File of a referral viewed.")


# When it refuses


def test_it_is_checked_once(referral):
    file = factories.file(referral)
    for settle in (operations.release_file, operations.refuse_file):
        with pytest.raises(AlreadyDone):
            settle(file, by=system_user(), checked=CLEAN)


def test_a_copy_that_is_not_as_it_was_made_is_not_opened(client, referral, coordinator):
    file = factories.file(referral)
    default_storage.delete(file.copy)
    with default_storage.open(file.copy, "wb") as stored:
        stored.write(b"Another.")
    client.force_login(coordinator)
    with pytest.raises(Altered):
        client.get(reverse("referrals:open_file", args=[file.reference]))


def test_no_more_than_the_service_takes_and_never_none(referral, officer, settings):
    settings.MOST_FILES = 2
    with pytest.raises(Refused, match="no file to send"):
        operations.add_files(referral, by=officer, files=[])
    with pytest.raises(Refused, match="can have 2 files"):
        operations.add_files(referral, by=officer, files=[factories.chosen_file(officer) for _ in range(3)])
    assert not referral.files.exists()


def test_sent_with_no_file_the_page_says_so(client, referral, officer):
    client.force_login(officer)
    choose = client.post(reverse("referrals:start_adding_files", args=[referral.reference])).url
    answer = client.post(f"{choose}send/")
    assert answer.status_code == 409
    assert "There is no file to send. Choose one first." in answer.content.decode()


def test_what_it_was_received_as_is_never_changed(referral):
    file = factories.file(referral)
    with pytest.raises(DatabaseError), transaction.atomic():
        ReferralFile.objects.filter(pk=file.pk)._update([(ReferralFile._meta.get_field("given_name"), None, "x")])


# Who may


def test_what_was_sealed_or_sent_meanwhile_is_neither_taken_as_it_was_nor_twice(referral, officer):
    sealed, sent = (factories.chosen_file(officer) for _ in range(2))
    seal_upload(Upload.objects.get(pk=sealed.pk), by=officer)
    assert sealed.state == State.WAITING  # As another window knows it still.
    operations.add_files(referral, by=officer, files=[sealed])
    assert referral.files.get().state == State.SEALED
    operations.add_files(referral, by=officer, files=[sent])
    with pytest.raises(Refused, match="has been sent already, or removed"):
        operations.add_files(referral, by=officer, files=[sent])
    assert referral.files.count() == 2


def test_one_file_sent_with_two_referrals_at_once_goes_with_one(committed, school, officer):
    referrals = [factories.referral(officer) for _ in range(2)]
    for chosen in [factories.chosen_file(officer) for _ in range(4)]:
        start = Barrier(4)

        def add(number, chosen=chosen, start=start):
            try:
                referral = Referral.objects.get(pk=referrals[number % 2].pk)
                start.wait()
                operations.add_files(referral, by=User.objects.get(pk=officer.pk), files=[chosen])
                return "sent"
            except Refused as refusal:
                return refusal.sentence
            finally:
                connections.close_all()

        with ThreadPoolExecutor(4) as threads:
            answers = sorted(threads.map(add, range(4)))
        assert answers == ["One of these files has been sent already, or removed. Look at the list again."] * 3 + [
            "sent"
        ]
    assert ReferralFile.objects.count() == 4


def test_only_the_referrer_adds_and_sends_only_what_is_theirs(referral, officer, colleague, coordinator, stranger):
    mine, theirs = factories.chosen_file(officer), factories.chosen_file(colleague)
    with pytest.raises(Refused, match="only that you chose"):
        operations.add_files(referral, by=officer, files=[theirs])
    with pytest.raises(PermissionDenied):
        operations.add_files(referral, by=coordinator, files=[mine])
    with pytest.raises(NotVisible):
        operations.add_files(referral, by=stranger, files=[mine])
    assert not Referral.objects.get().files.exists()


def test_a_file_is_seen_where_its_referral_is_and_nowhere_else(client, referral, officer, coordinator, stranger):
    file = factories.file(referral)
    for person, status in ((officer, 200), (coordinator, 200), (stranger, 404)):
        client.force_login(person)
        for page in ("view_file", "open_file", "seal_file"):
            assert client.get(reverse(f"referrals:{page}", args=[file.reference])).status_code == status


def test_only_the_unattended_service_says_that_a_file_is_clean(referral, officer, coordinator):
    file = factories.file(referral, ready=False)
    for person in (officer, coordinator):
        for settle in (operations.release_file, operations.refuse_file):
            with pytest.raises(PermissionDenied):
                settle(file, by=person, checked=CLEAN)


# How often it queries


def test_pages_ask_the_same_at_one_file_and_at_ten(client, referral, officer, coordinator, queries_of):
    factories.file(referral)
    for person, page in ((officer, "follow_referral"), (coordinator, "view_referral")):
        client.force_login(person)
        url = reverse(f"referrals:{page}", args=[referral.reference])
        one = queries_of(url)
        while referral.files.count() < (5 if person == officer else 10):
            factories.file(referral)
        assert queries_of(url) == one


def test_one_file_costs_no_more_than_any_page(client, referral, coordinator, queries_of):
    client.force_login(coordinator)
    file = factories.file(referral)
    assert queries_of(file.get_absolute_url()) <= 12
