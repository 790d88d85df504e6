"""Who restricts a case to named people, names them, lifts it again, and knows that it is."""

from cases.models import Case, NamedReader, Restriction
from cases.permissions.case import CHAIRS_PANEL, chaired, coordinated, seen_with_case
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Area
from prevent_cases.accounts.posts import PostKind
from referrals.permissions.referral import RESTRICTION

OWNS = "You coordinate Prevent casework in this area, and own this case."
GOVERNS = "You answer for how this area keeps and shares information."


def owned(user):
    return coordinated(user).filter(owner=user)


def governed(user):
    return Case.objects.filter(area__in=user.posts.areas(PostKind.GOVERNANCE_LEAD)).values("pk")


def areas_governed(user):
    return Area.objects.filter(pk__in=user.posts.areas(PostKind.GOVERNANCE_LEAD)).values("pk")


def by_chair_or_owner(model, case="case"):
    """The grounds on a record under a case: whoever may restrict it."""
    return [
        Ground(CHAIRS_PANEL.sentence, lambda user: model.objects.filter(**{f"{case}__in": chaired(user)}).values("pk")),
        Ground(OWNS, lambda user: model.objects.filter(**{f"{case}__in": owned(user)}).values("pk")),
    ]


restrict_case = rule("cases.restrict_case", on="cases.Case", grounds=[CHAIRS_PANEL, Ground(OWNS, owned)])
view_restriction = rule("cases.view_restriction", on="cases.Restriction", grounds=[seen_with_case(Restriction)])
name_readers = rule("cases.name_readers", on="cases.Restriction", grounds=by_chair_or_owner(Restriction))
view_namedreader = rule(
    "cases.view_namedreader",
    on="cases.NamedReader",
    grounds=[
        Ground(
            "You may see the restriction that they are named on.",
            lambda user: NamedReader.objects.filter(
                restriction__in=Restriction.objects.permitted(user, "cases.view_restriction").values("pk")
            ).values("pk"),
        )
    ],
)
remove_reader = rule(
    "cases.remove_reader", on="cases.NamedReader", grounds=by_chair_or_owner(NamedReader, "restriction__case")
)
# That there is one, and nothing of what the case says: no restriction hides a case for ever.
know_of_restriction = rule(
    "cases.know_of_restriction",
    on="cases.Restriction",
    grounds=[
        Ground(GOVERNS, lambda user: Restriction.objects.filter(case__in=governed(user)).values("pk"), (RESTRICTION,))
    ],
)
list_restrictions = rule("cases.list_restrictions", on="accounts.Area", grounds=[Ground(GOVERNS, areas_governed)])
