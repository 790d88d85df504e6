"""What the person, or a parent, disputes of what a panel decided."""

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format

from panels.models.meetings import AgendaItem, Decision
from prevent_cases import clock
from prevent_cases.audit.records import RecordQuerySet
from referrals.models.own_words import ANSWERED_WHOLE, SAYS_SOMETHING, STANDS_AND_IS_ANSWERED_ONCE, InOwnWords


class DecisionDisputeQuerySet(RecordQuerySet):
    def to_answer(self) -> "DecisionDisputeQuerySet":
        return self.filter(answered_at=None)


@pghistory.track()
class DecisionDispute(InOwnWords):
    """What is disputed of a panel's decision: it stands beside it wherever that is shown.

    The decision stands: another is the panel's to make, at a meeting. Also of a case that has ended.
    """

    under = "decision"

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")

    objects = DecisionDisputeQuerySet.as_manager()

    field_classes = InOwnWords.own_words_field_classes
    fetch_with = ("decision__item__case__individual", "decision__item__meeting__panel")

    class Meta(InOwnWords.Meta):
        constraints = [
            models.CheckConstraint(condition=SAYS_SOMETHING, name="a_dispute_of_a_decision_says_something"),
            models.CheckConstraint(condition=ANSWERED_WHOLE, name="its_answer_says_what_came_of_it"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=False), name="a_dispute_of_a_decision_is_answered_by_a_day"
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(answered_at=None), name="disputes_of_decisions_due"),
        ]
        triggers = STANDS_AND_IS_ANSWERED_ONCE

    def __str__(self) -> str:
        return f"Dispute {self.reference}"

    def get_absolute_url(self) -> str:
        return self.decision.item.get_absolute_url()

    def get_answer_url(self) -> str:
        return reverse("panels:answer_decision_dispute", args=[self.reference])

    @property
    def title(self) -> str:
        day = date_format(clock.day_of(self.decision.decided_at), "j F Y")
        return f"{self.decision.item.meeting.panel} on {day}: {self.decision.get_judgement_display()}"

    def obstacle_to_answer(self) -> str:
        return "This dispute has been answered." if self.answered_at else ""


def obstacle_to_disputing(item: AgendaItem) -> str:
    return "" if hasattr(item, "decision") else "The panel has not decided here, so there is no decision to dispute."
