"""News for a referrer: what they are to read on their own page, and the e-mail that says no more than that."""

from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import operation
from referrals import permissions  # noqa: F401
from referrals.models import Referral


def give_news(referral: Referral) -> None:
    """Have the referrer told that there is something to read."""
    referral.change(news_at=clock.now())
    later("referrals.tell_referrer", referral.pk)


@operation("referrals.tell_referrer", unless=Referral.obstacle_to_telling)
def tell_referrer(referral: Referral, *, by: User) -> None:
    """Referrer told that there is news, by e-mail."""
    # Of this news: a mail program shows a second message of the same name as the first one.
    moment = f"-{referral.news_at:%Y%m%d%H%M%S}" if referral.news_at else ""
    send_mail(
        "referrals/email/news.txt",
        to=referral.referred_by,
        key=f"referral-news-{referral.reference}{moment}",
        path=reverse("referrals:follow_referral", args=[referral.reference]),
    )
    referral.change(referrer_told_at=clock.now())
