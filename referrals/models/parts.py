"""What a referral consists of besides its own row: the concern entry by entry, needs, and what was added later."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q

from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, field_classes
from referrals.models.answers import HowKnown, NeedKind, NeedSource
from referrals.models.referral import Referral

# The words by which it is found.
ENTRY_WORDS = SearchVector("text", config="english")


@pghistory.track()
class ConcernEntry(Record):
    """One thing that gave concern, marked as seen, as told by others or as an opinion."""

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="entries")
    how_known = models.CharField(max_length=10, choices=HowKnown)
    happened_on = models.DateField(null=True)
    text = models.TextField()

    field_classes = field_classes(personal="how_known happened_on", special="text")
    searched: ClassVar = ENTRY_WORDS

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="an_entry_says_something")]
        indexes = [GinIndex(ENTRY_WORDS, name="concern_entries_by_words")]
        triggers = [pgtrigger.Protect(name="stands_as_sent", operation=pgtrigger.Update)]


# The words by which it is found.
NEED_WORDS = SearchVector("fact", config="english")


@pghistory.track()
class SupportNeed(Record):
    """What those who support this person must know beforehand: a fact, and from whom it is known."""

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="support_needs")
    kind = models.CharField(max_length=20, choices=NeedKind)
    fact = models.CharField(max_length=1000)
    source = models.CharField(max_length=20, choices=NeedSource)

    field_classes = field_classes(personal="source", special="kind fact")
    searched: ClassVar = NEED_WORDS

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [models.CheckConstraint(condition=~Q(fact=""), name="a_need_says_something")]
        indexes = [GinIndex(NEED_WORDS, name="support_needs_by_words")]
        triggers = [pgtrigger.Protect(name="stands_as_sent", operation=pgtrigger.Update)]


# The words by which it is found.
ADDITION_WORDS = SearchVector("text", config="english")


@pghistory.track()
class ReferralAddition(Record):
    """Something the referrer added after sending."""

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="additions")
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    text = models.TextField()

    field_classes = field_classes(public="added_at", special="text")
    searched: ClassVar = ADDITION_WORDS

    class Meta(Record.Meta):
        ordering = ("pk",)
        indexes = [GinIndex(ADDITION_WORDS, name="referral_additions_by_words")]
        triggers = [pgtrigger.Protect(name="only_added_to", operation=pgtrigger.Update)]


@dataclass(frozen=True)
class SaidSince:
    """Something that was said after sending: added unasked, or in answer to what was ``asked``."""

    at: datetime
    by: str
    text: str
    asked: str = ""


def said_since(referral: Referral, *, named: bool = True) -> list[SaidSince]:
    """What was added to a referral and answered about it since it was sent, in the order of time; by whom, or not."""

    def by(said: models.Model, whom: str) -> str:
        if not named:
            return ""
        person = getattr(said, whom)
        return f"{person}, the referrer" if person.pk == referral.referred_by_id else str(person)

    additions = referral.additions.all()
    questions = [each for each in referral.questions.all() if each.answered_at]
    if named:  # Of all at once, where they were not read with them.
        models.prefetch_related_objects(additions, "added_by")
        models.prefetch_related_objects(questions, "answered_by")
    added = [SaidSince(each.added_at, by(each, "added_by"), each.text) for each in additions]
    answered = [SaidSince(each.answered_at, by(each, "answered_by"), each.answer, each.text) for each in questions]
    return sorted([*added, *answered], key=lambda each: each.at)
