"""How soon a case that another area has passed on comes before its new panel."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import Policy, Question


@pghistory.track()
class TransferPolicy(Policy):
    """The number to begin with is borrowed from how child protection is transferred, and no national guidance."""

    slug = "transfers"
    title = "Cases from other areas"
    about = "By when a case that another area passes on is taken by the panel here."
    questions = {
        "first_panel_within": Question(
            "Within how many working days does the panel take it first?",
            "Counted from the day on which its chair took it on.",
            least=1,
            most=60,
        )
    }

    first_panel_within = models.PositiveSmallIntegerField(default=15)

    field_classes = Policy.field_classes | field_classes(public="first_panel_within")

    class Meta(Policy.Meta):
        verbose_name = "policy on transfers"
        verbose_name_plural = "policies on transfers"
        constraints = [
            *Policy.Meta.constraints,
            models.CheckConstraint(
                condition=Q(first_panel_within__gte=1), name="a_panel_has_a_day_to_take_what_is_transferred"
            ),
        ]
