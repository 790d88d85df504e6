"""What a referrer and those who received the referral say to each other: questions, withdrawal, feedback."""

from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import Referral, ReferralFeedback, ReferralQuestion, Stage, Withdrawal
from referrals.models.conversation import (
    obstacle_to_answering,
    obstacle_to_answering_withdrawal,
    obstacle_to_asking,
    obstacle_to_feedback,
    obstacle_to_going_on,
    obstacle_to_withdrawal,
    obstacle_to_word_back,
    open_questions,
    open_withdrawal,
)
from referrals.operations.additions import ask_to_read, have_read
from referrals.operations.hold import refuse_if_held
from referrals.operations.news import give_news


@operation("referrals.receive_referral", unless=obstacle_to_asking)
def ask_referrer(referral: Referral, *, by: User, questions: list[str]) -> list[ReferralQuestion]:
    """Referrer asked.

    They are told by e-mail that there is something to read, and answer on their own page.
    """
    refuse_if_held(referral.individual, by=by)
    said = {"referral": referral, "asked_by": by, "asked_at": clock.now()}
    asked = [ReferralQuestion.objects.create(text=text, **said) for text in questions]
    give_news(referral)
    return asked


@operation("referrals.triage_referral", unless=Referral.obstacle_to_assessment)
def return_to_referrer(referral: Referral, *, by: User, questions: list[str]) -> None:
    """Returned to the referrer, with what is missing.

    It is in triage again once they have answered everything, or when the coordinator goes on without.
    """
    ask_referrer(referral, by=by, questions=questions)
    referral.become(Stage.RETURNED)


@operation("referrals.triage_referral", unless=obstacle_to_going_on)
def go_on_without_answers(referral: Referral, *, by: User) -> None:
    """Back in triage. What was asked can still be answered."""
    referral.become(Stage.IN_TRIAGE)


@operation("referrals.follow_referral", unless=obstacle_to_answering)
def answer_questions(referral: Referral, *, by: User, **answers: str) -> None:
    """Answers sent.

    ``answers`` are by the reference of the question. One that is left out, or empty, still waits.
    """
    now, waiting = clock.now(), {question.reference: question for question in open_questions(referral)}
    for reference, text in answers.items():
        if reference not in waiting:
            raise Refused("That question has been answered. Its answer stands.", field=reference)
        if text:
            waiting[reference].change(answer=text, answered_by=by, answered_at=now)
    if any(answers.values()):
        have_read(referral, by=by)
    if referral.stage == Stage.RETURNED and not open_questions(referral):
        referral.become(Stage.IN_TRIAGE)


@operation("referrals.answer_for_referral", unless=obstacle_to_withdrawal)
def withdraw_referral(referral: Referral, *, by: User, reason: str) -> None:
    """Referral withdrawn. The coordinator reads it once more and answers you.

    It ends nothing by itself: the coordinator confirms it, or goes on where a worry remains.
    """
    Withdrawal.objects.create(referral=referral, reason=reason, withdrawn_by=by, withdrawn_at=clock.now())
    later("referrals.tell_of_withdrawal", referral.pk)


@operation("referrals.triage_referral", unless=obstacle_to_answering_withdrawal)
def answer_withdrawal(referral: Referral, *, by: User, goes_on: bool, rationale: str, words_for_referrer: str) -> None:
    """Withdrawal answered. The referrer is told.

    Confirmed, it ends the referral, which is kept, and which has its short assessment as any that ends; where a worry
    remains, the work goes on for the reason given.
    """
    refuse_if_held(referral.individual, by=by)
    withdrawal = open_withdrawal(referral)
    if withdrawal.withdrawn_by == by:
        raise Refused("Somebody else answers a withdrawal of your own.")
    if not goes_on and (obstacle := referral.obstacle_to_any_end()):
        raise Refused(obstacle, field="goes_on")
    withdrawal.change(
        goes_on=goes_on,
        rationale=rationale,
        words_for_referrer=words_for_referrer,
        answered_by=by,
        answered_at=clock.now(),
    )
    if not goes_on:
        referral.become(Stage.WITHDRAWN)
    give_news(referral)


@operation("referrals.receive_referral", unless=obstacle_to_feedback)
def give_feedback(referral: Referral, *, by: User, what_helped: str, next_time: str = "") -> None:
    """Feedback sent to the referrer."""
    refuse_if_held(referral.individual, by=by)
    ReferralFeedback.objects.create(
        referral=referral, what_helped=what_helped, next_time=next_time, given_by=by, given_at=clock.now()
    )
    give_news(referral)


@operation("referrals.answer_for_referral", unless=obstacle_to_word_back)
def answer_feedback(referral: Referral, *, by: User, word_back: str) -> None:
    """Your word back has been sent to the coordinator."""
    referral.feedback.change(word_back=word_back, answered_by=by, answered_at=clock.now())
    # For whoever wrote about it, wherever its case may be now.
    ask_to_read(referral, by=by)
