"""Keeping what an area calls the services that help instead."""

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import AreaOnwardService, OnwardService


@operation("accounts.keep_area")
def add_onward_service(
    area: Area, *, by: User, name: str, instead_of: OnwardService | None = None
) -> AreaOnwardService:
    """Service added. It can be named where a referral or a case ends with its help."""
    own = AreaOnwardService.objects.current().filter(area=area)
    if own.filter(name=name).exists():
        raise Refused("There is a service of this name here.", field="name")
    if instead_of and (other := own.filter(instead_of=instead_of).first()):
        raise Refused(f"{other} takes its place already. Remove that first.", field="instead_of")
    return AreaOnwardService.objects.create(
        area=area, name=name, instead_of=instead_of, added_by=by, added_at=clock.now()
    )


@operation("reference.keep_areaonwardservice", unless=AreaOnwardService.obstacle_to_removal)
def remove_onward_service(service: AreaOnwardService, *, by: User) -> None:
    """Service removed. It is named in nothing new; what was decided goes on saying it."""
    service.change(removed_by=by, removed_at=clock.now())
