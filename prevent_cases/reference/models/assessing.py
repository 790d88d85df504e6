"""How often those who receive support are assessed anew."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import Policy, Question


@pghistory.track()
class AssessmentPolicy(Policy):
    """Whether a coordinator is reminded of assessments while support runs, and after how many months."""

    slug = "assessments"
    title = "Assessments while support runs"
    about = (
        "A coordinator can be reminded to assess anew whoever receives support: on their own page and on the page of "
        "the case. It stops nothing."
    )
    questions = {
        "reminded": Question("Are coordinators reminded?"),
        "every": Question(
            "After how many months?", "From the last assessment or, before there is one, the consent.", 1, 24
        ),
    }

    reminded = models.BooleanField(default=False)
    # Not checked against national guidance.
    every = models.PositiveSmallIntegerField(default=3)

    field_classes = Policy.field_classes | field_classes(public="reminded every")

    class Meta(Policy.Meta):
        verbose_name = "policy on assessments"
        verbose_name_plural = "policies on assessments"
        constraints = [
            *Policy.Meta.constraints,
            models.CheckConstraint(condition=Q(every__gte=1), name="assessments_are_some_time_apart"),
        ]
