"""Who decides under section 36, and who signs where a case ends with it.

For the police a gateway supervisor of the same police signs, as what their gateway answers (process, 2C): whoever
supervises at another force that reads the case does not answer for it. For the council it is the chair of the panel or
the deputy, and no other officer whom it authorised: many councils have authorised one alone, and no case would end
there; and the chair answers for what comes before the panel (section 37).
"""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import TruncDate

from cases.models import Case, DecidedAs, Level, NamedReader, Restriction, Section36Decision
from cases.permissions.broken_glass import chairs, not_excluded
from cases.permissions.case import chaired, coordinated, seen_with_case, shared_with_agency, shared_with_police
from cases.permissions.exclusion import explain_access
from prevent_cases import clock
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Post, User
from prevent_cases.accounts.posts import HANDLES_CASES, PostKind
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


def decided_at(**which) -> QuerySet[Section36Decision]:
    """Decisions by somebody who handled cases then at one of these agencies."""
    day = OuterRef("decided_on")
    held = Post.objects.filter(
        Q(until=None) | Q(until__gte=day),
        Q(withdrawn_at=None) | Q(withdrawn_at__gt=OuterRef("decided_at")),
        user=OuterRef("decided_by"),
        kind__in=HANDLES_CASES,
        starts_on__lte=day,
        confirmed_at__isnull=False,
        **which,
    )
    with_day = Section36Decision.objects.annotate(decided_on=TruncDate("decided_at", tzinfo=clock.LONDON))
    return with_day.filter(Exists(held))


def supervised(user):
    """What is shared with the police whose gateway somebody supervises, but for what others decided."""
    agencies = police(user, PostKind.GATEWAY_SUPERVISOR)
    theirs = decided_at(agency__in=[agency.key for agency in agencies]).to_sign()
    others = Section36Decision.objects.to_sign().exclude(pk__in=theirs.values("pk"))
    shared = shared_with_agency(user).filter(group__in=[agency.group for agency in agencies])
    return shared.exclude(content_object__in=others.values("case"))


def supervisors(decision: Section36Decision) -> QuerySet[Post]:
    theirs = decided_at(agency=OuterRef(OuterRef("agency"))).filter(pk=decision.pk)
    groups = decision.case.open_to_groups(Level.READ.codename)
    posts = Post.objects.current().filter(kind=PostKind.GATEWAY_SUPERVISOR, user__is_active=True)
    return posts.filter(Exists(theirs), agency__group__in=groups)


class Signers(NamedTuple):
    """Who sign what was decided for one of those who decide: of somebody which cases, and of a decision whose posts."""

    sentence: str
    who: str
    what_to_do: str
    cases: Callable[[User], QuerySet]
    posts: Callable[[Section36Decision], QuerySet]

    def ground(self, decided_as: DecidedAs) -> Ground:
        """But for what somebody has decided themselves."""

        def keys(user):
            not_theirs = Section36Decision.objects.to_sign().filter(Q(decided_by=user) | ~Q(decided_as=decided_as))
            cases = Case.objects.filter(pk__in=self.cases(user))
            return cases.exclude(pk__in=not_theirs.values("case")).values("pk")

        return Ground(self.sentence, keys)


SIGNERS = {
    DecidedAs.POLICE: Signers(
        "It is shared with the police whose gateway you supervise, and they decided on it.",
        "a gateway supervisor of the police who decided, with whom this case is shared",
        "Ask an administrator to appoint one or, if it is shared with these police no more, its owner to share it",
        supervised,
        supervisors,
    ),
    DecidedAs.COUNCIL: Signers(
        "You chair its panel, and the council decided on it.",
        "a chair of the panel",
        "Ask an administrator to appoint one",
        chaired,
        lambda decision: chairs(decision.case.panel_id),
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
    signers = SIGNERS[decision.decided_as]
    posts, kept_away = signers.posts(decision).exclude(user=decision.decided_by_id), Value(False)
    if explain_access.permits(reader, case):
        posts, kept_away = not_excluded(posts, case.individual_id), not_named(case)
    found = posts.values_list(kept_away, flat=True)
    if not found:
        return f"Nobody can sign this yet: it takes {signers.who}, but not whoever decided. {signers.what_to_do}"
    if all(found):
        return f"Nobody can sign this yet: it takes {signers.who}, and none is named on it. Ask its owner to name one"
    return f"{signers.who.capitalize()} signs it"
