"""Who records that something was disclosed outside this system, and reads to whom anything of a case went."""

from cases.models import OutsideDisclosure
from cases.permissions.case import CHAIRS_PANEL, COORDINATES, chaired, coordinated
from cases.permissions.restriction import GOVERNS, governed
from prevent_cases.access import Ground, rule

# Not every reader of a case: to whom else something of it went is no other agency's matter.
KEEP_THE_LEDGER = [COORDINATES, CHAIRS_PANEL, Ground(GOVERNS, governed)]


OF_LEDGERS = [
    Ground(sentence, lambda user, cases=cases: OutsideDisclosure.objects.filter(case__in=cases(user)).values("pk"))
    for sentence, cases in ((COORDINATES.sentence, coordinated), (CHAIRS_PANEL.sentence, chaired), (GOVERNS, governed))
]

view_disclosures = rule("cases.view_disclosures", on="cases.Case", grounds=KEEP_THE_LEDGER)
record_disclosure = rule("cases.record_disclosure", on="cases.Case", grounds=KEEP_THE_LEDGER, apart=True)
view_outsidedisclosure = rule(
    "cases.view_outsidedisclosure",
    on="cases.OutsideDisclosure",
    grounds=OF_LEDGERS,
)
record_disclosure_in_error = rule(
    "cases.record_disclosure_in_error",
    on="cases.OutsideDisclosure",
    grounds=OF_LEDGERS,
    apart=True,
)
