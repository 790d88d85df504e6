"""What is learnt of the age of whom a case is about, and what follows from it there."""

from datetime import date

import referrals.operations
from cases.models import Case
from cases.operations.consent import stand_by_age
from prevent_cases.accounts.models import User
from prevent_cases.operations import operation


@operation("cases.record_birthday")
def record_birthday(case: Case, *, by: User, source: str, born_on: date | None = None, age: int | None = None) -> None:
    """Birthday or age recorded. Who agrees to support, and until when, follows from it.

    What a parent agreed to ends on the eighteenth birthday (section 36 with its notes). Also of a case that has ended:
    letters and the keeping of it depend on the age.
    """
    referrals.operations.say_age(case.individual, by=by, source=source, born_on=born_on, age=age)
    stand_by_age(case.individual, by=by)
