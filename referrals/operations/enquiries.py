"""Asking for advice without saying who it is about, answering, and forgetting the words of both."""

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.audit.models import DigestKey
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import Enquiry
from referrals.models.enquiries import obstacle_to_words


@operation("referrals.make_referral", locked=False)
def ask_for_advice(area: Area, *, by: User, for_agency: Agency, question: str, names_nobody: bool) -> Enquiry:
    """Question sent. You are told by e-mail when it is answered.

    It says nothing of who it is about, and is no referral. Its words are forgotten some days after the answer.
    """
    if for_agency.pk not in by.posts.agencies() or for_agency.area_id != area.pk:
        raise Refused("You ask for an agency of this area that you work for.", field="for_agency")
    if not names_nobody:
        raise Refused("Confirm first that your question names nobody.", field="names_nobody")
    if sentence := obstacle_to_words(question):
        raise Refused(sentence, field="question")
    enquiry = Enquiry.objects.create(
        area=area,
        sector=for_agency.sector,
        for_agency=for_agency,
        asked_by=by,
        asked_at=clock.now(),
        question=question,
    )
    later("referrals.tell_advisers", enquiry.pk)
    return enquiry


@operation("referrals.answer_enquiry", unless=Enquiry.obstacle_to_answering)
def answer_enquiry(enquiry: Enquiry, *, by: User, answer: str) -> None:
    """Answer sent. Whoever asked is told by e-mail that it is there."""
    if sentence := obstacle_to_words(answer):
        raise Refused(sentence, field="answer")
    enquiry.change(answer=answer, answered_by=by, answered_at=clock.now())
    later("referrals.tell_enquirer", enquiry.pk)


@operation("referrals.tell_enquirer", unless=Enquiry.obstacle_to_telling)
def tell_enquirer(enquiry: Enquiry, *, by: User) -> None:
    """Whoever asked was told that there is an answer, by e-mail."""
    send_mail(
        "referrals/email/news.txt",
        to=enquiry.asked_by,
        key=f"enquiry-answered-{enquiry.reference}",
        path=enquiry.get_absolute_url(),
    )
    enquiry.change(told_at=clock.now())


@operation("referrals.forget_enquiry", unless=Enquiry.obstacle_to_forgetting)
def forget_enquiry(enquiry: Enquiry, *, by: User) -> None:
    """Question and answer removed. That there was a question stays.

    Who asked and who answered go with the words, and so does the key of the digests that the trail holds of them.
    """
    DigestKey.forget(enquiry)
    enquiry.change(question="", answer="", asked_by=None, for_agency=None, answered_by=None, forgotten_at=clock.now())
