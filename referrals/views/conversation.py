"""The pages on which a referrer follows their referral, and on which they and those who received it speak."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import QuerySet, prefetch_related_objects
from django.urls import reverse

from prevent_cases.pages.together import Asked
from prevent_cases.pages.views import OperationPage, RecordList, RecordPage
from referrals import operations
from referrals.forms import conversation as forms
from referrals.models import (
    ANY_REFERRAL,
    AnyReferral,
    Referral,
    ReferralFeedback,
    ReferralQuestion,
    ReferralTransfer,
    Standing,
    TriageDecision,
    Withdrawal,
    standing_of,
)
from referrals.models.conversation import open_questions, open_withdrawal
from referrals.models.transfer import accepted_transfer
from referrals.permissions.files import files_of
from referrals.permissions.source import shown_source
from referrals.views.as_sent import WITH_REFERRER, as_sent, show

COUNTED = ("No question", "A question", "Two questions", "Three questions", "Four questions", "Five questions")


@dataclass(frozen=True)
class Line:
    """Something that happened and that the referrer may read: ``words`` are theirs, or were released to them."""

    at: datetime
    title: str
    by: str = ""
    words: tuple[tuple[str, str], ...] = ()


def counted(questions: list) -> str:
    number = len(questions)
    return COUNTED[number] if number < len(COUNTED) else f"{number} questions"


def lines_of(referral: Referral, *, is_own: bool) -> list[Line]:
    """What has happened, the newest first: only what the referrer wrote, was asked, or is released to them.

    What was said of the referral itself is between the coordinator and the referrer, whose ``own`` it is.
    """
    lines = [*_lines(referral), *(_lines_about_it(referral) if is_own else ())]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _lines(referral: Referral) -> Iterator[Line]:
    before = getattr(referral, "transferred_by", None)
    sent_to = before.referral.area if before else referral.area
    begun = f"{referral.referred_by}, begun by {referral.started_by}" if referral.started_by else referral.referred_by
    yield Line(referral.submitted_at, f"Sent to the coordinator of {sent_to}", str(begun))
    if before:
        yield Line(before.answered_at, f"Passed to the coordinator of {referral.area}")
    for addition in referral.additions.all():
        yield Line(addition.added_at, "Something added", str(addition.added_by), (("", addition.text),))
    questions = referral.questions.all()
    for at, asked in groupby(questions, key=lambda question: question.asked_at):
        asked = list(asked)
        yield Line(at, f"{counted(asked)} asked", words=tuple(("", question.text) for question in asked))
    answered = sorted((question for question in questions if question.answered_at), key=lambda each: each.answered_at)
    for at, together in groupby(answered, key=lambda question: question.answered_at):
        together = list(together)
        words = tuple((question.text, question.answer) for question in together)
        yield Line(at, f"{counted(together)} answered", str(together[0].answered_by), words)
    for withdrawal in referral.withdrawals.all():
        yield Line(withdrawal.withdrawn_at, "Withdrawn", str(withdrawal.withdrawn_by), (("", withdrawal.reason),))
        if withdrawal.answered_at:
            title = "The coordinator goes on with it" if withdrawal.goes_on else "Ended, as you asked"
            yield Line(withdrawal.answered_at, title, words=(("", withdrawal.words_for_referrer),))
    if standing_of(referral) == Standing.DECIDED:
        decision = referral.decision
        yield Line(decision.decided_at, "The coordinator decided", words=(("", decision.words_for_referrer),))
    if transfer := accepted_transfer(referral):
        yield Line(transfer.answered_at, f"Passed to the coordinator of {transfer.to_area}")


def _lines_about_it(referral: Referral) -> Iterator[Line]:
    if referral.lead_let_in_at:
        words = (("", referral.lead_let_in_because),)
        yield Line(referral.lead_let_in_at, "Safeguarding lead told after all", str(referral.lead_let_in_by), words)
    if feedback := getattr(referral, "feedback", None):
        words = [("What helped", feedback.what_helped), ("What would help next time", feedback.next_time)]
        yield Line(feedback.given_at, "The coordinator about your referral", words=tuple(filter(all, words)))
        if feedback.answered_at:
            words = (("", feedback.word_back),)
            yield Line(feedback.answered_at, "Your word back", str(feedback.answered_by), words)


def questions_of(referral: Referral):
    return referral.questions.select_related("answered_by", "asked_by")


def followed() -> dict[str, QuerySet]:
    """What the page of whoever follows a referral reads of any."""
    of_it = {
        "questions": ReferralQuestion.objects.select_related("answered_by", "asked_by"),
        "withdrawals": Withdrawal.objects.select_related("withdrawn_by"),
        "transfers": ReferralTransfer.objects.select_related("to_area", "becomes"),
        "decision": TriageDecision.objects.all(),
        "feedback": ReferralFeedback.objects.select_related("answered_by"),
    }
    came = ReferralTransfer.objects.filter(becomes=ANY_REFERRAL.pk).select_related("referral__area")
    return (
        as_sent(ANY_REFERRAL.pk)
        | {name: records.filter(referral=ANY_REFERRAL.pk) for name, records in of_it.items()}
        | {"transferred_by": came, "files_of_it": files_of(ANY_REFERRAL)}
    )


class FollowReferral(RecordPage):
    """Where it stands, what is asked, what was sent, what may be told: for the referrer, whoever began it, the lead."""

    model = Referral
    permission = "referrals.follow_referral"
    fetch_with = WITH_REFERRER

    def context(self, request, record):
        asked = request.user.posts.kept("follow", lambda: Asked(**followed()))
        asked.fetch(record, **AnyReferral.keys_of(record))
        show(record, shown_source(record, knows_referrer=self.may.know_referrer))
        waiting = open_questions(record)
        is_own = record.referred_by == request.user
        return {
            "is_own": is_own,
            "files": record.files_of_it,
            "standing": standing_of(record).value,
            "lines": lines_of(record, is_own=is_own),
            "waiting": waiting,
            "counted": counted(waiting).lower(),
            "answers": forms.AnswerQuestionsForm.for_record(record, request.user),
            "moved": accepted_transfer(record),
            "withdrawal": open_withdrawal(record),
            "feedback": getattr(record, "feedback", None) if is_own else None,
        }


class ListOwnReferrals(RecordList):
    """What I and, where I answer for them, others of my agency have sent, where it stands, and what is asked."""

    model = Referral
    permission = "referrals.follow_referral"

    def context(self, request, page):
        prefetch_related_objects(page.records, "questions", "withdrawals")
        rows = [
            (
                referral,
                standing_of(referral).words(is_own=referral.referred_by == request.user),
                len(open_questions(referral)),
            )
            for referral in page.records
        ]
        return {"rows": rows, "others_too": any(each.referred_by != request.user for each in page.records)}


class OfReferrer(OperationPage):
    """An operation of the referrer, that leads back to their own page."""

    model = Referral

    def destination(self, record, result):
        return reverse("referrals:follow_referral", args=[record.reference])


class AnswerQuestions(OfReferrer):
    operation = operations.answer_questions
    form_class = forms.AnswerQuestionsForm


class WithdrawReferral(OfReferrer):
    operation = operations.withdraw_referral
    form_class = forms.WithdrawReferralForm


class AnswerFeedback(OfReferrer):
    operation = operations.answer_feedback
    form_class = forms.AnswerFeedbackForm


class AcknowledgeAdditions(OperationPage):
    model = Referral
    operation = operations.acknowledge_additions
    form_class = forms.AcknowledgeAdditionsForm


class AskReferrer(OperationPage):
    model = Referral
    operation = operations.ask_referrer
    form_class = forms.AskReferrerForm


class AnswerWithdrawal(OperationPage):
    model = Referral
    operation = operations.answer_withdrawal
    form_class = forms.AnswerWithdrawalForm

    def context(self, request, record):
        return {"withdrawal": open_withdrawal(record), "not_yet": record.obstacle_to_any_end()}


class GiveFeedback(OperationPage):
    model = Referral
    operation = operations.give_feedback
    form_class = forms.GiveFeedbackForm


class ReturnToReferrer(OperationPage):
    model = Referral
    operation = operations.return_to_referrer
    form_class = forms.AskReferrerForm


class GoOnWithoutAnswers(OperationPage):
    model = Referral
    operation = operations.go_on_without_answers
