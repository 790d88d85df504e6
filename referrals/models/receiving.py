"""What is settled when a referral is received: how urgent it is, who is best placed, whether social care is told."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from prevent_cases.accounts.models import Agency, User
from prevent_cases.audit.records import Record, field_classes
from referrals.models.referral import Referral


class JudgedUrgency(models.TextChoices):
    USUAL = "usual", "It can go the usual way"
    URGENT = "urgent", "It needs somebody today"
    EMERGENCY = "emergency", "Somebody may be in danger now"


@pghistory.track()
class UrgencyJudgement(Record):
    """How urgent a referral is, why, and who is best placed to meet what is needed at once: the first thing judged.

    A later judgement takes the place of an earlier one, which stays.
    """

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="urgency_judgements")
    urgency = models.CharField(max_length=10, choices=JudgedUrgency)
    reason = models.TextField()
    best_placed = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    # In an emergency the call comes first: whom, and when.
    called = models.CharField(max_length=200, blank=True)
    called_at = models.DateTimeField(null=True)
    judged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="urgency called_at judged_at superseded_at", personal="reason called")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(superseded_at=None), name="one_judgement_of_urgency_stands"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="urgency_is_judged_with_a_reason"),
            models.CheckConstraint(
                condition=~Q(urgency=JudgedUrgency.EMERGENCY) | (~Q(called="") & Q(called_at__isnull=False)),
                name="an_emergency_says_who_was_called",
            ),
        ]
        indexes = [
            models.Index(fields=["best_placed", "referral"], condition=Q(superseded_at=None), name="best_placed_now")
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="stands",
                fields=[
                    "referral",
                    "urgency",
                    "reason",
                    "best_placed",
                    "called",
                    "called_at",
                    "judged_by",
                    "judged_at",
                ],
            )
        ]


class SocialCare(models.TextChoices):
    CHILDREN = "children", "Yes, children's social care"
    ADULTS = "adults", "Yes, adult social care"
    BOTH = "both", "Yes, both"
    NOT_NEEDED = "not_needed", "No, it is not needed"
    UNKNOWN = "unknown", "I do not know yet"


@pghistory.track()
class ParallelReferral(Record):
    """Whether social care has been sent this referral too, or why that is not needed; the last answer counts."""

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="parallel_referrals")
    answer = models.CharField(max_length=10, choices=SocialCare)
    reason = models.TextField(blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    field_classes = field_classes(public="recorded_at", personal="answer reason")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(answer=SocialCare.NOT_NEEDED) | ~Q(reason=""),
                name="social_care_is_left_out_only_with_a_reason",
            )
        ]
        triggers = [pgtrigger.Protect(name="only_added_to", operation=pgtrigger.Update)]

    @property
    def is_made_to_children(self) -> bool:
        return self.answer in (SocialCare.CHILDREN, SocialCare.BOTH)
