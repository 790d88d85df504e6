"""Who brought a worry to whoever refers it: sealed, and apart from everything that is read of the referral."""

import pghistory
import pgtrigger
from django.db import models
from django.urls import reverse

from prevent_cases.audit.records import Record, field_classes
from prevent_cases.pages.models import new_reference
from referrals.models.answers import BroughtBy, YesNo
from referrals.models.referral import Referral

# What is asked of it, and told again where a referral moves to another area.
SOURCE = ("brought_by", "source_name", "source_contact", "source_relation", "source_may_be_named")

# What is to be said of whoever brought a worry, even where nothing else is known of them.
UNSAID_OF_SOURCE = {
    "brought_by": "Choose who brought the worry to you.",
    "source_may_be_named": "Choose whether they agreed to be named.",
}


@pghistory.track()
class SealedSource(Record):
    """A member of the public, say, on whose behalf an officer refers. It stands on one page, and in nothing else."""

    under = "referral"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="sealed_source")
    brought_by = models.CharField(max_length=10, choices=BroughtBy)
    source_name = models.CharField(max_length=300, blank=True)
    source_contact = models.CharField(max_length=300, blank=True)
    source_relation = models.CharField(max_length=300, blank=True)
    source_may_be_named = models.CharField(max_length=10, choices=YesNo)

    field_classes = field_classes(public="reference", sealed=" ".join(SOURCE))
    fetch_with = ("referral__referred_by",)

    class Meta(Record.Meta):
        verbose_name = "sealed part of a referral"
        verbose_name_plural = "sealed parts of referrals"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(brought_by__in=BroughtBy.values, source_may_be_named__in=YesNo.values),
                name="a_source_is_of_some_kind_and_was_asked",
            )
        ]
        triggers = [pgtrigger.Protect(name="stands_as_sent", operation=pgtrigger.Update)]

    def get_absolute_url(self) -> str:
        return reverse("referrals:view_sealedsource", args=[self.reference])
