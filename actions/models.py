"""Action: what one agency will do about a case, by a date."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models import Case
from cases.models.ended import of_a_live_case
from cases.models.in_error import MayBeInError
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.audit.records import field_classes
from prevent_cases.pages.models import new_reference

# The words by which it is found.
ACTION_WORDS = SearchVector("what", "outcome", config="english")


@pghistory.track()
class Action(MayBeInError):
    """One thing to do, with one owner and one day."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="actions")
    # The case's own, which never changes: copied, so that an area finds what is overdue in it.
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="actions")
    what = models.TextField()
    due_on = models.DateField()
    agreed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField()
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)
    outcome = models.TextField(blank=True)
    # Who goes on with it after support, where it was not done but handed over.
    handed_over_to = models.CharField(max_length=200, blank=True)

    field_classes = MayBeInError.field_classes | field_classes(
        public="reference due_on agreed_at done_at", special="what outcome handed_over_to"
    )
    fetch_with = ("case__individual", "agency", "in_error_by")
    searched: ClassVar = ACTION_WORDS

    class Meta(MayBeInError.Meta):
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(condition=~Q(what=""), name="an_action_says_what"),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None, outcome="")
                | (Q(done_at__isnull=False, done_by__isnull=False) & ~Q(outcome="")),
                name="a_done_action_says_what_came_of_it",
            ),
            models.CheckConstraint(
                condition=Q(handed_over_to="") | Q(done_at__isnull=False), name="what_is_handed_over_is_to_do_no_more"
            ),
            models.CheckConstraint(
                condition=Q(in_error_at=None) | Q(done_at__isnull=False),
                name="what_was_agreed_in_error_is_done_with",
            ),
        ]
        indexes = [
            GinIndex(ACTION_WORDS, name="actions_by_words"),
            models.Index(fields=["agency", "due_on"], condition=Q(done_at=None), name="actions_to_do"),
            models.Index(fields=["area", "due_on"], condition=Q(done_at=None), name="actions_to_do_in_an_area"),
            models.Index(fields=["case", "-id"], name="actions_of_a_case"),
        ]
        triggers = [
            of_a_live_case(),
            # Nor is it to do again: support may have ended with it.
            pgtrigger.Protect(
                name="done_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__done_at__isnull=False)
                & pgtrigger.Q(old__done_at__df=pgtrigger.F("new__done_at")),
            ),
            pgtrigger.ReadOnly(name="stays_of_its_case", fields=["case"]),
        ]

    def __str__(self) -> str:
        return f"Action {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("actions:view_action", args=[self.reference])

    @property
    def is_overdue(self) -> bool:
        return self.done_at is None and self.due_on < clock.today()

    def obstacle_to_completion(self) -> str:
        if self.in_error_at:
            return "This action was recorded in error."
        if self.handed_over_to:
            return f"This action has been handed over to {self.handed_over_to}."
        return "This action has been done." if self.done_at else ""
