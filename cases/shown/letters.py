"""The letters of a case, as its page shows them and its endpoint says them."""

from cases.known import with_disputes
from cases.models import Case, Letter
from cases.permissions.case import of_seen_case
from prevent_cases.accounts.models import User


def letters(case: Case, reader: User) -> list[Letter]:
    """All of them, the newest first, each with what is disputed of it."""
    return with_disputes("letter", of_seen_case(Letter, case).order_by("-pk"), reader)
