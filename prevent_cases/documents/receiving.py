"""Taking in what somebody chose, checking it, and removing what nobody sent."""

from datetime import timedelta

from django.apps import apps
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from prevent_cases import clock
from prevent_cases.documents import checking
from prevent_cases.documents.models import SentFile, State, Upload, shown_name
from prevent_cases.documents.models.sent import QUARANTINE
from prevent_cases.later.outbox import later
from prevent_cases.pages.models import Draft

# So long what is in no draft may wait to be sent, and what is in no row may be about to be.
PATIENCE = timedelta(hours=1)
# A scanner that was away is asked again this soon.
ASKED_AGAIN = timedelta(minutes=5)


def receive(chosen: File, *, by, draft: Draft | None = None) -> Upload:
    """Put a file into quarantine, to be checked."""
    with transaction.atomic():
        upload = Upload.objects.create(
            given_name=shown_name(chosen.name), size=chosen.size, added_by=by, added_at=clock.now(), draft=draft
        )
        default_storage.save(upload.in_quarantine, chosen)
        later("documents.check_upload", upload.pk)
    return upload


def check_upload(upload: Upload) -> None:
    """Check a file before it is sent. Sent, removed or sealed in the meantime, it is no longer ours to say."""
    checked = checking.check(upload.read_received())
    with transaction.atomic():
        waiting = Upload.objects.select_for_update().filter(pk=upload.pk, state=State.WAITING).first()
        if waiting:
            Upload.objects.filter(pk=upload.pk).update(**waiting.outcome(checked))


def remove(upload: Upload) -> None:
    """Remove a file that was not sent; its row goes last, so that nothing is left that nobody knows of.

    What was sealed stays, also where that was done a moment ago: it may be evidence, and is not ours to destroy.
    """
    unsealed = Upload.objects.filter(pk=upload.pk).exclude(state=State.SEALED)
    unsealed.update(draft=None)
    with transaction.atomic():
        # Locked: nobody seals it while its bytes go.
        if unsealed.select_for_update().first():
            for name in (upload.in_quarantine, upload.copy):
                default_storage.delete(name)
            unsealed.delete()


def tidy() -> None:
    """Remove files of drafts that are gone, if they were not sealed; and from quarantine what waits for nothing."""
    since = clock.now() - PATIENCE
    for upload in Upload.objects.filter(draft=None, added_at__lt=since).exclude(state=State.SEALED):
        remove(upload)
    for reference in _unclaimed():
        name = f"{QUARANTINE}/{reference}"
        if default_storage.get_modified_time(name) < since:
            default_storage.delete(name)


def _unclaimed() -> set[str]:
    """What lies in quarantine and is neither to be checked nor sealed there."""
    try:
        references = set(default_storage.listdir(QUARANTINE)[1])
    except FileNotFoundError:  # Nothing was ever received.
        return set()
    for model in apps.get_models():
        if issubclass(model, SentFile):
            held = model.objects.filter(reference__in=references, state__in=[State.WAITING, State.SEALED])
            references -= set(held.values_list("reference", flat=True))
    return references
