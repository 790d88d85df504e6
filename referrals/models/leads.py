"""The safeguarding leads of the agency a referral comes from: who they are, and what they learn of it."""

from collections.abc import Iterable

from django.db.models import QuerySet

from prevent_cases.accounts.models import Agency, Post, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import AlreadyDone
from referrals.models.referral import OPEN_TO_LEADS, Referral
from referrals.models.stages import Stage


def leads_of(agencies: Iterable) -> QuerySet[User]:
    """Who answers today for the referrals of some agencies."""
    posts = Post.objects.current().filter(kind=PostKind.SAFEGUARDING_LEAD, agency__in=agencies)
    return User.objects.filter(pk__in=posts.values("user"), is_active=True).order_by("name", "pk")


def leads_told_of(referral: Referral) -> list[User]:
    """Those who are told at once, since none of them sent it; none where it is kept from them."""
    if referral.is_kept_from_leads:
        return []
    leads = list(leads_of([referral.for_agency_id]))
    return [] if referral.referred_by in leads else leads


def colleagues_to_tell(referral: Referral) -> list[User]:
    """Who is told at once that it has been sent: whoever began it and handed it over, and the leads.

    Where these are let in later, they alone are told then.
    """
    starter = None if referral.lead_let_in_at else referral.started_by
    return [*filter(None, [starter]), *leads_told_of(referral)]


def is_kept_from(agency: Agency, referrals: QuerySet[Referral]) -> bool:
    """Whether any of these came from an agency whose safeguarding leads are not to learn of it."""
    return referrals.filter(for_agency=agency).exclude(OPEN_TO_LEADS).exists()


def not_kept_from(agency: Agency, referrals: QuerySet[Referral]) -> QuerySet[Referral]:
    """Those of these of which its safeguarding leads may learn, as far as it lies with whoever sent them."""
    return referrals.exclude(~OPEN_TO_LEADS, for_agency=agency)


def obstacle_to_telling_colleagues(referral: Referral):
    return AlreadyDone("They have been told.") if referral.colleagues_told_at else ""


def obstacle_to_letting_lead_know(referral: Referral) -> str:
    if not referral.is_kept_from_leads:
        return "It is not kept from the safeguarding lead."
    if referral.stage == Stage.TRANSFERRED:
        return "Another area has this referral now. Who may know of it is settled there."
    return referral.obstacle_to_word_with_referrer()
