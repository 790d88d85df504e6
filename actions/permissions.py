"""Who may see, agree and do actions."""

from actions.models import Action, ActionDispute
from cases.models import Case, Level
from cases.permissions.case import (
    CHAIRS_PANEL,
    COORDINATES,
    HANDLES,
    ON_CASE_BY_NAME,
    chaired,
    coordinated,
    open_to_agency,
    seen_with_case,
)
from cases.permissions.restriction import GOVERNS, governed
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.posts import HANDLES_CASES, PostKind


def of_own_agency(user):
    """Actions of the agencies whose cases the user handles, while the case is open to the user to contribute."""
    agencies = user.posts.agencies(*HANDLES_CASES)
    cases = Case.objects.permitted(user, "cases.contribute_to_case").values("pk")
    return Action.objects.filter(agency__in=agencies, case__in=cases).values("pk")


def where_own_agency_contributes(user):
    agencies = user.posts.agencies(*HANDLES_CASES)
    return Action.objects.filter(agency__in=agencies, case__in=open_to_agency(user, Level.CONTRIBUTE)).values("pk")


ORGANISES = "You organise conferences in this area."
OF_WHOEVER_ANSWERS_FOR_ITS_CASE = [
    Ground(COORDINATES.sentence, lambda user: Action.objects.filter(case__in=coordinated(user)).values("pk")),
    Ground(CHAIRS_PANEL.sentence, lambda user: Action.objects.filter(case__in=chaired(user)).values("pk")),
]
# At a conference they hear what came of it.
OF_WHOEVER_KEEPS_THEM = [
    *OF_WHOEVER_ANSWERS_FOR_ITS_CASE,
    Ground(ORGANISES, lambda user: Action.objects.filter(area__in=user.posts.areas(PostKind.ORGANISER)).values("pk")),
]

view_action = rule(
    "actions.view_action",
    on="actions.Action",
    grounds=[
        seen_with_case(Action),
        Ground("Your agency agreed to do it, and contributes to its case.", where_own_agency_contributes),
    ],
)
agree_action = rule(
    "actions.agree_action",
    on="cases.Case",
    grounds=[
        COORDINATES,
        CHAIRS_PANEL,
        Ground(
            ORGANISES,
            lambda user: Case.objects.filter(area__in=user.posts.areas(PostKind.ORGANISER)).values("pk"),
        ),
    ],
)
complete_action = rule(
    "actions.complete_action",
    on="actions.Action",
    grounds=[
        Ground("Your agency agreed to do it.", of_own_agency),
        *OF_WHOEVER_KEEPS_THEM,
    ],
)
record_action_in_error = rule(
    "actions.record_action_in_error", on="actions.Action", grounds=OF_WHOEVER_ANSWERS_FOR_ITS_CASE
)


def on_case(ground: Ground, model, path: str) -> Ground:
    """The same ground, as it opens what belongs to a case."""
    return Ground(ground.sentence, lambda user: model.objects.filter(**{f"{path}__in": ground.ids(user)}).values("pk"))


view_actiondispute = rule(
    "actions.view_actiondispute",
    on="actions.ActionDispute",
    grounds=[
        Ground(
            "You may see the action.",
            lambda user: ActionDispute.objects.filter(
                action__in=Action.objects.permitted(user, "actions.view_action").values("pk")
            ).values("pk"),
        )
    ],
)
# As with whatever else of a case is disputed: whoever hears it writes it down, and whoever runs the case answers it.
record_action_dispute = rule(
    "actions.record_action_dispute",
    on="actions.Action",
    grounds=[
        on_case(ground, Action, "case")
        for ground in (COORDINATES, CHAIRS_PANEL, HANDLES, ON_CASE_BY_NAME, Ground(GOVERNS, governed))
    ],
)
answer_action_dispute = rule(
    "actions.answer_action_dispute",
    on="actions.ActionDispute",
    grounds=[on_case(ground, ActionDispute, "action__case") for ground in (COORDINATES, CHAIRS_PANEL)],
)
