"""Asking for the summary of a case, and making it: of everything under the case, what its reader may see."""

from typing import Any

from actions.models import Action
from cases.known import note_reading, read_contributions
from cases.models import (
    Assessment,
    Case,
    Consent,
    ExitPlan,
    Intervention,
    Section36Decision,
    Share,
    SupportPlan,
)
from panels.models import AgendaItem, Decision, Review
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.accounts.on_paper import without_providers
from prevent_cases.documents import pdf
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from referrals.models import Individual, Referral, lay_beside
from referrals.models.parts import said_since
from reports import permissions
from reports.models import CaseSummary, SummarisedContribution


@operation("reports.request_case_summary", locked=False)
def request_case_summary(case: Case, *, by: User) -> CaseSummary:
    """Case summary asked for. It will hold what you may see when it is made."""
    summary = CaseSummary.objects.create(case=case, asked_by=by, asked_at=clock.now())
    later("reports.make_case_summary", summary.pk)
    return summary


@operation("reports.make_case_summary", unless=CaseSummary.obstacle_to_making)
def make_case_summary(summary: CaseSummary, *, by: User) -> None:
    """Case summary made."""
    reader, case = summary.asked_by, summary.case
    if not permissions.request_case_summary.permits(reader, case):
        raise Refused("You could no longer see this case when it was to be made. If you can again, ask again.")
    context = {"reader": reader, "copy_number": summary.reference, "case": case} | contents(case, reader)
    for contribution in context["contributions"]:
        SummarisedContribution.objects.create(summary=summary, contribution=contribution)
    note_reading(context["contributions"], reader)
    summary.keep(pdf.render("reports/pdf/case_summary.html", context, reworded=without_providers()))


@operation("reports.make_case_summary", unless=CaseSummary.obstacle_to_making)
def refuse_case_summary(summary: CaseSummary, *, by: User, because: str) -> None:
    """Case summary not made: the person who asked may no longer see its case."""
    summary.change(not_made_because=because)


def contents(case: Case, reader: User) -> dict[str, Any]:
    """What ``reader`` may see of ``case``; nothing in it was fetched without asking their permission."""

    def permitted(model):
        return model.objects.permitted(reader, f"{model._meta.app_label}.view_{model._meta.model_name}")

    items = permitted(AgendaItem).filter(case=case).select_related("meeting__panel").order_by("meeting__starts_at")
    decisions = {decision.item_id: decision for decision in permitted(Decision).filter(item__case=case)}
    referrals = list(
        permitted(Referral)
        .filter(carried_by__case=case)
        .select_related("for_agency")
        .prefetch_related("entries", "support_needs", "additions", "questions", "own_words")
        .order_by("submitted_at")
    )
    for referral in referrals:
        lay_beside(referral)
        # A summary goes from hand to hand as a screen does not: who referred stands in none.
        referral.since = said_since(referral, named=False)
    interventions = permitted(Intervention).filter(case=case).with_ledger()
    return {
        "individual": permitted(Individual).filter(cases=case).first(),
        "referrals": referrals,
        "section36_decisions": permitted(Section36Decision)
        .filter(case=case)
        .on_carried()
        .select_related("decided_by", "referral"),
        "contributions": list(read_contributions(reader, case=case).select_related("case", "agency", "shared_by")),
        "consents": permitted(Consent).filter(case=case),
        "shares": permitted(Share).filter(case=case, ended_at=None).select_related("agency", "colleague"),
        "assessment": permitted(Assessment)
        .filter(case=case)
        .select_related("version", "completed_by")
        .order_by("-assessed_on", "-pk")
        .first(),
        "plan": permitted(SupportPlan).filter(case=case).last(),
        "interventions": list(interventions.select_related("agency", "case").order_by("pk")),
        "exit_plan": permitted(ExitPlan).filter(case=case).first(),
        "reviews": permitted(Review).filter(case=case),
        "actions": permitted(Action).filter(case=case).standing().select_related("agency").order_by("due_on", "pk"),
        "items": [(item, decisions.get(item.pk)) for item in items],
        "today": clock.today(),
    }
