"""Handing a referral in the making over to a safeguarding lead, having it back, and removing it."""

from prevent_cases.accounts.models import User
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import DraftReferral


@operation("referrals.hand_over_draft", unless=DraftReferral.obstacle_to_handing_over)
def hand_over_draft(draft: DraftReferral, *, by: User, lead: User, word: str = "") -> None:
    """Handed over. You can take it back and send it yourself at any time.

    The safeguarding lead goes on with it and sends it. What its author has written is kept as it was.
    """
    if not draft.leads().filter(pk=lead.pk).exists():
        raise Refused("That person is not a safeguarding lead of your agency.", field="lead")
    draft.put_own_words_aside()
    draft.pass_to(lead, by=by, word=word)
    later("referrals.tell_of_draft", draft.pk, lead.pk)


@operation("referrals.hand_back_draft")
def hand_back_draft(draft: DraftReferral, *, by: User, word: str) -> None:
    """Handed back to whoever began it."""
    author = draft.begun_by
    draft.restore(as_begun=False)
    draft.pass_to(author, by=by, word=word)
    later("referrals.tell_of_draft", draft.pk, author.pk)


@operation("referrals.take_back_draft")
def take_back_draft(draft: DraftReferral, *, by: User, as_handed_over: bool) -> None:
    """Taken back. You can go on with it and send it yourself.

    It is as it is now, with what was written since, or as it was when it was handed over.
    """
    draft.restore(as_begun=as_handed_over)
    draft.pass_to(by, by=by)


@operation("referrals.remove_draft")
def remove_draft(draft: DraftReferral, *, by: User) -> None:
    """Removed, with what was written in it. Nothing was sent.

    Its files follow, save what was sealed.
    """
    DraftReferral.objects.filter(pk=draft.pk).delete()
