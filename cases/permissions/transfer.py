"""Who offers a case to another area, signs that off, and answers there. What a pack holds, these read and no more."""

from cases.models import (
    Case,
    CaseTransfer,
    Contribution,
    TransferredContribution,
    TransferredDecision,
    TransferredReferral,
)
from cases.permissions.case import (
    CHAIRS,
    CHAIRS_PANEL,
    COORDINATES,
    chaired,
    coordinated,
    overseen,
    view_case,
)
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import PostKind


def of_cases(cases):
    return lambda user: CaseTransfer.objects.filter(case__in=cases(user)).values("pk")


def offered_where_coordinated(user):
    """While nobody has answered: somebody else's case is not known for ever by having been offered once."""
    return CaseTransfer.objects.awaited_there().filter(to_area__in=user.posts.areas(PostKind.COORDINATOR)).values("pk")


def placed_where_chaired(user):
    return CaseTransfer.objects.awaited_there().filter(to_panel__in=user.posts.panels(*CHAIRS)).values("pk")


def of_what_it_became(user):
    """A query for each way of seeing the case there, since each has its own index."""
    seen = [CaseTransfer.objects.filter(becomes__in=query).values("pk") for query in view_case.queries(user)]
    return CaseTransfer.objects.none().union(*seen, all=True)


SEES_WHERE_OFFERED = [
    Ground("You oversee cases in the area that offers it.", of_cases(overseen)),
    Ground("You chair the panel that its case is with.", of_cases(chaired)),
]
OFFERED_TO_AREA = Ground("It is offered to the area in which you coordinate casework.", offered_where_coordinated)
PLACED_WITH_PANEL = Ground("It is offered to the panel that you chair.", placed_where_chaired)
MAY_TAKE_BACK = [
    Ground(COORDINATES.sentence, of_cases(coordinated)),
    Ground(CHAIRS_PANEL.sentence, of_cases(chaired)),
]

offer_to_area = rule("cases.offer_to_area", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL])
view_casetransfer = rule(
    "cases.view_casetransfer",
    on="cases.CaseTransfer",
    grounds=[
        *SEES_WHERE_OFFERED,
        OFFERED_TO_AREA,
        PLACED_WITH_PANEL,
        Ground("You may see the case that it has become.", of_what_it_became),
    ],
)
sign_transfer = rule(
    "cases.sign_transfer", on="cases.CaseTransfer", grounds=[Ground(CHAIRS_PANEL.sentence, of_cases(chaired))]
)
take_back_transfer = rule("cases.take_back_transfer", on="cases.CaseTransfer", grounds=MAY_TAKE_BACK)
place_transfer = rule("cases.place_transfer", on="cases.CaseTransfer", grounds=[OFFERED_TO_AREA])
answer_transfer = rule("cases.answer_transfer", on="cases.CaseTransfer", grounds=[PLACED_WITH_PANEL])
write_of_transfer = rule(
    "cases.write_of_transfer",
    on="cases.CaseTransfer",
    grounds=[
        Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, CaseTransfer))
    ],
)


def confirmed_and_known(user):
    """Pieces of which somebody of the area that offered the case may know that they went over."""
    cases = Case.objects.permitted(user, "cases.view_disclosures").values("pk")
    known = Contribution.objects.permitted(user, "cases.view_contribution").values("pk")
    return TransferredContribution.objects.filter(transfer__case__in=cases, contribution__in=known).values("pk")


view_transferredcontribution = rule(
    "cases.view_transferredcontribution",
    on="cases.TransferredContribution",
    grounds=[Ground("You read to whom anything of its case went, and know of this piece.", confirmed_and_known)],
)


def confirmed_of_seen(model):
    def keys(user):
        cases = Case.objects.permitted(user, "cases.view_disclosures").values("pk")
        return model.objects.filter(transfer__case__in=cases).values("pk")

    return Ground("You read to whom anything of its case went.", keys)


view_transferredreferral = rule(
    "cases.view_transferredreferral", on="cases.TransferredReferral", grounds=[confirmed_of_seen(TransferredReferral)]
)
view_transferreddecision = rule(
    "cases.view_transferreddecision", on="cases.TransferredDecision", grounds=[confirmed_of_seen(TransferredDecision)]
)
