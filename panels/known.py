"""What stands beside a panel's decision wherever it is shown."""

from django.db.models import OuterRef, QuerySet

from panels import permissions  # noqa: F401
from panels.models import DecisionDispute
from prevent_cases.access import rules
from prevent_cases.accounts.models import User


def said_against(reader: User | None = None, of: object = OuterRef("pk")) -> QuerySet[DecisionDispute]:
    """What is disputed of the decision at an item, to be read with the item; each seen by whoever sees the decision.

    On the page of a ``reader`` each says whether they may answer it.
    """
    said = DecisionDispute.objects.filter(decision__item=of).order_by("pk")
    return said.annotate(may_answer=rules["panels.answer_decision_dispute"].held_by(reader)) if reader else said


def said_against_any(case: object) -> QuerySet[DecisionDispute]:
    """What is disputed of all that panels decided about a case, to be read with the case."""
    return DecisionDispute.objects.filter(decision__item__case=case).order_by("pk")
