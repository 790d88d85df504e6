"""Who may answer, see and forget questions about nobody in particular. Asking one is ``referrals.make_referral``."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import PostKind
from referrals.models import Enquiry


def received(user):
    return Enquiry.objects.filter(area__in=user.posts.areas(PostKind.FRONT_DOOR, PostKind.COORDINATOR)).values("pk")


RECEIVES = Ground("You receive referrals in this area.", received)

view_enquiry = rule(
    "referrals.view_enquiry",
    on="referrals.Enquiry",
    grounds=[
        RECEIVES,
        Ground(
            "You asked it, and you work for the agency you asked it for.",
            lambda user: Enquiry.objects.filter(asked_by=user, for_agency__in=user.posts.agencies()).values("pk"),
        ),
    ],
)
answer_enquiry = rule("referrals.answer_enquiry", on="referrals.Enquiry", grounds=[RECEIVES])
forget_enquiry = rule(
    "referrals.forget_enquiry",
    on="referrals.Enquiry",
    grounds=[
        RECEIVES,
        Ground("The unattended service forgets them in time.", lambda user: everything_for_the_service(user, Enquiry)),
    ],
)
tell_enquirer = rule(
    "referrals.tell_enquirer",
    on="referrals.Enquiry",
    grounds=[Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, Enquiry))],
)
