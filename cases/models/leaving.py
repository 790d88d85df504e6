"""The end of support: what is agreed for afterwards."""

from typing import ClassVar

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models.case import Case
from cases.models.ended import of_a_live_case
from cases.models.in_error import ONLY_SAID_IN_ERROR, MayBeInError
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import field_classes

EXIT_ITEMS = ("continues", "turn_to", "handed_over_to")


# The words by which it is found.
EXIT_WORDS = SearchVector("continues", "turn_to", "handed_over_to", config="english")


@pghistory.track()
class ExitPlan(MayBeInError):
    """What goes on once support has ended, whom the person turns to, and who has taken over.

    Its case ends with it, so that no other takes its place: what is wrong with it is said beside it.
    """

    under = "case"

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="exit_plan")
    continues = models.TextField("what goes on after support")
    turn_to = models.TextField("whom the person turns to")
    handed_over_to = models.TextField("to whom it is handed over")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    field_classes = MayBeInError.field_classes | field_classes(
        public="made_at", special="continues turn_to handed_over_to"
    )
    searched: ClassVar = EXIT_WORDS

    class Meta(MayBeInError.Meta):
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(
                condition=~(Q(continues="") | Q(turn_to="") | Q(handed_over_to="")),
                name="an_exit_plan_says_what_comes_after",
            ),
        ]
        indexes = [GinIndex(EXIT_WORDS, name="exit_plans_by_words")]
        triggers = [of_a_live_case(), *ONLY_SAID_IN_ERROR]

    @property
    def words(self) -> str:
        return "\n".join(getattr(self, name) for name in EXIT_ITEMS)

    def get_absolute_url(self) -> str:
        return reverse("cases:support", args=[self.case.reference])
