"""Keeping who can give support: which providers are approved, and which projects have how many places."""

from datetime import date

from cases.models import Intervention, Project, ProviderApproval
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Area, User
from prevent_cases.operations import Refused, operation


@operation("cases.keep_help")
def record_approval(
    area: Area,
    *,
    by: User,
    agency: Agency,
    approved_from: date,
    approved_until: date,
    specialism: str,
    languages: str,
    capacity: int,
) -> ProviderApproval:
    """Approval of a provider recorded. Outside its days, and beyond what it can give, it is asked for nothing new.

    It takes the place of the one before. What is given goes on.
    """
    _refuse_unless_provider_of(area, agency)
    if approved_until < approved_from:
        raise Refused("The last day comes after the first.", field="approved_until")
    return ProviderApproval.objects.create(
        agency=agency,
        approved_from=approved_from,
        approved_until=approved_until,
        specialism=specialism,
        languages=languages,
        capacity=capacity,
        recorded_by=by,
        recorded_at=clock.now(),
    )


@operation("cases.keep_help")
def refuse_approval(area: Area, *, by: User, agency: Agency, reason: str) -> ProviderApproval:
    """Recorded that a provider is not approved. It is asked for nothing new.

    This takes the place of the approval before, if there was one. What is given goes on.
    """
    _refuse_unless_provider_of(area, agency)
    return ProviderApproval.objects.create(
        agency=agency, refused_because=reason, recorded_by=by, recorded_at=clock.now()
    )


def _refuse_unless_provider_of(area: Area, agency: Agency) -> None:
    if agency.area_id != area.pk or agency.type != AgencyType.PROVIDER:
        raise Refused("Choose a provider of this area.", field="agency")


@operation("cases.keep_help")
def open_project(area: Area, *, by: User, agency: Agency, name: str, offers: str, places: int) -> Project:
    """Project opened. People can be given its places."""
    if agency.area_id != area.pk and not agency.serves_all_areas:
        raise Refused(f"{agency} does not serve this area.", field="agency")
    if Project.objects.filter(area=area, name=name, closed_at=None).exists():
        raise Refused("There is a project of this name in this area.", field="name")
    return Project.objects.create(
        area=area, agency=agency, name=name, offers=offers, places=places, opened_by=by, opened_at=clock.now()
    )


@operation("cases.keep_project", unless=Project.obstacle_to_keeping)
def change_project(project: Project, *, by: User, offers: str, places: int) -> None:
    """Project changed."""
    taken = Intervention.objects.not_over().filter(project=project).count()
    if places < taken:
        raise Refused(f"{taken} of its places are taken. End support in one first.", field="places")
    project.change(offers=offers, places=places)


@operation("cases.keep_project", unless=Project.obstacle_to_keeping)
def close_project(project: Project, *, by: User) -> None:
    """Project closed. Nobody new is given a place; those who have one keep it."""
    project.change(closed_at=clock.now())
