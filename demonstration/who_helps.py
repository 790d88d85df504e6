"""Who can give support: the provider is approved for all this time, and housing has a project with a few places."""

from datetime import date

import cases.operations
from cases.models import Project
from prevent_cases.accounts.models import Agency, AgencyType

APPROVED = {
    "approved_from": date(2020, 1, 1),
    "approved_until": date(2099, 12, 31),
    "specialism": "People drawn in online; grief and anger; work with families.",
    "languages": "English, Polish, Urdu",
    "capacity": 40,
}
ROOMS = {"name": "Rooms to begin again", "offers": "A room with a key worker, for up to a year.", "places": 4}


def approve(provider: Agency, by) -> None:
    cases.operations.record_approval(provider.area, by=by, agency=provider, **APPROVED)


def open_rooms(place, by) -> None:
    housing = place.first_agency(AgencyType.HOUSING)
    cases.operations.open_project(place.area, by=by, agency=housing, **ROOMS)


def rooms_of(place) -> Project:
    return Project.objects.get(area=place.area, closed_at=None)
