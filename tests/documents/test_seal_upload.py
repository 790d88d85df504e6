"""Sealing a file that was chosen and should not be here: nobody opens it, and that it was sealed stays known."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import InternalError
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents import receiving
from prevent_cases.documents.models import Altered, State, Upload
from prevent_cases.documents.operations import seal_upload
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.pages.models import Draft
from referrals.tasks import forget_drafts
from tests import factories


@pytest.fixture
def upload(officer, area):
    return factories.chosen_file(officer, factories.draft(officer), name="photo.jpg")


# What it does


def test_sealed_it_is_opened_by_nobody_and_the_page_says_whom_to_ring(client, officer, upload):
    client.force_login(officer)
    page = reverse("documents:seal_upload", args=[upload.reference])
    before = client.get(page).content.decode()
    assert "nobody can open it again, and that includes you" in before
    assert "You have found terrorist material or indecent images" in before
    answer = client.post(page, follow=True)
    assert "File sealed. Nobody can open it, and that includes you." in answer.content.decode()
    assert "Sealed" in answer.content.decode()
    assert upload.reference in answer.content.decode()
    upload.refresh_from_db()
    assert (upload.state, upload.sealed_by) == (State.SEALED, officer)
    with pytest.raises(Altered):
        upload.read()
    assert default_storage.exists(upload.in_quarantine)


def test_sealed_it_is_not_checked_and_cannot_be_removed(committed, client, officer, do_errands):
    draft = factories.draft(officer)
    upload = factories.chosen_file(officer, draft)
    seal_upload(upload, by=officer)
    do_errands()
    upload.refresh_from_db()
    assert upload.state == State.SEALED
    client.force_login(officer)
    remove = reverse("referrals:remove_draft_file", args=[draft.reference, upload.reference])
    assert client.post(remove).status_code == 404


def test_a_program_may_seal_it_too(client, officer, area):
    upload = factories.chosen_file(officer)
    client.force_login(officer)
    page = reverse("documents:seal_upload", args=[upload.reference])
    assert (client.get(page).status_code, client.post(page).status_code) == (404, 404)
    upload.refresh_from_db()
    assert upload.state == State.WAITING
    seal = reverse("documents_api:seal_upload", args=[upload.reference])
    assert client.post(seal, {}, content_type="application/json").status_code == 200
    assert client.post(seal, {}, content_type="application/json").status_code == 409


def test_sealed_by_a_program_it_stays_when_the_hour_to_send_it_is_over(client, officer, area):
    left, sealed = factories.chosen_file(officer), factories.chosen_file(officer)
    client.force_login(officer)
    seal = reverse("documents_api:seal_upload", args=[sealed.reference])
    assert client.post(seal, {}, content_type="application/json").status_code == 200
    with clock.at(clock.now() + timedelta(days=400)):
        receiving.tidy()
    assert list(Upload.objects.all()) == [sealed]
    assert not default_storage.exists(left.in_quarantine)
    assert default_storage.exists(sealed.in_quarantine)


def test_sealed_in_a_draft_it_stays_when_the_draft_is_forgotten(officer, upload):
    left = factories.chosen_file(officer, upload.draft)
    seal_upload(upload, by=officer)
    with clock.at(clock.now() + timedelta(days=400)):
        forget_drafts()
        receiving.tidy()
    assert not Draft.objects.exists()
    kept = Upload.objects.get()
    assert (kept, kept.state, kept.draft) == (upload, State.SEALED, None)
    assert not default_storage.exists(left.in_quarantine)
    assert default_storage.exists(upload.in_quarantine)
    with pytest.raises(Altered):
        kept.read()


def test_sealed_after_it_was_checked_its_copy_stays_too(scanner, officer, upload):
    receiving.check_upload(upload)
    seal_upload(upload, by=officer)
    upload.draft.delete()
    with clock.at(clock.now() + timedelta(days=400)):
        receiving.tidy()
    assert default_storage.exists(upload.copy)


def test_sealed_while_a_round_was_about_to_remove_it_it_stays(officer):
    found = factories.chosen_file(officer)
    seal_upload(Upload.objects.get(), by=officer)
    receiving.remove(found)
    assert Upload.objects.get() == found
    assert default_storage.exists(found.in_quarantine)


# What it records


def test_it_is_one_entry_though_drafts_leave_none(officer, upload):
    seal_upload(upload, by=officer)
    entry = AuditEntry.objects.latest("pk")
    assert (entry.what, entry.about) == ("documents.seal_upload", [f"documents.Upload:{upload.pk}"])
    assert "photo" not in entry.sentence + entry.changes


# When it refuses


def test_it_is_sealed_once_and_what_was_not_taken_is_not_kept(officer, upload):
    seal_upload(upload, by=officer)
    with pytest.raises(Refused, match="sealed already"):
        seal_upload(upload, by=officer)
    other = factories.chosen_file(officer)
    Upload.objects.filter(pk=other.pk).update(state=State.REFUSED, why_not="No.")
    with pytest.raises(Refused, match="not taken"):
        seal_upload(other, by=officer)


def test_the_database_too_lets_nobody_open_it_again(officer, upload):
    seal_upload(upload, by=officer)
    waits = {"state": State.WAITING, "sealed_by": None, "sealed_at": None}
    with pytest.raises(InternalError, match="Cannot update"):
        Upload.objects.filter(pk=upload.pk).update(**waits)


# Who may


def test_for_anybody_else_it_does_not_exist(client, upload, colleague, coordinator):
    for person in (colleague, coordinator):
        with pytest.raises(NotVisible):
            seal_upload(upload, by=person)
        client.force_login(person)
        assert client.get(reverse("documents:seal_upload", args=[upload.reference])).status_code == 404
