"""Areas, agencies, people and what areas decide."""

from datetime import date

from django.utils.text import slugify

from cases import operations as cases
from cases.models import ProviderApproval
from prevent_cases import clock
from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Agency, AgencyType, Area, Panel, PanelKind, Post, Sector, User, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference import operations as reference
from prevent_cases.reference.models import (
    Contact,
    ContactKind,
    DayOverride,
    Policy,
)
from prevent_cases.reference.working_days import WorkingDays
from referrals import operations as referrals
from referrals.models import (
    RoutingRow,
)


def area(name: str = "Harrowmere") -> Area:
    people = [(address(f"{which} administrator", name), f"{which} Administrator") for which in ("Ada", "Ben")]
    return accounts.open_area(system_user(), by=system_user(), name=name, administrators=people)


def administrators(area: Area) -> list[User]:
    """The two people who were there when the area was opened."""
    return list(User.objects.filter(held_posts__area=area, held_posts__kind=PostKind.ADMINISTRATOR).order_by("pk")[:2])


def agency(
    area: Area, name: str = "Larkfield School", type=AgencyType.SCHOOL, sector=Sector.EDUCATION, **more
) -> Agency:
    """A provider is approved, for as long as any test looks ahead."""
    by = administrators(area)[0]
    made = accounts.add_agency(area, by=by, name=name, type=type, sector=sector, **more)
    if type == AgencyType.PROVIDER:
        approval(made, by)
    return made


def approval(provider: Agency, by: User, **said) -> ProviderApproval:
    given = {
        "approved_from": date(2000, 1, 1),
        "approved_until": date(2099, 12, 31),
        "specialism": "Grief and anger.",
        "languages": "English",
        "capacity": 50,
    }
    return cases.record_approval(provider.area, by=by, agency=provider, **given | said)


def panel(area: Area, name: str = "Channel Panel", kind=PanelKind.CHANNEL, **more) -> Panel:
    return accounts.open_panel(area, by=administrators(area)[0], name=name, kind=kind, **more)


def routing_row(panel: Panel, position: int = 10, **fitting) -> RoutingRow:
    """A row of the area's table that leads to a panel."""
    area = panel.area
    return referrals.add_routing_row(area, by=administrators(area)[0], position=position, panel=panel, **fitting)


def policy(area: Area, policy: type[Policy], **decided) -> Policy:
    """A policy in force: decided by one administrator and, where it takes two, confirmed by the other."""
    first, second = administrators(area)
    said = {"reason": "Agreed by the partnership."}
    made = reference.decide_policy(area, by=first, policy=policy, **said | decided)
    if not made.counts:
        reference.confirm_policy(area, by=second, decision=made)
    return made


def contact(area: Area, **details: str) -> Contact:
    said = {"kind": ContactKind.POLICE, "name": "Harrowmere Police", "telephone": "01632 960 100"}
    return reference.add_contact(area, by=administrators(area)[0], **said | details)


def day_off(area: Area, day: date | None = None, name: str = "Founders' Day") -> DayOverride:
    """A working day taken away: that day, or one in about two weeks."""
    day = day or WorkingDays.of(area).after(clock.today(), 10)
    return reference.override_day(area, by=administrators(area)[0], day=day, is_worked=False, name=name)


def post(place: Area | Agency | Panel, kind: PostKind, name: str = "Robin Example", **more) -> Post:
    """A post in force: given by one administrator and, where it opens cases, confirmed by the other."""
    area = place if isinstance(place, Area) else place.area
    giver, second = administrators(area)
    where = {} if isinstance(place, Area) else {place._meta.model_name: place}
    given = accounts.give_post(area, by=giver, email=address(name, area.name), name=name, kind=kind, **where, **more)
    if not given.confirmed_at:
        accounts.confirm_post(given, by=second)
    return given


def person(place: Area | Agency | Panel, kind: PostKind, name: str = "Robin Example", **more) -> User:
    """Somebody who holds such a post."""
    return post(place, kind, name, **more).user


def address(name: str, area: str) -> str:
    return f"{slugify(name)}@{slugify(area)}.example"
