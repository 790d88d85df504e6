"""The posts a person can hold, and what someone holds today."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet, TextChoices

from prevent_cases.access import HoldsNoPost


class Within(StrEnum):
    """What a post is held in."""

    AGENCY = "agency"
    AREA = "area"
    PANEL = "panel"


class PostKind(TextChoices):
    OFFICER = "officer", "Officer"
    SAFEGUARDING_LEAD = "safeguarding_lead", "Safeguarding lead"
    REPRESENTATIVE = "representative", "Panel representative"
    FRONT_DOOR = "front_door", "Front door"
    COORDINATOR = "coordinator", "Prevent coordinator"
    ORGANISER = "organiser", "Conference organiser and minute-taker"
    CHAIR = "chair", "Chair"
    DEPUTY = "deputy", "Deputy chair"
    GATEWAY_OFFICER = "gateway_officer", "Police gateway officer"
    GATEWAY_SUPERVISOR = "gateway_supervisor", "Police gateway supervisor"
    PROVIDER = "provider", "Intervention provider"
    GOVERNANCE_LEAD = "governance_lead", "Information governance lead"
    BOARD_MEMBER = "board_member", "Board member"
    ADMINISTRATOR = "administrator", "Administrator"


@dataclass(frozen=True)
class PostRule:
    """Where a post is held, whether it opens cases (then a second person confirms it), and what it is for."""

    within: Within
    sees_cases: bool
    purpose: str


POST_RULES = {
    PostKind.OFFICER: PostRule(Within.AGENCY, False, "Refers people, and follows their own referrals."),
    PostKind.SAFEGUARDING_LEAD: PostRule(Within.AGENCY, True, "Answers for its referrals and handles its cases."),
    PostKind.REPRESENTATIVE: PostRule(Within.AGENCY, True, "Speaks for it at panels and handles its cases."),
    PostKind.FRONT_DOOR: PostRule(Within.AREA, True, "Receives referrals and passes them on."),
    PostKind.COORDINATOR: PostRule(Within.AREA, True, "Triages referrals and keeps every case of the area moving."),
    PostKind.ORGANISER: PostRule(Within.AREA, True, "Organises conferences, writes agendas and takes minutes."),
    PostKind.CHAIR: PostRule(Within.PANEL, True, "Chairs the panel, for the council, and confirms its decisions."),
    PostKind.DEPUTY: PostRule(Within.PANEL, True, "Chairs the panel when the chair cannot."),
    PostKind.GATEWAY_OFFICER: PostRule(Within.AGENCY, True, "Checks that support does not cut across police work."),
    PostKind.GATEWAY_SUPERVISOR: PostRule(Within.AGENCY, True, "Decides for the police with the gateway officer."),
    PostKind.PROVIDER: PostRule(Within.AGENCY, False, "Gives agreed support; reads its briefs and no case."),
    PostKind.GOVERNANCE_LEAD: PostRule(Within.AREA, True, "Answers for how the area keeps and shares information."),
    PostKind.BOARD_MEMBER: PostRule(Within.PANEL, False, "Reads the board's reports; sees no case."),
    PostKind.ADMINISTRATOR: PostRule(Within.AREA, False, "Keeps agencies, people and posts; sees no case."),
}  # fmt: skip

# Given by one person and confirmed by another; a constraint of Post says so.
SEES_CASES = [kind for kind, rule in POST_RULES.items() if rule.sees_cases]
# Likewise the post that gives posts: two invented administrators could otherwise open every case to whoever made them.
# And that of a provider, who reads what is written for them about somebody.
TAKES_TWO = [*SEES_CASES, PostKind.ADMINISTRATOR, PostKind.PROVIDER]
# Whose holders are the agency's group: a case shared with the agency opens to them.
HANDLES_CASES = (
    PostKind.SAFEGUARDING_LEAD,
    PostKind.REPRESENTATIVE,
    PostKind.GATEWAY_OFFICER,
    PostKind.GATEWAY_SUPERVISOR,
)
# Who answer for the support that their agency gives: of whatever kind it is.
GIVES_SUPPORT = (PostKind.PROVIDER, *HANDLES_CASES)
# Who oversee every case of their area.
OVERSEES_AREA = (PostKind.COORDINATOR, PostKind.ORGANISER, PostKind.GOVERNANCE_LEAD)

# From a post to its area, by where it is held.
WAYS_HOME = ("area", "agency__area", "panel__area")
COLUMNS = (
    "kind", *Within, "agency__type", "agency__group", *WAYS_HOME[1:], *(f"{way}__name" for way in WAYS_HOME),
)  # fmt: skip

# What rules compare besides the posts: few keys about one person, named, each given for them and for this moment by a
# query of one column. Read with the posts in one query, so that nothing more is asked for those who have none.
READ_WITH_POSTS: dict[str, Callable[..., QuerySet]] = {}


@dataclass(frozen=True)
class HeldAgency:
    """An agency in which somebody holds a post: its key and what rules ask of it."""

    key: int
    type: str
    group: int
    area: int


@dataclass
class HeldPosts:
    """What one person holds today, as keys, so that a rule compares constants."""

    _held: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    _agencies: dict[int, HeldAgency] = field(default_factory=dict)
    # The areas this person works in, by whatever post, and their names.
    home_areas: dict[int, str] = field(default_factory=dict)
    _kept: dict[Any, Any] = field(default_factory=dict)
    # What was read with them (``READ_WITH_POSTS``).
    read_with: dict[str, tuple[int, ...]] = field(default_factory=lambda: dict.fromkeys(READ_WITH_POSTS, ()))
    _are_needed: bool = False

    @classmethod
    def of(cls, rows: Iterable[tuple]) -> "HeldPosts":
        """From the columns :data:`COLUMNS` of current posts: every operation reads them, so no more than is needed.

        Behind these each row has what is read with posts, which is the same in all.
        """
        held = cls()
        for row in (dict(zip((*COLUMNS, *READ_WITH_POSTS), values, strict=True)) for values in rows):
            held.read_with = {name: row[name] for name in READ_WITH_POSTS}
            for within in Within:
                if row[within]:
                    held._held[row["kind"], within].add(row[within])
            home = next(way for way in WAYS_HOME if row[way])
            held.home_areas[row[home]] = row[f"{home}__name"]
            if key := row[Within.AGENCY]:
                held._agencies[key] = HeldAgency(key, row["agency__type"], row["agency__group"], row["agency__area"])
        return held

    def kept(self, name: Any, make: Callable[[], Any]) -> Any:
        """What ``make`` made the first time, for whoever comes again on this day with the same posts (docs/adr/0018).

        It is made of these alone, and of nothing in the database that changes. ``name`` says all else it is made of.
        """
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    @contextmanager
    def needed(self) -> Iterator[None]:
        """While a ground asks: without any post of a kind it asks for, it opens nothing (``HoldsNoPost``)."""
        before, self._are_needed = self._are_needed, True
        try:
            yield
        finally:
            self._are_needed = before

    def _keys(self, within: Within, kinds: Iterable[str]) -> set[int]:
        keys = set().union(*(self._held.get((kind, within), ()) for kind in kinds))
        if self._are_needed and not keys:
            raise HoldsNoPost
        return keys

    def agencies(self, *kinds: str) -> set[int]:
        return self._keys(Within.AGENCY, kinds or PostKind.values)

    def held_agencies(self, *kinds: str, type: str = "") -> list[HeldAgency]:
        """The same with what is known of them; of one type, or all."""
        held = [self._agencies[key] for key in self.agencies(*kinds)]
        return [agency for agency in held if type in ("", agency.type)]

    @property
    def groups(self) -> set[int]:
        """The guardian groups of the agencies whose cases this person handles."""
        return {agency.group for agency in self.held_agencies(*HANDLES_CASES)}

    def areas(self, *kinds: str) -> set[int]:
        return self._keys(Within.AREA, kinds or PostKind.values)

    def panels(self, *kinds: str) -> set[int]:
        return self._keys(Within.PANEL, kinds or PostKind.values)

    def holds(self, *kinds: str) -> bool:
        return any(self._held.get((kind, within)) for kind in kinds for within in Within)
