"""The referral as one agency sent it, and what was added to it later."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import ConcernType
from referrals.models.people import Individual, age_on, initials_of


class Gender(models.TextChoices):
    MALE = "male", "Male"
    FEMALE = "female", "Female"
    OTHER = "other", "Other"
    UNKNOWN = "unknown", "I do not know"


class Told(models.TextChoices):
    """Whether somebody knows of the referral: being open with the person, which is neither of the two consents."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "I do not know"
    ADULT = "adult", "The person is an adult"


class Urgency(models.TextChoices):
    NORMAL = "normal", "No: it can wait for the next working day"
    URGENT = "urgent", "Yes: somebody should look at this today"


class HowKnown(models.TextChoices):
    SEEN = "seen", "I saw or heard it myself"
    TOLD = "told", "Somebody told me"
    OPINION = "opinion", "It is my professional opinion"


class Stage(models.TextChoices):
    """Where a referral stands; a case has stages of its own."""

    SUBMITTED = "submitted", "With the coordinator"
    ACCEPTED = "accepted", "Accepted"
    ENDED = "ended", "Ended"


# The ways that are open; docs/states.md is drawn from this.
TRANSITIONS = {Stage.SUBMITTED: (Stage.ACCEPTED, Stage.ENDED), Stage.ACCEPTED: (), Stage.ENDED: ()}


AS_SENT = [
    "given_names",
    "family_name",
    "born_on",
    "age_given",
    "gender",
    "address",
    "what_happened",
    "how_known",
    "person_told",
    "parent_told",
    "told_reason",
    "steps_taken",
    "urgency",
    "urgency_reason",
    "for_agency",
    "referred_by",
    "submitted_at",
    "area",
]


@pghistory.track()
class Referral(Record):
    """A concern as one agency sent it. It is never edited afterwards (a trigger sees to it), only added to."""

    under = "individual"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="referrals")
    referred_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="referrals")
    for_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="referrals")
    submitted_at = models.DateTimeField()
    stage = models.CharField(max_length=20, choices=Stage, default=Stage.SUBMITTED)

    given_names = models.CharField(max_length=200)
    family_name = models.CharField(max_length=200, blank=True)
    born_on = models.DateField(null=True)
    # Said where the date of birth is not known.
    age_given = models.PositiveSmallIntegerField(null=True)
    gender = models.CharField(max_length=10, choices=Gender, default=Gender.UNKNOWN)
    address = models.TextField(blank=True)
    what_happened = models.TextField()
    how_known = models.CharField(max_length=10, choices=HowKnown)
    person_told = models.CharField(max_length=10, choices=Told)
    parent_told = models.CharField(max_length=10, choices=Told)
    told_reason = models.TextField(blank=True)
    steps_taken = models.TextField(blank=True)
    urgency = models.CharField(max_length=10, choices=Urgency)
    urgency_reason = models.TextField(blank=True)

    # Decided by the coordinator for the returns; in no list, identity bar or file name.
    concern_type = models.ForeignKey(ConcernType, on_delete=models.PROTECT, related_name="+")
    referrer_told_at = models.DateTimeField(null=True)

    field_classes = field_classes(
        public="reference submitted_at stage urgency referrer_told_at",
        personal="given_names family_name born_on age_given gender address how_known person_told parent_told "
        "told_reason steps_taken urgency_reason",
        special="what_happened concern_type",
    )
    fetch_with = ("area", "for_agency", "referred_by", "decision__panel")

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(given_names=""), name="a_referral_names_somebody"),
            models.CheckConstraint(condition=~Q(what_happened=""), name="a_referral_says_what_happened"),
        ]
        indexes = [
            models.Index(fields=["area", "-id"], name="referrals_of_an_area"),
            models.Index(fields=["area", "submitted_at"], condition=Q(stage="submitted"), name="referrals_to_triage"),
            models.Index(fields=["referred_by", "-id"], name="referrals_of_a_referrer"),
        ]
        triggers = [pgtrigger.ReadOnly(name="never_edited", fields=AS_SENT)]

    def __str__(self) -> str:
        return f"Referral {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("referrals:view_referral", args=[self.reference])

    @property
    def individual(self) -> Individual:
        """Who this referral is about, as far as has been settled."""
        return self.identity_links.select_related("individual").get(ended_at=None).individual

    @property
    def initials(self) -> str:
        return initials_of(self.given_names, self.family_name)

    @property
    def age_at_referral(self) -> int | None:
        """Age in whole years on the day of referral, as far as it was said."""
        day = clock.day_of(self.submitted_at)
        return age_on(self.born_on, day) if self.born_on else self.age_given

    def obstacle_to_triage(self) -> str:
        if Stage.ACCEPTED in TRANSITIONS[self.stage]:
            return ""
        return f"This referral has been decided: {self.get_stage_display().lower()}."

    def obstacle_to_telling(self):
        return AlreadyDone("The referrer has been told.") if self.referrer_told_at else ""


@pghistory.track()
class ReferralAddition(Record):
    """Something the referrer added after sending."""

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="additions")
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    text = models.TextField()

    field_classes = field_classes(public="added_at", special="text")

    class Meta(Record.Meta):
        ordering = ("pk",)
        triggers = [pgtrigger.Protect(name="only_added_to", operation=pgtrigger.Update)]
