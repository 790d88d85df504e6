"""What a referrer and those who received the referral say to each other: questions, withdrawal, feedback."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q

from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.pages.models import new_reference
from referrals.models.referral import Referral
from referrals.models.stages import Stage


class Standing(models.TextChoices):
    """Where a referral stands as its referrer is told it: no stage of the work on it, and nothing unreleased."""

    WITH_COORDINATOR = "with_coordinator", "With the coordinator"
    ASKED = "asked", "You are asked something"
    WITHDRAWING = "withdrawing", "You withdrew it: the coordinator reads it once more"
    WITHDRAWN = "withdrawn", "Withdrawn"
    MOVED = "moved", "With another area"
    DECIDED = "decided", "Decided"

    def words(self, *, is_own: bool) -> str:
        """For the referrer, whose own it is, or for somebody else who follows it."""
        of_another = {
            Standing.ASKED: "Something is asked",
            Standing.WITHDRAWING: "Withdrawn: the coordinator reads it once more",
        }
        return self.label if is_own else of_another.get(self, self.label)


def answered_once(*asked: str) -> list[pgtrigger.Trigger]:
    """What was asked is never edited, and what was answered stands."""
    answered = pgtrigger.Q(old__answered_at__isnull=False)
    return [
        pgtrigger.ReadOnly(name="never_edited", fields=list(asked)),
        pgtrigger.Protect(name="answer_stands", operation=pgtrigger.Update, condition=answered),
    ]


# The words by which it is found.
QUESTION_WORDS = SearchVector("text", "answer", config="english")


@pghistory.track()
class ReferralQuestion(Record):
    """Something the referrer is asked about what they sent, and the answer."""

    under = "referral"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="questions")
    text = models.TextField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="reference asked_at answered_at", special="text answer")
    searched: ClassVar = QUESTION_WORDS

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_question_asks_something"),
            models.CheckConstraint(
                condition=Q(answer="", answered_by=None, answered_at=None)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="an_answer_says_something_and_who_gave_it",
            ),
        ]
        indexes = [GinIndex(QUESTION_WORDS, name="referral_questions_by_words")]
        triggers = answered_once("reference", "referral", "text", "asked_by", "asked_at")


@pghistory.track()
class Withdrawal(Record):
    """That the referrer takes their referral back, and what the coordinator says to it.

    A withdrawal ends nothing by itself: a worry about somebody's safety may remain when a referrer has changed their
    mind or been talked out of it.
    """

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="withdrawals")
    reason = models.TextField()
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField()
    # Whether the coordinator goes on all the same; why, for the record; in which words the referrer is told.
    goes_on = models.BooleanField(null=True)
    rationale = models.TextField(blank=True)
    words_for_referrer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    field_classes = field_classes(
        public="withdrawn_at goes_on answered_at", special="reason rationale words_for_referrer"
    )

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(answered_at=None), name="one_withdrawal_waits_for_its_answer"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_withdrawal_has_its_reason"),
            models.CheckConstraint(
                condition=Q(goes_on=None, rationale="", words_for_referrer="", answered_by=None, answered_at=None)
                | (
                    ~Q(rationale="")
                    & ~Q(words_for_referrer="")
                    & Q(goes_on__isnull=False, answered_by__isnull=False, answered_at__isnull=False)
                ),
                name="a_withdrawal_is_answered_with_reasons",
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=models.F("withdrawn_by")),
                name="nobody_confirms_their_own_withdrawal",
            ),
        ]
        triggers = answered_once("referral", "reason", "withdrawn_by", "withdrawn_at")


@pghistory.track()
class ReferralFeedback(Record):
    """What the coordinator tells the referrer about the referral itself, in words, and the referrer's word back."""

    under = "referral"

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="feedback")
    what_helped = models.TextField()
    next_time = models.TextField(blank=True)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    word_back = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="given_at answered_at", special="what_helped next_time word_back")

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(what_helped=""), name="feedback_says_first_what_helped"),
            models.CheckConstraint(
                condition=Q(word_back="", answered_by=None, answered_at=None)
                | (~Q(word_back="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="a_word_back_says_something_and_who_gave_it",
            ),
        ]
        triggers = answered_once("referral", "what_helped", "next_time", "given_by", "given_at")


def open_questions(referral: Referral) -> list[ReferralQuestion]:
    """Those that wait for the referrer; none once it is decided."""
    if not referral.is_live:
        return []
    return [question for question in referral.questions.all() if not question.answered_at]


def open_withdrawal(referral: Referral) -> Withdrawal | None:
    return next((each for each in referral.withdrawals.all() if not each.answered_at), None)


def standing_of(referral: Referral) -> Standing:
    """Where it stands, for the referrer. Asked of many, their questions and withdrawals are prefetched."""
    if referral.stage == Stage.WITHDRAWN:
        return Standing.WITHDRAWN
    if referral.stage == Stage.TRANSFERRED:
        return Standing.MOVED
    if not referral.is_live:
        return Standing.DECIDED
    if open_withdrawal(referral):
        return Standing.WITHDRAWING
    return Standing.ASKED if open_questions(referral) else Standing.WITH_COORDINATOR


def obstacle_to_asking(referral: Referral) -> str:
    return "" if referral.is_live else "This referral has been decided. Its referrer is asked nothing more."


def obstacle_to_answering(referral: Referral) -> str:
    if not referral.is_live:
        return "This referral has been decided. You can still add to it."
    return "" if open_questions(referral) else "You have answered everything you were asked."


def obstacle_to_going_on(referral: Referral) -> str:
    return referral.obstacle_outside(Stage.RETURNED)


def obstacle_to_withdrawal(referral: Referral) -> str:
    if not referral.is_live:
        return "This referral has been decided. You can still add to it."
    return "You have withdrawn it. The coordinator reads it once more." if open_withdrawal(referral) else ""


def obstacle_to_answering_withdrawal(referral: Referral) -> str:
    return "" if open_withdrawal(referral) else "No withdrawal of this referral waits for an answer."


def obstacle_to_feedback(referral: Referral) -> str:
    if hasattr(referral, "feedback"):
        return "You have written to the referrer about this referral."
    return referral.obstacle_to_word_with_referrer()


def obstacle_to_word_back(referral: Referral) -> str:
    if not hasattr(referral, "feedback"):
        return "The coordinator has not written to you about this referral."
    return "You have answered." if referral.feedback.answered_at else ""
