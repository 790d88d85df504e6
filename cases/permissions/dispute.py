"""Who keeps what is disputed of a case, and answers it: no further than they may read what is disputed."""

from collections.abc import Callable, Iterator

from django.db.models import QuerySet

from cases.models import (
    Allocation,
    Assessment,
    BeingTold,
    Case,
    Consent,
    Contribution,
    Dispute,
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
from cases.models.dispute import way_to_case
from cases.permissions.assessment import view_assessment, view_factorentry
from cases.permissions.case import CHAIRS_PANEL, COORDINATES, HANDLES, ON_CASE_BY_NAME, chaired, coordinated
from cases.permissions.consent import view_beingtold, view_consent
from cases.permissions.contact_log import view_loggedcontact
from cases.permissions.contributions import read_contribution
from cases.permissions.information import view_informationanswer
from cases.permissions.interventions import view_intervention, view_interventionsession, view_urgentconcern
from cases.permissions.letters import view_letter
from cases.permissions.own_account import view_ownaccount
from cases.permissions.ownership import view_allocation
from cases.permissions.restriction import GOVERNS, governed
from cases.permissions.section36 import view_section36decision
from cases.permissions.support import view_exitplan, view_supportplan
from prevent_cases.access import Ground, Rule, key_is_among, rule
from prevent_cases.audit.records import Record
from prevent_cases.pages.together import fetch_together

# By the column of a dispute: what it is of, and who reads that.
READ: dict[str, tuple[type[Record], Rule]] = {
    "assessment": (Assessment, view_assessment),
    "contribution": (Contribution, read_contribution),
    "contact": (LoggedContact, view_loggedcontact),
    "decision": (Section36Decision, view_section36decision),
    "session": (InterventionSession, view_interventionsession),
    "exit_plan": (ExitPlan, view_exitplan),
    "consent": (Consent, view_consent),
    "being_told": (BeingTold, view_beingtold),
    "support_plan": (SupportPlan, view_supportplan),
    "information_answer": (InformationAnswer, view_informationanswer),
    "urgent_concern": (UrgentConcern, view_urgentconcern),
    "letter": (Letter, view_letter),
    "own_account": (OwnAccount, view_ownaccount),
    "factor_entry": (FactorEntry, view_factorentry),
    "intervention": (Intervention, view_intervention),
    "allocation": (Allocation, view_allocation),
}


def reading_of(disputed: Record) -> Rule:
    """Who reads what is disputed."""
    return next(reading for model, reading in READ.values() if isinstance(disputed, model))


def read_with_what_is_disputed(user) -> list[QuerySet]:
    """A query for each way of reading what can be disputed."""
    return [
        Dispute.objects.filter(**{f"{name}__in": query}).values("pk")
        for name, (_, reading) in READ.items()
        for query in reading.queries(user)
    ]


def of_those_read_in(cases: Callable) -> Callable:
    """The disputes in these cases of what somebody may read."""

    def keys(user):
        read = key_is_among(Dispute, read_with_what_is_disputed(user))
        return Dispute.objects.filter(read, case__in=cases(user)).values("pk")

    return keys


def disputable(case: Case, user) -> Iterator[tuple[str, Record]]:
    """What of a case somebody may say to be disputed: what stands in it, and they may read; with the column of each."""
    found = {
        name: model.objects.permitted(user, read.name).filter(**{way_to_case(model): case})
        for name, (model, read) in READ.items()
    }
    found["contribution"] = found["contribution"].select_related("agency")
    found["decision"] = found["decision"].standing().on_carried().select_related("referral")
    found["exit_plan"] = found["exit_plan"].select_related("case")
    found["information_answer"] = found["information_answer"].select_related("request__agency")
    found["factor_entry"] = found["factor_entry"].exclude(in_words="").select_related("assessment", "factor", "point")
    found["intervention"] = found["intervention"].select_related("agency")
    found["allocation"] = found["allocation"].exclude(note="").select_related("owner")
    fetch_together(case, **{f"disputable_{name}": kind.order_by("pk") for name, kind in found.items()})
    for name in found:
        yield from ((name, each) for each in getattr(case, f"disputable_{name}"))


view_dispute = rule(
    "cases.view_dispute",
    on="cases.Dispute",
    grounds=[
        Ground(
            "You may read what is disputed.",
            lambda user: Dispute.objects.none().union(*read_with_what_is_disputed(user), all=True),
        )
    ],
    apart=True,
)
# Whoever hears it writes it down.
record_dispute = rule(
    "cases.record_dispute",
    on="cases.Case",
    grounds=[COORDINATES, CHAIRS_PANEL, HANDLES, ON_CASE_BY_NAME, Ground(GOVERNS, governed)],
    apart=True,
)
answer_dispute = rule(
    "cases.answer_dispute",
    on="cases.Dispute",
    grounds=[
        Ground(COORDINATES.sentence, of_those_read_in(coordinated)),
        Ground(CHAIRS_PANEL.sentence, of_those_read_in(chaired)),
    ],
    apart=True,
)
