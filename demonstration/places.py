"""Opening the areas: their agencies, panels and people, as administrators would have done it two years ago."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password

from demonstration import areas, who_helps, words
from demonstration.accounts import ACCOUNTS, WAITING, Account
from demonstration.diary import Diary
from demonstration.errands import carry_out_errands
from prevent_cases.accounts import operations
from prevent_cases.accounts.models import Agency, AgencyType, Area, Panel, Post, User, system_user
from prevent_cases.accounts.posts import HANDLES_CASES, POST_RULES, PostKind, Within
from prevent_cases.reference.models import GatewayPolicy
from prevent_cases.reference.operations import confirm_policy, decide_policy
from referrals.operations import add_routing_row


@dataclass
class Place:
    """An area with what is in it, by name, and its people by the part of their address before the @."""

    area: Area
    agencies: dict[str, Agency] = field(default_factory=dict)
    panels: dict[str, Panel] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    # What each works for, and who handles the cases of each.
    agency_of: dict[User, Agency] = field(default_factory=dict)
    handler_of: dict[Agency, User] = field(default_factory=dict)
    # Of Eastmarsh, and at work in all areas.
    provider: Agency | None = None
    # Who gives support for it.
    giver: User | None = None

    @property
    def coordinator(self) -> User:
        return self.people["coordinator"]

    @property
    def front_door(self) -> User | None:
        """Who receives referrals where the coordinator does not do it alone."""
        return self.people.get("frontdoor")

    @property
    def gateway(self) -> User:
        return self.people.get("gateway", self.people["police"])

    @property
    def organiser(self) -> User:
        return self.people.get("organiser", self.coordinator)

    @property
    def chair(self) -> User:
        return self.people["chair"]

    def first_agency(self, kind: AgencyType) -> Agency:
        return next(agency for agency in self.agencies.values() if agency.type == kind)

    def enter(self, post: Post) -> None:
        """Remember who holds a post."""
        self.people[post.user.email.partition("@")[0]] = post.user
        if post.agency:
            self.agency_of[post.user] = post.agency
            if post.kind in HANDLES_CASES:
                self.handler_of[post.agency] = post.user


def open_places(now: datetime, diary: Diary) -> dict[str, Place]:
    """All three areas, ready for their first referral."""
    places = {name: _open(name, sittings, diary) for name, sittings in areas.panels(now).items()}
    for place in places.values():
        place.provider = places["Eastmarsh"].first_agency(AgencyType.PROVIDER)
        place.giver = places["Eastmarsh"].people["provider"]
        who_helps.open_rooms(place, place.people["admin"])
    who_helps.approve(place.provider, places["Eastmarsh"].people["admin"])
    return places


def _open(name: str, sittings: list[areas.Sitting], diary: Diary) -> Place:
    service = system_user()
    accounts = [account for account in ACCOUNTS if account.area == name]
    administrators = [account for account in accounts if account.posts == ((PostKind.ADMINISTRATOR, ""),)]
    others = [account for account in accounts if account not in administrators]
    area = operations.open_area(
        service, by=service, name=name, administrators=[(account.email, account.name) for account in administrators]
    )
    first, second = (User.objects.get(email=account.email) for account in administrators)
    place = Place(area, people={"admin": first, "admin2": second})
    for agency, kind, sector in areas.AGENCIES[name]:
        place.agencies[agency] = operations.add_agency(
            area, by=first, name=agency, type=kind, sector=sector, serves_all_areas=kind == AgencyType.PROVIDER
        )
    for sitting in sittings:
        panel = place.panels[sitting.name] = operations.open_panel(area, by=first, **sitting.details())
        if sitting.takes:
            youngest, oldest = sitting.takes
            add_routing_row(area, by=first, position=len(place.panels), panel=panel, youngest=youngest, oldest=oldest)
    for account in others:
        for post in give_posts(place, account):
            if not post.confirmed_at:
                operations.confirm_post(post, by=second)
            place.enter(post)
    if name == "Stonewharf":
        agreed = {"used": False, "agreement": words.NO_GATEWAY, "reason": "The local agreement, renewed every year."}
        policy = decide_policy(area, by=first, policy=GatewayPolicy, **agreed)
        confirm_policy(area, by=second, decision=policy)
    for days, account in WAITING:
        if account.area == name:
            given_at = diary.until - timedelta(days=days)
            diary.enter(given_at, lambda account=account: give_posts(place, account))
            diary.enter(given_at, carry_out_errands)
    return place


def give_posts(place: Place, account: Account) -> list[Post]:
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
