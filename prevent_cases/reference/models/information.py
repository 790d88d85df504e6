"""How soon agencies answer what they are asked."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import Policy, Question


@pghistory.track()
class InformationPolicy(Policy):
    """Time limits of information requests. The number to begin with was not checked against national guidance."""

    slug = "information-requests"
    title = "Information requests"
    about = "How soon an agency answers what it is asked about a person before their panel meets."
    questions = {
        "answered_within": Question(
            "Within how many working days does an agency answer?", "From the day it is asked.", least=1, most=60
        )
    }

    answered_within = models.PositiveSmallIntegerField(default=10)

    field_classes = Policy.field_classes | field_classes(public="answered_within")

    class Meta(Policy.Meta):
        verbose_name = "policy on information requests"
        verbose_name_plural = "policies on information requests"
        constraints = [
            *Policy.Meta.constraints,
            models.CheckConstraint(condition=Q(answered_within__gte=1), name="an_answer_takes_some_time"),
        ]
