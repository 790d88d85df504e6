"""Keeping what the person or a parent says about their case, and saying that it was noted in error."""

from datetime import date

from cases.models import Case, OwnAccount
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


@operation("cases.note_own_account", unless=Case.obstacle_to_hearing)
def note_own_account(
    case: Case, *, by: User, whose: str, how: str, said_on: date, words: str, name: str = ""
) -> OwnAccount:
    """Own words noted. They stand as they were said, wherever the case is told of.

    Also once it has ended: whoever it is about has their say as long as it is kept (process, part 6). Where another
    area has taken it on, it is noted there: nothing is added to what went over.
    """
    if said_on > clock.today():
        raise Refused("The day cannot be in the future.", field="said_on")
    return OwnAccount.objects.create(
        case=case, whose=whose, name=name, how=how, said_on=said_on, words=words, noted_by=by, noted_at=clock.now()
    )


@operation("cases.record_own_account_in_error", unless=OwnAccount.obstacle_to_error)
def record_own_account_in_error(account: OwnAccount, *, by: User, reason: str) -> None:
    """Own words noted in error. They stay and say so."""
    account.say_in_error(by, reason)
