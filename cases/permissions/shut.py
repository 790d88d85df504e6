"""What is shut to somebody whatever their posts would open: restricted cases, and casework they are excluded from.

Said here once; ``prevent_cases.access`` asks it of every rule, for every record under a case, a referral or a person.
"""

from django.db.models import Exists, F, OuterRef

from cases.models import BrokenGlass, Case, CaseReferral, Exclusion, NamedReader, Restriction
from prevent_cases.access import shuts
from prevent_cases.accounts.posts import READ_WITH_POSTS
from referrals.models import IdentityLink
from referrals.permissions.referral import EXCLUSION, RESTRICTION

RESTRICTED_CASES = "restricted_cases"
EXCLUDED_FROM = "excluded_from"
OPENED_BY_BROKEN_GLASS = "opened_by_broken_glass"


def broken(person, now):
    """The cases to which somebody has broken the glass, at a moment."""
    return BrokenGlass.objects.filter(broken_by=person, ends_at__gt=now, closed_at=None).order_by().values("case")


def restricted_cases(person, now):
    """Those on which somebody is not named, unless they have broken the glass."""
    named = NamedReader.objects.filter(restriction=OuterRef("pk"), person=person, removed_at=None)
    shut = Restriction.objects.standing().filter(~Exists(named)).exclude(case__in=broken(person, now))
    return shut.order_by("case").values("case")


def excluded_from(person, now):
    """The individuals whose casework somebody must not see."""
    shut = Exclusion.objects.standing().filter(person=person)
    return shut.order_by("case__individual").values("case__individual")


READ_WITH_POSTS |= {
    RESTRICTED_CASES: restricted_cases,
    EXCLUDED_FROM: excluded_from,
    OPENED_BY_BROKEN_GLASS: broken,
}


def among(lookup, keys_of, name):
    """The lookup of what is shut to somebody, where something is."""

    def shut(user):
        keys = list(user.posts.read_with[name])
        return {lookup: keys_of(keys)} if keys else {}

    return shut


def carried(cases):
    return CaseReferral.objects.filter(case__in=cases).values("referral")


def about(individuals):
    return IdentityLink.objects.filter(individual__in=individuals, ended_at=None).values("referral")


def known_in_their_area(cases):
    """Whom restricted cases are about, in the area that restricted them: elsewhere they may be known as well."""
    return Case.objects.filter(pk__in=cases, area=F("individual__area")).values("individual")


shuts(RESTRICTION, "cases.Case", among("pk__in", list, RESTRICTED_CASES))
shuts(RESTRICTION, "referrals.Referral", among("pk__in", carried, RESTRICTED_CASES))
shuts(RESTRICTION, "referrals.Individual", among("pk__in", known_in_their_area, RESTRICTED_CASES))
shuts(EXCLUSION, "cases.Case", among("individual__in", list, EXCLUDED_FROM))
shuts(EXCLUSION, "referrals.Referral", among("pk__in", about, EXCLUDED_FROM))
shuts(EXCLUSION, "referrals.Individual", among("pk__in", list, EXCLUDED_FROM))
