"""The summary of a case: what it can hold, what it holds, and whether that is still so."""

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse

from actions.models import Action, ActionDispute
from cases.models import (
    CONFIRMED_SINGLY,
    Assessment,
    BeingTold,
    Case,
    CaseFile,
    CaseReferral,
    Consent,
    DecidedAs,
    Dispute,
    ExitPlan,
    InterventionSession,
    LoggedContact,
    OwnAccount,
    Section36Decision,
    SupportPlan,
    UrgentConcern,
)
from cases.models.agreement import as_agreed
from cases.models.recipients import RECIPIENT, ToAnotherBody, asked_what_the_body_is, says_what_the_body_is
from panels.models import Decision, DecisionDispute, Review
from prevent_cases.accounts.models import Agency
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.documents.models import ForReader
from prevent_cases.reference.models import LawfulBasis
from referrals.models import FoundUntrue, IdentityLink
from referrals.models.own_words import OwnWords, said_or_answered_since


class Section(models.TextChoices):
    """What of a case can be left out of a summary. Who it is about stands in every one."""

    REFERRALS = "referrals", "Referrals, as sent"
    OWN_WORDS = "own_words", "In their own words"
    CONTACTS = "contacts", "Contact log"
    SECTION36 = "section36", "Section 36 decision"
    AGREEMENT = "agreement", "Agreement to support"
    TOLD = "told", "Who was told of the referral"
    ASSESSMENT = "assessment", "Last assessment"
    CONTRIBUTIONS = "contributions", "What agencies have shared"
    MEETINGS = "meetings", "Meetings and decisions"
    SUPPORT = "support", "Support"
    SESSIONS = "sessions", "Sessions of support"
    WORRIES = "worries", "Urgent worries"
    ACTIONS = "actions", "Actions"
    FILES = "files", "Names of files"
    ACCESS = "access", "Who can see this case"


# The detail of the work: it goes where somebody chose it, and nowhere because nobody took it out.
IN_DETAIL = (Section.CONTACTS, Section.TOLD, Section.SESSIONS, Section.WORRIES)
# So much of each of these stands in a summary: what is latest.
MOST_IN_DETAIL = 100

# With whom else a case is shared is no matter of whom a summary is handed to.
HANDED_OUT = [each for each in Section.values if each != Section.ACCESS]


def parted_since_asked() -> models.QuerySet[IdentityLink]:
    """By what a summary, the outer record, mixes two people: a referral that has left its case since."""
    return IdentityLink.objects.filter(
        individual=OuterRef("case__individual"), ended_at__isnull=False, ended_at__gte=OuterRef("asked_at")
    )


def every_section() -> list[str]:
    return list(Section.values)


@pghistory.track()
class CaseSummary(ToAnotherBody, ForReader):
    """A summary of one case, holding only what the person who asked may see: for that person, or to be handed to an
    agency or another body, for a purpose and on a lawful basis.
    """

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="summaries")
    # Of all summaries of its case, beginning with 1: it stands on each page.
    number = models.PositiveIntegerField()
    # As they were chosen.
    sections = ArrayField(models.CharField(max_length=20, choices=Section), default=every_section)
    handed_to = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    handed_to_body = models.CharField(max_length=200, blank=True)
    purpose = models.TextField(blank=True)
    lawful_basis = models.CharField(max_length=20, choices=LawfulBasis, blank=True)
    # Why it is handed to an agency though no agreement is in force; nothing where one is, or none is needed.
    despite_agreement = models.TextField(blank=True)

    field_classes = (
        ForReader.for_reader_field_classes
        | ToAnotherBody.field_classes
        | field_classes(
            public="number sections lawful_basis despite_agreement", personal="handed_to_body", special="purpose"
        )
    )
    fetch_with = ("case__individual", "asked_by", "handed_to")

    class Meta(ForReader.Meta):
        verbose_name_plural = "case summaries"
        constraints = [
            *ForReader.Meta.constraints,
            models.CheckConstraint(
                condition=Q(handed_to=None, handed_to_body="", purpose="", lawful_basis="", despite_agreement="")
                | ((Q(handed_to=None) ^ Q(handed_to_body="")) & ~(Q(purpose="") | Q(lawful_basis=""))),
                name="a_summary_handed_out_says_to_whom_and_why",
            ),
            models.UniqueConstraint(fields=["case", "number"], name="a_number_is_given_to_one_summary_of_a_case"),
            models.CheckConstraint(condition=Q(number__gte=1), name="summaries_are_numbered_from_one"),
            models.CheckConstraint(
                condition=Q(sections__len__gte=1, sections__contained_by=Section.values),
                name="a_summary_holds_some_section",
            ),
            models.CheckConstraint(
                condition=Q(handed_to=None, handed_to_body="") | Q(sections__contained_by=HANDED_OUT),
                name="a_summary_handed_out_names_no_other_readers",
            ),
            *says_what_the_body_is("handed_to_body"),
        ]
        indexes = [
            models.Index(fields=["case", "-id"], name="summaries_of_a_case"),
            models.Index(
                fields=["handed_to", "open_until"],
                condition=Q(handed_to__isnull=False),
                name="summaries_of_an_agency",
            ),
        ]
        triggers = [
            *ForReader.Meta.triggers,
            as_agreed("NEW.asked_at", "NEW.handed_to_id"),
            asked_what_the_body_is("handed_to_body"),
            pgtrigger.ReadOnly(
                name="says_what_it_said",
                fields=[
                    "case", "number", "sections", "handed_to", "handed_to_body", "purpose", "lawful_basis",
                    "despite_agreement", "asked_by", "asked_at", *RECIPIENT,
                ],
            ),
        ]  # fmt: skip

    @property
    def copy_number(self) -> str:
        """As it stands on each page: which copy of this case it is, and which of all that were ever made."""
        return f"{self.number} ({self.reference})"

    @property
    def left_out(self) -> list[str]:
        """What was not chosen, by title."""
        offered = HANDED_OUT if self.to_whom else Section.values
        return [Section(each).label for each in offered if each not in self.sections]

    @property
    def to_whom(self) -> str:
        """To whom it is handed; nothing where it is for whoever asked."""
        return str(self.handed_to) if self.handed_to_id else self.handed_to_body

    def confirmed(self, column: str) -> models.QuerySet:
        """The keys of what was confirmed of one kind."""
        return self.confirmed_items.filter(**{f"{column}__isnull": False}).values(column)

    def decided(self) -> Q:
        """What was decided under section 36 that goes into it."""
        return ~Q(decided_as=DecidedAs.POLICE) | Q(pk__in=self.confirmed("decision"))

    def let_in(self, column: str, path: str = "") -> Q:
        """Of what agencies do and say in a case what goes into it, ``path`` leading to where the agency stands: what is
        not of health or the police, or was confirmed.
        """
        others = ~Q(**{f"{path}agency__type__in": CONFIRMED_SINGLY})
        return others | Q(**{f"{path}pk__in": self.confirmed(column)})

    def held(self, record: Record) -> bool:
        """Whether it says what was put right just now with ``record``."""
        overtaken = (query for name in self.sections for query in self._overtaken(Section(name)))
        return any(query.model is type(record) and query.filter(pk=record.pk).exists() for query in overtaken)

    def says_what_is_so_no_more(self) -> bool:
        """Of the sections that were chosen, and of what stood there when it was made."""
        overtaken = [query for name in self.sections for query in self._overtaken(Section(name))]
        if not overtaken:
            return False
        first, *others = (query.order_by().values("pk")[:1] for query in overtaken)
        return bool(first.union(*others, all=True)[:1])

    def _overtaken(self, section: Section) -> list[models.QuerySet]:
        """What of it has been disputed, answered or owned to be an error since it was asked for."""
        case, moment = self.case_id, self.asked_at
        since, in_error = said_or_answered_since(moment), Q(in_error_at__gte=moment)
        match section:
            case Section.REFERRALS:
                held = CaseReferral.objects.filter(case=case, joined_at__lte=self.made_at).filter(
                    ~Q(referral__for_agency__type__in=CONFIRMED_SINGLY)
                    | Q(referral__in=self.confirmed_referrals.values("referral"))
                )
                of_held = {"referral__in": held.values("referral")}
                return [
                    OwnWords.objects.filter(since, entry__isnull=False, **of_held),
                    FoundUntrue.objects.filter(agreed=True, answered_at__gte=moment, **of_held),
                ]
            case Section.OWN_WORDS:
                return [
                    OwnAccount.objects.filter(in_error, noted_at__lte=self.made_at, case=case),
                    Dispute.objects.filter(since, own_account__noted_at__lte=self.made_at, case=case),
                ]
            case Section.CONTACTS:
                return [
                    LoggedContact.objects.filter(in_error, logged_at__lte=self.made_at, case=case),
                    Dispute.objects.filter(since, contact__logged_at__lte=self.made_at, case=case),
                ]
            case Section.SECTION36:
                made = Section36Decision.objects.filter(self.decided(), case=case).counted_before(self.made_at)
                return [made.filter(in_error), Dispute.objects.filter(since, decision__in=made.values("pk"))]
            case Section.AGREEMENT:
                return [
                    Consent.objects.filter(in_error, recorded_at__lte=self.made_at, case=case),
                    Dispute.objects.filter(since, consent__recorded_at__lte=self.made_at, case=case),
                ]
            case Section.TOLD:
                return [
                    BeingTold.objects.filter(in_error, recorded_at__lte=self.made_at, case=case),
                    Dispute.objects.filter(since, being_told__recorded_at__lte=self.made_at, case=case),
                ]
            case Section.ASSESSMENT:
                counted_then = Q(in_error_at=None) | in_error
                made = Assessment.objects.filter(counted_then, case=case, completed_at__lte=self.made_at)
                last = made.order_by("-assessed_on", "-pk").values("pk")[:1]
                return [
                    Dispute.objects.filter(since, assessment=Subquery(last)),
                    Assessment.objects.filter(in_error, pk=Subquery(last)),
                ]
            case Section.CONTRIBUTIONS:
                return [Dispute.objects.filter(since, contribution__in=self.held_contributions.values("contribution"))]
            case Section.MEETINGS:
                decided = Q(item__case=case, decision__decided_at__lte=self.made_at)
                return [
                    Decision.objects.filter(in_error, item__case=case, decided_at__lte=self.made_at),
                    DecisionDispute.objects.filter(since, decided),
                ]
            case Section.SUPPORT:
                held = Q(item__case=case, review__reviewed_at__lte=self.made_at)
                # How many sessions there were stands with it, whoever gave them.
                reported = InterventionSession.objects.filter(intervention__case=case, reported_at__lte=self.made_at)
                return [
                    reported.filter(in_error),
                    Dispute.objects.filter(since, session__in=reported.values("pk")),
                    SupportPlan.objects.filter(in_error, case=case, made_at__lte=self.made_at),
                    ExitPlan.objects.filter(in_error, case=case, made_at__lte=self.made_at),
                    Review.objects.filter(in_error, case=case, reviewed_at__lte=self.made_at),
                    DecisionDispute.objects.filter(since, held),
                    Dispute.objects.filter(since, exit_plan__made_at__lte=self.made_at, case=case),
                    Dispute.objects.filter(since, support_plan__made_at__lte=self.made_at, case=case),
                ]
            case Section.SESSIONS:
                reported = InterventionSession.objects.filter(
                    self.let_in("intervention", "intervention__"),
                    intervention__case=case,
                    reported_at__lte=self.made_at,
                )
                return [reported.filter(in_error), Dispute.objects.filter(since, session__in=reported.values("pk"))]
            case Section.WORRIES:
                raised = UrgentConcern.objects.filter(
                    self.let_in("intervention", "intervention__"), raised_at__lte=self.made_at, case=case
                )
                return [raised.filter(in_error), Dispute.objects.filter(since, urgent_concern__in=raised.values("pk"))]
            case Section.ACTIONS:
                agreed = Action.objects.filter(self.let_in("action"), agreed_at__lte=self.made_at, case=case)
                return [agreed.filter(in_error), ActionDispute.objects.filter(since, action__in=agreed.values("pk"))]
            case Section.FILES:
                # Each was named with what it belongs to, where that stood in it.
                named = Q(contribution=None, consent=None) | self._stood_then("contribution__withdrawn_at") & Q(
                    contribution__in=self.held_contributions.values("contribution")
                )
                if Section.AGREEMENT in self.sections:
                    named |= Q(consent__isnull=False) & self._stood_then("consent__in_error_at")
                return [CaseFile.objects.filter(named, in_error, case=case, added_at__lte=self.made_at)]
        return []

    def _stood_then(self, ended: str) -> Q:
        """What had not ended yet when it was made, ``ended`` being the column of when it did."""
        return Q(**{ended: None}) | Q(**{f"{ended}__gt": self.made_at})

    def get_absolute_url(self) -> str:
        return reverse("reports:view_casesummary", args=[self.reference])
