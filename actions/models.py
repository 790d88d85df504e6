"""Action: what one agency will do about a case, by a date; and what is disputed of one."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format

from cases.models import Case, obstacles_to_ending
from cases.models.ended import of_a_live_case
from cases.models.in_error import MayBeInError
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.audit.records import RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from referrals.models.own_words import ANSWERED_WHOLE, SAYS_SOMETHING, STANDS_AND_IS_ANSWERED_ONCE, InOwnWords

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
            models.Index(fields=["due_on", "id"], condition=Q(done_at=None), name="actions_to_do_by_day"),
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


def still_open(case: Case) -> str:
    number = case.actions.filter(done_at=None).count()
    return f"A case ends with no action open. Still neither done nor handed over: {number}." if number else ""


obstacles_to_ending.append(still_open)


class ActionDisputeQuerySet(RecordQuerySet):
    def to_answer(self) -> "ActionDisputeQuerySet":
        return self.filter(answered_at=None)


@pghistory.track()
class ActionDispute(InOwnWords):
    """What is disputed of an action: it stands beside it wherever that is shown. Also of a case that has ended."""

    under = "action"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="disputed_by")

    objects = ActionDisputeQuerySet.as_manager()

    field_classes = InOwnWords.own_words_field_classes
    fetch_with = ("action__case__individual", "action__agency")

    class Meta(InOwnWords.Meta):
        constraints = [
            models.CheckConstraint(condition=SAYS_SOMETHING, name="a_dispute_of_an_action_says_something"),
            models.CheckConstraint(condition=ANSWERED_WHOLE, name="its_answer_says_what_came_of_an_actions_dispute"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=False), name="a_dispute_of_an_action_is_answered_by_a_day"
            ),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(answered_at=None), name="disputes_of_actions_due")]
        triggers = STANDS_AND_IS_ANSWERED_ONCE

    def __str__(self) -> str:
        return f"Dispute {self.reference}"

    def get_absolute_url(self) -> str:
        return self.action.get_absolute_url()

    @property
    def title(self) -> str:
        return f"Action agreed on {date_format(clock.day_of(self.action.agreed_at), 'j F Y')}: {self.action.agency}"

    @property
    def disputed_words(self) -> str:
        return "\n".join(filter(None, [self.action.what, self.action.outcome]))

    def obstacle_to_answer(self) -> str:
        return "This dispute has been answered." if self.answered_at else ""
