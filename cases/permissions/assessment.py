"""Who assesses, and who reads it."""

from cases.models import Assessment, FactorEntry
from cases.permissions.case import (
    COORDINATES,
    SEEN_WITH_CASE,
    coordinated,
    of_seen_cases,
    seen_with_case,
    shared_with_police,
    view_case,
)
from prevent_cases.access import Ground, rule


def completed_and_still_seen(user):
    """Their own, while they see the case."""
    seen = [
        Assessment.objects.filter(completed_by=user, case__in=each).values("pk") for each in view_case.queries(user)
    ]
    return Assessment.objects.none().union(*seen, all=True)


assess_case = rule(
    "cases.assess_case",
    on="cases.Case",
    grounds=[COORDINATES, Ground("It is shared with the police, and you handle its cases.", shared_with_police)],
)
view_assessment = rule("cases.view_assessment", on="cases.Assessment", grounds=[seen_with_case(Assessment)])
view_factorentry = rule(
    "cases.view_factorentry",
    on="cases.FactorEntry",
    grounds=[Ground(SEEN_WITH_CASE, of_seen_cases(FactorEntry, "assessment__case"))],
)
record_assessment_in_error = rule(
    "cases.record_assessment_in_error",
    on="cases.Assessment",
    grounds=[
        Ground("You completed it.", completed_and_still_seen),
        Ground(COORDINATES.sentence, lambda user: Assessment.objects.filter(case__in=coordinated(user)).values("pk")),
    ],
)
