"""News for those who follow a referral: what they are to read, and the e-mail that says no more than that."""

from django.urls import reverse

from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import operation
from referrals import permissions  # noqa: F401
from referrals.models import Referral
from referrals.models.leads import colleagues_to_tell, obstacle_to_telling_colleagues


def give_news(referral: Referral) -> None:
    """Have the referrer, and whoever began it for them, told that there is something to read.

    Nobody, of what came with a case: they follow it where they sent it.
    """
    if referral.came_with_case_at:
        return
    referral.change(news_at=clock.now())
    later("referrals.tell_referrer", referral.pk)


@operation("referrals.tell_referrer", unless=Referral.obstacle_to_telling)
def tell_referrer(referral: Referral, *, by: User) -> None:
    """Referrer told that there is news, by e-mail."""
    # Of this news: a mail program shows a second message of the same name as the first one.
    moment = f"-{referral.news_at:%Y%m%d%H%M%S}" if referral.news_at else ""
    _write(referral, referral.referred_by, "referrals/email/news.txt", f"referral-news-{referral.reference}{moment}")
    if (starter := referral.started_by) and rules["referrals.follow_referral"].permits(starter, referral):
        key = f"referral-news-{referral.reference}{moment}-started"
        _write(referral, starter, "referrals/email/news.txt", key)
    referral.change(referrer_told_at=clock.now())


@operation("referrals.tell_referrer", unless=obstacle_to_telling_colleagues)
def tell_colleagues(referral: Referral, *, by: User) -> None:
    """Those at the referrer's agency told by e-mail who learn of it at once."""
    for person in colleagues_to_tell(referral):
        _write(
            referral, person, "referrals/email/colleague.txt", f"referral-sent-{referral.reference}-{person.reference}"
        )
    referral.change(colleagues_told_at=clock.now())


def _write(referral: Referral, to: User, template: str, key: str) -> None:
    send_mail(template, to=to, key=key, path=reverse("referrals:follow_referral", args=[referral.reference]))
