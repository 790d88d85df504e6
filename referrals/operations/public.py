"""Taking what the public sends, referring on a sender's behalf, answering, and forgetting the words."""

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.models import DigestKey
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import ReferringPolicy
from referrals import permissions  # noqa: F401
from referrals.models import DraftReferral, PublicConcern, PublicOutcome, Referral, YesNo
from referrals.models.public import FORGOTTEN
from referrals.operations.referring import submit_referral

# Among the answers of a draft, under a name that no part has: what somebody sent, beside which it is written.
FROM_PUBLIC = "from_public"
# The part of the task list that asks on whose behalf somebody refers.
WHERE_SOURCE_IS_ASKED = "told"


def obstacle_to_taking(area: Area) -> str:
    return "" if ReferringPolicy.of(area).public_form else f"{area.name} has no form for the public."


@operation("referrals.take_public_concern", unless=obstacle_to_taking, locked=False)
def send_public_concern(
    area: Area,
    *,
    by: User,
    who: str,
    worry: str,
    where: str = "",
    sender_name: str = "",
    sender_contact: str = "",
    sender_relation: str = "",
) -> PublicConcern:
    """A concern was taken from a member of the public. It is no referral until somebody refers.

    Which address it came from is not kept.
    """
    concern = PublicConcern.objects.create(
        area=area,
        sent_at=clock.now(),
        who=who,
        where=where,
        worry=worry,
        sender_name=sender_name,
        sender_contact=sender_contact,
        sender_relation=sender_relation,
    )
    later("referrals.tell_of_public_concern", concern.pk)
    return concern


@operation("referrals.tell_of_public_concern", unless=PublicConcern.obstacle_to_telling)
def tell_of_public_concern(concern: PublicConcern, *, by: User) -> None:
    """Those who receive what the public sends were told, by e-mail, that something is there."""
    for person in concern.receivers():
        send_mail(
            "referrals/email/public.txt",
            to=person,
            key=f"public-{concern.reference}-{person.reference}",
            path=concern.get_absolute_url(),
        )
    concern.change(told_at=clock.now())


@operation("referrals.refer_for_public", unless=PublicConcern.obstacle_to_answering)
def begin_referral_for_public(concern: PublicConcern, *, by: User) -> DraftReferral:
    """Referral begun. What was sent stands beside its questions.

    Who sent it stands among its answers already, and is sealed when it is sent.
    The concern waits until it is answered with the referral, so that one that is never sent loses nothing.
    """
    beside = {"reference": concern.reference, "words": concern.words()}
    source = {name: [words] for name, words in ({"on_behalf": YesNo.YES} | concern.source()).items()}
    return DraftReferral.objects.create(
        owner=by,
        operation=submit_referral.name,
        record=concern.area_id,
        answers={FROM_PUBLIC: beside, WHERE_SOURCE_IS_ASKED: source},
    )


@operation("referrals.answer_public_concern", unless=PublicConcern.obstacle_to_answering)
def answer_public_concern(concern: PublicConcern, *, by: User, outcome: str, referral: str = "", why: str = "") -> None:
    """Concern answered. Its words are removed in some days.

    ``referral`` is the reference of the one that was made of it, where somebody was referred; otherwise ``why`` says
    why nobody was.
    """
    made = None
    if outcome == PublicOutcome.REFERRED:
        visible = Referral.objects.permitted(by, "referrals.view_referral")
        made = visible.filter(reference=referral.strip().upper(), area=concern.area_id).first()
        if made is None or made.submitted_at < concern.sent_at:
            raise Refused("Enter the reference of the referral that was made of this.", field="referral")
    elif not why:
        raise Refused("Say why nobody is referred.", field="why")
    concern.change(outcome=outcome, referral=made, why=why, answered_by=by, answered_at=clock.now())


@operation("referrals.forget_public_concern", unless=PublicConcern.obstacle_to_forgetting)
def forget_public_concern(concern: PublicConcern, *, by: User) -> None:
    """What was sent, and by whom, was removed. That something was sent stays, and what became of it."""
    DigestKey.forget(concern)
    concern.change(forgotten_at=clock.now(), **dict.fromkeys(FORGOTTEN, ""))
