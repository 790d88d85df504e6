"""What worries those who give somebody support, or gave it until not long ago, now."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models.case import Case, obstacles_to_ending
from cases.models.in_error import SAID_IN_ERROR_ONCE, MayBeInError
from cases.models.interventions import Intervention
from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.records import field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference

# The words by which it is found.
CONCERN_WORDS = SearchVector("words", "what_was_done", config="english")


@pghistory.track()
class UrgentConcern(MayBeInError):
    """That whoever gives support is worried now. It waits until somebody says that they saw it, and what was done."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    intervention = models.ForeignKey(Intervention, on_delete=models.PROTECT, related_name="urgent_concerns")
    # In which it is read: the support's own or, where that had gone to another area by then, what it had become there.
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="urgent_concerns")
    # The case's own: copied, so that the police of an area find what waits in it.
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    raised_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    what_was_done = models.TextField(blank=True)

    field_classes = MayBeInError.field_classes | field_classes(
        public="reference raised_at told_at answered_at", special="words what_was_done"
    )
    fetch_with = (
        "case__individual", "intervention__agency", "intervention__area", "area", "raised_by", "answered_by",
        "in_error_by",
    )  # fmt: skip
    searched: ClassVar = CONCERN_WORDS

    class Meta(MayBeInError.Meta):
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(condition=~Q(words=""), name="an_urgent_concern_says_what_worries"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, what_was_done="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(what_was_done="")),
                name="an_urgent_concern_is_answered_with_what_was_done",
            ),
        ]
        indexes = [
            GinIndex(CONCERN_WORDS, name="urgent_concerns_by_words"),
            models.Index(fields=["intervention", "-id"], name="concerns_of_an_intervention"),
            models.Index(fields=["area", "id"], condition=Q(answered_at=None), name="urgent_concerns_that_wait"),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="stands", fields=["reference", "intervention", "case", "area", "words", "raised_by", "raised_at"]
            ),
            pgtrigger.Protect(
                name="answered_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__answered_at__isnull=False)
                & (
                    pgtrigger.Q(old__answered_at__df=pgtrigger.F("new__answered_at"))
                    | pgtrigger.Q(old__answered_by__df=pgtrigger.F("new__answered_by"))
                    | pgtrigger.Q(old__what_was_done__df=pgtrigger.F("new__what_was_done"))
                ),
            ),
            SAID_IN_ERROR_ONCE,
        ]

    def __str__(self) -> str:
        return f"Urgent concern {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:view_urgentconcern", args=[self.reference])

    @property
    def went_along(self) -> bool:
        """Whether it is read in another area than the one of which whoever raised it knows."""
        return self.case_id != self.intervention.case_id

    def obstacle_to_answering(self) -> str:
        if self.answered_at is None:
            return ""
        return f"{self.answered_by} has seen this, and has written what was done."

    def obstacle_to_error(self) -> str:
        if self.answered_at is None:
            return "Say first what was done about it: somebody may be waiting for that."
        return super().obstacle_to_error()

    def obstacle_to_telling(self) -> AlreadyDone | str:
        return AlreadyDone("They have been told.") if self.told_at else ""


def unanswered(case: Case) -> str:
    worried = case.urgent_concerns.filter(answered_at=None).exists()
    return "Somebody is worried now, and nobody has said yet what was done." if worried else ""


obstacles_to_ending.append(unanswered)
