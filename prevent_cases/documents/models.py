"""Document: what every kind of stored PDF has in common."""

import hashlib
from typing import ClassVar

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models
from django.db.models import Q

from prevent_cases import clock
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference


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

    def keep(self, pdf: bytes) -> None:
        """Store the made PDF with its hash."""
        self.file.save("", ContentFile(pdf), save=False)
        self.change(file=self.file, sha256=hashlib.sha256(pdf).hexdigest(), made_at=clock.now())

    def read(self) -> bytes:
        """The stored PDF. Raises ValueError when it is not the one that was made."""
        with self.file.open("rb") as stored:
            pdf = stored.read()
        if hashlib.sha256(pdf).hexdigest() != self.sha256:
            raise ValueError(f"The stored file of {self._meta.label} {self.reference} is not the one that was made.")
        return pdf

    def obstacle_to_making(self):
        return AlreadyDone("This document has been made.") if self.made_at else ""
