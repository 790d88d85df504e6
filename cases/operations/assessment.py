"""Completing an assessment, and saying that one was recorded in error."""

from datetime import date
from typing import Any

from cases.models import Assessment, Case, FactorEntry
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import FrameworkVersion, read_whole, scale_of

IN_WORDS = ("in_words", "evidence", "source", "protective_factors")


@operation("cases.assess_case", unless=Case.obstacle_to_change)
def complete_assessment(
    case: Case,
    *,
    by: User,
    version: FrameworkVersion,
    assessed_on: date,
    summary: str,
    plan: str,
    what_changed: str,
    entries: list[dict[str, Any]],
) -> Assessment:
    """Assessment completed. It is kept as it is; what is learned later stands in the next one.

    Each of ``entries`` names a ``factor`` by its key and the ``point`` that was found, by its reference; none where it
    is not known. There is one for every factor. It changes no stage: people decide.
    """
    if assessed_on > clock.today():
        raise Refused("The day of the assessment cannot be in the future.", field="assessed_on")
    if not version.is_published or version.framework.area_id != case.area_id:
        raise Refused("Choose a framework that this area has published.", field="version")
    found = by_factor(version, entries)
    assessment = Assessment.objects.create(
        case=case,
        version=version,
        assessed_on=assessed_on,
        completed_by=by,
        completed_at=clock.now(),
        summary=summary,
        plan=plan,
        what_changed=what_changed,
    )
    for factor, entry in found:
        FactorEntry.objects.create(assessment=assessment, factor=factor, **entry)
    return assessment


@operation("cases.record_assessment_in_error", unless=Assessment.obstacle_to_error)
def record_assessment_in_error(assessment: Assessment, *, by: User, reason: str) -> None:
    """Assessment recorded in error. It stays and says so, and neither support nor its end rests on it any more."""
    assessment.say_in_error(by, reason)


def by_factor(version: FrameworkVersion, entries: list[dict[str, Any]]) -> list[tuple]:
    """What is said of each factor of this version, each once."""
    said = {entry["factor"]: entry for entry in entries}
    whole = read_whole(FrameworkVersion.objects.filter(pk=version.pk)).get()
    found = []
    for domain in whole.domains.all():
        points = {point.reference: point for point in scale_of(domain, whole)}
        for factor in domain.factors.all():
            if (entry := said.pop(factor.key, None)) is None:
                raise Refused(f"Say what is found of “{factor}”, or that it is not known.", field="entries")
            found.append((factor, written(factor, points, entry)))
    if said or len(found) < len(entries):
        raise Refused("Say something of each factor of this framework once, and of no other.", field="entries")
    return found


def written(factor, points: dict, entry: dict[str, Any]) -> dict[str, Any]:
    """One entry as it is kept."""
    words = {name: entry.get(name) or "" for name in IN_WORDS}
    point = points.get(entry.get("point") or "")
    if entry.get("point") and point is None:
        raise Refused(f"Choose a point of its scale for “{factor}”.", field="entries")
    if point and not words["in_words"]:
        raise Refused(f"Say in words what is found of “{factor}”.", field="entries")
    if words["evidence"] and not words["source"]:
        raise Refused(f"Say from whom the evidence on “{factor}” is.", field="entries")
    on = entry.get("evidence_on")
    if words["evidence"] and not on:
        raise Refused(f"Say of which day the evidence on “{factor}” is.", field="entries")
    if on and on > clock.today():
        raise Refused(f"The day of the evidence on “{factor}” cannot be in the future.", field="entries")
    return {"point": point, "evidence_on": on, **words}
