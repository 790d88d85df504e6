"""Who records what was answered about support and who was told, and sees it."""

from cases.models import BeingTold, Case, Consent
from cases.permissions.case import (
    CHAIRS_PANEL,
    COORDINATES,
    HANDLES,
    ON_CASE_BY_NAME,
    chaired,
    coordinated,
    seen_with_case,
)
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service


def where_it_was_recorded(model):
    """The grounds of saying that a line was recorded in error: whoever may add to its ledger."""
    return [
        Ground(COORDINATES.sentence, lambda user: model.objects.filter(case__in=coordinated(user)).values("pk")),
        Ground(CHAIRS_PANEL.sentence, lambda user: model.objects.filter(case__in=chaired(user)).values("pk")),
    ]


view_consent = rule("cases.view_consent", on="cases.Consent", grounds=[seen_with_case(Consent)])
record_consent = rule("cases.record_consent", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL])
record_birthday = rule("cases.record_birthday", on="cases.Case", grounds=[COORDINATES])
# That support is not wanted, or not any more, whoever works on the case records at once (process 2C).
record_withdrawal = rule(
    "cases.record_withdrawal", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL, HANDLES, ON_CASE_BY_NAME]
)
record_consent_in_error = rule(
    "cases.record_consent_in_error", on="cases.Consent", grounds=where_it_was_recorded(Consent)
)
end_consent = rule(
    "cases.end_consent",
    on="cases.Case",
    grounds=[
        Ground("The unattended service ends what ends by its day.", lambda user: everything_for_the_service(user, Case))
    ],
)
view_beingtold = rule("cases.view_beingtold", on="cases.BeingTold", grounds=[seen_with_case(BeingTold)])
record_being_told = rule("cases.record_being_told", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL])
record_being_told_in_error = rule(
    "cases.record_being_told_in_error", on="cases.BeingTold", grounds=where_it_was_recorded(BeingTold)
)
