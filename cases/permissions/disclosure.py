"""Who records that something was disclosed outside this system, and reads to whom anything of a case went."""

from cases.models import CarriedBefore, OutsideDisclosure
from cases.permissions.case import CHAIRS_PANEL, COORDINATES, chaired, coordinated
from cases.permissions.restriction import GOVERNS, governed
from prevent_cases.access import Ground, rule

# Not every reader of a case: to whom else something of it went is no other agency's matter.
KEEP_THE_LEDGER = [COORDINATES, CHAIRS_PANEL, Ground(GOVERNS, governed)]


def of_ledgers(model, path="case"):
    """What stands in the ledgers that somebody reads."""

    def of_cases(cases):
        return lambda user: model.objects.filter(**{f"{path}__in": cases(user)}).values("pk")

    readers = ((COORDINATES.sentence, coordinated), (CHAIRS_PANEL.sentence, chaired), (GOVERNS, governed))
    return [Ground(sentence, of_cases(cases)) for sentence, cases in readers]


OF_LEDGERS = of_ledgers(OutsideDisclosure)

view_disclosures = rule("cases.view_disclosures", on="cases.Case", grounds=KEEP_THE_LEDGER)
record_disclosure = rule("cases.record_disclosure", on="cases.Case", grounds=KEEP_THE_LEDGER, apart=True)
view_outsidedisclosure = rule(
    "cases.view_outsidedisclosure",
    on="cases.OutsideDisclosure",
    grounds=OF_LEDGERS,
)
# With the ledger of the case that carries the referral now: nothing is said of the one that did.
view_carriedbefore = rule(
    "cases.view_carriedbefore",
    on="cases.CarriedBefore",
    grounds=of_ledgers(CarriedBefore, "referral__carried_by__case"),
)
record_disclosure_in_error = rule(
    "cases.record_disclosure_in_error",
    on="cases.OutsideDisclosure",
    grounds=OF_LEDGERS,
    apart=True,
)
