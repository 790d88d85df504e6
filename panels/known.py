"""What panels know that pages of others show: what is said against them, and what of theirs comes next in a case."""

from datetime import datetime

from django.db.models import OuterRef, QuerySet

from cases.models import Case
from cases.operations.sharing import TAKEN_NEXT
from cases.shown.case import COMES_NEXT
from panels import permissions  # noqa: F401
from panels.models import AgendaItem, ConferenceRequest, Decision, DecisionDispute, Review, waiting_deferrals
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import User
from prevent_cases.pages.together import fetched_with


def said_against(reader: User | None = None, of: object = OuterRef("pk")) -> QuerySet[DecisionDispute]:
    """What is disputed of the decision at an item, to be read with the item; each seen by whoever sees the decision.

    On the page of a ``reader`` each says whether they may answer it.
    """
    return _disputed(reader).filter(decision__isnull=False, item=of)


def with_disputes(reviews: QuerySet[Review], reader: User | None = None) -> list[Review]:
    """Reviews that somebody may see, each with what is disputed of it (``said_against``)."""
    return fetched_with(reviews, said_against=_disputed(reader).filter(review=OuterRef("pk")))


def _disputed(reader: User | None) -> QuerySet[DecisionDispute]:
    said = DecisionDispute.objects.order_by("pk")
    return said.annotate(may_answer=rules["panels.answer_decision_dispute"].held_by(reader)) if reader else said


def said_against_any(case: object) -> QuerySet[DecisionDispute]:
    """What is disputed of all that panels decided about a case, or found on looking back, to be read with the case."""
    return DecisionDispute.objects.filter(item__case=case).order_by("pk")


def conferences_to_hold(reader: User, case: object) -> QuerySet[ConferenceRequest]:
    """The urgent conferences about a case that were asked for and are still to be called or held."""
    seen = ConferenceRequest.objects.permitted(reader, "panels.view_conferencerequest")
    to_hold = seen.filter(referral__carried_by__case=case).not_held()
    return to_hold.select_related("meeting").only("asked_at", "due_at", "meeting").order_by("pk")


def decisions_on(reader: User, case: object) -> QuerySet[Decision]:
    """What panels decided about a case: whoever sees it sees that they did."""
    return Decision.objects.standing().filter(item__case=case).only("pk")


def awaited_by_panel(reader: User, case: object) -> QuerySet[Decision]:
    """What a case was put off for, until a panel decides on it again."""
    seen = Decision.objects.permitted(reader, "panels.view_decision")
    waiting = waiting_deferrals().filter(item__case=case, pk__in=seen.values("pk"))
    return waiting.only("awaited_from", "awaited_by").order_by("pk")


def taken_next(case: Case) -> datetime | None:
    """When a case is next taken, if it is on an agenda."""
    items = AgendaItem.objects.filter(case=case, meeting__ended_at=None, meeting__starts_at__gte=clock.start_of_today())
    return items.order_by("meeting__starts_at").values_list("meeting__starts_at", flat=True).first()


COMES_NEXT |= {
    "conferences": conferences_to_hold,
    "panel_decisions": decisions_on,
    "put_off": awaited_by_panel,
}
TAKEN_NEXT.append(taken_next)
