"""What a referrer says in a referral: its fields, and their names by subject."""

from dataclasses import dataclass
from typing import ClassVar

from django.db import models

from prevent_cases.audit.records import field_classes
from referrals.models.answers import (
    COMPLEX_NEEDS,
    EarlyHelpConsent,
    Gender,
    LeadMayKnow,
    LivesHere,
    NotTold,
    Told,
    Urgency,
    YesNo,
)

# What a referrer says, by subject. Nothing of it is edited afterwards.
THE_PERSON = ("given_names", "family_name", "other_names", "born_on", "age_given", "gender")
WHERE_THEY_ARE = (
    "address", "lives_here", "telephone", "email", "online_names", "first_language", "under_supervision",
)  # fmt: skip
AROUND_THEM = ("parents", "lives_with_children", "household_children", "setting")
# What is asked beside the entries, so that it is not forgotten; what was seen or heard of it stands in them.
POINTS = {
    "online_part": "What they do online plays a part",
    "in_contact": "In contact with people or groups who draw them in",
    "threat_made": "Has said or shown that they want to harm somebody",
}
THE_CONCERN = (
    *POINTS, "first_noticed_on", "noticed_by", "told_lead_on", "other_concerns", "if_nothing_is_done",
    "rests_on_lawful_expression",
)  # fmt: skip
WHO_KNOWS = (
    "person_told", "agrees_with_referral", "parent_told", "not_told_because", "told_reason", "source_at_risk",
)  # fmt: skip
# Each step, with what came of it in ``..._result``.
STEPS = {
    "family_spoken": "Family spoken with",
    "early_help": "Early help offered",
    "team_around": "Team around the child or family",
    "social_care": "Social care told",
    "police_called": "Police called",
    "other_services": "Other services asked",
    "mappa_marac": "Known to MAPPA or MARAC",
}
DONE_ALREADY = (*(field for step in STEPS for field in (step, f"{step}_result")), "early_help_consent")
HOW_SOON = ("in_danger", "danger_called", "danger_called_on", "danger_called_time", "urgency", "urgency_reason")
THE_REFERRER = (
    "referrer_role", "referrer_telephone", "relationship", "safeguarding_lead", "lead_may_know",
    "kept_from_lead_because", "feedback_wanted",
)  # fmt: skip
DECLARED = ("no_intelligence", "as_far_as_known", "completed_on")
ANSWERS = (
    *THE_PERSON, *WHERE_THEY_ARE, *AROUND_THEM, *THE_CONCERN, *WHO_KNOWS, *DONE_ALREADY, *HOW_SOON, *THE_REFERRER,
    *DECLARED,
)  # fmt: skip
AS_SENT = (*ANSWERS, "for_agency", "referred_by", "started_by", "submitted_at", "first_sent", "area", "reference")


@dataclass(frozen=True)
class Step:
    """Something done before the referral: whether, and what came of it."""

    name: str
    title: str
    answer: str
    result: str


class Said(models.Model):
    """The answers of a referrer, as the form asks them. What is written several times stands in rows of its own."""

    given_names = models.CharField(max_length=200)
    family_name = models.CharField(max_length=200, blank=True)
    # Aliases, earlier names, other spellings: one a line.
    other_names = models.TextField(blank=True)
    born_on = models.DateField(null=True)
    age_given = models.PositiveSmallIntegerField(null=True)  # Said where the date of birth is not known.
    gender = models.CharField(max_length=10, choices=Gender, default=Gender.UNKNOWN)

    address = models.TextField(blank=True)
    lives_here = models.CharField(max_length=10, choices=LivesHere, default=LivesHere.UNKNOWN)
    telephone = models.CharField(max_length=100, blank=True)
    email = models.CharField(max_length=254, blank=True)
    online_names = models.TextField(blank=True)
    first_language = models.CharField(max_length=100, blank=True)
    # In prison, or under probation or another order: such cases are routed, and not worked, here.
    under_supervision = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)

    parents = models.TextField(blank=True)
    lives_with_children = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    household_children = models.TextField(blank=True)
    # School, college or work.
    setting = models.TextField(blank=True)

    online_part = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    in_contact = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    threat_made = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    first_noticed_on = models.DateField(null=True)
    noticed_by = models.CharField(max_length=300, blank=True)
    # The day on which the referrer's own safeguarding lead knew.
    told_lead_on = models.DateField(null=True)
    other_concerns = models.TextField(blank=True)
    if_nothing_is_done = models.TextField(blank=True)
    # That the concern rests on religious practice, dress or lawful political speech: a second reader is asked.
    rests_on_lawful_expression = models.BooleanField(default=False)

    person_told = models.CharField(max_length=10, choices=Told)
    agrees_with_referral = models.CharField(max_length=10, choices=YesNo, blank=True)
    parent_told = models.CharField(max_length=10, choices=Told)
    not_told_because = models.CharField(max_length=10, choices=NotTold, blank=True)
    told_reason = models.TextField(blank=True)
    # That somebody could come to harm if it were known who spoke.
    source_at_risk = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)

    family_spoken = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    family_spoken_result = models.TextField(blank=True)
    early_help = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    early_help_consent = models.CharField(max_length=10, choices=EarlyHelpConsent, blank=True)
    early_help_result = models.TextField(blank=True)
    team_around = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    team_around_result = models.TextField(blank=True)
    social_care = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    social_care_result = models.TextField(blank=True)
    police_called = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    police_called_result = models.TextField(blank=True)
    other_services = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    other_services_result = models.TextField(blank=True)
    # Panels on people who have offended, and on domestic abuse. What they said is kept there and not here.
    mappa_marac = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    mappa_marac_result = models.TextField(blank=True)

    in_danger = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)
    danger_called = models.CharField(max_length=300, blank=True)
    danger_called_on = models.DateField(null=True)
    danger_called_time = models.TimeField(null=True)
    urgency = models.CharField(max_length=10, choices=Urgency)
    urgency_reason = models.TextField(blank=True)

    referrer_role = models.CharField(max_length=200, blank=True)
    referrer_telephone = models.CharField(max_length=100, blank=True)
    relationship = models.CharField(max_length=300, blank=True)
    safeguarding_lead = models.CharField(max_length=300, blank=True)
    lead_may_know = models.CharField(max_length=10, choices=LeadMayKnow, default=LeadMayKnow.YES)
    # Read by the coordinator alone.
    kept_from_lead_because = models.TextField(blank=True)
    feedback_wanted = models.CharField(max_length=10, choices=YesNo, default=YesNo.UNKNOWN)

    # Declared on sending: nothing comes from an intelligence service; it is true as far as the referrer knows.
    no_intelligence = models.BooleanField()
    as_far_as_known = models.BooleanField()
    # The day on which something was last written in the form; not kept of the first referrals.
    completed_on = models.DateField(null=True)

    said_field_classes: ClassVar = field_classes(
        public="urgency lead_may_know no_intelligence as_far_as_known completed_on feedback_wanted",
        personal="given_names family_name other_names born_on age_given gender address lives_here telephone email "
        "online_names first_language parents lives_with_children household_children setting first_noticed_on "
        "noticed_by told_lead_on person_told agrees_with_referral parent_told not_told_because told_reason "
        "source_at_risk family_spoken family_spoken_result early_help early_help_consent early_help_result "
        "team_around team_around_result social_care social_care_result police_called police_called_result "
        "other_services other_services_result in_danger danger_called danger_called_on danger_called_time "
        "urgency_reason referrer_role referrer_telephone relationship safeguarding_lead kept_from_lead_because",
        special="under_supervision online_part in_contact threat_made other_concerns if_nothing_is_done "
        "rests_on_lawful_expression mappa_marac mappa_marac_result",
    )

    class Meta:
        abstract = True

    @property
    def has_complex_needs(self) -> bool:
        """Whether a disability, a mental health condition or neurodivergence was stated."""
        return any(need.kind in COMPLEX_NEEDS for need in self.support_needs.all())

    @property
    def points(self) -> list[tuple[str, str]]:
        """What was asked beside the entries, with its answer."""
        return [(title, getattr(self, f"get_{name}_display")()) for name, title in POINTS.items()]

    @property
    def steps(self) -> list["Step"]:
        """What had been done already, in the order in which it is asked."""
        return [
            Step(name, title, getattr(self, f"get_{name}_display")(), getattr(self, f"{name}_result"))
            for name, title in STEPS.items()
        ]

    @property
    def not_told(self) -> bool:
        return Told.NO in (self.person_told, self.parent_told)
