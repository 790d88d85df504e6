"""How soon an area triages, and what it goes by."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models.policy import Policy, Question


@pghistory.track()
class TriagePolicy(Policy):
    """Times and limits of triage. The numbers to begin with have not been checked against national guidance."""

    slug = "triage"
    title = "Triage"
    about = "How soon a referral is decided and an urgent conference held, and what triage goes by."
    questions = {
        "decided_within": Question(
            "Within how many working days is a referral decided?", "From the day it is received.", least=1, most=20
        ),
        "conference_within": Question(
            "Within how many hours is an urgent conference held?", "From the moment a member asks for it.", 1, 168
        ),
        "social_care_first_under": Question(
            "Under which age does children's social care come first?",
            "Younger than this, a panel takes somebody only with the coordinator's reason. 0 means that no age is set.",
            most=18,
        ),
        "threshold_note": Question(
            "What is your threshold for children's and adults' social care?",
            "Shown beside the question whether they are referred to as well. Say where your threshold document is.",
        ),
        "disputes_answered_within": Question(
            "Within how many working days is it answered when somebody disputes what was referred?", least=1, most=30
        ),
        "untrue_matches_for": Question(
            "For how many months is a referral found untrue still matched with new ones?",
            "Afterwards a new referral of the same person no longer shows it.",
            most=72,
        ),
    }

    decided_within = models.PositiveSmallIntegerField(default=1)
    conference_within = models.PositiveSmallIntegerField(default=24)
    social_care_first_under = models.PositiveSmallIntegerField(default=10)
    disputes_answered_within = models.PositiveSmallIntegerField(default=20)
    threshold_note = models.TextField(blank=True)
    untrue_matches_for = models.PositiveSmallIntegerField(default=12)

    field_classes = Policy.field_classes | field_classes(
        public="decided_within conference_within social_care_first_under disputes_answered_within threshold_note "
        "untrue_matches_for"
    )

    class Meta(Policy.Meta):
        verbose_name = "policy on triage"
        verbose_name_plural = "policies on triage"
        constraints = [
            *Policy.Meta.constraints,
            models.CheckConstraint(
                condition=Q(decided_within__gte=1, conference_within__gte=1), name="triage_takes_some_time"
            ),
        ]
