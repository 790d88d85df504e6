"""What must be said once something else was: asked by the form, refused by the operation, held by the database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import CheckConstraint, Q

from referrals.models.answers import LeadMayKnow, Told, Urgency, YesNo


@dataclass(frozen=True)
class FurtherQuestion:
    """A question that must be answered where one of some others was answered in one way.

    ``sentence`` is what is said beside it where it was not; ``holds`` is the name of the constraint.
    """

    name: str
    after: tuple[str, ...]
    answer: str
    sentence: str
    holds: str

    def is_open(self, answers: Mapping[str, Any]) -> bool:
        return any(answers.get(name) == self.answer for name in self.after) and not answers.get(self.name)

    @property
    def constraint(self) -> CheckConstraint:
        asked = reduce(or_, (Q(**{name: self.answer}) for name in self.after))
        return CheckConstraint(condition=~asked | ~Q(**{self.name: ""}), name=self.holds)


FURTHER_QUESTIONS = (
    FurtherQuestion(
        "not_told_because",
        ("person_told", "parent_told"),
        Told.NO,
        "Choose why somebody has not been told.",
        "a_referral_chooses_why_somebody_is_not_told",
    ),
    FurtherQuestion(
        "told_reason",
        ("person_told", "parent_told"),
        Told.NO,
        "Say why somebody has not been told.",
        "a_referral_says_why_somebody_is_not_told",
    ),
    FurtherQuestion(
        "early_help_consent",
        ("early_help",),
        YesNo.YES,
        "Choose whether the family agreed to early help.",
        "early_help_that_was_offered_was_agreed_to_or_not",
    ),
    FurtherQuestion(
        "danger_called",
        ("in_danger",),
        YesNo.YES,
        "Say whom you called. If you have not called yet, call 999 now.",
        "where_somebody_is_in_danger_somebody_was_called",
    ),
    FurtherQuestion(
        "urgency_reason", ("urgency",), Urgency.URGENT, "Say why it is urgent.", "an_urgent_referral_says_why"
    ),
    FurtherQuestion(
        "kept_from_lead_because",
        ("lead_may_know",),
        LeadMayKnow.NO,
        "Say why your safeguarding lead is not to know of it.",
        "a_referral_kept_from_a_lead_says_why",
    ),
)


def open_questions(answers: Mapping[str, Any]) -> Iterator[FurtherQuestion]:
    """Those that these answers leave open."""
    return (question for question in FURTHER_QUESTIONS if question.is_open(answers))
