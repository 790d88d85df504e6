"""What the person, or a parent, disputes of what a panel decided, or found on looking back."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Func, IntegerField, Q
from django.db.models.lookups import Exact
from django.urls import reverse
from django.utils.formats import date_format

from panels.models.decision import Decision
from panels.models.meetings import AgendaItem
from panels.models.review import Review
from prevent_cases import clock
from prevent_cases.audit.records import RecordQuerySet
from referrals.models.own_words import ANSWERED_WHOLE, SAYS_SOMETHING, STANDS_AND_IS_ANSWERED_ONCE, InOwnWords

# One of them, and of its item.
OF_ITS_ITEM = pgtrigger.Trigger(
    name="of_its_item",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF NOT EXISTS (SELECT FROM panels_decision WHERE id = NEW.decision_id AND item_id = NEW.item_id)
        AND NOT EXISTS (SELECT FROM panels_review WHERE id = NEW.review_id AND item_id = NEW.item_id) THEN
            RAISE EXCEPTION 'What is disputed of a panel is disputed at its own item.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)


class DecisionDisputeQuerySet(RecordQuerySet):
    def to_answer(self) -> "DecisionDisputeQuerySet":
        return self.filter(answered_at=None)


@pghistory.track()
class DecisionDispute(InOwnWords):
    """What is disputed of a panel's decision, or of a review after support: it stands beside it wherever that is shown.

    What the panel said stands: anything else is the panel's to say, at a meeting. Also of a case that has ended.
    """

    under = "item"

    # Its own: copied, so that both are found at it.
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, related_name="+")

    objects = DecisionDisputeQuerySet.as_manager()

    field_classes = InOwnWords.own_words_field_classes
    fetch_with = ("item__case__individual", "item__meeting__panel", "decision", "review")

    class Meta(InOwnWords.Meta):
        constraints = [
            models.CheckConstraint(condition=SAYS_SOMETHING, name="a_dispute_of_a_decision_says_something"),
            models.CheckConstraint(condition=ANSWERED_WHOLE, name="its_answer_says_what_came_of_it"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=False), name="a_dispute_of_a_decision_is_answered_by_a_day"
            ),
            models.CheckConstraint(
                condition=Exact(Func("decision", "review", function="NUM_NONNULLS", output_field=IntegerField()), 1),
                name="a_dispute_is_of_a_decision_or_of_a_review",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(answered_at=None), name="disputes_of_decisions_due"),
        ]
        triggers = [*STANDS_AND_IS_ANSWERED_ONCE, OF_ITS_ITEM]

    def __str__(self) -> str:
        return f"Dispute {self.reference}"

    def get_absolute_url(self) -> str:
        return self.item.get_absolute_url()

    def get_answer_url(self) -> str:
        return reverse("panels:answer_decision_dispute", args=[self.reference])

    @property
    def title(self) -> str:
        if review := self.review:
            title, day = f"{review}: {review.words.lower()}", review.reviewed_at
        else:
            title, day = self.decision.judgement_words, self.decision.decided_at
        return f"{self.item.meeting.panel} on {date_format(clock.day_of(day), 'j F Y')}: {title}"

    @property
    def disputed_words(self) -> str:
        """What it says that is disputed, as far as it says it in one text."""
        return self.review.reason if self.review else self.decision.rationale

    def obstacle_to_answer(self) -> str:
        return "This dispute has been answered." if self.answered_at else ""


def obstacle_to_disputing(item: AgendaItem) -> str:
    if hasattr(item, "decision") or item.reviews.exists():
        return ""
    return "The panel has not decided here, so there is no decision to dispute."
