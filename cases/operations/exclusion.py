"""Excluding somebody from the work on a person, and ending it."""

from cases.models import Case, Exclusion
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


@operation("cases.exclude_person")
def exclude_person(case: Case, *, by: User, person: User, kind: str, reason: str) -> Exclusion:
    """Person excluded. They see nothing of the work on this individual, and are not told."""
    if Exclusion.objects.about(case.individual_id).filter(person=person).exists():
        raise Refused(f"{person} is excluded already.", field="person")
    if Case.objects.filter(individual=case.individual_id, owner=person, ended_at=None).exists():
        raise Refused(f"{person} owns a case about this individual. Hand it over first.", field="person")
    return Exclusion.objects.create(
        case=case, person=person, kind=kind, reason=reason, excluded_by=by, excluded_at=clock.now()
    )


@operation("cases.end_exclusion", unless=Exclusion.obstacle_to_ending)
def end_exclusion(exclusion: Exclusion, *, by: User) -> None:
    """Exclusion ended. They see again what their posts open."""
    exclusion.change(ended_by=by, ended_at=clock.now())


def is_excluded(person: User, case: Case) -> bool:
    return Exclusion.objects.about(case.individual_id).filter(person=person).exists()
