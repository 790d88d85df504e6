"""What is learnt of somebody's age. What rests on it in their case follows by the operations of cases that call it."""

from datetime import date

from django.db.models import QuerySet

from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused
from referrals.candidates import write_keys
from referrals.models import AgeSaid, Individual, Referral, age_known, age_on, learnt_of, said_of

OLDEST = 120


def say_age(
    individual: Individual,
    *,
    by: User,
    through: QuerySet[Referral],
    source: str,
    born_on: date | None = None,
    age: int | None = None,
) -> None:
    """Learn a birthday, or about how old somebody is, from whoever is named as the source: ``learnt_of`` whom."""
    if (born_on is None) == (age is None):
        raise Refused("Say when they were born or, if nobody knows the day, about how old they are.", field="born_on")
    if born_on and not 0 <= age_on(born_on, clock.today()) <= OLDEST:
        raise Refused("Nobody alive was born on that day.", field="born_on")
    if age is not None and not 0 <= age <= OLDEST:
        raise Refused("Nobody is as old as that.", field="age")
    if age is not None and individual.born_on:
        raise Refused("Their birthday is known. If it is wrong, say the right one.", field="age")
    of = learnt_of(individual, through)
    AgeSaid.objects.create(individual=of, born_on=born_on, age=age, source=source, said_by=by, said_at=clock.now())
    settle_age(individual)


def carry_age(individual: Individual, to: Individual, *, by: User, source: str) -> None:
    """Let what was learnt of somebody's age in one area be known in another."""
    if said := said_of(individual).first():
        known = {"born_on": individual.born_on} if individual.born_on else {"age": said.age}
        AgeSaid.objects.create(individual=to, source=source, said_by=by, said_at=said.said_at, **known)
        settle_age(to)


def settle_age(individual: Individual) -> None:
    """Make an individual as old as what is said of them comes to, now that something else is, and found by it."""
    individual.change(**age_known(individual))
    write_keys(individual)
