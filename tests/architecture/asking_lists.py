"""Lists and searches, asked with what is drawn by lot, and held against what is right by hand."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse

from cases.models import Case
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import Agency, Area, Sector, User
from referrals.models import Referral
from tests.architecture.asked_of_lists import DECIDED, LISTS, UNDECIDED, Listed, Said, last, right, token
from tests.architecture.asked_of_search import BY_NAME, OWN, found, name_drawn, words_drawn
from tests.architecture.seen_and_unseen import DAYS

# So that there are several pages of few records, and more than are counted.
SIZE, MOST_COUNTED, MOST_FOUND = 4, 15, 2
# Of those who refer here.
SECTORS = ("education", "police", "local_authority", "health")
# When cases are ten years over, and are reviewed.
LATER = 4020
# How often each is drawn.
SEARCHES, WORKLISTS = 0.25, 0.35
OF_WORKLIST = [name for name in LISTS if name.endswith("list_referrals")]
OF_ALL = [name for name, listed in LISTS.items() for _ in range(4 if listed.asked else 1)]


@dataclass(frozen=True)
class Combination:
    """Who asks what of which address, and how many days on."""

    name: str
    who: str
    said: Said
    days: int = 0

    def __str__(self) -> str:
        return f"{self.name} asked by {self.who} on day {self.days} with {self.said}"


@dataclass
class Readers:
    """Everybody, signed in, with what the rules say that each of them may see."""

    people: dict[str, User]
    began: datetime
    clients: dict[tuple[str, int], Client] = field(default_factory=dict)
    may_see: dict[tuple[str, str, int], list[Any]] = field(default_factory=dict)

    @contextmanager
    def on(self, days: int) -> Iterator[None]:
        with clock.at(self.began + timedelta(days=days)):
            yield

    def client(self, who: str, days: int) -> Client:
        if (who, days) not in self.clients:
            client = Client()
            client.force_login(self.people[who])
            client.get(reverse("privacy"))  # Afterwards the session is as it stays.
            self.clients[who, days] = client
        return self.clients[who, days]

    def seen(self, who: str, permission: str, days: int) -> list[Any]:
        asked = who, permission, days
        if asked not in self.may_see:
            self.may_see[asked] = list(rules[permission].model.objects.permitted(self.people[who], permission))
        return self.may_see[asked]


class Lots:
    """Draws combinations."""

    def __init__(self, readers: Readers, dice: Random):
        self.readers, self.dice = readers, dice
        self.references = [
            *Referral.objects.values_list("reference", flat=True), *Case.objects.values_list("reference", flat=True)
        ]  # fmt: skip
        self.agencies = list(Agency.objects.values_list("slug", flat=True))
        self.areas = list(Area.objects.values_list("slug", flat=True))
        # A day on which some are due, and others overdue.
        began, due = clock.day_of(readers.began), Referral.objects.exclude(due_on=None).values_list("due_on", flat=True)
        self.days = min(days for days in ((each - began).days for each in due) if days >= DAYS)

    def draw(self) -> Combination:
        dice = self.dice
        who = dice.choice(list(self.readers.people))
        if dice.random() < SEARCHES:
            return Combination(dice.choice(("home:search", "home_api:search")), who, self.for_search(), self.days)
        name = dice.choice(OF_WORKLIST if dice.random() < WORKLISTS else OF_ALL)
        days = LATER if dice.random() < (0.5 if "keeping" in LISTS[name].asked else 0.02) else self.days
        with self.readers.on(days):
            if dice.random() < 0.9 and not self.readers.seen(who, LISTS[name].permission, days):
                return self.draw()  # Seldom where there is nothing to choose from.
            return Combination(name, who, self.for_list(LISTS[name], who, days), days)

    def for_search(self) -> Said:
        where = self.dice.choice((BY_NAME, BY_NAME, OWN, OWN, *self.areas, "nowhere"))
        words = name_drawn(self.dice, self.references) if where == BY_NAME else words_drawn(self.dice)
        return {"words": [words], "where": [where], "purpose": [self.dice.choice(("", "To see.", "To see."))]}

    def for_list(self, listed: Listed, who: str, days: int) -> Said:
        dice = self.dice
        said = {name: self.value_of(name) for name in listed.asked if dice.random() < 0.3}
        if dice.random() < 0.1:  # What is asked of another list, or of none.
            said |= {name: ["yes"] for name in ("colour", "user", "owner")}
        if dice.random() < 0.3:
            said["after"] = [self.start(listed, said, who, days)]
        return said

    def value_of(self, name: str) -> list[str]:
        dice = self.dice
        drawn = {
            "q": lambda: [dice.choice((name_drawn(dice, self.references), "", "  ", "x" * 101))],
            "stage": lambda: [dice.choice(("", "all", "all", "all", "open", *UNDECIDED, *DECIDED, "nowhere"))],
            "only": lambda: dice.sample(("urgent", "overdue", "mine", "blue"), dice.choice((1, 1, 1, 2, 3))),
            "sector": lambda: [dice.choice(("", *SECTORS, *SECTORS, *Sector.values, "nowhere"))],
            "agency": lambda: [dice.choice((*self.agencies, "none-of-these", "no such slug!"))],
            "sort": lambda: dice.choice((["due"], ["newest"], ["newest", "due"], ["by colour"])),
        }
        return drawn[name]() if name in drawn else [dice.choice(("", "yes", "no"))]

    def start(self, listed: Listed, said: Said, who: str, days: int) -> str:
        """After a record that is seen, or one that is not; or nowhere."""
        by = listed.by(said)
        seen = self.readers.seen(who, listed.permission, days)
        every = list(rules[listed.permission].model._base_manager.all()) if self.dice.random() < 0.3 else seen
        places = [token(each, by) for each in every] + ["2345678923", f"{clock.today()}_2345678923", "soon_2"]
        return self.dice.choice(places)


@dataclass
class Outcome:
    """What is answered otherwise than is right; and how many answers showed something, led on, or were refused."""

    faults: list[str] = field(default_factory=list)
    shown: int = 0
    led_on: int = 0
    refused: int = 0

    def __str__(self) -> str:
        return f"{self.shown} showed something, {self.led_on} that there is more, {self.refused} were refused"


def ask(readers: Readers, combinations: Iterable[Combination]) -> Outcome:
    outcome = Outcome()
    for asked in combinations:
        got, expected = answered(readers, asked)
        if got != expected:
            outcome.faults.append(f"{asked}: got {got}, and right is {expected}")
        if isinstance(got, int):
            outcome.refused += 1
        else:
            outcome.shown += bool(got[0])
            outcome.led_on += bool(got[1])
    return outcome


def answered(readers: Readers, asked: Combination) -> tuple[Any, Any]:
    """What is answered, and what would be right; of what the question leaves behind nothing stays."""
    with readers.on(asked.days):
        readers.client(asked.who, asked.days)  # Whoever asks stays signed in.
        with transaction.atomic():
            found = (of_search if asked.name.endswith(":search") else of_list)(readers, asked)
            transaction.set_rollback(True)
    return found


def of_list(readers: Readers, asked: Combination) -> tuple[Any, Any]:
    """The references on the page, where the next begins, and in what words it counts: got, and right."""
    listed, reader = LISTS[asked.name], readers.people[asked.who]
    wanted = right(listed, readers.seen(asked.who, listed.permission, asked.days), asked.said, reader, SIZE)
    got = readers.client(asked.who, asked.days).get(reverse(asked.name), asked.said)
    if got.status_code != 200 or wanted is None:
        return got.status_code, 404 if wanted is None else 200
    if "_api:" in asked.name:
        answer = got.json()
        return ([each["reference"] for each in answer["results"]], answer["next"]), (wanted.references, wanted.next)
    words = f"More than {MOST_COUNTED}" if wanted.many > MOST_COUNTED else str(wanted.many)
    page = got.context["page"]
    says = not wanted.next or f"{words} in all" in got.content.decode()
    return (
        ([each.reference for each in page.records], page.next, page.count_words, says),
        (wanted.references, wanted.next, words, True),
    )


def of_search(readers: Readers, asked: Combination) -> tuple[Any, Any]:
    """What is found, and whether there is more: got, and right."""
    words, where, purpose = (last(asked.said, name) for name in ("words", "where", "purpose"))
    reader = readers.people[asked.who]
    wanted = found(reader, lambda name: readers.seen(asked.who, name, asked.days), words, where, purpose)
    said = {"words": words, "where": where} | ({} if where in (BY_NAME, OWN) else {"purpose": purpose})
    is_api = "_api:" in asked.name
    sent = {"content_type": "application/json"} if is_api else {}
    got = readers.client(asked.who, asked.days).post(reverse(asked.name), said, **sent)
    if got.status_code != 200 or wanted is None:
        return got.status_code, 422 if wanted is None else 200
    if is_api:
        answer = got.json()
        all_found = [(each["reference"], [place["title"] for place in each["places"]]) for each in answer["found"]]
        has_more = answer["has_more"]
    else:
        all_found = [(each.case.reference, [place.title for place in each.places]) for each in got.context["found"]]
        has_more = got.context["has_more"]
    return (all_found, has_more), (wanted[:MOST_FOUND], len(wanted) > MOST_FOUND)
