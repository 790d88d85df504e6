"""The support plan of a case: what section 36(5) of the Act asks to be in it, and when it is looked at next."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models.case import Case
from cases.models.ended import of_a_live_case
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, field_classes

# What the Act asks of a plan, in the order in which it is written.
PLAN_ITEMS = ("consent_request", "support", "provider", "arrangements")


# The words by which it is found.
PLAN_WORDS = SearchVector("consent_request", "support", "provider", "arrangements", config="english")


@pghistory.track()
class SupportPlan(Record):
    """A plan as a panel made it. Revised, another takes its place; the latest counts."""

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="support_plans")
    consent_request = models.TextField("how, when and by whom agreement is asked for")
    support = models.TextField("which support is given")
    provider = models.TextField("who gives it")
    arrangements = models.TextField("how and when it is given")
    review_on = models.DateField("when it is looked at next")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    field_classes = field_classes(public="review_on made_at", special="consent_request support provider arrangements")
    searched: ClassVar = PLAN_WORDS

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(consent_request="") & ~Q(support="") & ~Q(provider="") & ~Q(arrangements=""),
                name="a_support_plan_says_what_the_act_asks",
            )
        ]
        indexes = [GinIndex(PLAN_WORDS, name="support_plans_by_words")]
        triggers = [of_a_live_case(), pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]

    def get_absolute_url(self) -> str:
        return reverse("cases:support", args=[self.case.reference])

    @property
    def moment(self) -> str:
        """Which of the plans of its case it is."""
        return f"{self.made_at:%Y%m%dT%H%M%S%f}"
