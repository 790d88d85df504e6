"""What the person or a parent says about their case, in their own words: also where no referral has to do with it."""

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
from referrals.models import WhoseWords


class SaidHow(models.TextChoices):
    MEETING = "meeting", "At a meeting"
    VISIT = "visit", "At a visit"
    CALL = "call", "By telephone"
    WRITTEN = "written", "In writing"
    SPOKEN_FOR = "spoken_for", "Through somebody who speaks for them"


# The words by which it is found.
ACCOUNT_WORDS = SearchVector("words", config="english")


@pghistory.track()
class OwnAccount(MayBeInError):
    """What one of them said on a day, as whoever heard it noted it. What they say of a referral stands with that."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="own_accounts")
    whose = models.CharField(max_length=10, choices=WhoseWords)
    name = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=20, choices=SaidHow)
    said_on = models.DateField()
    words = models.TextField()
    noted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    field_classes = MayBeInError.field_classes | field_classes(
        public="reference noted_at", personal="whose name how said_on", special="words"
    )
    fetch_with = ("case__individual", "noted_by", "in_error_by")
    searched: ClassVar = ACCOUNT_WORDS

    class Meta(MayBeInError.Meta):
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(condition=~Q(words=""), name="an_own_account_says_something"),
        ]
        indexes = [
            GinIndex(ACCOUNT_WORDS, name="own_accounts_by_words"),
            models.Index(fields=["case", "-said_on", "-id"], name="own_accounts_of_a_case"),
        ]
        triggers = [*ONLY_SAID_IN_ERROR]

    def __str__(self) -> str:
        return f"Own account {self.reference}"

    @property
    def heading(self) -> str:
        """In whose words, and how they were said."""
        whose = self.get_whose_display().lower() + (f", {self.name}" if self.name else "")
        return f"In the words of {whose}: {self.get_how_display().lower()}"

    def get_absolute_url(self) -> str:
        return reverse("cases:own_accounts", args=[self.case.reference])
