"""What is said with a referrer and between two areas: questions, withdrawals, feedback, offers."""

import referrals.operations
from demonstration import words
from demonstration.chance import dice
from demonstration.diary import after
from demonstration.errands import carry_out_errands
from prevent_cases.accounts.models import Area, User

# Of the referrals that ended at the front door, those whose referrer is told how it was.
WITH_FEEDBACK = 0.3


class Talk:
    """The conversation about the referral of one story."""

    def __init__(self, story):
        self.story = story
        self.diary = story.diary
        self.dice = dice(f"talk {story.number}")

    @property
    def referrer(self) -> User:
        return self.story.referral.referred_by

    @property
    def coordinator(self) -> User:
        return self.story.place.coordinator

    def begin(self) -> None:
        """By the course: asked only, answered too, returned, taken back, or withdrawn for good."""
        conversation = self.story.course.conversation
        first = {
            "asked": self.ask,
            "answered": self.ask,
            "returned": self.give_back,
            "offered": self.offer,
            "passed": self.offer,
        }
        self.diary.enter(after(0.1, self.dice), first.get(conversation, self.withdraw))
        if conversation == "answered":
            self.diary.enter(after(1, self.dice), self.answer)
        if conversation == "passed":
            self.diary.enter(after(0.4, self.dice), self.pass_on)
        if conversation == "withdrawn":
            self.diary.enter(after(2, self.dice), self.confirm_withdrawal)

    def ask(self) -> None:
        referrals.operations.ask_referrer(self.story.referral, by=self.coordinator, questions=list(words.ASKED))
        self.diary.enter(after(0.002, self.dice), carry_out_errands)

    def give_back(self) -> None:
        referrals.operations.return_to_referrer(self.story.referral, by=self.coordinator, questions=list(words.ASKED))
        self.diary.enter(after(0.002, self.dice), carry_out_errands)

    def offer(self) -> None:
        """From Eastmarsh to Havenbrook, and from elsewhere to Eastmarsh."""
        name = "Havenbrook" if self.story.planned.area == "Eastmarsh" else "Eastmarsh"
        referrals.operations.offer_transfer(
            self.story.referral, by=self.coordinator, to_area=Area.objects.get(name=name), reason=words.MOVED
        )
        carry_out_errands()

    def pass_on(self) -> None:
        receiver = User.objects.get(email="coordinator@havenbrook.example")
        referrals.operations.accept_transfer(self.story.referral, by=receiver)
        carry_out_errands()

    def answer(self) -> None:
        """Which the coordinator has still to read."""
        questions = self.story.referral.questions.all()
        answers = {question.reference: words.ASKED[question.text] for question in questions}
        referrals.operations.answer_questions(self.story.referral, by=self.referrer, **answers)
        carry_out_errands()

    def withdraw(self) -> None:
        referrals.operations.withdraw_referral(self.story.referral, by=self.referrer, reason=words.TAKEN_BACK)

    def confirm_withdrawal(self) -> None:
        rationale, released = words.WITHDRAWAL_CONFIRMED
        referrals.operations.answer_withdrawal(
            self.story.referral, by=self.coordinator, goes_on=False, rationale=rationale, words_for_referrer=released
        )
        self.diary.enter(after(0.002, self.dice), carry_out_errands)

    def may_end_with_feedback(self) -> None:
        if self.dice.random() < WITH_FEEDBACK:
            self.diary.enter(after(0.01, self.dice), self.give_feedback)

    def give_feedback(self) -> None:
        what_helped, next_time = self.dice.choice(words.FEEDBACK)
        referrals.operations.give_feedback(
            self.story.referral, by=self.coordinator, what_helped=what_helped, next_time=next_time
        )
        self.diary.enter(after(0.002, self.dice), carry_out_errands)
        if self.dice.random() < 0.5:
            self.diary.enter(after(1, self.dice), self.answer_feedback)

    def answer_feedback(self) -> None:
        word_back = self.dice.choice(words.WORDS_BACK)
        referrals.operations.answer_feedback(self.story.referral, by=self.referrer, word_back=word_back)
        carry_out_errands()
        self.diary.enter(after(1, self.dice), self.story.read_additions)
