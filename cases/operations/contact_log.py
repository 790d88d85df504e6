"""The contact log: what was said to whom and when, and what of it was recorded in error."""

from datetime import date

from cases.models import Case, LoggedContact
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


@operation("cases.log_contact", unless=Case.obstacle_to_hearing)
def log_contact(
    case: Case,
    *,
    by: User,
    way: str,
    contact_with: str,
    contacted_on: date,
    reached: bool,
    what: str,
    name: str = "",
) -> LoggedContact:
    """Contact logged.

    Also once the case has ended: a parent rings, or a letter comes back. That is noted beside it as long as it is kept,
    and changes nothing of how it ended. Where another area has taken it on, it is logged there.
    """
    if contacted_on > clock.today():
        raise Refused("The day of the contact cannot be in the future.", field="contacted_on")
    return LoggedContact.objects.create(
        case=case,
        way=way,
        contact_with=contact_with,
        name=name,
        contacted_on=contacted_on,
        reached=reached,
        what=what,
        logged_by=by,
        logged_at=clock.now(),
    )


@operation("cases.record_contact_in_error", unless=LoggedContact.obstacle_to_error)
def record_contact_in_error(contact: LoggedContact, *, by: User, reason: str) -> None:
    """Contact recorded in error. It stays in the log and says so."""
    contact.say_in_error(by, reason)
