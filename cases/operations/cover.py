"""Naming who stands in for somebody at an agency, and who is therefore told."""

from datetime import date

from cases.models import Cover
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Post, User
from prevent_cases.accounts.posts import HANDLES_CASES
from prevent_cases.operations import Refused, operation


def who_handle_cases_of(agency: Agency):
    posts = Post.objects.current().filter(kind__in=HANDLES_CASES, agency=agency)
    return User.objects.filter(pk__in=posts.values("user"), is_active=True).order_by("name", "pk")


def people_to_tell(agency: Agency) -> list[User]:
    """Who handles an agency's cases today; in the place of whoever is away, who stands in for them."""
    handle = list(who_handle_cases_of(agency))
    stand_in = {cover.away_id: cover.covered_by for cover in Cover.objects.today().filter(agency=agency)}
    instead = [stand_in.get(person.pk, person) for person in handle]
    told = dict.fromkeys(person for person in instead if person in handle and person.pk not in stand_in)
    # Whoever stands in is away, too: rather all are told than nobody.
    return list(told) or handle


@operation("cases.name_cover", locked=False)
def name_cover(agency: Agency, *, by: User, away: User, covered_by: User, starts_on: date, until: date) -> Cover:
    """Cover named. Until then they are told by e-mail of what waits, and who asks you sees whom to turn to."""
    if until < starts_on:
        raise Refused("The last day comes after the first.", field="until")
    if until < clock.today():
        raise Refused("The last day cannot be in the past.", field="until")
    handle = set(who_handle_cases_of(agency))
    for field, person in (("away", away), ("covered_by", covered_by)):
        if person not in handle:
            raise Refused("Choose somebody who handles the cases of this agency.", field=field)
    if away == covered_by:
        raise Refused("Choose somebody else to stand in.", field="covered_by")
    if Cover.objects.not_over().filter(agency=agency, away=away, starts_on__lte=until, until__gte=starts_on).exists():
        raise Refused("Somebody stands in for them on some of these days already.", field="away")
    return Cover.objects.create(
        agency=agency,
        away=away,
        covered_by=covered_by,
        starts_on=starts_on,
        until=until,
        named_by=by,
        named_at=clock.now(),
    )


@operation("cases.end_cover", unless=Cover.obstacle_to_ending)
def end_cover(cover: Cover, *, by: User) -> None:
    """Cover ended. Whoever was away is told again."""
    cover.change(ended_at=clock.now())
