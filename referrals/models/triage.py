"""What is decided about a referral at the front door."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from prevent_cases.accounts.models import Panel, User
from prevent_cases.audit.records import Record, field_classes
from referrals.models.referral import Referral


class EndReason(models.TextChoices):
    """Why a referral ends at the front door. "No ideology" is not among them: it is never the sole reason."""

    EXPLAINED = "explained", "Out of context, or explained"
    OTHER_NEED = "other_need", "A safeguarding need, but not this one"
    SIGNPOSTED = "signposted", "Helped better by another service"
    MANAGED_ELSEWHERE = "managed_elsewhere", "Already in hand elsewhere"
    TOO_LITTLE = "too_little", "Too little to go on, after asking"
    NOT_RESIDENT = "not_resident", "Lives in another area"
    DUPLICATE = "duplicate", "The same referral was made before"
    NOT_IN_GOOD_FAITH = "not_in_good_faith", "Not made in good faith"


@pghistory.track()
class TriageDecision(Record):
    """What was decided at the front door, why, and in which words the referrer is told."""

    under = "referral"

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="decision")
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    # Where it goes, when it is accepted; the reason, when it ends.
    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, null=True, related_name="+")
    end_reason = models.CharField(max_length=20, choices=EndReason, blank=True)
    rationale = models.TextField()
    words_for_referrer = models.TextField()

    field_classes = field_classes(public="decided_at", special="end_reason rationale words_for_referrer")

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(panel__isnull=False, end_reason="") | (Q(panel=None) & ~Q(end_reason="")),
                name="a_decision_names_a_panel_or_a_reason",
            ),
            models.CheckConstraint(condition=~Q(rationale=""), name="a_triage_decision_has_its_rationale"),
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]
