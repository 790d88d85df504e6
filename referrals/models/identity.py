"""Which individual a referral is about, as far as has been settled."""

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases.audit.records import Record, field_classes
from referrals.models.people import Individual
from referrals.models.referral import Referral


@pghistory.track()
class IdentityLink(Record):
    """That a referral is about an individual. Undoing a merge ends a link and begins another."""

    under = "individual"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="identity_links")
    individual = models.ForeignKey(Individual, on_delete=models.PROTECT, related_name="identity_links")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="made_at ended_at")

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(ended_at=None), name="a_referral_is_about_one_individual"
            )
        ]
