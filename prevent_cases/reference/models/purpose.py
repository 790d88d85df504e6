"""What is asked of somebody who opens a case on which they do not work, and for how long it holds."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import DecidedByTwo, Question


@pghistory.track()
class PurposePolicy(DecidedByTwo):
    """In how many words they say for what, and for how many days."""

    slug = "purposes"
    title = "Opening a case of somebody else"
    about = (
        "Coordinators, organisers and information governance leads may open every case of the area. Whoever opens one "
        "on which they do not work says first what for. Its coordinators, its chair and the information governance "
        "lead read that."
    )
    questions = {
        "words": Question(
            "In how many words at least do they say what for?",
            "Any will do where somebody may be in danger now.",
            1,
            50,
        ),
        "holds_for": Question("For how many days does that hold?", "1 is until the end of the same day.", 1, 31),
    }

    # Not checked against national guidance; good practice.
    words = models.PositiveSmallIntegerField(default=20)
    holds_for = models.PositiveSmallIntegerField(default=1)

    field_classes = DecidedByTwo.field_classes | field_classes(public="words holds_for")

    class Meta(DecidedByTwo.Meta):
        verbose_name = "policy on purposes"
        verbose_name_plural = "policies on purposes"
        constraints = [
            *DecidedByTwo.Meta.constraints,
            models.CheckConstraint(
                condition=Q(words__gte=1, holds_for__gte=1), name="a_purpose_takes_words_and_holds_for_some_time"
            ),
        ]
