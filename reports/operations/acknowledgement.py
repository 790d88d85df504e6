"""Acknowledging on which terms a case is shared, or a summary of it was handed out. Nothing waits for it (ADR 31)."""

from cases.models import Case
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation
from reports.models import Acknowledgement
from reports.permissions import shares_to_acknowledge, summaries_to_acknowledge


@operation("reports.acknowledge_case")
def acknowledge_case(case: Case, *, by: User, seen: list[str]) -> None:
    """Acknowledged on which terms this case is shared.

    ``seen`` are the references of the shares and summaries whose terms they have read: these alone are by this.
    """
    given = {
        each.reference: {column: each}
        for column, found in (("share", shares_to_acknowledge(by)), ("summary", summaries_to_acknowledge(by)))
        for each in found.filter(case=case).order_by("pk")
    }
    if not seen or not given.keys() >= set(seen):
        raise Refused("What you have of this case has changed meanwhile. Read on which terms you have it now.")
    said = {"case": case, "acknowledged_by": by, "acknowledged_at": clock.now()}
    for reference, acknowledged in given.items():
        if reference in seen:
            Acknowledgement.objects.create(**acknowledged, **said)
