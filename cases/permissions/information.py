"""Who asks an agency for information, who answers for it, and who learns what was answered."""

from django.db.models import Q

from cases.models import AnswerKind, InformationAnswer, InformationRequest, Mark
from cases.permissions.case import CHAIRS_PANEL, COORDINATES, chaired
from prevent_cases import clock
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Panel
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA, PostKind


def asked_of(user):
    """What the agencies are asked whose cases the user handles: until it is taken back or lapses, or the case ends."""
    asked = InformationRequest.objects.filter(agency__in=user.posts.agencies(*HANDLES_CASES))
    return asked.filter(Q(until=None) | Q(until__gte=clock.today()), recalled_at=None, case__ended_at=None)


def asked_by_area(user, *kinds):
    return InformationRequest.objects.filter(area__in=user.posts.areas(*kinds)).values("pk")


def asked_by_panel(user):
    return InformationRequest.objects.filter(case__in=chaired(user)).values("pk")


ASKED = Ground("It asks your agency, and you handle its cases.", lambda user: asked_of(user).values("pk"))
CHAIRS_ITS_PANEL = Ground("You chair its panel.", asked_by_panel)

ask_for_information = rule("cases.ask_for_information", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL])
# Not whoever sees the case: what one agency is asked is no other agency's matter.
view_informationrequest = rule(
    "cases.view_informationrequest",
    on="cases.InformationRequest",
    grounds=[
        Ground("You oversee cases in this area.", lambda user: asked_by_area(user, *OVERSEES_AREA)),
        CHAIRS_ITS_PANEL,
        ASKED,
    ],
)
keep_informationrequest = rule(
    "cases.keep_informationrequest",
    on="cases.InformationRequest",
    grounds=[
        Ground("You coordinate Prevent casework in this area.", lambda user: asked_by_area(user, PostKind.COORDINATOR)),
        CHAIRS_ITS_PANEL,
    ],
)
answer_informationrequest = rule("cases.answer_informationrequest", on="cases.InformationRequest", grounds=[ASKED])
write_of_informationrequest = rule(
    "cases.write_of_informationrequest",
    on="cases.InformationRequest",
    grounds=[
        Ground(
            "The unattended service sends e-mails and counts working days.",
            lambda user: everything_for_the_service(user, InformationRequest),
        )
    ],
)


# What is told to more than the chair. What is for the chair, by word or marked so, looks alike to everybody else.
SAID_OPENLY = Q(answer__in=[AnswerKind.NOTHING_HELD, AnswerKind.NOT_SHARED]) | Q(contribution__mark=Mark.ALL_MEMBERS)
SAID_TO_DEPUTIES = SAID_OPENLY | Q(contribution__mark=Mark.POLICE_AND_CHAIRS) | Q(contribution__with_deputies=True)


def answers(condition=None, **which):
    return InformationAnswer.objects.filter(condition or Q(), **which).values("pk")


def panels(user, kind):
    return Panel.objects.filter(pk__in=user.posts.panels(kind)).values("pk")


view_informationanswer = rule(
    "cases.view_informationanswer",
    on="cases.InformationAnswer",
    grounds=[
        Ground("It is your agency's, and you handle its cases.", lambda user: answers(request__in=asked_of(user))),
        Ground(
            "You chair its panel.",
            lambda user: answers(request__case__panel__in=panels(user, PostKind.CHAIR)),
        ),
        Ground(
            "You are a deputy or co-chair of its panel, and it is for you, too.",
            lambda user: answers(SAID_TO_DEPUTIES, request__case__panel__in=panels(user, PostKind.DEPUTY)),
        ),
        Ground(
            "You oversee cases in this area, and it is not for the chair alone.",
            lambda user: answers(SAID_OPENLY, request__area__in=user.posts.areas(*OVERSEES_AREA)),
        ),
    ],
)
