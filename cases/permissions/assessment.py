"""Who assesses, and who reads it."""

from cases.models import Assessment
from cases.permissions.case import COORDINATES, seen_with_case, shared_with_police
from prevent_cases.access import Ground, rule

assess_case = rule(
    "cases.assess_case",
    on="cases.Case",
    grounds=[COORDINATES, Ground("It is shared with the police, and you handle its cases.", shared_with_police)],
)
view_assessment = rule("cases.view_assessment", on="cases.Assessment", grounds=[seen_with_case(Assessment)])
