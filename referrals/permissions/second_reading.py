"""Who may read a referral second: the person who is asked, while they are and while they work in the area; and who may
be asked.
"""

from django.db.models import QuerySet

from prevent_cases.access import Ground, further_ground, rule
from prevent_cases.accounts.models import Post, User
from referrals.models import LIVE, SECOND_READERS, Referral, SecondReading


def asked_to_read(user):
    asked = SecondReading.objects.filter(reader=user, read_at=None, ended_at=None, referral__stage__in=LIVE)
    return asked.filter(referral__area__in=user.posts.home_areas).values("referral")


ASKED = Ground("You are asked for a second reading.", asked_to_read)

read_second = rule("referrals.read_second", on="referrals.Referral", grounds=[ASKED])

further_ground("referrals.view_referral", ASKED)


def possible_readers(referral: Referral, by: User) -> QuerySet[User]:
    """Who may be asked: somebody of the area in such a post, who neither sent it nor has had a hand in its triage."""
    posts = Post.objects.current().in_area(referral.area).filter(kind__in=SECOND_READERS)
    hands = {by.pk, referral.referred_by_id, referral.started_by_id}
    hands |= set(referral.assessments.values_list("assessed_by", flat=True))
    hands |= set(referral.urgency_judgements.values_list("judged_by", flat=True))
    for proposed_and_answered in referral.end_proposals.values_list("proposed_by", "answered_by"):
        hands |= set(proposed_and_answered)
    posts = posts.exclude(agency=referral.for_agency_id)
    return User.objects.filter(pk__in=posts.values("user"), is_active=True).exclude(pk__in=hands).order_by("name")
