"""Who asks an agency for support, who gives it and says so, and whom it reaches when they are worried now."""

from cases.models import AgreedSession, Intervention, InterventionSession, UrgentConcern
from cases.permissions.case import (
    CHAIRS_PANEL,
    COORDINATES,
    SEEN_WITH_CASE,
    chaired,
    coordinated,
    of_seen_cases,
    seen_with_case,
)
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import AgencyType
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import GIVES_SUPPORT, HANDLES_CASES, PostKind
from referrals.permissions.referral import RESTRICTION


def own(user):
    """What the agencies are asked for, or give, for whose support the user answers: until it is declined or over."""
    return Intervention.objects.not_over().filter(agency__in=user.posts.agencies(*GIVES_SUPPORT))


def of_own(model):
    return lambda user: model.objects.filter(intervention__in=own(user).values("pk")).values("pk")


def given_lately(user):
    """What these agencies gave that has ended: of it they read nothing, and may be worried for a while yet."""
    return Intervention.objects.ended_lately().filter(agency__in=user.posts.agencies(*GIVES_SUPPORT)).values("pk")


def raised_of_what_was_given(user):
    return UrgentConcern.objects.filter(intervention__in=given_lately(user)).values("pk")


def where(model, cases, path="case"):
    """What belongs to some of the cases."""
    return lambda user: model.objects.filter(**{f"{path}__in": cases(user)}).values("pk")


# A case that is restricted to named people stays shut to them, and what was written for them open: whoever restricts it
# ends their part, where it should not go on.
DESPITE = (RESTRICTION,)
GIVES_IT = Ground("Your agency is asked to give it, or gives it.", lambda user: own(user).values("pk"), despite=DESPITE)
GAVE_IT = Ground("Your agency gave it until not long ago.", given_lately, despite=DESPITE)

arrange_intervention = rule("cases.arrange_intervention", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL])
view_intervention = rule(
    "cases.view_intervention", on="cases.Intervention", grounds=[seen_with_case(Intervention), GIVES_IT]
)
give_intervention = rule("cases.give_intervention", on="cases.Intervention", grounds=[GIVES_IT])
raise_urgent_concern = rule("cases.raise_urgent_concern", on="cases.Intervention", grounds=[GIVES_IT, GAVE_IT])
end_intervention = rule(
    "cases.end_intervention",
    on="cases.Intervention",
    grounds=[
        Ground(COORDINATES.sentence, where(Intervention, coordinated)),
        Ground(CHAIRS_PANEL.sentence, where(Intervention, chaired)),
    ],
)
write_of_intervention = rule(
    "cases.write_of_intervention",
    on="cases.Intervention",
    grounds=[
        Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, Intervention))
    ],
)

view_interventionsession = rule(
    "cases.view_interventionsession",
    on="cases.InterventionSession",
    grounds=[
        Ground(SEEN_WITH_CASE, of_seen_cases(InterventionSession, "intervention__case")),
        Ground("Your agency gives it.", of_own(InterventionSession), despite=DESPITE),
    ],
)
view_agreedsession = rule(
    "cases.view_agreedsession",
    on="cases.AgreedSession",
    grounds=[
        Ground(SEEN_WITH_CASE, of_seen_cases(AgreedSession, "intervention__case")),
        Ground("Your agency gives it.", of_own(AgreedSession), despite=DESPITE),
    ],
)
record_session_in_error = rule(
    "cases.record_session_in_error",
    on="cases.InterventionSession",
    grounds=[
        Ground("Your agency gives it.", of_own(InterventionSession), despite=DESPITE),
        Ground(COORDINATES.sentence, where(InterventionSession, coordinated, "intervention__case")),
    ],
)


def police_of_area(user):
    """What worries those who give support in the areas whose police the user handles cases for."""
    police = user.posts.held_agencies(*HANDLES_CASES, type=AgencyType.POLICE)
    return UrgentConcern.objects.filter(area__in={agency.area for agency in police}).values("pk")


def where_coordinated(user):
    return UrgentConcern.objects.filter(area__in=user.posts.areas(PostKind.COORDINATOR)).values("pk")


# It reaches the police of the area whether or not the case is shared with them: they cannot help whom they do not know.
REACHED = [
    Ground(COORDINATES.sentence, where_coordinated),
    Ground("You handle cases for the police of this area.", police_of_area),
]
view_urgentconcern = rule(
    "cases.view_urgentconcern",
    on="cases.UrgentConcern",
    grounds=[
        *REACHED,
        seen_with_case(UrgentConcern),
        Ground("Your agency raised it.", of_own(UrgentConcern), despite=DESPITE),
        Ground("Your agency raised it, of what it gave not long ago.", raised_of_what_was_given, despite=DESPITE),
    ],
)
answer_urgentconcern = rule("cases.answer_urgentconcern", on="cases.UrgentConcern", grounds=REACHED)
write_of_urgentconcern = rule(
    "cases.write_of_urgentconcern",
    on="cases.UrgentConcern",
    grounds=[
        Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, UrgentConcern))
    ],
)
