"""Who records what was answered about support."""

from cases.models import Consent
from cases.permissions.case import CHAIRS_PANEL, COORDINATES, seen_with_case
from prevent_cases.access import rule

record_consent = rule("cases.record_consent", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL])


view_consent = rule("cases.view_consent", on="cases.Consent", grounds=[seen_with_case(Consent)])
