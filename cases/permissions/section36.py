"""Who decides under section 36, and who signs where a case ends with it.

For the police their gateway supervisor signs, as what their gateway answers. For the council it is the chair of the
panel or the deputy, and no other officer whom it authorised: many councils have authorised one alone, and no case would
end there; and the chair answers for what comes before the panel (section 37).
"""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from cases.models import Case, DecidedAs, Level, NamedReader, Restriction, Section36Decision
from cases.permissions.broken_glass import chairs, not_excluded
from cases.permissions.case import chaired, coordinated, seen_with_case, shared_with_agency, shared_with_police
from cases.permissions.exclusion import explain_access
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import AgencyType, Post, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference.models import Section36Policy
from referrals.permissions.gateway import police


def where_authorised(user):
    authorised = Section36Policy.objects.in_force().filter(council_decides=True).values("area")
    return coordinated(user).filter(area__in=authorised)


decide_section36 = rule(
    "cases.decide_section36",
    on="cases.Case",
    grounds=[
        Ground("It is shared with the police, and you decide for them.", shared_with_police),
        Ground("The council has authorised its coordinators to decide.", where_authorised),
    ],
)


def supervised(user):
    groups = [agency.group for agency in police(user, PostKind.GATEWAY_SUPERVISOR)]
    return shared_with_agency(user).filter(group__in=groups)


def supervisors(case: Case):
    groups = case.open_to_groups(Level.READ.codename)
    of_police = {"kind": PostKind.GATEWAY_SUPERVISOR, "agency__type": AgencyType.POLICE}
    return Post.objects.current().filter(agency__group__in=groups, user__is_active=True, **of_police)


class Signers(NamedTuple):
    """Who sign what was decided for one of those who decide: of somebody which cases, and of a case whose posts."""

    sentence: str
    who: str
    cases: Callable[[User], QuerySet]
    posts: Callable[[Case], QuerySet]

    def ground(self, decided_as: DecidedAs) -> Ground:
        """But for what somebody has decided themselves."""

        def keys(user):
            not_theirs = Section36Decision.objects.to_sign().filter(Q(decided_by=user) | ~Q(decided_as=decided_as))
            cases = Case.objects.filter(pk__in=self.cases(user))
            return cases.exclude(pk__in=not_theirs.values("case")).values("pk")

        return Ground(self.sentence, keys)


SIGNERS = {
    DecidedAs.POLICE: Signers(
        "It is shared with the police, whose gateway you supervise, and they decided on it.",
        "a gateway supervisor of police with whom this case is shared",
        supervised,
        supervisors,
    ),
    DecidedAs.COUNCIL: Signers(
        "You chair its panel, and the council decided on it.",
        "a chair of the panel",
        chaired,
        lambda case: chairs(case.panel_id),
    ),
}
sign_section36 = rule(
    "cases.sign_section36",
    on="cases.Case",
    grounds=[signers.ground(decided_as) for decided_as, signers in SIGNERS.items()],
)
view_section36decision = rule(
    "cases.view_section36decision", on="cases.Section36Decision", grounds=[seen_with_case(Section36Decision)]
)


def not_named(case: Case) -> Exists:
    """Of a post: whether the case is restricted and its holder is not named on it."""
    named = NamedReader.objects.filter(restriction=OuterRef("pk"), person=OuterRef(OuterRef("user")), removed_at=None)
    return Exists(Restriction.objects.standing().filter(~Exists(named), case=case))


def signed_by_whom(decision: Section36Decision, case: Case, reader: User) -> str:
    """Who sign a decision of this case, as somebody is told who waits for that; or that nobody holds such a post. That
    whoever holds one is kept away is told to those alone who may know of that.
    """
    who, signers = SIGNERS[decision.decided_as].who, SIGNERS[decision.decided_as].posts(case)
    posts, kept_away = signers.exclude(user=decision.decided_by_id), Value(False)
    if explain_access.permits(reader, case):
        posts, kept_away = not_excluded(posts, case.individual_id), not_named(case)
    found = posts.values_list(kept_away, flat=True)
    if not found:
        return f"Nobody can sign this yet: it takes {who}, but not whoever decided. Ask an administrator to appoint one"
    if all(found):
        return f"Nobody can sign this yet: it takes {who}, and none is named on it. Ask its owner to name one"
    return f"{who.capitalize()} signs it"
