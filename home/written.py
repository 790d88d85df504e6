"""In what words are looked for: everything that is written about a case, who reads it, and on which page it stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQuery
from django.db.models import BigIntegerField, Expression, F, IntegerField, Model, QuerySet, TextField, Value

from actions.models import Action
from cases.models import (
    Allocation,
    Assessment,
    BeingTold,
    Case,
    Consent,
    Contribution,
    ExitPlan,
    FactorEntry,
    InformationAnswer,
    Intervention,
    InterventionSession,
    Letter,
    LoggedContact,
    OwnAccount,
    Section36Decision,
    SupportPlan,
    UrgentConcern,
)
from panels.models import Decision, Review
from prevent_cases.accounts.models import User
from prevent_cases.prepared import Given, IsAmong, prepared
from referrals.models import (
    ConcernEntry,
    OwnWords,
    Referral,
    ReferralAddition,
    ReferralQuestion,
    SupportNeed,
)

# How many are few: these are asked for by their keys.
FEW = 500
PAGES = {
    "cases:view_case": "Overview",
    "cases:concerns": "Concerns",
    "cases:own_accounts": "In their own words",
    "cases:contact_log": "Contact log",
    "cases:information": "Information",
    "cases:assessments": "Assessments",
    "cases:consent": "Consent",
    "cases:support": "Support",
    "cases:letters": "Letters",
    "actions:case_actions": "Actions",
    "panels:case_meetings": "Meetings and decisions",
}
# What is asked anew each time, of which only the values differ.
WORDS = SearchQuery(Given("words", TextField()), search_type="websearch", config="english")
KEYS = ArrayField(BigIntegerField())
CASES = Given("cases", KEYS)


@dataclass(frozen=True)
class Written:
    """Something that is written about a case: on which page it stands, whose case it is, and who reads it."""

    model: type[Model]
    page: str
    case: str = "case"
    # Without one, whoever sees the case reads it.
    permission: str | None = None
    among: Callable[[QuerySet], QuerySet] = QuerySet.all

    def with_words(self, query: SearchQuery, read_by: User | None = None) -> QuerySet:
        """Where these words are written, or only as far as somebody may read it."""
        written = self.among(self.model.objects.all())
        if read_by and self.permission:
            written = written.permitted(read_by, self.permission)
        return written.alias(searched=self.model.searched).filter(searched=query).order_by()


def of_case(model: type[Model], page: str, case: str = "case", app: str = "cases", **more) -> Written:
    """Something that is read on its own permission."""
    return Written(model, page, case, f"{app}.view_{model._meta.model_name}", **more)


def of_referral(model: type[Model]) -> Written:
    """Part of a referral that the case carries: whoever sees the case reads it."""
    return Written(model, "cases:concerns", "referral__carried_by__case")


WRITTEN = (
    Written(Referral, "cases:concerns", "carried_by__case"),
    of_referral(ConcernEntry),
    of_referral(SupportNeed),
    of_referral(ReferralAddition),
    of_referral(ReferralQuestion),
    of_referral(OwnWords),
    # A case stands on no decision about a referral that it carries no more.
    of_case(Section36Decision, "cases:view_case", among=lambda decisions: decisions.on_carried()),
    of_case(Allocation, "cases:view_case"),
    of_case(OwnAccount, "cases:own_accounts"),
    of_case(LoggedContact, "cases:contact_log"),
    Written(Contribution, "cases:information", permission="cases.read_contribution"),
    of_case(InformationAnswer, "cases:information", "request__case"),
    of_case(Assessment, "cases:assessments"),
    of_case(FactorEntry, "cases:assessments", "assessment__case"),
    of_case(Consent, "cases:consent"),
    of_case(BeingTold, "cases:consent"),
    of_case(SupportPlan, "cases:support"),
    of_case(Intervention, "cases:support"),
    of_case(InterventionSession, "cases:support", "intervention__case"),
    of_case(UrgentConcern, "cases:support"),
    of_case(ExitPlan, "cases:support"),
    of_case(Letter, "cases:letters"),
    of_case(Action, "actions:case_actions", app="actions"),
    of_case(Decision, "panels:case_meetings", "item__case", app="panels"),
    of_case(Review, "panels:case_meetings", app="panels"),
)


def union(queries: Iterable[QuerySet]) -> QuerySet:
    first, *others = queries
    return first.union(*others, all=True)


def keys_of(cases: list[Case]) -> Value:
    return Value([case.pk for case in cases], output_field=KEYS)


def anywhere(query: SearchQuery) -> QuerySet:
    """The keys of the cases in which something has these words."""
    return union(written.with_words(query).values_list(written.case) for written in WRITTEN)


def places(number: int, query: SearchQuery, cases: Expression, read_by: User | None = None) -> QuerySet:
    """In which of some cases what is of one kind, by its number among them, has these words."""
    written = WRITTEN[number]
    on = {"of_case": F(written.case), "of_kind": Value(number, output_field=IntegerField())}
    return written.with_words(query, read_by).filter(IsAmong(F(written.case), cases)).annotate(**on).values_list(*on)


# Put together once, and planned once: of so many kinds either would take longer than to answer it.
cases_with_words = prepared(lambda: anywhere(WORDS)[: FEW + 1])
places_of_words = prepared(lambda: union(places(number, WORDS, CASES) for number in range(len(WRITTEN))))
