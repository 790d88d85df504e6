"""Whether the police are asked before a case goes on, and how soon they answer."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import field_classes
from prevent_cases.operations import Refused
from prevent_cases.reference.models.policy import DecidedByTwo, Question


@pghistory.track()
class GatewayPolicy(DecidedByTwo):
    """Whether support is checked against police work first. Off only by a local agreement, whose words stand here."""

    slug = "police-gateway"
    title = "Police gateway"
    about = (
        "Before a panel that acts as Channel works on a referral, the police check that support would not cut across "
        "their own work. It can be left out only where a local agreement says so."
    )
    questions = {
        "used": Question("Are the police asked first?"),
        "agreement": Question(
            "If not, what does the local agreement say?",
            "Its words, who signed it for the police and the council, and when.",
        ),
        "result_within": Question(
            "Within how many working days do the police answer?", "From the day they are asked.", 1, 60
        ),
    }

    used = models.BooleanField(default=True)
    agreement = models.TextField(blank=True)
    # Not checked against national guidance; training material says up to five days on average.
    result_within = models.PositiveSmallIntegerField(default=5)

    field_classes = DecidedByTwo.field_classes | field_classes(public="used agreement result_within")

    class Meta(DecidedByTwo.Meta):
        verbose_name = "policy on the police gateway"
        verbose_name_plural = "policies on the police gateway"
        constraints = [
            *DecidedByTwo.Meta.constraints,
            models.CheckConstraint(
                condition=Q(used=True) | ~Q(agreement=""), name="the_gateway_is_off_only_by_an_agreement"
            ),
            models.CheckConstraint(condition=Q(result_within__gte=1), name="the_gateway_takes_some_time"),
        ]

    def obstacle_to_deciding(self) -> Refused | str:
        if not self.used and not self.agreement:
            return Refused("Write what the local agreement says. Without one the police are asked.", field="agreement")
        return ""
