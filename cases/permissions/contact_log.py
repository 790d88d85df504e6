"""Who writes into the contact log of a case."""

from cases.models import LoggedContact
from cases.permissions.case import (
    CHAIRS_PANEL,
    COORDINATES,
    HANDLES,
    ON_CASE_BY_NAME,
    coordinated,
    seen_with_case,
    view_case,
)
from prevent_cases.access import Ground, rule


def logged_and_still_seen(user):
    """Their own, while they see the case."""
    seen = [
        LoggedContact.objects.filter(logged_by=user, case__in=each).values("pk") for each in view_case.queries(user)
    ]
    return LoggedContact.objects.none().union(*seen, all=True)


view_loggedcontact = rule("cases.view_loggedcontact", on="cases.LoggedContact", grounds=[seen_with_case(LoggedContact)])
log_contact = rule("cases.log_contact", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL, HANDLES, ON_CASE_BY_NAME])
record_contact_in_error = rule(
    "cases.record_contact_in_error",
    on="cases.LoggedContact",
    grounds=[
        Ground("You wrote it.", logged_and_still_seen),
        Ground(
            "You coordinate Prevent casework in this area.",
            lambda user: LoggedContact.objects.filter(case__in=coordinated(user)).values("pk"),
        ),
    ],
)
