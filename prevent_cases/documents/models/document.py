"""Document: what every kind of stored PDF has in common."""

import hashlib
from datetime import timedelta
from typing import Any, ClassVar

import pgtrigger
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.functional import cached_property

from prevent_cases import clock
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.documents.models.kept import is_kept
from prevent_cases.operations import AlreadyDone, Refused
from prevent_cases.pages.models import new_reference

# After this long its reader is told not to wait; the errand goes on being tried.
LONG_WAIT = timedelta(minutes=10)


class Altered(Exception):
    """A stored file is not the one that was made."""


def stored_name(document: "Document", filename: str) -> str:
    """Folder by kind and a random reference: a file's name tells nothing about anybody."""
    return f"{document._meta.label_lower}/{document.reference}.pdf"


class Document(Record):
    """A PDF that was asked for, and is made by the PDF worker. Each kind says what it is of, and who may open it."""

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    file = models.FileField(upload_to=stored_name, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    document_field_classes: ClassVar = field_classes(public="reference asked_at made_at file sha256")

    class Meta(Record.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(made_at=None, sha256="") | (Q(made_at__isnull=False) & ~Q(sha256="")),
                name="a_made_%(class)s_has_its_hash",
            )
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name.capitalize()} {self.reference}"

    @property
    def download_name(self) -> str:
        """Its kind and its reference, and nothing about anybody."""
        return f"{self._meta.verbose_name.replace(' ', '-')}-{self.reference}.pdf"

    content_type = "application/pdf"

    @property
    def is_ready(self) -> bool:
        return self.made_at is not None

    @property
    def state(self) -> str:
        """How far it is: making, ready, failed or over (as the component ``progress`` calls them)."""
        if self.made_at:
            return "ready"
        return "failed" if self.trouble else "making"

    @property
    def trouble(self) -> str:
        """Why it is not there, in a sentence for the person who waits for it; or ""."""
        late = self.made_at is None and clock.now() - self.asked_at > LONG_WAIT
        return "It is being tried again. Look here later; there is no need to ask again." if late else ""

    def keep(self, pdf: bytes, **said: Any) -> None:
        """Store the made PDF with its hash, and what else is ``said`` of it."""
        # What a killed attempt left there belongs to no transaction.
        self.file.storage.delete(stored_name(self, ""))
        self.file.save("", ContentFile(pdf), save=False)
        self.change(file=self.file.name, sha256=hashlib.sha256(pdf).hexdigest(), made_at=clock.now(), **said)

    def read(self) -> bytes:
        """The stored PDF. Raises :class:`Altered` when it is not the one that was made."""
        with self.file.open("rb") as stored:
            pdf = stored.read()
        if hashlib.sha256(pdf).hexdigest() != self.sha256:
            raise Altered(f"{self} is not as it was made.")
        return pdf

    def obstacle_to_making(self):
        return AlreadyDone("This document has been made.") if self.made_at else ""


class ForReaderQuerySet(RecordQuerySet):
    def over(self) -> "ForReaderQuerySet":
        """Those that nobody opens any more, and that are stored still."""
        return self.filter(open_until__lt=clock.today(), removed_at=None)


class ForReader(Document):
    """A document that holds what the person who asked may see at the moment it is made. It is not kept for long."""

    # The sentence for its reader, when they had lost the right by then.
    not_made_because = models.TextField(blank=True)
    # Its last day: afterwards nobody opens it, and what was stored goes, unless something keeps it (``keeps``).
    # Its hash stays, and that it was made.
    open_until = models.DateField(null=True)
    removed_at = models.DateTimeField(null=True)

    for_reader_field_classes: ClassVar = Document.document_field_classes | field_classes(
        public="not_made_because open_until removed_at"
    )

    objects = ForReaderQuerySet.as_manager()

    class Meta(Document.Meta):
        abstract = True
        constraints = [
            *Document.Meta.constraints,
            models.CheckConstraint(
                condition=Q(not_made_because="") | Q(made_at=None), name="a_refused_%(class)s_is_not_made"
            ),
            models.CheckConstraint(
                condition=Q(made_at=None, open_until=None) | Q(made_at__isnull=False, open_until__isnull=False),
                name="a_made_%(class)s_has_its_last_day",
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None) | Q(made_at__isnull=False, file=""), name="a_removed_%(class)s_is_gone"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="opens_no_longer_than_was_said",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__made_at__isnull=False)
                & (
                    pgtrigger.Q(old__open_until__df=pgtrigger.F("new__open_until"))
                    | pgtrigger.Q(old__sha256__df=pgtrigger.F("new__sha256"))
                    | pgtrigger.Q(old__removed_at__isnull=False)
                ),
            )
        ]

    @property
    def is_over(self) -> bool:
        return self.open_until is not None and self.open_until < clock.today()

    @cached_property
    def is_overtaken(self) -> bool:
        """Whether something that it says has been disputed since, such a dispute answered, or an error owned to.

        It is not opened any more then: what is disputed is shown with what disputes it, and what is wrong as wrong.
        """
        return self.made_at is not None and not self.is_over and self.says_what_is_so_no_more()

    def says_what_is_so_no_more(self) -> bool:
        """Asked of what was made and can be opened still: each kind knows of what it says."""
        return False

    @property
    def is_ready(self) -> bool:
        return super().is_ready and not self.is_over and not self.is_overtaken

    @property
    def state(self) -> str:
        return "over" if self.is_over or self.is_overtaken else super().state

    @property
    def trouble(self) -> str:
        if self.is_over:
            day = date_format(self.open_until, "j F Y")
            return (
                f"It could be opened until {day}. If you still need it, ask for a new one: it will say what is so now."
            )
        if self.is_overtaken:
            return (
                "Since it was made, something in it has been disputed, a dispute has been answered, or something"
                " turned out to be recorded in error. If you still need it, ask for a new one: it says what is so now."
            )
        return self.not_made_because or super().trouble

    def obstacle_to_making(self):
        return AlreadyDone(self.not_made_because) if self.not_made_because else super().obstacle_to_making()

    def obstacle_to_removing(self) -> Refused | str:
        if self.removed_at:
            return AlreadyDone("This document has been removed.")
        if not self.is_over:
            return "It can be opened still."
        return "It is kept, and opened by nobody." if is_kept(self) else ""

    def remove(self) -> None:
        """Let go of what was stored. Should this transaction fail, it is done again: nobody opens it any more."""
        self.file.storage.delete(self.file.name)
        self.change(file="", removed_at=clock.now())
