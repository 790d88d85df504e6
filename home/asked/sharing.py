"""What is shared below reading; what has ended and is shared; what is not acknowledged; and which shares and agreements
come to an end.
"""

from datetime import timedelta

from django.db.models import (
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format

from cases.models import AgreementParty, Case, OwnerCover, Share, SharingAgreement, owner_coordinates
from cases.permissions.case import known_below_reading
from home.sections import Ask, FromRecords, Section, day, day_of_year, deadlines_in
from prevent_cases import clock
from prevent_cases.access import not_shut
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference.models import SharingPolicy
from reports.models import CaseSummary, of_share, of_summary, summaries_in_use
from reports.permissions import to_acknowledge


def known_of(user: User) -> QuerySet:
    among = Case.objects.permitted(user, "cases.know_of_case").filter(pk__in=known_below_reading(user).values("pk"))
    return among.select_related("owner").order_by("-pk")


def cases_known_of(user: User, cases: list[Case]) -> Section | None:
    asks = [
        Ask(f"Case {case.reference}", reverse("cases:know_of_case", args=[case.reference]), f"Ask {case.owner}")
        for case in cases
    ]
    return Section("Cases that you know of", asks, "", reverse("cases:list_known_cases")) if asks else None


def still_shared(user: User) -> QuerySet:
    """What has ended of one's own, or of whoever has left, and is shared with an agency without a last day."""
    open_to = Share.objects.filter(case=OuterRef("pk"), ended_at=None, until=None, colleague=None)
    coordinated = Case.objects.filter(not_shut(user, Case), area__in=user.posts.areas(PostKind.COORDINATOR))
    return (
        coordinated.filter(Exists(open_to), Q(owner=user) | ~owner_coordinates(), ended_at__isnull=False)
        .annotate(agencies=Subquery(open_to.order_by().values("case").values(number=Count("pk"))))
        .order_by("pk")
    )


def ended_and_shared(user: User, cases: list[Case]) -> Section | None:
    asks = [
        Ask(
            f"Who still needs case {case.reference}?",
            reverse("cases:who_can_see", args=[case.reference]),
            f"It ended on {day(case.ended_at)}. Agencies that can see it, without a last day: {case.agencies}. "
            "Say until when each needs it, or stop sharing",
        )
        for case in cases
    ]
    return Section("Ended cases that are still shared", asks, "") if asks else None


def latest_asked(name: str, area: str = "area") -> ExpressionWrapper:
    """The last day of those that are asked about by now, as each area has decided."""
    decided = SharingPolicy.objects.in_force().filter(area=OuterRef(area)).values(name)
    days = Coalesce(Subquery(decided), SharingPolicy._meta.get_field(name).default, output_field=IntegerField())
    return ExpressionWrapper(Value(clock.today()) + days, output_field=DateField())


def owned_or_covered(user: User) -> Q:
    """What is of one's own cases, and of those one stands in for."""
    covers = OwnerCover.objects.current().filter(
        covered_by=user, away=OuterRef("case__owner"), area=OuterRef("case__area")
    )
    return Q(Q(case__owner=user) | Exists(covers), case__area__in=user.posts.areas(PostKind.COORDINATOR))


def ending_soon(user: User) -> QuerySet:
    """With which agencies a case is shared until a day that is near: one's own cases, and those one stands in for."""
    most = clock.today() + timedelta(days=SharingPolicy.questions["asked_before"].most)
    return (
        Share.objects.filter(
            owned_or_covered(user),
            not_shut(user, Share),
            case__ended_at=None,
            until__gte=clock.today(),
            until__lte=most,
            ended_at=None,
            colleague=None,
        )
        .annotate(latest=latest_asked("asked_before", "case__area"))
        .filter(until__lte=F("latest"))
        .select_related("case", "agency")
        .order_by("until", "pk")
    )


def shares_that_end(user: User, shares: list[Share]) -> Section | None:
    asks = [
        Ask(
            f"Does {share.agency} still need case {share.case.reference}?",
            reverse("cases:prolong_share", args=[share.reference]),
            f"Shared until {day_of_year(share.until)}. If you do nothing, it ends then",
        )
        for share in shares
    ]
    return Section("Sharing that comes to an end", asks, "") if asks else None


def terms_to_read(user: User) -> QuerySet:
    return to_acknowledge(user).order_by("-pk")


def shared_with_you(user: User, cases: list[Case]) -> Section | None:
    asks = [
        Ask(
            f"Read what case {case.reference} is shared with you for",
            reverse("reports:acknowledge_case", args=[case.reference]),
            "And say that you have, and pass nothing on",
        )
        for case in cases
    ]
    return Section("Shared with you", asks, "") if asks else None


def acknowledged_by_nobody(user: User) -> tuple[QuerySet, QuerySet]:
    """Shares of live cases in force, and summaries in use, of one's own cases and those one stands in for.

    The area's working days say which of them are late.
    """
    shares = Share.objects.filter(
        Q(until=None) | Q(until__gte=clock.today()),
        owned_or_covered(user),
        not_shut(user, Share),
        ~Exists(of_share()),
        case__ended_at=None,  # That one that has ended is still shared is asked about by itself.
        shared_at__lt=clock.start_of_today(),
        ended_at=None,
    )
    handed = summaries_in_use().filter(
        owned_or_covered(user),
        not_shut(user, CaseSummary),
        ~Exists(of_summary()),
        asked_at__lt=clock.start_of_today(),
    )
    return (
        shares.select_related("case__area", "agency", "colleague").order_by("shared_at", "pk"),
        handed.select_related("case__area", "handed_to").order_by("asked_at", "pk"),
    )


def not_acknowledged(user: User, given: list[Share | CaseSummary]) -> Section | None:
    if not given:
        return None
    areas = {each.case.area for each in given}
    days, policies = deadlines_in(user, areas).days, SharingPolicy.of_each(areas)
    asks = []
    for each in given:
        area, is_share = each.case.area_id, isinstance(each, Share)
        at = each.shared_at if is_share else each.asked_at
        if days[area].due(at, policies[area].acknowledged_within) >= clock.today():
            continue
        whom = each.colleague or each.agency if is_share else each.handed_to
        asks.append(
            Ask(
                f"Does {whom} know what case {each.case.reference} is shared for?",
                reverse("reports:disclosures", args=[each.case.reference]),
                f"{'Shared' if is_share else 'Summary handed out'} on {day(at)}, and nobody has acknowledged it",
            )
        )
    return Section("Shared, and not acknowledged", asks, "") if asks else None


def coming_to_an_end(user: User) -> QuerySet:
    """Agreements that nothing takes the place of, the soonest to end first; also those that have lapsed."""
    goes_on = AgreementParty.objects.filter(
        agency=OuterRef("agency"),
        agreement__area=OuterRef("agreement__area"),
        agreement__until__gt=OuterRef("agreement__until"),
        agreement__ended_at=None,
    )
    left = AgreementParty.objects.filter(~Exists(goes_on), agreement=OuterRef("pk"))
    most = clock.today() + timedelta(days=SharingPolicy.questions["reminded_before"].most)
    return (
        SharingAgreement.objects.filter(
            Exists(left), area__in=user.posts.areas(PostKind.GOVERNANCE_LEAD), until__lte=most, ended_at=None
        )
        .annotate(latest=latest_asked("reminded_before"))
        .filter(until__lte=F("latest"))
        .select_related("area")
        .order_by("until", "pk")
    )


def agreements_to_renew(user: User, agreements: list[SharingAgreement]) -> Section | None:
    asks = [
        Ask(
            f"Renew: {agreement.title}",
            agreement.get_absolute_url(),
            f"{agreement.area}, until {date_format(agreement.until, 'j F Y')}",
            badge="Lapsed" if agreement.until < clock.today() else "",
        )
        for agreement in agreements
    ]
    return Section("Agreements that come to an end", asks, "") if asks else None


STILL_SHARED = FromRecords(still_shared, ended_and_shared)
KNOWN_OF = FromRecords(known_of, cases_known_of)
TERMS_TO_READ = FromRecords(terms_to_read, shared_with_you)
NOT_ACKNOWLEDGED = FromRecords(acknowledged_by_nobody, not_acknowledged, by_working_days=True)
SHARES = FromRecords(ending_soon, shares_that_end)
AGREEMENTS = FromRecords(coming_to_an_end, agreements_to_renew)
