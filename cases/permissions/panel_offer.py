"""Who offers a case to another panel, and who answers."""

from cases.models import PanelOffer
from cases.permissions.case import CHAIRS, CHAIRS_PANEL, COORDINATES, chaired, coordinated, seen_with_case
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service


def offered_where_chaired(user):
    """While nobody has answered: somebody else's case is not known for ever by having been offered once."""
    panels = user.posts.panels(*CHAIRS)
    return PanelOffer.objects.filter(to_panel__in=panels, outcome="", case__ended_at=None).values("pk")


OFFERED_TO_PANEL = Ground("It is offered to the panel that you chair.", offered_where_chaired)

offer_to_panel = rule("cases.offer_to_panel", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL])
view_paneloffer = rule(
    "cases.view_paneloffer", on="cases.PanelOffer", grounds=[seen_with_case(PanelOffer), OFFERED_TO_PANEL]
)
answer_panel_offer = rule("cases.answer_panel_offer", on="cases.PanelOffer", grounds=[OFFERED_TO_PANEL])
take_back_panel_offer = rule(
    "cases.take_back_panel_offer",
    on="cases.PanelOffer",
    grounds=[
        Ground(
            "You coordinate Prevent casework in this area.",
            lambda user: PanelOffer.objects.filter(case__in=coordinated(user)).values("pk"),
        ),
        Ground("You chair its panel.", lambda user: PanelOffer.objects.filter(case__in=chaired(user)).values("pk")),
    ],
)
write_of_panel_offer = rule(
    "cases.write_of_panel_offer",
    on="cases.PanelOffer",
    grounds=[
        Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, PanelOffer))
    ],
)
