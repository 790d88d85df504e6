"""For how long a document can be opened that was made for one reader."""

from datetime import date, timedelta

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases import clock
from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import Policy, Question


@pghistory.track()
class CopiesPolicy(Policy):
    """After so many days what was made is gone. Whoever needs it longer has it made anew, as things stand then."""

    slug = "copies"
    title = "Copies and summaries"
    about = (
        "Summaries of cases, copies of referrals and board reports are made for one reader. After some days nobody "
        "can open them here, and the file is removed. That they were made stays on record."
    )
    questions = {"open_for": Question("For how many days can one be opened?", "After the day it was made.", 1, 90)}

    # Not checked against national guidance; good practice.
    open_for = models.PositiveSmallIntegerField(default=14)

    field_classes = Policy.field_classes | field_classes(public="open_for")

    class Meta(Policy.Meta):
        verbose_name = "policy on copies"
        verbose_name_plural = "policies on copies"
        constraints = [
            *Policy.Meta.constraints,
            models.CheckConstraint(condition=Q(open_for__gte=1), name="a_copy_can_be_opened_for_some_time"),
        ]

    @property
    def last_day(self) -> date:
        """Of what is made today."""
        return clock.today() + timedelta(days=self.open_for)
