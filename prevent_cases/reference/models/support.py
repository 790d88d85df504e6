"""When an area is told that support has gone quiet, and how long before a look back it is prepared."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import Policy, Question

PREPARED_BEFORE_AT_MOST = 90


@pghistory.track()
class SupportPolicy(Policy):
    """The numbers to begin with were not checked against national guidance."""

    slug = "support"
    title = "Support that agencies give"
    about = "When the coordinator is told that contact has stopped, and when reviews after support are prepared."
    questions = {
        "answered_within": Question(
            "After how many days without an answer is the coordinator told?",
            "An agency that is asked for support accepts it or declines.",
            least=1,
            most=60,
        ),
        "silent_after": Question(
            "After how many days without a session is the coordinator told?",
            "Counted from the last session that took place.",
            least=1,
        ),
        "missed_in_a_row": Question(
            "After how many missed sessions in a row is the coordinator told?", least=1, most=20
        ),
        "prepared_before": Question(
            "How many days before a review is due is the coordinator asked to prepare it?",
            "Reviews are due 6 and 12 months after support has ended. From then on they are proposed for the agenda.",
            least=1,
            most=PREPARED_BEFORE_AT_MOST,
        ),
    }

    answered_within = models.PositiveSmallIntegerField(default=7)
    silent_after = models.PositiveSmallIntegerField(default=21)
    missed_in_a_row = models.PositiveSmallIntegerField(default=2)
    prepared_before = models.PositiveSmallIntegerField(default=28)

    field_classes = Policy.field_classes | field_classes(
        public="answered_within silent_after missed_in_a_row prepared_before"
    )

    class Meta(Policy.Meta):
        verbose_name = "policy on support"
        verbose_name_plural = "policies on support"
        constraints = [
            *Policy.Meta.constraints,
            models.CheckConstraint(
                condition=Q(answered_within__gte=1, silent_after__gte=1)
                & Q(missed_in_a_row__gte=1, prepared_before__gte=1),
                name="support_is_given_some_time",
            ),
            # What is due to be prepared is looked for among so many days.
            models.CheckConstraint(
                condition=Q(prepared_before__lte=PREPARED_BEFORE_AT_MOST),
                name="a_review_is_prepared_in_its_last_months",
            ),
        ]
