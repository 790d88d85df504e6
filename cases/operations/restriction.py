"""Restricting a case to named people, naming them, and lifting it again."""

from collections.abc import Iterable

from cases.models import Case, NamedReader, Restriction
from cases.permissions.case import know_of_case
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


@operation("cases.restrict_case", unless=Case.obstacle_to_change)
def restrict_case(case: Case, *, by: User, reason: str, readers: Iterable[User] = ()) -> Restriction:
    """Case restricted. Only those named on it can see it now."""
    if case.restrictions.standing().exists():
        raise Refused("This case is restricted already.")
    for person in readers:
        _refuse_unless_seeing(person, case, "readers")
    restriction = Restriction.objects.create(case=case, reason=reason, restricted_by=by, restricted_at=clock.now())
    # Whoever owns it and whoever restricts it are named by that.
    for person in dict.fromkeys([case.owner, by, *readers]):
        name_on(restriction, person, by=by)
    return restriction


@operation("cases.name_readers", unless=Restriction.obstacle_to_change)
def name_reader(restriction: Restriction, *, by: User, person: User) -> NamedReader:
    """Reader named. What their posts open of this case is open to them again."""
    if restriction.named.filter(person=person, removed_at=None).exists():
        raise Refused(f"{person} is named on it already.", field="person")
    return name_on(restriction, person, by=by)


@operation("cases.remove_reader", unless=NamedReader.obstacle_to_removing)
def remove_reader(named: NamedReader, *, by: User) -> None:
    """Reader removed. They can no longer see this case."""
    named.change(removed_by=by, removed_at=clock.now())


@operation("cases.name_readers", unless=Restriction.obstacle_to_change)
def lift_restriction(restriction: Restriction, *, by: User) -> None:
    """Restriction lifted. Whoever could see this case before can see it again."""
    restriction.change(lifted_by=by, lifted_at=clock.now())


def name_on(restriction: Restriction, person: User, *, by: User) -> NamedReader:
    return NamedReader.objects.create(restriction=restriction, person=person, named_by=by, named_at=clock.now())


def name_new_owner(case: Case, *, by: User) -> None:
    """Name on a restricted case whoever owns it from now on."""
    restriction = case.restrictions.standing().first()
    if restriction and not restriction.named.filter(person=case.owner, removed_at=None).exists():
        name_on(restriction, case.owner, by=by)


def _refuse_unless_seeing(person: User, case: Case, field: str) -> None:
    if not know_of_case.permits(person, case):
        raise Refused(f"{person} cannot see this case now, and naming opens it to nobody new.", field=field)
