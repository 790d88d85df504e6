"""Who excludes somebody from the work on a person, and who may know that somebody is."""

from cases.models import Exclusion
from cases.permissions.case import CHAIRS_PANEL, COORDINATES, chaired, coordinated
from cases.permissions.restriction import GOVERNS, governed
from prevent_cases.access import Ground, rule

KNOW_OF_IT = [
    Ground(COORDINATES.sentence, lambda user: Exclusion.objects.filter(case__in=coordinated(user)).values("pk")),
    Ground(CHAIRS_PANEL.sentence, lambda user: Exclusion.objects.filter(case__in=chaired(user)).values("pk")),
    Ground(GOVERNS, lambda user: Exclusion.objects.filter(case__in=governed(user)).values("pk")),
]

# Kept apart: that anybody is excluded does not stand in the history that every reader of the case has.
exclude_person = rule(
    "cases.exclude_person",
    on="cases.Case",
    grounds=[COORDINATES, CHAIRS_PANEL, Ground(GOVERNS, governed)],
    apart=True,
)
view_exclusion = rule("cases.view_exclusion", on="cases.Exclusion", grounds=KNOW_OF_IT)
end_exclusion = rule("cases.end_exclusion", on="cases.Exclusion", grounds=KNOW_OF_IT, apart=True)
# Why somebody can or cannot see a case: it tells of exclusions, too.
explain_access = rule(
    "cases.explain_access", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL, Ground(GOVERNS, governed)]
)
