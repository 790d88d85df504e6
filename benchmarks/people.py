"""The people of the benchmarks, made through the operations: the area where pages are measured, and one beside it."""

from dataclasses import dataclass
from datetime import timedelta

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Area, Panel, Sector, User
from prevent_cases.accounts.posts import PostKind
from tests import factories


@dataclass(frozen=True)
class Place:
    """An area with its panel, a school that refers, and agencies with which its cases are shared by turns."""

    area: Area
    panel: Panel
    school: Agency
    officer: User
    coordinator: User
    agencies: list[Agency]


@dataclass(frozen=True)
class People:
    """Everybody who reads a page here. ``few`` and ``rare`` are the agencies that see little of all there is."""

    here: Place
    elsewhere: Place
    chair: User
    police: Agency
    police_representative: User
    few: Agency
    few_representative: User
    rare: Agency
    rare_representative: User


def make_people() -> People:
    here, elsewhere = make_place("Harrowmere", 12), make_place("Eastvale", 4)
    area = here.area
    police = factories.agency(area, "Harrowmere Police", AgencyType.POLICE, Sector.POLICE)
    few = factories.agency(area, "Children's Services", AgencyType.CHILDREN, Sector.LOCAL_AUTHORITY)
    rare = factories.agency(area, "Harbour Housing", AgencyType.HOUSING, Sector.LOCAL_AUTHORITY)
    return People(
        here=here,
        elsewhere=elsewhere,
        chair=factories.person(here.panel, PostKind.CHAIR, "Charles Chair"),
        police=police,
        police_representative=factories.person(police, PostKind.REPRESENTATIVE, "Perry Police"),
        few=few,
        few_representative=factories.person(few, PostKind.REPRESENTATIVE, "Rosa Representative"),
        rare=rare,
        rare_representative=factories.person(rare, PostKind.REPRESENTATIVE, "Rory Representative"),
    )


def make_place(name: str, many: int) -> Place:
    area = factories.area(name)
    panel = factories.panel(
        area,
        acts_as_channel=True,
        cadence="FREQ=WEEKLY;INTERVAL=2",
        first_meeting_at=clock.now() + timedelta(days=1),
    )
    school = factories.agency(area, "Larkfield School")
    agencies = [
        factories.agency(area, f"Family Support {number}", AgencyType.VOLUNTARY, Sector.COMMUNITY)
        for number in range(many)
    ]
    officer = factories.person(school, PostKind.OFFICER, "Olive Officer")
    coordinator = factories.person(area, PostKind.COORDINATOR, "Cora Coordinator")
    return Place(area, panel, school, officer, coordinator, agencies)
