"""What is asked about support: of those who give it, of those who see to it, and when the panel is to look back."""

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from cases.models import Case, Intervention, UrgentConcern, to_approve
from home.sections import Ask, FromRecords, Section, day
from panels.models import next_review, to_review
from prevent_cases import clock
from prevent_cases.access import not_shut
from prevent_cases.accounts.models import Agency, User
from prevent_cases.accounts.posts import PostKind

# -- Worried now ------------------------------------------------------------------------------------------------------


def not_seen(user: User) -> QuerySet:
    waiting = UrgentConcern.objects.permitted(user, "cases.answer_urgentconcern").filter(answered_at=None)
    return waiting.select_related("intervention__agency").order_by("pk")


def worried_now(user: User, concerns: list[UrgentConcern]) -> Section | None:
    asks = [
        Ask(
            f"Somebody is worried now: read it, and say what was done ({concern.reference})",
            reverse("cases:answer_urgent_concern", args=[concern.reference]),
            f"{concern.intervention.agency}, on {day(concern.raised_at)} "
            f"at {timezone.localtime(concern.raised_at):%H:%M}. If somebody may be in danger, call 999",
            badge="Now",
        )
        for concern in concerns
    ]
    return Section("Worried now", asks, "") if asks else None


WORRIED_NOW = FromRecords(not_seen, worried_now)


# -- Support that agencies give ---------------------------------------------------------------------------------------


def of_own_agency(user: User) -> QuerySet:
    """What it is asked first, and then what it gives."""
    own = Intervention.objects.permitted(user, "cases.give_intervention").with_ledger()
    return own.select_related("agency", "case").order_by(F("accepted").asc(nulls_first=True), "pk")


def support_to_give(user: User, interventions: list[Intervention]) -> Section | None:
    # First what it is asked, or has not reported.
    waiting = sorted(interventions, key=lambda each: bool(each.accepted) and (each.is_paused or not each.unreported))
    asks = [to_give(intervention) for intervention in waiting]
    return Section("Support you give", asks, "", reverse("cases:list_interventions")) if asks else None


def to_give(intervention: Intervention) -> Ask:
    if intervention.accepted is None:
        return Ask(
            f"Accept or decline: support {intervention.reference}",
            reverse("cases:answer_intervention", args=[intervention.reference]),
            f"Asked of {intervention.agency} on {day(intervention.asked_at)}",
        )
    delivered = f"Delivered: {intervention.delivered} of {intervention.sessions}"
    if intervention.disputed_words:
        delivered += f"; {intervention.disputed_words}"
    return Ask(
        f"{'Read' if intervention.is_paused else 'Report a session'}: support {intervention.reference}",
        intervention.get_absolute_url(),
        f"{intervention.agency}. {'Stopped for now' if intervention.is_paused else delivered}",
        badge="Not reported" if intervention.unreported and not intervention.is_paused else "",
    )


def to_be_seen_to(user: User) -> QuerySet:
    """Of one's areas, those where nobody answers, or declined, or contact has stopped: the longest ago first."""
    areas = user.posts.areas(PostKind.COORDINATOR)
    of_area = Intervention.objects.filter(not_shut(user, Intervention), area__in=areas)
    return of_area.to_see_to().select_related("agency", "case").order_by("quiet_since", "pk")


def support_to_see_to(user: User, interventions: list[Intervention]) -> Section | None:
    asks = [
        Ask(
            f"{intervention.agency}: case {intervention.case.reference}",
            reverse("cases:support", args=[intervention.case.reference]),
            intervention.to_see_to,
        )
        for intervention in interventions
    ]
    return Section("Support to see to", asks, "") if asks else None


def without_approval(user: User) -> QuerySet:
    areas = user.posts.areas(PostKind.COORDINATOR, PostKind.ADMINISTRATOR)
    return to_approve(areas).select_related("area")


def providers_to_approve(user: User, providers: list[Agency]) -> Section | None:
    asks = [
        Ask(
            f"Record whether {provider} is approved",
            reverse("cases:record_approval", args=[provider.area.slug]),
            "It gives support, or a plan names it. Until this is recorded nobody else can be given its support",
        )
        for provider in providers
    ]
    return Section("Providers without an approval", asks, "") if asks else None


TO_APPROVE = FromRecords(without_approval, providers_to_approve)
TO_GIVE = FromRecords(of_own_agency, support_to_give)
TO_SEE_TO = FromRecords(to_be_seen_to, support_to_see_to)


# -- Looking back -----------------------------------------------------------------------------------------------------


def to_prepare(user: User) -> QuerySet:
    """Reviews that are due in one's areas, or soon will be: computed from the day support ended, and so never lost."""
    areas = user.posts.areas(PostKind.COORDINATOR)
    return to_review(Case.objects.filter(not_shut(user, Case), area__in=areas)).order_by(
        "review_after_support_on", "pk"
    )


def missed(user: User) -> QuerySet:
    """Those past their day, for whoever chairs the panel or answers for the area."""
    seen = Case.objects.permitted(user, "cases.view_case")
    return to_review(seen).filter(review_after_support_on__lt=clock.today()).order_by("review_after_support_on", "pk")


def reviews(title: str):
    def shown(user: User, cases: list[Case]) -> Section | None:
        return Section(title, [to_hold(case) for case in cases], "") if cases else None

    return shown


def to_hold(case: Case) -> Ask:
    review = next_review(case)
    return Ask(
        f"Review {review.months} months after support: case {case.reference}",
        reverse("panels:case_meetings", args=[case.reference]),
        f"{'Was due' if review.is_overdue else 'Due'} on {date_format(review.due_on, 'j F Y')}",
        badge="Overdue" if review.is_overdue else "",
    )


REVIEWS = FromRecords(to_prepare, reviews("Reviews after support"))
REVIEWS_MISSED = FromRecords(missed, reviews("Reviews that were missed"))
