"""Case and what makes it up: its referrals, the section 36 decision, consent, and the shares that open it."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.formats import date_format
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, Panel, Post, User
from prevent_cases.accounts.posts import HANDLES_CASES
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import LawfulBasis
from referrals.models import Individual, Referral


class Stage(models.TextChoices):
    INFORMATION_GATHERING = "information_gathering", "Gathering information"
    AWAITING_PANEL = "awaiting_panel", "Awaiting panel"
    CONSENT_PENDING = "consent_pending", "Consent to be asked"
    ACTIVE = "active", "Receiving support"
    EXITED = "exited", "Exited"
    NO_FURTHER_ACTION = "no_further_action", "No further action"
    REFERRED_ELSEWHERE = "referred_elsewhere", "Referred elsewhere"
    POLICE_LED = "police_led", "Police-led"


_ENDS = (Stage.NO_FURTHER_ACTION, Stage.REFERRED_ELSEWHERE, Stage.POLICE_LED)

# The ways that are open; docs/states.md is drawn from this.
TRANSITIONS = {
    Stage.INFORMATION_GATHERING: (Stage.AWAITING_PANEL, *_ENDS),
    Stage.AWAITING_PANEL: (Stage.CONSENT_PENDING, *_ENDS),
    Stage.CONSENT_PENDING: (Stage.ACTIVE, Stage.AWAITING_PANEL, *_ENDS),
    Stage.ACTIVE: (Stage.EXITED, Stage.AWAITING_PANEL, Stage.POLICE_LED),
    **dict.fromkeys((Stage.EXITED, *_ENDS), ()),
}
# A case begins at the first where its panel acts as Channel, which takes it only after the section 36 decision
# (section 36(3)); at the second where no such decision is asked.
BEGINNINGS = (Stage.INFORMATION_GATHERING, Stage.AWAITING_PANEL)
LIVE = tuple(stage for stage, ways in TRANSITIONS.items() if ways)
# What its coordinator is to move on: see to the section 36 decision, or ask for consent.
TO_MOVE_ON = Q(awaits_section36=True) | Q(stage=Stage.CONSENT_PENDING)


@pghistory.track()
class Case(Record):
    """The work on one individual in one area, from acceptance to disposal."""

    under = "individual"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    individual = models.ForeignKey(Individual, on_delete=models.PROTECT, related_name="cases")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="cases")
    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="cases")
    stage = models.CharField(max_length=30, choices=Stage)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    # Whether a section 36 decision on one of its referrals is outstanding (``CaseReferralQuerySet.to_decide``): kept
    # here, so that whoever is asked for decisions finds these among all cases.
    awaits_section36 = models.BooleanField()
    # The day of the consent in force; support stands on it.
    consent_given_on = models.DateField(null=True)
    # The day on which a referral left it that was about somebody else: what was written before may mix two.
    parted_on = models.DateField(null=True)

    field_classes = field_classes(
        public="reference stage opened_at ended_at awaits_section36 parted_on", personal="consent_given_on"
    )
    fetch_with = ("individual", "area", "panel")

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["individual", "area"],
                condition=Q(stage__in=LIVE),
                name="one_live_case_of_an_individual_in_an_area",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.ACTIVE) | Q(consent_given_on__isnull=False), name="no_support_without_consent"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=LIVE, ended_at=None) | (~Q(stage__in=LIVE) & Q(ended_at__isnull=False)),
                name="an_ended_case_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(awaits_section36=False), name="an_ended_case_awaits_nothing"
            ),
        ]
        indexes = [
            models.Index(fields=["area", "-id"], name="cases_of_an_area"),
            models.Index(fields=["panel", "-id"], name="cases_of_a_panel"),
            models.Index(fields=["area", "id"], condition=TO_MOVE_ON, name="cases_to_move_on"),
            models.Index(fields=["id"], condition=Q(awaits_section36=True), name="cases_awaiting_section_36"),
        ]

    def __str__(self) -> str:
        return f"Case {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:view_case", args=[self.reference])

    @property
    def consent_words(self) -> str:
        if self.consent_given_on:
            return f"Given on {date_format(self.consent_given_on, 'j F Y')}"
        return "To be asked" if self.stage == Stage.CONSENT_PENDING else "Not given"

    @property
    def is_live(self) -> bool:
        return self.stage in LIVE

    def is_open_to(self, agency: Agency) -> bool:
        """Whether this case is shared with an agency today."""
        return self.group_grants(manager="grants").live().filter(group=agency.group_id).exists()

    def people_shared_with(self) -> models.QuerySet[User]:
        """Those with whom this case is shared today: who handles an agency's cases, and who was put on it by name."""
        groups = self.group_grants(manager="grants").live().values("group")
        handle = Post.objects.current().filter(kind__in=HANDLES_CASES, agency__group__in=groups)
        by_name = self.user_grants(manager="grants").live()
        among = Q(pk__in=handle.values("user")) | Q(pk__in=by_name.values("user"))
        return User.objects.filter(among, is_active=True).order_by("pk")

    def may_become(self, stage: str) -> bool:
        return stage in TRANSITIONS[self.stage]

    def become(self, stage: str, **values) -> None:
        """Move to ``stage``, by a way that is open; an end gets its moment."""
        if not self.may_become(stage):
            raise ValueError(f"No way leads from {self.stage} to {stage}.")
        ended = {} if stage in LIVE else {"ended_at": clock.now(), "awaits_section36": False}
        self.change(stage=stage, **ended, **values)

    def obstacle_to_change(self) -> str:
        return "" if self.is_live else "This case has ended. Nothing about it can be changed."

    @property
    def has_reasonable_grounds(self) -> bool:
        """Whether some referral of this case was found to have them: a panel acting as Channel may then take it."""
        return self.section36_decisions.on_carried().filter(reasonable_grounds=True).exists()

    def obstacle_to_section36(self) -> str:
        if obstacle := self.obstacle_to_change():
            return obstacle
        if not self.panel.acts_as_channel:
            return "No section 36 decision is asked here: the panel of this case does not act as Channel."
        return "" if self.carried_referrals.to_decide().exists() else "The section 36 decision has been made."

    def obstacle_to_consent(self) -> str:
        if self.stage in (Stage.CONSENT_PENDING, Stage.ACTIVE):
            return ""
        return self.obstacle_to_change() or "Consent is asked once the panel has decided to offer support."


def live_case_for(referral: Referral) -> models.QuerySet[Case]:
    """The live case, of whom a referral is about, that it joins when it is accepted; there is one at most."""
    return Case.objects.filter(individual=referral.individual, area=referral.area_id, ended_at=None)


class CaseReferralQuerySet(RecordQuerySet):
    def to_decide(self) -> "CaseReferralQuerySet":
        """The referrals of live cases on which the section 36 decision is asked and has not been made.

        It comes before a panel acting as Channel, and before no other.
        """
        made = Section36Decision.objects.filter(case=OuterRef("case"), referral=OuterRef("referral"))
        asked = self.filter(case__ended_at=None, case__panel__acts_as_channel=True)
        return asked.filter(~Exists(made)).select_related("referral__for_agency")


@pghistory.track()
class CaseReferral(Record):
    """That a case carries a referral. A new referral joins the individual's live case."""

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="carried_referrals")
    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="carried_by")
    joined_at = models.DateTimeField()

    objects = CaseReferralQuerySet.as_manager()

    field_classes = field_classes(public="joined_at")

    @property
    def has_others_beside_it(self) -> bool:
        """Whether its case carries further referrals."""
        return self.case.carried_referrals.exclude(pk=self.pk).exists()


class Section36DecisionQuerySet(RecordQuerySet):
    def on_carried(self) -> "Section36DecisionQuerySet":
        """Those on referrals that their case carries still; a case does not stand on what is about somebody else."""
        return self.filter(referral__carried_by__case=F("case"))


class DecidedAs(models.TextChoices):
    POLICE = "police", "For the chief officer of police"
    COUNCIL = "council", "For the council, as the officer it authorised"


@pghistory.track()
class Section36Decision(Record):
    """Whether there are reasonable grounds to believe that the person is vulnerable to being drawn into terrorism.

    Section 36(3) of the Counter-Terrorism and Security Act 2015; by the chief officer of police or, since 12 April
    2019, a local authority. It is what a referral to a panel stands on, so each referral of a case has its own: one
    that joins a live case is decided on by itself, and what was decided on the others goes on standing.
    """

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="section36_decisions")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="section36_decisions")
    reasonable_grounds = models.BooleanField()
    grounds = models.TextField()
    decided_as = models.CharField(max_length=10, choices=DecidedAs)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    objects = Section36DecisionQuerySet.as_manager()

    field_classes = field_classes(public="decided_as decided_at", special="reasonable_grounds grounds")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=~Q(grounds=""), name="a_section_36_decision_has_its_grounds"),
            models.UniqueConstraint(fields=["case", "referral"], name="one_section_36_decision_for_each_referral"),
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]


class ConsentAnswer(models.TextChoices):
    GIVEN = "given", "Given"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ConsentBy(models.TextChoices):
    PERSON = "person", "The person"
    PARENT = "parent", "A parent or guardian"


class ConsentHow(models.TextChoices):
    IN_PERSON = "in_person", "Spoken, in person"
    BY_TELEPHONE = "by_telephone", "Spoken, by telephone"
    IN_WRITING = "in_writing", "In writing"


@pghistory.track()
class Consent(Record):
    """One line of the consent ledger: agreement to receive support. It is not the lawful basis to share."""

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consents")
    answer = models.CharField(max_length=10, choices=ConsentAnswer)
    answered_by = models.CharField(max_length=10, choices=ConsentBy)
    how = models.CharField(max_length=20, choices=ConsentHow)
    answered_on = models.DateField()
    what_was_explained = models.TextField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    field_classes = field_classes(
        public="recorded_at", personal="answer answered_by how answered_on what_was_explained"
    )

    class Meta(Record.Meta):
        ordering = ("pk",)
        triggers = [pgtrigger.Protect(name="only_added_to", operation=pgtrigger.Update)]


@pghistory.track()
class Share(Record):
    """A case opened to an agency, or to one colleague whom the agency put on it: why, on what basis, until when.

    guardian's rows below are its projection, which lists and permissions read.
    """

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="shares")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="shares")
    colleague = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    purpose = models.TextField()
    lawful_basis = models.CharField(max_length=20, choices=LawfulBasis)
    shared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    shared_at = models.DateTimeField()
    until = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="reference purpose lawful_basis shared_at until ended_at")
    fetch_with = ("case__individual", "agency", "colleague")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agency"],
                condition=Q(ended_at=None, colleague=None),
                name="one_share_of_a_case_with_an_agency",
            ),
            models.UniqueConstraint(
                fields=["case", "agency", "colleague"],
                condition=Q(ended_at=None, colleague__isnull=False),
                name="one_share_of_a_case_with_a_colleague",
            ),
            models.CheckConstraint(condition=~Q(purpose=""), name="a_share_has_its_purpose"),
        ]

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()

    def obstacle_to_ending(self) -> str:
        return "This share has ended already." if self.ended_at else ""


class GrantQuerySet(models.QuerySet):
    def live(self) -> "GrantQuerySet":
        """The grants in force today."""
        return self.filter(Q(until=None) | Q(until__gte=clock.today()))


class CaseGroupPermission(GroupObjectPermissionBase):
    """guardian's row: an agency's group holds a permission on a case, until a day."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="group_grants")
    until = models.DateField(null=True)

    grants = GrantQuerySet.as_manager()

    class Meta(GroupObjectPermissionBase.Meta):
        default_permissions = ()
        indexes = [models.Index(fields=["group", "permission", "-content_object"], name="cases_open_to_a_group")]


class CaseUserPermission(UserObjectPermissionBase):
    """guardian's row: a person holds a permission on a case, until a day."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="user_grants")
    until = models.DateField(null=True)

    grants = GrantQuerySet.as_manager()

    class Meta(UserObjectPermissionBase.Meta):
        default_permissions = ()
        indexes = [models.Index(fields=["user", "permission", "-content_object"], name="cases_open_to_a_person")]
