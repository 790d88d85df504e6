"""Who may read a referral second: the person who is asked, while they are and while they work in the area."""

from prevent_cases.access import Ground, further_ground, rule
from referrals.models import LIVE, SecondReading


def asked_to_read(user):
    asked = SecondReading.objects.filter(reader=user, read_at=None, ended_at=None, referral__stage__in=LIVE)
    return asked.filter(referral__area__in=user.posts.home_areas).values("referral")


ASKED = Ground("You are asked for a second reading.", asked_to_read)

read_second = rule("referrals.read_second", on="referrals.Referral", grounds=[ASKED])

further_ground("referrals.view_referral", ASKED)
