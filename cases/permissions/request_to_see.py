"""Who may know that somebody asks to see a case, and who answers. Asking is ``cases.ask_to_see``."""

from cases.models import RequestToSee
from cases.permissions.case import CHAIRS_PANEL, COORDINATES, chaired, coordinated
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service
from referrals.permissions.referral import RESTRICTION

ANSWERS = [
    Ground(COORDINATES.sentence, lambda user: RequestToSee.objects.filter(case__in=coordinated(user)).values("pk")),
    Ground(CHAIRS_PANEL.sentence, lambda user: RequestToSee.objects.filter(case__in=chaired(user)).values("pk")),
]

view_requesttosee = rule(
    "cases.view_requesttosee",
    on="cases.RequestToSee",
    grounds=[
        Ground(
            "You asked.",
            lambda user: RequestToSee.objects.filter(asked_by=user, case__area__in=user.posts.home_areas).values("pk"),
            (RESTRICTION,),
        ),
        *ANSWERS,
    ],
)
answer_request_to_see = rule("cases.answer_request_to_see", on="cases.RequestToSee", grounds=ANSWERS)
write_of_request_to_see = rule(
    "cases.write_of_request_to_see",
    on="cases.RequestToSee",
    grounds=[
        Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, RequestToSee))
    ],
)
