"""The assessments of a case, and several of them beside one another."""

from typing import Any

from django.http import Http404

from cases.known import with_disputes
from cases.models import Assessment, Case
from cases.over_time import beside
from cases.permissions.case import of_seen_case
from prevent_cases.accounts.models import User
from prevent_cases.audit.models import AuditEntry

# The names under which two are chosen.
CHOSEN = ("then", "now")


def assessments_of(case: Case):
    """Those of a case that a page has found its reader to see, the newest first."""
    found = of_seen_case(Assessment, case).select_related("case__individual", "version", "completed_by", "in_error_by")
    return found.order_by("-assessed_on", "-pk")


def read(assessments: list[Assessment], user: User) -> dict[str, Any]:
    """Several of them, none recorded in error. Each is written to the trail as read."""
    AuditEntry.view(*assessments, by=user, what="cases.view_assessment")
    return {"assessments": with_disputes("assessment", assessments), "domains": beside(assessments)}


def compared(case: Case, user: User, *chosen: str) -> dict[str, Any]:
    """Two of them, factor by factor: the two newest, unless others are chosen by their references."""
    there_are = list(assessments_of(case).standing())
    pair = there_are[:2]
    if chosen:
        if not {each.reference for each in there_are} >= {*chosen}:
            raise Http404
        pair = [each for each in there_are if each.reference in chosen]
    return {"there_are": there_are} | read(pair[::-1], user)


def over_time(case: Case, user: User) -> dict[str, Any]:
    """All of them, the oldest first."""
    return read(list(reversed(assessments_of(case).standing())), user)
