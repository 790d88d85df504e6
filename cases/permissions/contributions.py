"""Who may read what an agency shares about a case: those for whom it is marked, and nobody else notices it.

All of it is kept apart from the histories of other records: a line there would tell that there is something.
"""

from collections.abc import Callable

from django.db.models import QuerySet

from cases.models import Contribution, Mark
from cases.permissions.case import CONTRIBUTES, HANDLES, shared_with_police, view_case
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.posts import HANDLES_CASES, PostKind


def own(user):
    return Contribution.objects.filter(agency__in=user.posts.agencies(*HANDLES_CASES)).values("pk")


# What an agency shared stays its own, also when the case is shared with it no more: it alone says who reads it.
OWN = [Ground("Your agency shared it, and you handle its cases.", own)]


def for_others(among: Callable[[], QuerySet]) -> list[Ground]:
    """The grounds of those for whom it is marked, to what is ``among`` these."""

    def for_all_members(user):
        """A query for each way of seeing the case, since each has its own index."""
        marked = among().filter(mark=Mark.ALL_MEMBERS)
        seen = [marked.filter(case__in=query).values("pk") for query in view_case.queries(user)]
        return Contribution.objects.none().union(*seen, all=True)

    def for_police(user):
        return among().filter(mark=Mark.POLICE_AND_CHAIRS, case__in=shared_with_police(user)).values("pk")

    def for_chairs(*kinds, **marked):
        return lambda user: among().filter(case__panel__in=user.posts.panels(*kinds), **marked).values("pk")

    return [
        Ground("It is for all members, and you may see its case.", for_all_members),
        Ground("It is for the police, and you handle its case for them.", for_police),
        Ground(
            "It is for the chairs, and you chair its panel.",
            for_chairs(PostKind.CHAIR, PostKind.DEPUTY, mark=Mark.POLICE_AND_CHAIRS),
        ),
        Ground("It is for the chair, and you are.", for_chairs(PostKind.CHAIR, mark=Mark.CHAIR_ONLY)),
        Ground(
            "It is for the chair with the co-chair and deputies, and you are one.",
            for_chairs(PostKind.DEPUTY, mark=Mark.CHAIR_ONLY, with_deputies=True),
        ),
    ]


# That there is one, or was one until it was withdrawn; and its text, which is then its own agency's again.
view_contribution = rule(
    "cases.view_contribution",
    on="cases.Contribution",
    grounds=[*OWN, *for_others(Contribution.objects.all)],
    apart=True,
)
read_contribution = rule(
    "cases.read_contribution",
    on="cases.Contribution",
    grounds=[*OWN, *for_others(lambda: Contribution.objects.filter(withdrawn_at=None))],
    apart=True,
)
add_contribution = rule("cases.add_contribution", on="cases.Case", grounds=[HANDLES, CONTRIBUTES], apart=True)
mark_contribution = rule("cases.mark_contribution", on="cases.Contribution", grounds=OWN, apart=True)
withdraw_contribution = rule("cases.withdraw_contribution", on="cases.Contribution", grounds=OWN, apart=True)
