"""What the person, or a parent, says of a referral in their own words, and what of it they dispute."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q, prefetch_related_objects
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from referrals.models.parts import ConcernEntry
from referrals.models.put_right import PutRight, put_right
from referrals.models.referral import Referral
from referrals.models.stages import Stage


class WhoseWords(models.TextChoices):
    PERSON = "person", "The person"
    PARENT = "parent", "A parent or guardian"


class DisputeOutcome(models.TextChoices):
    WRONG = "wrong", "It was wrong"
    STANDS = "stands", "It stands, with what they say beside it"
    UNCLEAR = "unclear", "It cannot be settled"


class InOwnWords(Record):
    """What somebody said in their own words, and what was answered where it disputes something.

    The right to have what is inaccurate put right is Article 16 of the UK GDPR: what is disputed stays as it was
    written, and the dispute and its answer stay with it.
    """

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    whose = models.CharField(max_length=10, choices=WhoseWords)
    words = models.TextField()
    said_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    outcome = models.CharField(max_length=10, choices=DisputeOutcome, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    own_words_field_classes = field_classes(
        public="reference recorded_at due_on answered_at", personal="whose said_on", special="words outcome answer"
    )

    class Meta(Record.Meta):
        abstract = True
        ordering = ("pk",)

    @property
    def disputes_something(self) -> bool:
        return True

    @property
    def heading(self) -> str:
        whose = self.get_whose_display().lower()
        return f"Disputed by {whose}" if self.disputes_something else f"In the words of {whose}"

    def be_answered(self, by: User, outcome: str, answer: str) -> None:
        self.change(outcome=outcome, answer=answer, answered_by=by, answered_at=clock.now())
        if outcome == DisputeOutcome.WRONG:
            put_right(self, PutRight.WRONG)

    @property
    def is_overdue(self) -> bool:
        return self.answered_at is None and self.due_on is not None and self.due_on < clock.today()


def said_or_answered_since(moment) -> Q:
    return Q(recorded_at__gte=moment) | Q(answered_at__gte=moment)


# Of whatever is in somebody's own words: they stand as they were said, and are answered once.
STANDS_AND_IS_ANSWERED_ONCE = [
    pgtrigger.Protect(
        name="stands",
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(exclude=["outcome", "answer", "answered_by", "answered_at"]),
    ),
    pgtrigger.Protect(
        name="answered_once",
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(old__answered_at__isnull=False),
    ),
]
SAYS_SOMETHING = ~Q(words="")
ANSWERED_WHOLE = Q(answered_at=None, answered_by=None, outcome="", answer="") | (
    Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(outcome="") & ~Q(answer="")
)


class OwnWordsQuerySet(RecordQuerySet):
    def to_answer(self) -> "OwnWordsQuerySet":
        """The disputes that nobody has answered, where the referral is."""
        return self.filter(entry__isnull=False, answered_at=None).exclude(referral__stage=Stage.TRANSFERRED)


# The words by which it is found.
OWN_WORDS_FOUND = SearchVector("words", "answer", config="english")


@pghistory.track()
class OwnWords(InOwnWords):
    """What is said of a referral. One of an ``entry`` disputes it: it stands beside it wherever it is shown."""

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="own_words")
    entry = models.ForeignKey(ConcernEntry, on_delete=models.PROTECT, null=True, related_name="+")

    objects = OwnWordsQuerySet.as_manager()

    field_classes = InOwnWords.own_words_field_classes
    fetch_with = ("referral__area", "entry")
    searched: ClassVar = OWN_WORDS_FOUND

    class Meta(InOwnWords.Meta):
        verbose_name = "own words"
        verbose_name_plural = "own words"
        constraints = [
            models.CheckConstraint(condition=SAYS_SOMETHING, name="own_words_say_something"),
            models.CheckConstraint(
                condition=Q(entry=None, due_on=None, answered_at=None) | Q(entry__isnull=False, due_on__isnull=False),
                name="what_is_disputed_is_answered_by_a_day",
            ),
            models.CheckConstraint(condition=ANSWERED_WHOLE, name="an_answered_dispute_says_what_came_of_it"),
        ]
        indexes = [
            GinIndex(OWN_WORDS_FOUND, name="own_words_by_words"),
            models.Index(
                fields=["due_on"], condition=Q(entry__isnull=False, answered_at=None), name="disputes_to_answer"
            ),
        ]
        triggers = [
            *STANDS_AND_IS_ANSWERED_ONCE,
            pgtrigger.Trigger(
                name="disputes_an_entry_of_its_referral",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NEW.entry_id IS NOT NULL AND NOT EXISTS (
                        SELECT FROM referrals_concernentry entry
                        WHERE entry.id = NEW.entry_id AND entry.referral_id = NEW.referral_id
                    ) THEN
                        RAISE EXCEPTION 'An entry is disputed with the referral it is part of.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.referral.get_absolute_url()

    def get_answer_url(self) -> str:
        return reverse("referrals:answer_dispute", args=[self.reference])

    @property
    def disputes_something(self) -> bool:
        return self.entry_id is not None

    def obstacle_to_answer(self) -> str:
        if self.entry_id is None:
            return "These words dispute nothing, so there is nothing to answer."
        if obstacle := obstacle_to_own_words(self.referral):
            return obstacle
        return "This dispute has been answered." if self.answered_at else ""


def obstacle_to_own_words(referral: Referral) -> str:
    """They have gone along: what was kept or answered here would not be known there."""
    if referral.stage != Stage.TRANSFERRED:
        return ""
    return "Another area has this referral now. What is said of it is kept and answered there."


def lay_beside(referral: Referral) -> None:
    """Give each entry of a referral what disputes it (``disputes``), and the referral other words (``accounts``)."""
    prefetch_related_objects([referral], "entries", "own_words")
    said = list(referral.own_words.all())
    for each in said:
        each.referral = referral
    for entry in referral.entries.all():
        entry.disputes = [each for each in said if each.entry_id == entry.pk]
    referral.accounts = [each for each in said if each.entry_id is None]
