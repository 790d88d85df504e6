"""The documents that reports makes: case summaries and board reports."""

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, Subquery
from django.urls import reverse

from actions.models import Action, ActionDispute
from cases.models import (
    CONFIRMED_SINGLY,
    Assessment,
    Case,
    CaseReferral,
    Consent,
    Contribution,
    Dispute,
    ExitPlan,
    InterventionSession,
    OwnAccount,
    Section36Decision,
    SupportPlan,
)
from cases.models.agreement import as_agreed
from panels.models import Decision, DecisionDispute, Review
from prevent_cases.accounts.models import Agency, Area
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.documents.models import ForReader
from prevent_cases.reference.models import LawfulBasis
from referrals.models import Referral
from referrals.models.own_words import OwnWords, said_or_answered_since


class Section(models.TextChoices):
    """What of a case can be left out of a summary. Who it is about stands in every one."""

    REFERRALS = "referrals", "Referrals, as sent"
    OWN_WORDS = "own_words", "In their own words"
    SECTION36 = "section36", "Section 36 decision"
    AGREEMENT = "agreement", "Agreement to support"
    ASSESSMENT = "assessment", "Last assessment"
    CONTRIBUTIONS = "contributions", "What agencies have shared"
    MEETINGS = "meetings", "Meetings and decisions"
    SUPPORT = "support", "Support"
    ACTIONS = "actions", "Actions"
    FILES = "files", "Names of files"
    ACCESS = "access", "Who can see this case"


# With whom else a case is shared is no matter of whom a summary is handed to.
HANDED_OUT = [each for each in Section.values if each != Section.ACCESS]


def every_section() -> list[str]:
    return list(Section.values)


@pghistory.track()
class CaseSummary(ForReader):
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

    field_classes = ForReader.for_reader_field_classes | field_classes(
        public="number sections lawful_basis despite_agreement", personal="handed_to_body", special="purpose"
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
        ]
        indexes = [models.Index(fields=["case", "-id"], name="summaries_of_a_case")]
        triggers = [
            *ForReader.Meta.triggers,
            as_agreed("NEW.asked_at", "NEW.handed_to_id"),
            pgtrigger.ReadOnly(
                name="says_what_it_said",
                fields=[
                    "case", "number", "sections", "handed_to", "handed_to_body", "purpose", "lawful_basis",
                    "despite_agreement", "asked_by", "asked_at",
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
                return [OwnWords.objects.filter(since, entry__isnull=False, referral__in=held.values("referral"))]
            case Section.OWN_WORDS:
                return [
                    OwnAccount.objects.filter(in_error, noted_at__lte=self.made_at, case=case),
                    Dispute.objects.filter(since, own_account__noted_at__lte=self.made_at, case=case),
                ]
            case Section.SECTION36:
                return [
                    Section36Decision.objects.filter(in_error, decided_at__lte=self.made_at, case=case),
                    Dispute.objects.filter(since, decision__decided_at__lte=self.made_at, case=case),
                ]
            case Section.AGREEMENT:
                return [
                    Consent.objects.filter(in_error, recorded_at__lte=self.made_at, case=case),
                    Dispute.objects.filter(since, consent__recorded_at__lte=self.made_at, case=case),
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
                reported = InterventionSession.objects.filter(in_error, intervention__case=case)
                held = Q(item__case=case, review__reviewed_at__lte=self.made_at)
                return [
                    reported.filter(reported_at__lte=self.made_at),
                    SupportPlan.objects.filter(in_error, case=case, made_at__lte=self.made_at),
                    ExitPlan.objects.filter(in_error, case=case, made_at__lte=self.made_at),
                    Review.objects.filter(in_error, case=case, reviewed_at__lte=self.made_at),
                    DecisionDispute.objects.filter(since, held),
                    Dispute.objects.filter(since, exit_plan__made_at__lte=self.made_at, case=case),
                    Dispute.objects.filter(since, support_plan__made_at__lte=self.made_at, case=case),
                    Dispute.objects.filter(since, session__reported_at__lte=self.made_at, case=case),
                ]
            case Section.ACTIONS:
                agreed = ActionDispute.objects.filter(since, action__agreed_at__lte=self.made_at, action__case=case)
                return [Action.objects.filter(in_error, agreed_at__lte=self.made_at, case=case), agreed]
        return []

    def get_absolute_url(self) -> str:
        return reverse("reports:view_casesummary", args=[self.reference])


@pghistory.track()
class ConfirmedContribution(Record):
    """That whoever asked for a summary confirmed that this piece of health or of the police goes into it."""

    under = "summary"

    summary = models.ForeignKey(CaseSummary, on_delete=models.PROTECT, related_name="confirmed_contributions")
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["summary", "contribution"], name="a_contribution_is_confirmed_once")
        ]
        triggers = [
            pgtrigger.Protect(name="stands", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="of_the_same_case",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM reports_casesummary summary
                        JOIN cases_contribution piece ON piece.case_id = summary.case_id
                        WHERE summary.id = NEW.summary_id AND piece.id = NEW.contribution_id
                    ) THEN
                        RAISE EXCEPTION 'A summary holds what was shared about its own case.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]


@pghistory.track()
class ConfirmedReferral(Record):
    """That whoever asked for a summary confirmed that what health or the police have referred goes into it."""

    under = "summary"

    summary = models.ForeignKey(CaseSummary, on_delete=models.PROTECT, related_name="confirmed_referrals")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["summary", "referral"], name="a_referral_is_confirmed_once")]
        triggers = [
            pgtrigger.Protect(name="stands", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="carried_by_the_same_case",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM reports_casesummary summary
                        JOIN cases_casereferral carried ON carried.case_id = summary.case_id
                        WHERE summary.id = NEW.summary_id AND carried.referral_id = NEW.referral_id
                    ) THEN
                        RAISE EXCEPTION 'A summary holds what was referred of its own case.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]


# Whoever writes: nothing of health or of the police is in a summary that nobody confirmed. Of what was withdrawn it
# says no more than that.
CONFIRMED_FIRST = pgtrigger.Trigger(
    name="confirmed_first",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=f"""
        IF EXISTS (
            SELECT FROM cases_contribution piece JOIN accounts_agency agency ON agency.id = piece.agency_id
            WHERE piece.id = NEW.contribution_id AND piece.withdrawn_at IS NULL
            AND agency.type IN {tuple(each.value for each in CONFIRMED_SINGLY)}
            AND NOT EXISTS (
                SELECT FROM reports_confirmedcontribution confirmed
                WHERE confirmed.summary_id = NEW.summary_id AND confirmed.contribution_id = NEW.contribution_id
            )
        ) THEN
            RAISE EXCEPTION 'What health and the police let go of is confirmed before a summary holds it.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,  # noqa: S608 - of names and values in this code
)


@pghistory.track()
class SummarisedContribution(Record):
    """That a summary holds what an agency shared. Its reader opens it while they may read all that it holds."""

    under = "summary"

    summary = models.ForeignKey(CaseSummary, on_delete=models.PROTECT, related_name="held_contributions")
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["summary", "contribution"], name="a_summary_holds_a_contribution_once")
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update), CONFIRMED_FIRST]


@pghistory.track()
class BoardReport(ForReader):
    """The board report of an area for a period, as the person who asked may see it."""

    under = "area"

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="board_reports")
    since = models.DateField()
    until = models.DateField()
    # Small numbers stand in it; whoever loses the right to see them loses this report.
    exact = models.BooleanField(default=False)

    field_classes = ForReader.for_reader_field_classes | field_classes(public="since until exact")
    fetch_with = ("area", "asked_by")

    class Meta(ForReader.Meta):
        constraints = [
            *ForReader.Meta.constraints,
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="a_period_ends_after_it_begins"),
        ]

    def get_absolute_url(self) -> str:
        return reverse("reports:view_boardreport", args=[self.reference])
