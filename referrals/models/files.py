"""Files that a referrer sent with a referral or added to it."""

import pghistory
import pgtrigger
from django.db import models
from django.urls import reverse

from prevent_cases.documents.models import KeptFile, State
from referrals.models.referral import Referral

AS_RECEIVED = ["referral", "reference", "given_name", "size", "added_by", "added_at"]


@pghistory.track()
class ReferralFile(KeptFile):
    """One file of a referral. What it was received as is never edited, and what is sealed stays so, by triggers."""

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="files")

    field_classes = KeptFile.sent_field_classes
    fetch_with = ("referral__area", "added_by", "sealed_by")

    class Meta(KeptFile.Meta):
        verbose_name = "file of a referral"
        verbose_name_plural = "files of referrals"
        triggers = [
            pgtrigger.ReadOnly(name="stays_as_received", fields=AS_RECEIVED),
            pgtrigger.Protect(
                name="sealed_for_ever", operation=pgtrigger.Update, condition=pgtrigger.Q(old__state=State.SEALED)
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("referrals:view_file", args=[self.reference])
