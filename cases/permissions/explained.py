"""Who can see a case now, and why; and why somebody can or cannot: in sentences about them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime

from cases.models import BrokenGlass, Case, Exclusion, Level, NamedReader, Restriction, Share
from cases.permissions.case import CHAIRS, know_of_case, view_case
from prevent_cases import clock
from prevent_cases.accounts.models import Area, Post, User
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA

# Of each ground so many are named.
MOST_NAMED = 60
MOST_READ = 400
BELOW = {
    Level.CONTRIBUTE.value: "They contribute to it, and cannot read it.",
    Level.KNOW.value: "They know of it, and nothing of what it says.",
}


@dataclass(frozen=True)
class Reader:
    """Somebody who can see a case, and as what."""

    name: str
    as_what: str


@dataclass(frozen=True)
class Readers:
    """All who can see a case on one ground; ``more`` where not all are named."""

    why: str
    people: list[Reader]
    more: bool


def of_readers(case: Case) -> dict[str, QuerySet]:
    """What ``who_can_see`` and ``why_or_why_not`` ask of a case (``fetch_together``): all in one query."""
    named = NamedReader.objects.filter(restriction__case=case, restriction__lifted_at=None, removed_at=None)
    glasses = BrokenGlass.objects.filter(case=case, closed_at=None, ends_at__gt=clock.now())
    return {
        "standing_restrictions": Restriction.objects.standing().filter(case=case).select_related("restricted_by"),
        "now_named": named.select_related("person", "named_by").order_by("pk"),
        "open_glasses": glasses.select_related("broken_by").order_by("pk"),
        "now_excluded": Exclusion.objects.about(case.individual_id)
        .select_related("person", "excluded_by")
        .order_by("pk"),
        "ever_shared": Share.objects.filter(case=case)
        .select_related("agency", "colleague", "shared_by")
        .order_by("pk"),
    }


def posts_opening(case: Case) -> QuerySet:
    """The posts that open a case to read today, restricted or not."""
    groups = case.open_to_groups(Level.READ.codename)
    return Post.objects.current().filter(
        Q(area=case.area_id, kind__in=OVERSEES_AREA)
        | Q(panel=case.panel_id, kind__in=CHAIRS)
        | Q(agency__group__in=groups, kind__in=HANDLES_CASES)
    )


def posts_below(case: Case) -> QuerySet:
    """The posts in which somebody knows of a case or contributes to it today, restricted or not."""
    groups = case.open_to_groups(Level.KNOW.codename, Level.CONTRIBUTE.codename)
    return Post.objects.current().filter(agency__group__in=groups, kind__in=HANDLES_CASES)


def still_put_on_by_name(case: Case, *levels: Level) -> QuerySet:
    """The shares by which colleagues are on a case today: they work for the agency that put them on it."""
    works_there = Post.objects.current().filter(user=OuterRef("colleague"), agency=OuterRef("agency"))
    in_force = Q(until=None) | Q(until__gte=clock.today())
    return Share.objects.filter(
        in_force, Exists(works_there), case=case, colleague__isnull=False, level__in=levels, ended_at=None
    )


def of_openings(case: Case) -> dict[str, QuerySet]:
    """What ``who_can_see`` and ``who_knows_of_it`` ask besides."""
    posts, below = (
        found.select_related("user", "area", "agency", "panel").order_by("user__name", "pk")[:MOST_READ]
        for found in (posts_opening(case), posts_below(case))
    )
    by_name, by_name_below = (
        still_put_on_by_name(case, *levels).select_related("colleague", "agency").order_by("pk")
        for levels in ([Level.READ], [Level.KNOW, Level.CONTRIBUTE])
    )
    return {"opening_posts": posts, "posts_below": below, "put_on_by_name": by_name, "put_on_below": by_name_below}


def who_can_see(case: Case) -> list[Readers]:
    """By ground, everybody who can see a case now, of what was read with it (``of_readers``, ``of_openings``)."""
    broke = "They broke the glass, and it closes by itself."
    opened = [(why_it_opens(post, case), post.user, str(post)) for post in case.opening_posts]
    opened += [("They were put on it by name.", each.colleague, str(each.agency)) for each in case.put_on_by_name]
    opened += [(broke, glass.broken_by, f"until {at(glass.ends_at)}") for glass in case.open_glasses]
    return by_ground(case, opened)


def who_knows_of_it(case: Case) -> list[Readers]:
    """By level, everybody with whom a case is shared below reading."""
    level_of = {
        share.agency_id: share.level
        for share in case.ever_shared
        if share.is_in_force and not share.colleague_id and share.level != Level.READ
    }
    whom = [(level_of.get(post.agency_id), post.user, str(post)) for post in case.posts_below]
    whom += [(share.level, share.colleague, str(share.agency)) for share in case.put_on_below]
    return by_ground(case, [(BELOW[level], person, as_what) for level, person, as_what in whom if level in BELOW])


def by_ground(case: Case, opened: list[tuple[str, User, str]]) -> list[Readers]:
    """Those to whom a case is not shut, of those to whom something opens it: why, to whom, and as what."""
    shut_out = {exclusion.person_id for exclusion in case.now_excluded}
    named = {reader.person_id for reader in case.now_named} | {glass.broken_by_id for glass in case.open_glasses}
    found: dict[str, list[Reader]] = {}
    for why, person, as_what in opened:
        is_let_in = not case.standing_restrictions or person.pk in named
        if person.is_active and person.pk not in shut_out and is_let_in:
            found.setdefault(why, []).append(Reader(str(person), as_what))
    return [Readers(why, people[:MOST_NAMED], len(people) > MOST_NAMED) for why, people in sorted(found.items())]


def why_it_opens(post: Post, case: Case) -> str:
    if post.agency_id:
        return "It is shared with their agency, and they handle its cases."
    return f"They chair {case.panel}." if post.panel_id else f"They oversee cases in {case.area}."


def at(moment) -> str:
    return time_format(localtime(moment), "H:i")


def posts_of(person: User) -> QuerySet:
    held = Post.objects.current().filter(user=person)
    return held.select_related("area", "agency", "panel").order_by("kind", "pk")


def why_or_why_not(case: Case, person: User, held: list[Post]) -> Iterator[str]:
    """Sentences about what opens a case to somebody, or does not, for whoever may know all of it (``of_readers``)."""
    if not person.is_active:
        yield "Their account has been closed."
    names = "; ".join(str(post) for post in held)
    yield f"They hold: {names}." if held else "They hold no post today, and without one see nothing."
    if any(post.area_id == case.area_id and post.kind in OVERSEES_AREA for post in held):
        yield f"They oversee cases in {case.area}."
    if any(post.panel_id == case.panel_id and post.kind in CHAIRS for post in held):
        yield f"They chair {case.panel}."
    yield from of_shares(case, person, held)
    if case.standing_restrictions:
        is_named = any(reader.person_id == person.pk for reader in case.now_named)
        yield f"The case is restricted, and they are {'' if is_named else 'not '}named on it."
    for glass in case.open_glasses:
        if glass.broken_by_id == person.pk:
            yield f"They broke the glass, and it closes at {at(glass.ends_at)}."
    for exclusion in case.now_excluded:
        if exclusion.person_id == person.pk:
            kind = exclusion.get_kind_display().lower()
            yield f"They are excluded from all work on this individual: {kind}. They are not told so."


def of_shares(case: Case, person: User, held: list[Post]) -> Iterator[str]:
    agencies = {post.agency_id: post.agency for post in held if post.agency_id}
    for agency in agencies.values():
        of_agency = [share for share in case.ever_shared if (share.agency, share.colleague) == (agency, None)]
        handles = any(post.agency_id == agency.pk and post.kind in HANDLES_CASES for post in held)
        yield how_shared(of_agency[-1], handles=handles) if of_agency else f"It was never shared with {agency}."
    for share in case.ever_shared:
        if share.colleague_id != person.pk:
            continue
        if share.ended_at or is_past(share):
            yield f"They were put on it by name for {share.agency}, and are no more."
        elif share.agency_id not in agencies:
            yield f"They were put on it by name for {share.agency}, and do not work there any more."
        else:
            yield f"They were put on it by name for {share.agency}{so_far(share)}."


def how_shared(share: Share, *, handles: bool) -> str:
    if share.ended_at:
        return f"It was shared with {share.agency} until {date_format(localtime(share.ended_at), 'j F Y')}."
    if is_past(share):
        return f"It was shared with {share.agency}, and that lapsed on {date_format(share.until, 'j F Y')}."
    return f"It is shared with {share.agency}{so_far(share)}, and they {'' if handles else 'do not '}handle its cases."


def so_far(share: Share) -> str:
    return {Level.KNOW: " to know of it", Level.CONTRIBUTE: " to contribute"}.get(share.level, "")


def is_past(share: Share) -> bool:
    return bool(share.until) and share.until < clock.today()


def can_see(case: Case, person: User) -> bool:
    return view_case.permits(person, case)


def address_of(case: Case, person: User) -> str:
    """The page of a case for somebody with whom it is shared: all of it, or that they know of it."""
    return case.get_absolute_url() if can_see(case, person) else reverse("cases:know_of_case", args=[case.reference])


def address_if_known(case: Case, person: User) -> str:
    """The same, or home for whoever was only handed something of it."""
    return address_of(case, person) if know_of_case.permits(person, case) else "/"


def people_who_can_see(case: Case) -> QuerySet:
    """Those to whom posts and shares open a case, if only to know of it, whether or not it is restricted; not the
    excluded.
    """
    excluded = Exclusion.objects.about(case.individual_id).values("person")
    by_name = still_put_on_by_name(case, *Level).values("colleague")
    posts = Q(pk__in=posts_opening(case).values("user")) | Q(pk__in=posts_below(case).values("user"))
    among = User.objects.filter(posts | Q(pk__in=by_name), is_active=True)
    return among.exclude(pk__in=excluded).order_by("name", "pk")


def answer_to(user, area: Area, case: Case | None) -> str:
    """Where looking for a case leads: to it, to what can be done, or back to the same page, which says no more."""
    if case is None:
        return reverse("cases:look_for_case", args=[area.slug]) + "?answer=nothing"
    if know_of_case.permits(user, case):
        return address_of(case, user)
    return reverse("cases:ask_to_see", args=[case.reference])
