"""The support plan of a case: what section 36(5) of the Act asks to be in it, and when it is looked at next."""

from datetime import date
from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.formats import date_format

from cases.models.case import Case
from cases.models.ended import of_a_live_case
from cases.models.in_error import MayBeInError, MayBeInErrorQuerySet, only_said_in_error
from cases.models.stages import Stage
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import field_classes

# What the Act asks of a plan, in the order in which it is written.
PLAN_ITEMS = ("consent_request", "support", "provider", "arrangements")


# The words by which it is found.
PLAN_WORDS = SearchVector("consent_request", "support", "provider", "arrangements", config="english")

# Whoever is offered support, or receives it, has a plan that stands.
NOT_WITHOUT_A_PLAN = pgtrigger.Trigger(
    name="not_without_a_plan",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("in_error_at"),
    timing=pgtrigger.Deferred,
    func="""
        IF EXISTS (
            SELECT FROM cases_case taken WHERE taken.id = NEW.case_id AND taken.stage IN ('consent_pending', 'active')
        ) AND NOT EXISTS (
            SELECT FROM cases_supportplan plan WHERE plan.case_id = NEW.case_id AND plan.in_error_at IS NULL
        ) THEN
            RAISE EXCEPTION 'Whoever is offered support has a plan that was not recorded in error.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)


class SupportPlanQuerySet(MayBeInErrorQuerySet):
    def that_counts(self) -> "SupportPlanQuerySet":
        """Of those of one case: the latest that stands."""
        return self.standing().order_by("-pk")[:1]


@pghistory.track()
class SupportPlan(MayBeInError):
    """A plan as a panel made it. Revised, another takes its place; the latest that stands counts.

    The day on which it is looked at next moves with each look by which support goes on.
    """

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="support_plans")
    consent_request = models.TextField("how, when and by whom agreement is asked for")
    support = models.TextField("which support is given")
    provider = models.TextField("who gives it")
    arrangements = models.TextField("how and when it is given")
    review_on = models.DateField("when it is looked at next")
    # Of one that revises another it is the day of that: what was agreed to since then goes on (ADR 34).
    offered_on = models.DateField("when the panel offered it")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = SupportPlanQuerySet.as_manager()

    field_classes = MayBeInError.field_classes | field_classes(
        public="review_on offered_on made_at", special="consent_request support provider arrangements"
    )
    searched: ClassVar = PLAN_WORDS

    class Meta(MayBeInError.Meta):
        ordering = ("pk",)
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(consent_request="") & ~Q(support="") & ~Q(provider="") & ~Q(arrangements=""),
                name="a_support_plan_says_what_the_act_asks",
            ),
            models.CheckConstraint(
                condition=Q(offered_on__lte=TruncDate("made_at", tzinfo=clock.LONDON)),
                name="a_support_plan_is_not_offered_later_than_it_is_made",
            ),
        ]
        indexes = [GinIndex(PLAN_WORDS, name="support_plans_by_words")]
        triggers = [of_a_live_case(), *only_said_in_error("review_on"), NOT_WITHOUT_A_PLAN]

    def __str__(self) -> str:
        return f"Made on {date_format(clock.day_of(self.made_at), 'j F Y')} by {self.made_by}: {self.support[:60]}"

    def obstacle_to_error(self) -> str:
        needed = self.case.stage in (Stage.CONSENT_PENDING, Stage.ACTIVE)
        counts = not self.case.support_plans.standing().filter(pk__gt=self.pk).exists()
        if needed and counts:
            return "This is the plan that counts. Make the right one first, then say that this was recorded in error."
        return super().obstacle_to_error()

    def get_absolute_url(self) -> str:
        return reverse("cases:support", args=[self.case.reference])

    @property
    def made_for(self) -> date:
        """The day with which it was made, whichever it has by now."""
        return self.events.earliest("pgh_id").review_on

    @property
    def moment(self) -> str:
        """Which of the plans of its case it is."""
        return f"{self.made_at:%Y%m%dT%H%M%S%f}"
