"""Giving a case its owner, handing all of somebody's cases over, and arranging who stands in."""

from datetime import date

from cases.models import Allocation, Case, OwnerCover, coordinators_of
from cases.operations.exclusion import is_excluded
from cases.operations.restriction import name_new_owner
from cases.permissions.case import view_case
from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.operations import Refused, operation


@operation("cases.allocate_case")
def allocate_case(case: Case, *, by: User, owner: User, note: str) -> None:
    """Case allocated to a new owner. Also one that has ended: somebody answers for what is kept."""
    if owner == case.owner:
        raise Refused(f"{owner} owns this case already.", field="owner")
    _refuse_unless_coordinator(owner, case.area, "owner")
    if is_excluded(owner, case):
        # In these words: whoever allocates may know of it, and reads it on the page of who can see the case.
        raise Refused(f"{owner} cannot own this case. See who can see it, and why.", field="owner")
    case.change(owner=owner)
    name_new_owner(case, by=by)
    record_allocation(case, by=by, note=note)


def record_allocation(case: Case, *, by: User, note: str = "") -> None:
    """Keep that a case is its owner's from now on."""
    Allocation.objects.create(case=case, owner=case.owner, note=note, allocated_by=by, allocated_at=clock.now())


@operation("cases.allocate_cases", locked=False)
def hand_over_cases(area: Area, *, by: User, owner: User, to: User, note: str) -> list[Case]:
    """Cases handed over: all live ones of one owner in this area, with one note to each."""
    _refuse_unless_coordinator(to, area, "to")
    # Locked at once: one that ends at this moment is not among them, and stops none of the others.
    owned = Case.objects.permitted(by, "cases.allocate_case").filter(area=area, owner=owner, ended_at=None)
    cases = list(owned.select_for_update(no_key=True, of=("self",)).order_by("pk"))
    if not cases:
        raise Refused(f"{owner} owns no live case in this area.", field="owner")
    for case in cases:
        allocate_case(case, by=by, owner=to, note=note)
    return cases


@operation("cases.allocate_cases")
def arrange_cover(area: Area, *, by: User, away: User, covered_by: User, starts_on: date, until: date) -> OwnerCover:
    """Cover arranged. Whoever stands in finds these cases among their own, and the case page says so."""
    if until < max(starts_on, clock.today()):
        raise Refused("The last day cannot be before the first, or in the past.", field="until")
    if away == covered_by:
        raise Refused("Nobody stands in for themselves.", field="covered_by")
    _refuse_unless_coordinator(away, area, "away")
    _refuse_unless_coordinator(covered_by, area, "covered_by")
    arranged = area.owner_covers.filter(ended_at=None, starts_on__lte=until, until__gte=starts_on)
    if other := arranged.filter(away=away).select_related("covered_by").first():
        raise Refused(f"{other.covered_by} stands in for {away} in some of these days.", field="away")
    if arranged.filter(away=covered_by).exists():
        raise Refused(f"{covered_by} is away in some of these days.", field="covered_by")
    if other := arranged.filter(covered_by=away).select_related("away").first():
        raise Refused(f"{away} stands in for {other.away} in some of these days. End that first.", field="away")
    return OwnerCover.objects.create(
        area=area,
        away=away,
        covered_by=covered_by,
        starts_on=starts_on,
        until=until,
        arranged_by=by,
        arranged_at=clock.now(),
    )


@operation("cases.end_owner_cover", unless=OwnerCover.obstacle_to_ending)
def end_owner_cover(cover: OwnerCover, *, by: User) -> None:
    """Cover ended. The cases are seen to by their owner again."""
    cover.change(ended_at=clock.now())


def seen_to_by(case: Case) -> list[User]:
    """Whoever sees to a case today: its owner and, while they are away, whoever stands in and can see it.

    Where its owner has left, and nobody stands in, those who allocate it.
    """
    covers = OwnerCover.objects.current().filter(area=case.area_id, away=case.owner_id).select_related("covered_by")
    coordinate = list(coordinators_of(case.area_id))
    of_case = [case.owner] if case.owner in coordinate else []
    see_to_it = [*of_case, *(cover.covered_by for cover in covers if cover.covered_by.is_active)]
    return [person for person in see_to_it or coordinate if person == case.owner or view_case.permits(person, case)]


def _refuse_unless_coordinator(person: User, area: Area, field: str) -> None:
    if not coordinators_of(area).filter(pk=person.pk).exists():
        raise Refused(f"{person} does not coordinate Prevent casework in {area}.", field=field)
