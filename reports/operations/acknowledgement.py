"""Acknowledging on which terms a case is shared, or a summary of it was handed out. Nothing waits for it (ADR 31)."""

from cases.models import Case
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import operation
from reports.models import Acknowledgement
from reports.permissions import shares_to_acknowledge, summaries_to_acknowledge


@operation("reports.acknowledge_case")
def acknowledge_case(case: Case, *, by: User) -> None:
    """Acknowledged on which terms this case is shared. Everything of it that was not acknowledged yet is by this."""
    said = {"case": case, "acknowledged_by": by, "acknowledged_at": clock.now()}
    for share in shares_to_acknowledge(by).filter(case=case).order_by("pk"):
        Acknowledgement.objects.create(share=share, **said)
    for summary in summaries_to_acknowledge(by).filter(case=case).order_by("pk"):
        Acknowledgement.objects.create(summary=summary, **said)
