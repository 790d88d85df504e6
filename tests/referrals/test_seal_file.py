"""Sealing a file of a referral: at once, for ever, for everybody."""

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError
from django.urls import reverse

from prevent_cases.accounts.models import system_user
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents.kinds import Checked
from prevent_cases.documents.models import Altered, State
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from referrals import operations
from referrals.models import ReferralFile
from tests import factories


@pytest.fixture
def file(referral):
    return factories.file(referral, name="photo.jpg")


# What it does


def test_nobody_opens_it_again_not_even_who_sealed_it_and_all_are_told_whom_to_ring(client, file, coordinator, officer):
    client.force_login(coordinator)
    open_it = reverse("referrals:open_file", args=[file.reference])
    assert client.get(open_it).status_code == 200
    answer = client.post(reverse("referrals:seal_file", args=[file.reference]), follow=True)
    assert "File sealed. Nobody can open it, and that includes you." in answer.content.decode()
    for person in (coordinator, officer):
        client.force_login(person)
        assert client.get(open_it).status_code == 404
        page = client.get(file.get_absolute_url()).content.decode()
        assert "Open the copy" not in page
        assert "You have found terrorist material or indecent images" in page
        assert file.reference in page
    file.refresh_from_db()
    with pytest.raises(Altered):
        file.read()


def test_its_bytes_stay_for_the_police_and_the_digest_says_that_they_are_those(file, coordinator):
    before = file.sha256
    operations.seal_file(file, by=coordinator)
    assert default_storage.exists(file.copy)
    assert (file.sha256, file.sealed_by) == (before, coordinator)


def test_one_that_waits_is_sealed_in_quarantine_and_never_checked(referral, coordinator):
    file = factories.file(referral, ready=False)
    operations.seal_file(file, by=coordinator)
    assert default_storage.exists(file.in_quarantine)
    with pytest.raises(AlreadyDone):
        operations.release_file(file, by=system_user(), checked=Checked("text", b"A note."))


def test_a_program_may_seal_it_too(client, file, officer):
    client.force_login(officer)
    seal = reverse("referrals_api:seal_file", args=[file.reference])
    assert client.post(seal, {}, content_type="application/json").status_code == 200
    assert client.post(seal, {}, content_type="application/json").status_code == 409


# What it records


def test_it_is_one_entry_of_the_referrals_history(file, referral, coordinator):
    operations.seal_file(file, by=coordinator)
    entry = AuditEntry.objects.about(referral).first()
    assert (entry.what, entry.sentence) == (
        "referrals.seal_file",
        "File sealed. Nobody can open it, and that includes you.",
    )


# When it refuses


def test_it_is_sealed_once(file, coordinator):
    operations.seal_file(file, by=coordinator)
    with pytest.raises(Refused, match="sealed already"):
        operations.seal_file(file, by=coordinator)


def test_the_database_itself_lets_no_seal_be_broken(file, coordinator):
    operations.seal_file(file, by=coordinator)
    state = ReferralFile._meta.get_field("state")
    with pytest.raises(DatabaseError, match="sealed_for_ever"):
        ReferralFile.objects.filter(pk=file.pk)._update([(state, None, State.READY)])


# Who may


def test_for_a_stranger_it_does_not_exist(file, stranger):
    with pytest.raises(NotVisible):
        operations.seal_file(file, by=stranger)
