"""By when a case is decided on."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import Policy, Question


@pghistory.track()
class CasePolicy(Policy):
    """Time limits from the opening of a case to its panel.

    The numbers to begin with were not checked against national guidance.
    """

    slug = "case-deadlines"
    title = "How soon a case is decided on"
    about = "By when the section 36 decision is made, and by when a panel takes a case for the first time."
    questions = {
        "section36_within": Question(
            "Within how many working days is the section 36 decision made?",
            "From the day on which the referral joins the case or, later, the case is offered to a panel that acts as "
            "Channel.",
            least=1,
            most=60,
        ),
        "first_panel_within": Question(
            "Within how many working days does the panel take it first?",
            "From the section 36 decision or, where none is asked, from the day on which the case is opened.",
            least=1,
            most=60,
        ),
    }

    section36_within = models.PositiveSmallIntegerField(default=10)
    first_panel_within = models.PositiveSmallIntegerField(default=20)

    field_classes = Policy.field_classes | field_classes(public="section36_within first_panel_within")

    class Meta(Policy.Meta):
        verbose_name = "policy on how soon cases are decided on"
        verbose_name_plural = "policies on how soon cases are decided on"
        constraints = [
            *Policy.Meta.constraints,
            models.CheckConstraint(
                condition=Q(section36_within__gte=1, first_panel_within__gte=1),
                name="a_case_is_decided_on_in_some_time",
            ),
        ]
