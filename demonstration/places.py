"""Opening the areas: their agencies, panels and people, as administrators would have done it two years ago."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password

from demonstration import areas
from demonstration.accounts import ACCOUNTS, WAITING, Account
from demonstration.diary import Diary
from prevent_cases import clock
from prevent_cases.accounts import operations
from prevent_cases.accounts.models import Agency, Area, Panel, User, system_user
from prevent_cases.accounts.posts import POST_RULES, PostKind, Within


@dataclass
class Place:
    """An area with what is in it, by name, and its people by the part of their address before the @."""

    area: Area
    agencies: dict[str, Agency]
    panels: dict[str, Panel]
    people: dict[str, User]

    @property
    def coordinator(self) -> User:
        return self.people["coordinator"]

    @property
    def organiser(self) -> User:
        return self.people.get("organiser", self.coordinator)

    @property
    def chair(self) -> User:
        return self.people["chair"]

    def agency_of(self, kind: str) -> Agency | None:
        """The first agency of a type."""
        return next((agency for agency in self.agencies.values() if agency.type == kind), None)

    def speaks_for(self, agency: Agency) -> User | None:
        """Who handles the agency's cases."""
        for account in ACCOUNTS:
            if account.area == self.area.name and any(
                kind in (PostKind.REPRESENTATIVE, PostKind.SAFEGUARDING_LEAD) and place == agency.name
                for kind, place in account.posts
            ):
                return self.people[account.email.partition("@")[0]]
        return None


def open_places(now: datetime, diary: Diary) -> dict[str, Place]:
    """All three areas, ready for their first referral."""
    return {name: _open(name, sittings, diary) for name, sittings in areas.panels(now).items()}


def _open(name: str, sittings: list[areas.Sitting], diary: Diary) -> Place:
    service = system_user()
    accounts = [account for account in ACCOUNTS if account.area == name]
    administrators = [account for account in accounts if account.posts == ((PostKind.ADMINISTRATOR, ""),)]
    others = [account for account in accounts if account not in administrators]
    area = operations.open_area(
        service, by=service, name=name, administrators=[(account.email, account.name) for account in administrators]
    )
    first, second = (User.objects.get(email=account.email) for account in administrators)
    place = Place(area, {}, {}, {"admin": first, "admin2": second})
    for agency, kind, sector in areas.AGENCIES[name]:
        place.agencies[agency] = operations.add_agency(
            area, by=first, name=agency, type=kind, sector=sector, serves_all_areas=kind == "provider"
        )
    for sitting in sittings:
        place.panels[sitting.name] = operations.open_panel(area, by=first, **sitting.details())
    for account in others:
        for post in give_posts(place, account):
            if not post.confirmed_at:
                operations.confirm_post(post, by=second)
            place.people[account.email.partition("@")[0]] = post.user
    for days, account in WAITING:
        if account.area == name:
            diary.enter(diary.until - timedelta(days=days), lambda account=account: give_posts(place, account))
    return place


def give_posts(place: Place, account: Account) -> list:
    """The posts of one person, given by the first administrator."""
    given = []
    for kind, where in account.posts:
        within = POST_RULES[kind].within
        held_in = {Within.AGENCY: place.agencies, Within.PANEL: place.panels}.get(within)
        more = {str(within): held_in[where]} if held_in else {}
        given.append(
            operations.give_post(
                place.area, by=place.people["admin"], email=account.email, name=account.name, kind=kind, **more
            )
        )
    return given


def let_everybody_sign_in(password: str) -> None:
    """Give all accounts the password of the demonstration, hashed once: Argon2 takes its time over each."""
    emails = [account.email for account in ACCOUNTS] + [account.email for _, account in WAITING]
    User.objects.filter(email__in=emails).update(password=make_password(password))
