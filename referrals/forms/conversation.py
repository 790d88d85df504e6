"""What a referrer and those who received the referral are asked when they speak to each other, in which words."""

from django import forms

from prevent_cases.look.forms import Form, LongTextField, RadioSelect
from referrals.models.conversation import open_questions

MOST_QUESTIONS, LONGEST_QUESTION = 10, 1000


class QuestionsField(LongTextField):
    """Several questions, each on a line of its own."""

    def clean(self, value):
        questions = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(questions) > MOST_QUESTIONS:
            raise forms.ValidationError(f"Ask at most {MOST_QUESTIONS} questions at a time.")
        if any(len(question) > LONGEST_QUESTION for question in questions):
            raise forms.ValidationError(f"Make each question shorter than {LONGEST_QUESTION} characters.")
        return questions


class AskReferrerForm(Form):
    questions = QuestionsField(
        label="What do you need to know?",
        max_length=8000,
        help_text="Write each question on a line of its own. The referrer gets a box for each.",
    )


class AnswerField(LongTextField):
    """One answer of several: any may be given now and the others later."""

    def validate(self, value):
        """An empty one still waits."""


class AnswerQuestionsForm(Form):
    """A box for each question that waits, under its reference."""

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        for question in open_questions(referral):
            form.fields[question.reference] = AnswerField(label=question.text, rows=4, max_length=8000)
        return form

    def clean(self):
        cleaned = super().clean()
        if self.fields and not self.errors and not any(cleaned.values()):
            raise forms.ValidationError("Write an answer to at least one question. “I do not know” is an answer.")
        return cleaned


class AcknowledgeAdditionsForm(Form):
    """The press of whoever has read what was added, which says up to when that was."""

    seen = forms.DateTimeField(widget=forms.HiddenInput)

    @classmethod
    def for_record(cls, referral, user, *data):
        return cls(*data, initial={"seen": referral.unread_at and referral.unread_at.isoformat()})


class WithdrawReferralForm(Form):
    reason = LongTextField(
        label="Why do you take it back?",
        rows=4,
        max_length=4000,
        help_text="For example, what you have learned since, or that another service helps.",
    )


class AnswerWithdrawalForm(Form):
    goes_on = forms.TypedChoiceField(
        label="Does a worry about somebody's safety remain?",
        choices=[("no", "No: the referral ends here"), ("yes", "Yes: we go on with it")],
        coerce=lambda answer: answer == "yes",
        widget=RadioSelect,
    )
    rationale = LongTextField(
        label="Your reasons", max_length=8000, help_text="For the record. The person may read them one day."
    )
    words_for_referrer = LongTextField(
        label="What may the referrer be told?",
        max_length=4000,
        help_text="They read exactly these words, after signing in.",
    )


class GiveFeedbackForm(Form):
    what_helped = LongTextField(
        label="What helped you in this referral?",
        rows=4,
        max_length=4000,
        help_text="For example, that it says what was seen, and when. Begin with this, also where much was missing.",
    )
    next_time = LongTextField(
        label="What would help next time?",
        rows=4,
        max_length=4000,
        required=False,
        help_text="About the referral, never about the person or the decision.",
    )


class AnswerFeedbackForm(Form):
    word_back = LongTextField(label="What would you like to say to the coordinator?", rows=4, max_length=4000)
