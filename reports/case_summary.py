"""What a case summary holds: of everything under the case, what its reader may see."""

from typing import Any

from actions.models import Action
from cases.models import Case, Consent, Section36Decision, Share
from panels.models import AgendaItem, Decision
from prevent_cases import clock
from prevent_cases.accounts.models import User
from referrals.models import Individual, Referral


def contents(case: Case, reader: User) -> dict[str, Any]:
    """The summary of ``case`` for ``reader``; nothing in it was fetched without asking their permission."""

    def permitted(model):
        return model.objects.permitted(reader, f"{model._meta.app_label}.view_{model._meta.model_name}")

    items = permitted(AgendaItem).filter(case=case).select_related("meeting__panel").order_by("meeting__starts_at", "pk")
    decisions = {decision.item_id: decision for decision in permitted(Decision).filter(item__case=case)}
    return {
        "case": case,
        "individual": permitted(Individual).filter(cases=case).first(),
        "referrals": permitted(Referral)
        .filter(carried_by__case=case)
        .select_related("for_agency")
        .prefetch_related("additions")
        .order_by("submitted_at"),
        "section36_decisions": permitted(Section36Decision).filter(case=case).select_related("decided_by"),
        "consents": permitted(Consent).filter(case=case),
        "shares": permitted(Share).filter(case=case, ended_at=None).select_related("agency", "colleague"),
        "actions": permitted(Action).filter(case=case).select_related("agency").order_by("due_on", "pk"),
        "taken": [(item, decisions.get(item.pk)) for item in items],
        "today": clock.today(),
    }
