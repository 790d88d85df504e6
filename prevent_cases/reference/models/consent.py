"""How an area asks for agreement to support."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import Policy, Question


@pghistory.track()
class ConsentPolicy(Policy):
    """The words with which people are asked, and how long before somebody turns 18 it is seen to."""

    slug = "consent"
    title = "Agreement to support"
    about = "How people are asked whether they want support, and what happens before they turn 18."
    questions = {
        "wording": Question(
            "Which leaflet or form do you use to ask?", "With its version. It stands in each answer that is recorded."
        ),
        "before_eighteen": Question(
            "How many days before somebody turns 18 is the coordinator asked to prepare?",
            "On the day, a parent's agreement ends.",
            least=1,
        ),
    }

    wording = models.TextField(blank=True)
    before_eighteen = models.PositiveSmallIntegerField(default=90)

    field_classes = Policy.field_classes | field_classes(public="wording before_eighteen")

    class Meta(Policy.Meta):
        verbose_name = "policy on agreement to support"
        verbose_name_plural = "policies on agreement to support"
        constraints = [
            *Policy.Meta.constraints,
            models.CheckConstraint(condition=Q(before_eighteen__gte=1), name="turning_18_is_prepared_for"),
        ]
