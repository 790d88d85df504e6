"""The contact log of a case: calls, visits, letters."""

from typing import ClassVar

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models.case import Case
from cases.models.in_error import ONLY_SAID_IN_ERROR, MayBeInError
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import field_classes
from prevent_cases.pages.models import new_reference


class ContactWay(models.TextChoices):
    CALL = "call", "Call"
    VISIT = "visit", "Visit"
    MEETING = "meeting", "Meeting"
    LETTER = "letter", "Letter"
    MESSAGE = "message", "E-mail or message"


class ContactWith(models.TextChoices):
    PERSON = "person", "The person"
    PARENT = "parent", "A parent or guardian"
    FAMILY = "family", "Somebody else of the family"
    PROFESSIONAL = "professional", "A professional"
    OTHER = "other", "Somebody else"


# The words by which it is found.
CONTACT_WORDS = SearchVector("what", config="english")


@pghistory.track()
class LoggedContact(MayBeInError):
    """One contact, or an attempt at one, as whoever made it wrote it down."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="logged_contacts")
    way = models.CharField(max_length=10, choices=ContactWay)
    contact_with = models.CharField(max_length=20, choices=ContactWith)
    name = models.CharField(max_length=200, blank=True)
    contacted_on = models.DateField()
    reached = models.BooleanField()
    what = models.TextField()
    logged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField()

    field_classes = MayBeInError.field_classes | field_classes(
        public="reference logged_at", personal="way contact_with name contacted_on reached", special="what"
    )
    fetch_with = ("case__individual", "logged_by", "in_error_by")
    searched: ClassVar = CONTACT_WORDS

    class Meta(MayBeInError.Meta):
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(condition=~Q(what=""), name="a_logged_contact_says_what"),
        ]
        indexes = [
            GinIndex(CONTACT_WORDS, name="contacts_by_words"),
            models.Index(fields=["case", "-contacted_on", "-id"], name="contacts_of_a_case"),
        ]
        triggers = [*ONLY_SAID_IN_ERROR]

    def __str__(self) -> str:
        return f"Contact {self.reference}"

    @property
    def heading(self) -> str:
        """How, with whom, and whether they were reached."""
        whom = self.get_contact_with_display().lower() + (f", {self.name}" if self.name else "")
        return f"{self.get_way_display()}: {whom}" + ("" if self.reached else " (not reached)")

    def get_absolute_url(self) -> str:
        return reverse("cases:contact_log", args=[self.case.reference])
