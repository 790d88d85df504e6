"""What is asked of those who refer, and of the safeguarding lead of their agency."""

from django.db.models import Q, QuerySet, prefetch_related_objects
from django.urls import reverse

from home.sections import SHOWN, Ask, Section, day
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import PostKind
from referrals.models import LIVE as LIVE_REFERRAL
from referrals.models import DraftReferral, Referral, Standing, standing_of
from referrals.models.conversation import open_questions


def to_refer(user: User) -> Section:
    mine = DraftReferral.objects.permitted(user, "pages.view_draft")
    handed = mine.filter(handed_by__isnull=False).exclude(handed_by=user)
    asks = [
        Ask(
            f"{draft.handed_by} handed you a referral that has not been sent",
            draft.get_absolute_url(),
            f"On {day(draft.handed_at)}. It waits for you to go on with it",
        )
        for draft in handed.select_related("handed_by").order_by("handed_at")[:SHOWN]
    ]
    own = Referral.objects.filter(Q(referred_by=user) | Q(started_by=user))
    asks += followed(own, user)
    more, button = reverse("referrals:list_own_referrals"), ("Refer somebody", reverse("referrals:refer"))
    return Section("Your referrals", asks, "You have not sent one.", more, button)


def of_own_agency(user: User) -> Section:
    """What others have sent for an agency whose safeguarding lead this person is, until it is decided."""
    agencies = user.posts.agencies(PostKind.SAFEGUARDING_LEAD)
    others = Referral.objects.filter(for_agency__in=agencies, stage__in=LIVE_REFERRAL).exclude(referred_by=user)
    return Section(
        "What others have sent for your agency",
        followed(others, user),
        "Nothing of theirs is open.",
        reverse("referrals:list_own_referrals"),
    )


def followed(among: QuerySet, user: User) -> list[Ask]:
    """The newest referrals that somebody follows, and of these first where something is asked."""
    found = among.permitted(user, "referrals.follow_referral")
    newest = list(found.select_related("referred_by").order_by("-pk")[: SHOWN + 1])
    prefetch_related_objects(newest, "questions", "withdrawals")
    newest.sort(key=lambda referral: not open_questions(referral))
    return [
        Ask(
            f"Referral {referral.reference}",
            reverse("referrals:follow_referral", args=[referral.reference]),
            f"{how_sent(referral, user)} on {day(referral.submitted_at)}. {words_of_standing(referral, user)}",
        )
        for referral in newest
    ]


def how_sent(referral: Referral, user: User) -> str:
    return "Sent" if referral.referred_by == user else f"Sent by {referral.referred_by}"


def words_of_standing(referral: Referral, user: User) -> str:
    standing = standing_of(referral)
    if standing == Standing.DECIDED:
        return "Decided: read what you are told"
    return standing.words(is_own=referral.referred_by == user)
