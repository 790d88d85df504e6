"""Files that people send: in quarantine until they are checked, then a copy that can be opened; or refused; or sealed.

``Upload`` is a file that somebody has chosen and not sent yet. Sent, it becomes a ``KeptFile`` of whatever it belongs
to, under the same reference: what is stored stays where it lies, and only who answers for it changes.
"""

import functools
import hashlib
import re
import unicodedata
from datetime import timedelta
from pathlib import PurePosixPath
from typing import Any, ClassVar

import pgtrigger
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.access import PermittedQuerySet
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.documents.kinds import KINDS, Checked
from prevent_cases.documents.models.document import Altered
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import Draft, new_reference

QUARANTINE, COPIES = "received", "copies"
LONGEST_NAME = 100
# A check takes seconds. After this long its sender is told what it waits for.
SOON = timedelta(minutes=2)


class State(models.TextChoices):
    """Where a file stands. Only one that is ready is ever opened."""

    WAITING = "waiting", "Being checked"
    READY = "ready", "Ready"
    REFUSED = "refused", "Not taken"
    SEALED = "sealed", "Sealed"


def shown_name(given: str) -> str:
    """What somebody called their file, as it is shown: no folders, nothing that hides or turns letters."""
    letters = "".join(letter if unicodedata.category(letter)[0] != "C" else " " for letter in given)
    name = PurePosixPath(" ".join(re.sub(r"[\\/:]", "/", letters).split())).name
    end = PurePosixPath(name).suffix[:10]
    return (name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - len(end)] + end) or "A file"


class SentFile(models.Model):
    """What every file has in common that somebody sent, whoever answers for it now."""

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    # What its sender calls it. It may hold a name, so it stands on their page and in no address, header or log.
    given_name = models.CharField(max_length=LONGEST_NAME)
    size = models.PositiveIntegerField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    # Of the copy that can be opened.
    kind = models.CharField(max_length=10, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    why_not = models.TextField(blank=True)
    checked_at = models.DateTimeField(null=True)
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    sealed_at = models.DateTimeField(null=True)

    sent_field_classes: ClassVar = field_classes(
        public="reference size added_at state kind sha256 why_not checked_at sealed_at", personal="given_name"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.READY) | ~(Q(sha256="") | Q(kind="") | Q(checked_at=None)),
                name="a_ready_%(class)s_was_checked_and_has_its_hash",
            ),
            models.CheckConstraint(
                condition=Q(state=State.REFUSED) ^ Q(why_not=""), name="a_refused_%(class)s_says_why_and_no_other"
            ),
            models.CheckConstraint(
                condition=Q(state=State.SEALED, sealed_at__isnull=False, sealed_by__isnull=False)
                | (~Q(state=State.SEALED) & Q(sealed_at=None, sealed_by=None)),
                name="a_sealed_%(class)s_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"File {self.reference}"

    @property
    def in_quarantine(self) -> str:
        """Where it lies as it was received."""
        return f"{QUARANTINE}/{self.reference}"

    @property
    def copy(self) -> str:
        """Where the copy lies that can be opened."""
        return f"{COPIES}/{self.reference}"

    @property
    def colour(self) -> str:
        """Of the tag that says how it stands."""
        return {State.WAITING: "blue", State.READY: "green", State.REFUSED: "red", State.SEALED: "purple"}[self.state]

    @property
    def words(self) -> str:
        """What else there is to say of how it stands, as a sentence."""
        if self.state == State.WAITING:
            if not settings.CLAMD_URL:
                return "No virus scanner is set up here, so it stays locked: nobody can open it."
            if clock.now() - self.added_at > SOON:
                return "The virus scanner does not answer. The file waits, and nobody can open it before."
            return "You need not wait for this. Nobody can open the file before."
        return self.why_not or ("Nobody can open it." if self.state == State.SEALED else "")

    @property
    def is_ready(self) -> bool:
        return self.state == State.READY

    @property
    def download_name(self) -> str:
        """Its reference, and nothing about anybody."""
        return f"file-{self.reference}.{KINDS[self.kind].extension}"

    @property
    def content_type(self) -> str:
        return KINDS[self.kind].content_type

    def read_received(self) -> bytes:
        """As it was received. For the check alone."""
        with default_storage.open(self.in_quarantine, "rb") as stored:
            return stored.read()

    def read(self) -> bytes:
        """The copy. Raises :class:`Altered` when it is not the one that was made."""
        if not self.is_ready:
            raise Altered(f"{self} is not to be opened.")
        with default_storage.open(self.copy, "rb") as stored:
            copy = stored.read()
        if hashlib.sha256(copy).hexdigest() != self.sha256:
            raise Altered(f"{self} is not as it was made.")
        return copy

    def outcome(self, checked: Checked) -> dict[str, Any]:
        """The values that a check gives. The copy is stored; what was received goes once this has been committed."""
        transaction.on_commit(functools.partial(default_storage.delete, self.in_quarantine))
        if checked.why_not:
            return {"state": State.REFUSED, "why_not": checked.why_not, "checked_at": clock.now()}
        # What a killed attempt left there belongs to no transaction.
        default_storage.delete(self.copy)
        default_storage.save(self.copy, ContentFile(checked.copy))
        digest = hashlib.sha256(checked.copy).hexdigest()
        return {"state": State.READY, "kind": checked.kind, "sha256": digest, "checked_at": clock.now()}

    def obstacle_to_checking(self):
        return "" if self.state == State.WAITING else AlreadyDone("This file has been checked.")

    def obstacle_to_sealing(self) -> str:
        return {
            State.SEALED: "This file is sealed already. Nobody can open it.",
            State.REFUSED: "This file was not taken. It is not kept, and nobody can open it.",
        }.get(self.state, "")


class Upload(SentFile):
    """A file that somebody has chosen and not sent yet: part of a draft, or waiting for a program to send it."""

    # Drafts come and go with no word to us; what is left without one is removed by the round, unless it was sealed.
    draft = models.ForeignKey(Draft, on_delete=models.SET_NULL, null=True, related_name="uploads")

    objects = PermittedQuerySet.as_manager()

    class Meta(SentFile.Meta):
        default_permissions = ("view",)
        ordering = ("pk",)
        verbose_name = "file not sent yet"
        verbose_name_plural = "files not sent yet"
        triggers = [
            # It leaves its draft when that goes; how it stands is never changed again.
            pgtrigger.Protect(
                name="sealed_for_ever",
                operation=pgtrigger.UpdateOf("state"),
                condition=pgtrigger.Q(old__state=State.SEALED),
            )
        ]

    def get_absolute_url(self) -> str:
        """Where a program asks how it stands; people see it on the page of its draft."""
        return reverse("documents_api:view_upload", args=[self.reference])

    @property
    def holder_id(self) -> int:
        """Whose it is: the draft's owner, who may be another person by now than the one who chose it."""
        return self.draft.owner_id if self.draft else self.added_by_id

    def facts(self) -> dict[str, Any]:
        """What goes on with it when it is sent."""
        return {field.attname: getattr(self, field.attname) for field in SentFile._meta.fields}


class KeptFile(SentFile, Record):
    """A file that was sent. Each kind says what it belongs to, and who may open it."""

    class Meta(Record.Meta, SentFile.Meta):
        abstract = True
        ordering = ("pk",)
