"""What is learnt of the age of whom a case is about, and what follows from it there."""

from datetime import date

from django.db.models import QuerySet

import referrals.operations
from cases.models import Case
from cases.operations.consent import stand_by_age
from cases.operations.keeping import keep_by_table
from prevent_cases.accounts.models import User
from prevent_cases.operations import operation
from referrals.models import Individual, Referral


@operation("cases.record_birthday")
def record_birthday(case: Case, *, by: User, source: str, born_on: date | None = None, age: int | None = None) -> None:
    """Birthday or age recorded. Who agrees to support, and until when, follows from it.

    What a parent agreed to ends on the eighteenth birthday (section 36 with its notes). Also of a case that has ended:
    letters and the keeping of it depend on the age.
    """
    of_carried = Referral.objects.filter(carried_by__case=case)
    referrals.operations.say_age(case.individual, by=by, through=of_carried, source=source, born_on=born_on, age=age)
    go_by_age(case.individual, by=by)


def go_by_age(individual: Individual, *, by: User) -> None:
    """Let what rests on somebody's age follow from what is known of it now: agreement, or how long a case is kept."""
    for case in cases_of(individual):
        if case.is_live:
            stand_by_age(case, by=by)
        else:
            keep_by_table(case)


def cases_of(*individuals: Individual) -> QuerySet[Case]:
    """Theirs, locked: whoever records what rests on their age does so before or after."""
    return Case.objects.filter(individual__in=individuals).order_by("pk").select_for_update(no_key=True)
