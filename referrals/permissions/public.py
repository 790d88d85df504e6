"""Who may read and answer what the public sends, and in whose name it is taken."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Area
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import PostKind
from referrals.models import PublicConcern


def received(user):
    areas = user.posts.areas(PostKind.FRONT_DOOR, PostKind.COORDINATOR)
    return PublicConcern.objects.filter(area__in=areas).values("pk")


def received_where_referring(user):
    return received(user).filter(area__agencies__in=user.posts.agencies())


RECEIVES = Ground("You receive referrals in this area.", received)
FOR_THE_SERVICE = Ground(
    "The unattended service tells of them, and forgets them in time.",
    lambda user: everything_for_the_service(user, PublicConcern),
)

view_publicconcern = rule("referrals.view_publicconcern", on="referrals.PublicConcern", grounds=[RECEIVES])
refer_for_public = rule(
    "referrals.refer_for_public",
    on="referrals.PublicConcern",
    grounds=[Ground("You receive referrals in this area, and work for an agency of it.", received_where_referring)],
)
answer_public_concern = rule("referrals.answer_public_concern", on="referrals.PublicConcern", grounds=[RECEIVES])
forget_public_concern = rule("referrals.forget_public_concern", on="referrals.PublicConcern", grounds=[FOR_THE_SERVICE])
tell_of_public_concern = rule(
    "referrals.tell_of_public_concern", on="referrals.PublicConcern", grounds=[FOR_THE_SERVICE]
)
take_public_concern = rule(
    "referrals.take_public_concern",
    on="accounts.Area",
    grounds=[
        Ground(
            "The unattended service takes what somebody sends who does not sign in.",
            lambda user: everything_for_the_service(user, Area),
        )
    ],
)
