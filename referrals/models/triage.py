"""What is decided about a referral at the front door, on a short assessment, and by whom it was confirmed."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from prevent_cases.accounts.models import Panel, User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.reference.models import NAMES_A_SERVICE, onward_service_in_words
from referrals.models.answers import YesNo
from referrals.models.referral import Referral


class KindOfNeed(models.TextChoices):
    """What kind of help the person needs most, as far as is known at triage."""

    PREVENT = "prevent", "Support against being drawn into terrorism"
    CHILD = "child", "Help or protection as a child"
    CARE = "care", "Care and support as an adult"
    HEALTH = "health", "Health, mental health among it"
    OTHER = "other", "Another kind of help"
    NONE = "none", "None that anybody has seen"
    UNKNOWN = "unknown", "I do not know"


@pghistory.track()
class TriageAssessment(Record):
    """The short assessment that every referral has: reasons in words, on both sides. It counts and adds up nothing.

    A later one takes the place of an earlier one, which stays.
    """

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="assessments")
    what_worries = models.TextField()
    what_speaks_against = models.TextField()
    what_protects = models.TextField()
    what_would_change_your_mind = models.TextField()
    kind_of_need = models.CharField(max_length=10, choices=KindOfNeed)
    complex_needs = models.CharField(max_length=10, choices=YesNo)
    assessed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    assessed_at = models.DateTimeField()

    field_classes = field_classes(
        public="assessed_at",
        special="what_worries what_speaks_against what_protects what_would_change_your_mind kind_of_need complex_needs",
    )

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(what_worries="")
                & ~Q(what_speaks_against="")
                & ~Q(what_protects="")
                & ~Q(what_would_change_your_mind=""),
                name="an_assessment_says_both_sides",
            )
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]


class EndReason(models.TextChoices):
    """Why a referral ends at the front door. "No ideology" is not among them: it is never the sole reason.

    The database knows of no other either (``no_referral_ends_for_another_reason``).
    """

    EXPLAINED = "explained", "Out of context, or explained"
    OTHER_NEED = "other_need", "A safeguarding need, but not this one"
    SIGNPOSTED = "signposted", "Helped better by another service"
    MANAGED_ELSEWHERE = "managed_elsewhere", "Already in hand elsewhere"
    POLICE = "police", "The police are dealing with it"
    SUPERVISED = "supervised", "In prison or on probation, whose own arrangements apply"
    TOO_LITTLE = "too_little", "Too little to go on, after asking"
    NOT_RESIDENT = "not_resident", "Lives in another area"
    DUPLICATE = "duplicate", "The same referral was made before"
    NOT_IN_GOOD_FAITH = "not_in_good_faith", "Not made in good faith"
    GONE = "gone", "The person has died or left the country"


# Who goes on helping is named, so one person may decide. All other ends are no further action, and take two.
WITH_HELP = (
    EndReason.OTHER_NEED,
    EndReason.SIGNPOSTED,
    EndReason.MANAGED_ELSEWHERE,
    EndReason.POLICE,
    EndReason.SUPERVISED,
)
NO_FURTHER_ACTION = tuple(reason for reason in EndReason if reason not in WITH_HELP)


@pghistory.track()
class EndProposal(Record):
    """That one person sees no need for anything more, and what a second person answered."""

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="end_proposals")
    end_reason = models.CharField(max_length=20, choices=EndReason)
    rationale = models.TextField()
    words_for_referrer = models.TextField()
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    confirmed = models.BooleanField(null=True)
    # Why it goes back; or, where there was cause to think again, why it ends all the same.
    answer = models.TextField(blank=True)

    field_classes = field_classes(
        public="proposed_at answered_at confirmed", special="end_reason rationale words_for_referrer answer"
    )

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(answered_at=None), name="one_proposal_to_end_waits_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(end_reason__in=NO_FURTHER_ACTION), name="only_no_further_action_is_proposed"
            ),
            models.CheckConstraint(condition=~Q(rationale=""), name="a_proposal_has_its_rationale"),
            models.CheckConstraint(condition=~Q(words_for_referrer=""), name="a_proposal_has_its_released_words"),
            models.CheckConstraint(
                condition=Q(answered_by=None, answered_at=None, confirmed=None)
                | Q(answered_by__isnull=False, answered_at__isnull=False, confirmed__isnull=False),
                name="an_answered_proposal_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("proposed_by")),
                name="a_second_person_answers_a_proposal",
            ),
            models.CheckConstraint(
                condition=Q(confirmed=None) | Q(confirmed=True) | ~Q(answer=""), name="what_is_sent_back_says_why"
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="stands",
                fields=["referral", "end_reason", "rationale", "words_for_referrer", "proposed_by", "proposed_at"],
            )
        ]


@pghistory.track()
class TriageDecision(Record):
    """What was decided at the front door, why, and in which words the referrer is told."""

    under = "referral"

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="decision")
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    # The second person of no further action.
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # Where it goes, when it is accepted; the reason, when it ends.
    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, null=True, related_name="+")
    # What the area's table suggested, and why this panel, where it is another or something else should come first.
    suggested_panel = models.ForeignKey(Panel, on_delete=models.PROTECT, null=True, related_name="+")
    panel_reason = models.TextField(blank=True)
    end_reason = models.CharField(max_length=20, choices=EndReason, blank=True)
    # Who helps instead, when it ends with help, and what was arranged with them.
    onward_service = models.CharField(max_length=20, blank=True)
    arranged = models.TextField(blank=True)
    rationale = models.TextField()
    words_for_referrer = models.TextField()

    field_classes = field_classes(
        public="decided_at", special="panel_reason end_reason onward_service arranged rationale words_for_referrer"
    )

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(panel__isnull=False, end_reason="") | (Q(panel=None) & ~Q(end_reason="")),
                name="a_decision_names_a_panel_or_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(end_reason="") | Q(end_reason__in=EndReason.values),
                name="no_referral_ends_for_another_reason",
            ),
            models.CheckConstraint(
                condition=Q(panel=None) | Q(suggested_panel=None) | Q(panel=F("suggested_panel")) | ~Q(panel_reason=""),
                name="another_panel_than_suggested_has_its_reason",
            ),
            models.CheckConstraint(condition=~Q(rationale=""), name="a_triage_decision_has_its_rationale"),
            models.CheckConstraint(
                condition=~Q(words_for_referrer=""), name="a_triage_decision_has_its_released_words"
            ),
            models.CheckConstraint(
                condition=(Q(end_reason__in=WITH_HELP) & ~Q(onward_service="") & ~Q(arranged=""))
                | (~Q(end_reason__in=WITH_HELP) & Q(onward_service="", arranged="")),
                name="an_end_with_help_names_the_service",
            ),
            models.CheckConstraint(
                condition=~Q(end_reason__in=NO_FURTHER_ACTION)
                | (Q(confirmed_by__isnull=False) & ~Q(confirmed_by=F("decided_by"))),
                name="no_further_action_takes_two",
            ),
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update), NAMES_A_SERVICE]

    def get_onward_service_display(self) -> str:
        return onward_service_in_words(self.onward_service)
