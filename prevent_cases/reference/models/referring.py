"""How long an area keeps referrals that were begun and not sent, and whether the public may refer by a form."""

import pghistory
from django.db import models
from django.db.models import F, Q

from prevent_cases.audit.records import field_classes
from prevent_cases.operations import Refused
from prevent_cases.reference.models.policy import Policy, Question


@pghistory.track()
class ReferringPolicy(Policy):
    """What becomes of drafts, and who else may refer."""

    slug = "referring"
    title = "Referring"
    about = "How long a referral that somebody began and did not send is kept, and whether the public may refer here."
    questions = {
        "reminded_after": Question(
            "After how many days is somebody reminded of a draft?", "Since they last changed it.", 1, 90
        ),
        "kept_for": Question(
            "After how many days is a draft removed?",
            "Since it was last changed; what the public sent, since it was answered. It holds what somebody wrote "
            "about a person, so not long.",
            2,
            90,
        ),
        "public_form": Question(
            "Is there a form for the public?",
            "Anybody could then write to this area without signing in, at /referrals/public/ and its short name. "
            "Whoever receives referrals reads it, and refers on the sender’s behalf or says why not.",
        ),
    }

    reminded_after = models.PositiveSmallIntegerField(default=14)
    kept_for = models.PositiveSmallIntegerField(default=28)
    public_form = models.BooleanField(default=False)

    field_classes = Policy.field_classes | field_classes(public="reminded_after kept_for public_form")

    class Meta(Policy.Meta):
        verbose_name = "policy on referring"
        verbose_name_plural = "policies on referring"
        constraints = [
            *Policy.Meta.constraints,
            models.CheckConstraint(
                condition=Q(reminded_after__lt=F("kept_for")), name="one_is_reminded_of_a_draft_before_it_goes"
            ),
        ]

    def obstacle_to_deciding(self) -> Refused | str:
        if self.reminded_after >= self.kept_for:
            return Refused("A draft is removed only some days after the reminder.", field="kept_for")
        return ""
