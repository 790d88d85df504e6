"""For how long broken glass opens a case, and how soon it is judged."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import DecidedByTwo, Question


@pghistory.track()
class BrokenGlassPolicy(DecidedByTwo):
    """How long, and until when somebody says whether it was right."""

    slug = "break-glass"
    title = "Breaking the glass"
    about = (
        "Somebody who cannot wait may open a case to themselves for a short time. It closes by itself, the owner and "
        "the information governance lead are told at once, and the governance lead says whether it was right."
    )
    questions = {
        "minutes_open": Question("For how many minutes does the case open?", least=5, most=240),
        "judged_within": Question(
            "Within how many working days is it judged?", "From the day on which the glass was broken.", 1, 30
        ),
    }

    minutes_open = models.PositiveSmallIntegerField(default=60)
    # Not checked against national guidance; good practice.
    judged_within = models.PositiveSmallIntegerField(default=5)

    field_classes = DecidedByTwo.field_classes | field_classes(public="minutes_open judged_within")

    class Meta(DecidedByTwo.Meta):
        verbose_name = "policy on breaking the glass"
        verbose_name_plural = "policies on breaking the glass"
        constraints = [
            *DecidedByTwo.Meta.constraints,
            models.CheckConstraint(
                condition=Q(minutes_open__gte=5, minutes_open__lte=240), name="broken_glass_opens_for_minutes_or_hours"
            ),
            models.CheckConstraint(condition=Q(judged_within__gte=1), name="judging_takes_some_time"),
        ]
