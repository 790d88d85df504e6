"""What is asked of the police gateway, and the holds that stand."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from home.sections import Ask, FromRecords, Section, day, day_of_year, due
from prevent_cases import clock
from prevent_cases.accounts.models import User
from referrals.models import GatewayAnswer, GatewayRequest, Hold
from referrals.permissions.gateway import GATEWAY


def asked(user: User) -> QuerySet:
    """What the police are asked, and what a supervisor signs: the oldest first."""
    waiting = GatewayAnswer.objects.filter(request=OuterRef("pk"), stands=None)
    to_sign = waiting.permitted(user, "referrals.sign_gateway_answer").exclude(answered_by=user)
    return (
        GatewayRequest.objects.permitted(user, "referrals.answer_for_gateway")
        .annotate(to_sign=Subquery(to_sign.values("reference")[:1]))
        .filter(Q(to_sign__isnull=False) | ~Exists(waiting))
        .select_related("referral")
        .order_by("due_on", "pk")
    )


def to_answer(user: User, asked: list[GatewayRequest]) -> Section:
    return Section("Asked of the police gateway", [to_do(request) for request in asked], "Nothing is asked.")


def to_do(request: GatewayRequest) -> Ask:
    """To sign the answer that waits, or to give one."""
    if request.to_sign:
        verb, url = "Sign", reverse("referrals:sign_gateway_answer", args=[request.to_sign])
    else:
        verb, url = "Answer", reverse("referrals:answer_for_gateway", args=[request.reference])
    return Ask(
        f"{verb} for the gateway: referral {request.referral.reference}",
        url,
        f"Asked on {day(request.asked_at)}, to be answered by {due(request)}",
        badge="Overdue" if request.due_on < clock.today() else "",
    )


def standing(user: User) -> QuerySet:
    """The holds one may know of, by the day on which each is looked at again."""
    seen = Hold.objects.permitted(user, "referrals.view_hold").standing()
    return seen.select_related("individual").order_by("review_on", "pk")


def holds(user: User, standing: list[Hold]) -> Section:
    asks = [
        Ask(
            f"On hold for the police: {hold.individual.initials}",
            hold.get_absolute_url(),
            f"To be looked at again by {day_of_year(hold.review_on)}",
            badge="Review due" if hold.review_on <= clock.today() else "",
        )
        for hold in standing
    ]
    section = Section("On hold", asks, "Nobody is on hold.")
    if user.posts.holds(*GATEWAY):
        words = "Put somebody on hold about whom you have answered"
        section.further_links = [(words, reverse("referrals:list_answered_requests"))]
    return section


TO_ANSWER = FromRecords(asked, to_answer)
HOLDS = FromRecords(standing, holds)
