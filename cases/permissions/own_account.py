"""Who notes what the person or a parent says about their case, and who reads it."""

from cases.models import OwnAccount
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


def noted_and_still_seen(user):
    """Their own, while they see the case."""
    seen = [OwnAccount.objects.filter(noted_by=user, case__in=each).values("pk") for each in view_case.queries(user)]
    return OwnAccount.objects.none().union(*seen, all=True)


view_ownaccount = rule("cases.view_ownaccount", on="cases.OwnAccount", grounds=[seen_with_case(OwnAccount)])
# Whoever hears it writes it down.
note_own_account = rule(
    "cases.note_own_account", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL, HANDLES, ON_CASE_BY_NAME]
)
record_own_account_in_error = rule(
    "cases.record_own_account_in_error",
    on="cases.OwnAccount",
    grounds=[
        Ground("You wrote it.", noted_and_still_seen),
        Ground(COORDINATES.sentence, lambda user: OwnAccount.objects.filter(case__in=coordinated(user)).values("pk")),
    ],
)
