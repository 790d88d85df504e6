"""What the person, or a parent, disputes of what a case says of them."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Exists, Func, IntegerField, OuterRef, Q
from django.db.models.lookups import Exact
from django.urls import reverse
from django.utils.formats import date_format

from cases.models.assessment import Assessment, FactorEntry
from cases.models.case import Case
from cases.models.consent import BeingTold, Consent
from cases.models.contact_log import LoggedContact
from cases.models.contributions import Contribution
from cases.models.information import InformationAnswer
from cases.models.interventions import Intervention
from cases.models.leaving import ExitPlan
from cases.models.letters import Letter, LetterKind, LetterTo
from cases.models.own_account import OwnAccount
from cases.models.ownership import Allocation
from cases.models.section36 import Section36Decision
from cases.models.sessions import InterventionSession
from cases.models.support import SupportPlan
from cases.models.worried import UrgentConcern
from prevent_cases import clock
from prevent_cases.audit.records import Record, RecordQuerySet
from referrals.models import YesNo
from referrals.models.own_words import ANSWERED_WHOLE, SAYS_SOMETHING, STANDS_AND_IS_ANSWERED_ONCE, InOwnWords

# What of a case can be disputed, under the name of the column that says which.
DISPUTABLE: dict[str, type[Record]] = {
    "assessment": Assessment,
    "contribution": Contribution,
    "contact": LoggedContact,
    "decision": Section36Decision,
    "session": InterventionSession,
    "exit_plan": ExitPlan,
    "consent": Consent,
    "being_told": BeingTold,
    "support_plan": SupportPlan,
    "information_answer": InformationAnswer,
    "urgent_concern": UrgentConcern,
    "letter": Letter,
    "own_account": OwnAccount,
    "factor_entry": FactorEntry,
    "intervention": Intervention,
    "allocation": Allocation,
}
# What stands between some of them and their case.
BETWEEN = {InterventionSession: "intervention", InformationAnswer: "request", FactorEntry: "assessment"}


def way_to_case(model: type[Record]) -> str:
    """The lookup that leads from what is disputed to its case."""
    return f"{BETWEEN[model]}__case" if model in BETWEEN else "case"


def joined(model: type[Record]) -> str:
    """The same in SQL."""
    if model not in BETWEEN:
        return ""
    part = model._meta.get_field(BETWEEN[model])
    return f"JOIN {part.remote_field.model._meta.db_table} part ON part.id = written.{part.column}"


# One of them, and of its case.
OF_ITS_CASE = pgtrigger.Trigger(
    name="of_its_case",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="".join(
        f"""
        IF NEW.{name}_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM {model._meta.db_table} written
            {joined(model)}
            WHERE written.id = NEW.{name}_id AND case_id = NEW.case_id
        ) THEN
            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';
        END IF;
        """
        for name, model in DISPUTABLE.items()
    )
    + "RETURN NEW;",
)


class DisputeQuerySet(RecordQuerySet):
    def to_answer(self) -> "DisputeQuerySet":
        return self.filter(answered_at=None)


@pghistory.track()
class Dispute(InOwnWords):
    """What is disputed of one thing that a case says: it stands beside it wherever that is shown.

    Also of a case that has ended: as long as something is kept, it can be said to be wrong.
    """

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, null=True, related_name="+")
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, null=True, related_name="+")
    contact = models.ForeignKey(LoggedContact, on_delete=models.PROTECT, null=True, related_name="+")
    decision = models.ForeignKey(Section36Decision, on_delete=models.PROTECT, null=True, related_name="+")
    session = models.ForeignKey(InterventionSession, on_delete=models.PROTECT, null=True, related_name="+")
    exit_plan = models.ForeignKey(ExitPlan, on_delete=models.PROTECT, null=True, related_name="+")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="disputed_by")
    being_told = models.ForeignKey(BeingTold, on_delete=models.PROTECT, null=True, related_name="+")
    support_plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, null=True, related_name="+")
    information_answer = models.ForeignKey(InformationAnswer, on_delete=models.PROTECT, null=True, related_name="+")
    urgent_concern = models.ForeignKey(UrgentConcern, on_delete=models.PROTECT, null=True, related_name="+")
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, null=True, related_name="+")
    own_account = models.ForeignKey(OwnAccount, on_delete=models.PROTECT, null=True, related_name="+")
    factor_entry = models.ForeignKey(FactorEntry, on_delete=models.PROTECT, null=True, related_name="+")
    intervention = models.ForeignKey(Intervention, on_delete=models.PROTECT, null=True, related_name="+")
    allocation = models.ForeignKey(Allocation, on_delete=models.PROTECT, null=True, related_name="+")

    objects = DisputeQuerySet.as_manager()

    field_classes = InOwnWords.own_words_field_classes
    fetch_with = (
        "case__individual",
        "assessment",
        "contribution__agency",
        "contact",
        "decision",
        "session__intervention",
        "exit_plan",
        "consent",
        "being_told",
        "support_plan",
        "information_answer__request__agency",
        "urgent_concern__intervention",
        "letter",
        "own_account",
        "factor_entry__assessment",
        "factor_entry__factor",
        "factor_entry__point",
        "intervention__agency",
        "allocation__owner",
    )

    class Meta(InOwnWords.Meta):
        constraints = [
            models.CheckConstraint(condition=SAYS_SOMETHING, name="a_dispute_says_something"),
            models.CheckConstraint(condition=ANSWERED_WHOLE, name="an_answer_to_a_dispute_says_what_came_of_it"),
            models.CheckConstraint(condition=Q(due_on__isnull=False), name="a_dispute_is_answered_by_a_day"),
            models.CheckConstraint(
                condition=Exact(Func(*DISPUTABLE, function="NUM_NONNULLS", output_field=IntegerField()), 1),
                name="a_dispute_is_of_one_thing",
            ),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(answered_at=None), name="disputes_in_cases_to_answer")]
        triggers = [*STANDS_AND_IS_ANSWERED_ONCE, OF_ITS_CASE]

    def __str__(self) -> str:
        return f"Dispute {self.reference}"

    def get_absolute_url(self) -> str:
        return self.disputed.get_absolute_url()

    def get_answer_url(self) -> str:
        return reverse("cases:answer_dispute", args=[self.reference])

    @property
    def disputed(self) -> Record:
        return next(found for name in DISPUTABLE if (found := getattr(self, name)))

    @property
    def title(self) -> str:
        return titled(self.disputed)

    @property
    def disputed_words(self) -> str:
        """What it says that is disputed, as far as it says it in one text; of an assessment what it came to."""
        disputed = self.disputed
        return getattr(disputed, _WORDS[type(disputed)])

    def obstacle_to_answer(self) -> str:
        return "This dispute has been answered." if self.answered_at else ""


def receipts_to_write_anew() -> models.QuerySet[Letter]:
    """Receipts of what was answered about support, of which that was disputed by whoever got it, or they were answered,
    since it was written, and no other was since.
    """
    moment = OuterRef("asked_at")
    since = Dispute.objects.filter(
        Q(recorded_at__gt=moment) | Q(answered_at__gt=moment),
        case=OuterRef("case"),
        whose=OuterRef("to_whom"),
        consent__recorded_at__lte=moment,
        consent__in_error_at=None,
    )
    receipts = Letter.objects.standing().filter(kind=LetterKind.RECEIPT)
    newer = receipts.filter(case=OuterRef("case"), to_whom=OuterRef("to_whom"), pk__gt=OuterRef("pk"))
    # Of parents who live apart nobody knows which of them said it: it would stand in none.
    apart = Q(to_whom=LetterTo.PARENT, parents_apart=YesNo.YES)
    return receipts.filter(Exists(since), ~Exists(newer)).exclude(apart)


_WORDS = {
    Assessment: "summary",
    Contribution: "text",
    LoggedContact: "what",
    Section36Decision: "grounds",
    InterventionSession: "words",
    ExitPlan: "words",
    Consent: "words",
    BeingTold: "words",
    SupportPlan: "support",
    InformationAnswer: "words",
    UrgentConcern: "words",
    Letter: "text",
    OwnAccount: "words",
    FactorEntry: "words",
    Intervention: "brief",
    Allocation: "note",
}


def key_of(name: str, disputed: Record) -> str:
    """What names it in a form: its column and its reference; a decision is named by its referral, a plan for after
    support by its case, and what has no reference by its moment.
    """
    match disputed:
        case Section36Decision():
            named = disputed.referral
        case ExitPlan():
            named = disputed.case
        case SupportPlan() | InformationAnswer() | Allocation():
            return f"{name}-{disputed.moment}"
        case FactorEntry():
            return f"{name}-{disputed.name}"
        case _:
            named = disputed
    return f"{name}-{named.reference}"


def titled(disputed: Record) -> str:
    """What it is and of which day: by this somebody chooses it."""
    match disputed:
        case Assessment():
            return f"Assessment of {in_words(disputed.assessed_on)}"
        case Contribution():
            return f"What {disputed.agency} shared on {in_words(clock.day_of(disputed.shared_at))}"
        case LoggedContact():
            return f"Contact of {in_words(disputed.contacted_on)}: {disputed.heading}"
        case Section36Decision():
            return f"Section 36 decision of {in_words(clock.day_of(disputed.decided_at))}"
        case InterventionSession():
            return f"Session of {in_words(disputed.held_on)}: {disputed.heading.lower()}"
        case ExitPlan():
            return f"What was planned on {in_words(clock.day_of(disputed.made_at))} for after support"
        case Consent():
            return f"Answer about support of {in_words(disputed.answered_on)}: {disputed.get_answer_display().lower()}"
        case BeingTold():
            told = "told" if disputed.told else "not told"
            return f"{disputed.get_whom_display()}, {told}: {in_words(disputed.on)}"
        case SupportPlan():
            return f"Plan of support of {in_words(clock.day_of(disputed.made_at))}"
        case InformationAnswer():
            return f"What {disputed.request.agency} answered on {in_words(clock.day_of(disputed.answered_at))}"
        case UrgentConcern():
            return f"What worried whoever gives support on {in_words(clock.day_of(disputed.raised_at))}"
        case Letter():
            return f"Letter of {in_words(clock.day_of(disputed.asked_at))}: {disputed.get_kind_display().lower()}"
        case OwnAccount():
            return f"What {disputed.get_whose_display().lower()} said on {in_words(disputed.said_on)}"
        case FactorEntry():
            return f"Assessment of {in_words(disputed.assessment.assessed_on)}: {disputed.factor.wording}"
        case Intervention():
            return f"The brief for {disputed.agency} of {in_words(clock.day_of(disputed.asked_at))}"
        case Allocation():
            return f"How it was handed over to {disputed.owner} on {in_words(clock.day_of(disputed.allocated_at))}"
    raise TypeError(f"{type(disputed).__name__} cannot be disputed.")


def in_words(day) -> str:
    return date_format(day, "j F Y")
