"""Who keeps the register of agreements on sharing, and reads it."""

from cases.models import AgreementParty, SharingAgreement
from cases.permissions.restriction import GOVERNS, areas_governed
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Area, Panel, PanelKind
from prevent_cases.accounts.posts import OVERSEES_AREA, PostKind

CHAIRS = (PostKind.CHAIR, PostKind.DEPUTY)


def areas_chaired(user):
    return Panel.objects.filter(pk__in=user.posts.panels(*CHAIRS)).exclude(kind=PanelKind.BOARD).values("area")


def of_areas(areas):
    return lambda user: SharingAgreement.objects.filter(area__in=areas(user)).values("pk")


def overseen(user):
    return user.posts.areas(*OVERSEES_AREA)


OVERSEES = "You oversee cases in this area."
CHAIRS_HERE = "You chair a panel of this area."

keep_agreements = rule("cases.keep_agreements", on="accounts.Area", grounds=[Ground(GOVERNS, areas_governed)])
# Whoever shares cases there must know what it rests on.
list_agreements = rule(
    "cases.list_agreements",
    on="accounts.Area",
    grounds=[
        Ground(OVERSEES, lambda user: Area.objects.filter(pk__in=overseen(user)).values("pk")),
        Ground(CHAIRS_HERE, lambda user: Area.objects.filter(pk__in=areas_chaired(user)).values("pk")),
    ],
)
view_sharingagreement = rule(
    "cases.view_sharingagreement",
    on="cases.SharingAgreement",
    grounds=[Ground(OVERSEES, of_areas(overseen)), Ground(CHAIRS_HERE, of_areas(areas_chaired))],
)
view_agreementparty = rule(
    "cases.view_agreementparty",
    on="cases.AgreementParty",
    grounds=[
        Ground(
            "You may see the agreement.",
            lambda user: AgreementParty.objects.filter(
                agreement__in=SharingAgreement.objects.permitted(user, "cases.view_sharingagreement").values("pk")
            ).values("pk"),
        )
    ],
)
end_agreement = rule(
    "cases.end_agreement",
    on="cases.SharingAgreement",
    grounds=[Ground(GOVERNS, of_areas(lambda user: user.posts.areas(PostKind.GOVERNANCE_LEAD)))],
)
