"""Bringing in a form that was filled in Word: received and checked as every file is, then read into a draft.

The file itself is not kept: what was recognised stands in the draft, and all else that was written stands beside it.
"""

import functools
import json

import structlog
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from prevent_cases.documents import checking, not_taken, receiving
from prevent_cases.documents.child import ChildFailed, TooMuch
from prevent_cases.documents.filled_form import Filled, recognise
from prevent_cases.documents.models import State, Upload
from prevent_cases.documents.word_form import WordForm
from prevent_cases.later.outbox import later
from prevent_cases.operations import Operation
from prevent_cases.pages.models import Draft

log = structlog.get_logger(__name__)

# Among the answers of a draft, under a name that no part has: which were brought in, and what found no place.
BROUGHT_IN = "brought_in"
ORIGIN = f"answers__{BROUGHT_IN}__upload"


def receive_form(chosen: File, *, by, errand: str, record: int) -> Upload:
    """Put a filled form into quarantine, to be read by ``errand``."""
    with transaction.atomic():
        upload = receiving.receive(chosen, by=by)
        later(errand, upload.pk, record)
    return upload


def how_far(reference: str, user, operation: Operation) -> Draft | Upload | None:
    """What somebody's form is by now: a draft, or a file that waits or was not taken. None where there is nothing."""
    own = Draft.objects.permitted(user, "pages.view_draft").filter(operation=operation.name)
    still = Upload.objects.permitted(user, "documents.view_upload").filter(reference=reference, draft=None)
    return own.filter(**{ORIGIN: reference}).first() or still.first()


def bring_in(upload: Upload, form: WordForm, operation: Operation, record: int) -> None:
    """Make a draft of a form that was received; or keep, for whoever sent it, why there is none."""
    if upload.state == State.WAITING:
        receiving.check_upload(upload)
        upload.refresh_from_db()
    if upload.state != State.READY or Draft.objects.filter(**{ORIGIN: upload.reference}).exists():
        return
    filled = read(upload, form)
    if isinstance(filled, str):
        Upload.objects.filter(pk=upload.pk).update(state=State.REFUSED, why_not=filled)
        transaction.on_commit(functools.partial(default_storage.delete, upload.copy))
        return
    beside = {"upload": upload.reference, "parts": sorted(filled.answers), "beside": filled.beside}
    Draft.objects.create(
        owner=upload.added_by,
        operation=operation.name,
        record=record,
        answers=filled.answers | {BROUGHT_IN: beside},
    )
    transaction.on_commit(functools.partial(receiving.remove, upload))


def read(upload: Upload, form: WordForm) -> Filled | str:
    """What stands in it, read in a child process; or the sentence why it cannot be used."""
    if upload.kind != "word":
        return not_taken.NO_WORD_FORM
    try:
        written = json.loads(checking.read_form(upload.read()))
    except TooMuch:
        return not_taken.TOO_MUCH
    except ChildFailed as fault:
        log.exception("form not read", fault=str(fault))
        return not_taken.BROKEN
    filled = recognise(form, written["rows"], written["rest"])
    return filled if filled.answers else not_taken.NOT_OUR_FORM
