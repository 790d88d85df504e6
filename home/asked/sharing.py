"""What is shared with somebody below reading; and which agreements on sharing come to their end."""

from datetime import timedelta

from django.db.models import DateField, Exists, ExpressionWrapper, F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format

from cases.models import AgreementParty, Case, SharingAgreement
from cases.permissions.case import known_below_reading
from home.sections import Ask, FromRecords, Section
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference.models import SharingPolicy


def known_of(user: User) -> QuerySet:
    among = Case.objects.permitted(user, "cases.know_of_case").filter(pk__in=known_below_reading(user).values("pk"))
    return among.select_related("owner").order_by("-pk")


def cases_known_of(user: User, cases: list[Case]) -> Section | None:
    asks = [
        Ask(f"Case {case.reference}", reverse("cases:know_of_case", args=[case.reference]), f"Ask {case.owner}")
        for case in cases
    ]
    return Section("Cases that you know of", asks, "", reverse("cases:list_known_cases")) if asks else None


def coming_to_an_end(user: User) -> QuerySet:
    """Agreements that nothing takes the place of, the soonest to end first; also those that have lapsed."""
    decided = SharingPolicy.objects.in_force().filter(area=OuterRef("area")).values("reminded_before")
    default = SharingPolicy._meta.get_field("reminded_before").default
    days = Coalesce(Subquery(decided), default, output_field=IntegerField())
    latest = ExpressionWrapper(Value(clock.today()) + days, output_field=DateField())
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
        .annotate(latest=latest)
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


KNOWN_OF = FromRecords(known_of, cases_known_of)
AGREEMENTS = FromRecords(coming_to_an_end, agreements_to_renew)
