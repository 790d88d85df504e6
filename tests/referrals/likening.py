"""Loading many invented people past the operations, as the owner of the tables, and measuring how they are found."""

import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from django.db import connection, connections
from django.utils import timezone

from benchmarks.measuring import cpu_seconds_of
from prevent_cases.accounts.models import User
from referrals.candidates import described
from referrals.matching.keys import kept_keys
from referrals.models import Referral
from tests import factories
from tests.referrals.corrupting import TODAY, Person, corrupted, draw

AT = timezone.make_aware(timezone.datetime(TODAY.year, TODAY.month, TODAY.day, 9))
BATCH = 5000


def said_by(person: Person) -> dict:
    return {
        "given_names": person.given_names,
        "family_name": person.family_name,
        "other_names": person.other_names,
        "born_on": person.born_on,
        "age_given": person.age,
        "address": person.address,
        "submitted_at": AT,
    }


def load(people: list[Person], officer: User) -> None:
    """One individual with one referral for each, otherwise like one that was truly sent."""
    sent = factories.referral(officer, given_names="Zyx", family_name="Qwv", born_on=None, address="")
    columns = [column.attname for column in Referral._meta.concrete_fields]
    like_that = {column: getattr(sent, column) for column in columns} | {"stage": "ended"}
    tables = [f"referrals_{table}" for table in ("individual", "referral", "identitylink", "matchkey")]
    with connections["owner"].cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for start in range(0, len(people), BATCH):
            said = [(key_of(start + place), said_by(each)) for place, each in enumerate(people[start : start + BATCH])]
            insert(cursor, "individual (id, reference, area_id, given_names, family_name, born_on)", [
                (key, f"I{key:09}", sent.area_id, each["given_names"], each["family_name"], each["born_on"])
                for key, each in said
            ])  # fmt: skip
            insert(cursor, f"referral ({', '.join(columns)})", [
                tuple((like_that | each | {"id": key, "reference": f"R{key:09}"})[column] for column in columns)
                for key, each in said
            ])  # fmt: skip
            insert(cursor, "identitylink (referral_id, individual_id, made_at)", [(key, key, AT) for key, _ in said])
            insert(cursor, "matchkey (key, individual_id, made_at)", [
                (number, key, AT) for key, each in said for number in kept_keys(described(each))
            ])  # fmt: skip
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            cursor.execute(f"VACUUM ANALYZE {table}")


def key_of(place: int) -> int:
    """Beyond those that the operations have made."""
    return 1000 + place


def insert(cursor, into: str, rows: list[tuple]) -> None:
    places = "(" + ", ".join(["%s"] * len(rows[0])) + ")"
    values = b", ".join(cursor.cursor.mogrify(places, row) for row in rows)
    cursor.execute(f"INSERT INTO referrals_{into} VALUES {values.decode()}")


@dataclass
class Measured:
    """How the corrupted were found: by origin how many were asked for and how many found, and how long it took."""

    asked: Counter = field(default_factory=Counter)
    found: Counter = field(default_factory=Counter)
    shown: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    first: int = 0
    at_the_top: int = 0
    times: list[float] = field(default_factory=list)
    cpu_times: list[float] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found.total() / self.asked.total()

    @property
    def precision_of_the_first(self) -> float:
        """Where anybody is found, how often the first of the list is the right one."""
        return self.first / self.at_the_top

    def recall_of(self, origin: str) -> float:
        return self.found[origin] / self.asked[origin]

    @property
    def worst(self) -> str:
        return min(self.asked, key=self.recall_of)

    @property
    def longest_lists(self) -> str:
        return max(self.shown, key=lambda origin: statistics.mean(self.shown[origin]))

    def milliseconds(self, percent: int, times: list[float]) -> float:
        return 1000 * statistics.quantiles(times, n=100)[percent - 1]


def measure(people: list[Person], number: int, look: Callable[[Referral], list[int]]) -> Measured:
    """Refer so many of the loaded people again, corrupted; ``look`` gives the keys of whom it finds. Writes nothing."""
    dice, measured = Random("corrupted"), Measured()
    for index in dice.sample(range(len(people)), number):
        person = people[index]
        again = Referral(pk=key_of(len(people)), **said_by(corrupted(person, dice)))
        cpu, began = cpu_seconds(), time.perf_counter()
        found = look(again)
        measured.times.append(time.perf_counter() - began)
        measured.cpu_times.append(cpu_seconds() - cpu)
        measured.asked[person.origin] += 1
        measured.found[person.origin] += key_of(index) in found
        measured.shown[person.origin].append(len(found))
        measured.at_the_top += bool(found)
        measured.first += found[:1] == [key_of(index)]
    return measured


def cpu_seconds() -> float:
    """What this process and its PostgreSQL process have used of the processors: the same on a busy machine."""
    connection.ensure_connection()
    return time.process_time() + cpu_seconds_of(connection.connection.info.backend_pid)


def drawn(number: int) -> list[Person]:
    return draw(number, Random("people"))
