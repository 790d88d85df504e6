"""Recording what was disclosed about a case outside this system."""

from datetime import date

from cases.models import Case, OutsideDisclosure
from cases.operations.recipients import said_to_whom
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, User
from prevent_cases.operations import Refused, operation


@operation("cases.record_disclosure", locked=False)
def record_disclosure(
    case: Case,
    *,
    by: User,
    agency: Agency | None = None,
    body: str = "",
    recipient_kind: str = "",
    authorised_by: str = "",
    authorised_post: str = "",
    what: str,
    purpose: str,
    lawful_basis: str,
    how: str,
    disclosed_on: date,
    disclosed_by: str,
) -> OutsideDisclosure:
    """Disclosure recorded. It stands in the ledger of this case, and nothing changes it."""
    to_whom = said_to_whom(by, agency, body, recipient_kind, authorised_by, authorised_post)
    if disclosed_on > clock.today():
        raise Refused("It cannot have been disclosed on a day to come.", field="disclosed_on")
    return OutsideDisclosure.objects.create(
        case=case,
        agency=agency,
        body=body,
        **to_whom,
        what=what,
        purpose=purpose,
        lawful_basis=lawful_basis,
        how=how,
        disclosed_on=disclosed_on,
        disclosed_by=disclosed_by,
        recorded_by=by,
        recorded_at=clock.now(),
    )


@operation("cases.record_disclosure_in_error", unless=OutsideDisclosure.obstacle_to_error)
def record_disclosure_in_error(disclosure: OutsideDisclosure, *, by: User, reason: str) -> None:
    """Said to be recorded in error. The line stays, and says so."""
    disclosure.say_in_error(by, reason)
