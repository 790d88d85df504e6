"""The endpoints by which a referrer follows their referral, and by which they and those who received it speak."""

from rest_framework import serializers

from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from referrals import operations
from referrals.api.referring import ReferrerEndpoint
from referrals.forms import conversation as forms
from referrals.models import Referral, ReferralQuestion, Standing, standing_of


class QuestionSerializer(serializers.ModelSerializer):
    """Answers are sent under the reference of their question."""

    class Meta:
        model = ReferralQuestion
        fields = ("reference", "text", "asked_at", "answer", "answered_at")


class FollowedReferralSerializer(serializers.ModelSerializer):
    """Where it stands, for the referrer: what they are asked, the released words, and nothing else."""

    standing = serializers.SerializerMethodField()
    words_for_referrer = serializers.SerializerMethodField()
    questions = QuestionSerializer(many=True)

    class Meta:
        model = Referral
        fields = ("reference", "standing", "submitted_at", "words_for_referrer", "questions")

    def get_standing(self, referral) -> str:
        return standing_of(referral).value

    def get_words_for_referrer(self, referral) -> str:
        return referral.decision.words_for_referrer if standing_of(referral) == Standing.DECIDED else ""


class FollowReferral(RecordEndpoint):
    model = Referral
    permission = "referrals.follow_referral"
    serializer_class = FollowedReferralSerializer


class AskReferrer(OperationEndpoint):
    model = Referral
    operation = operations.ask_referrer
    form_class = forms.AskReferrerForm


class AnswerQuestions(ReferrerEndpoint):
    operation = operations.answer_questions
    form_class = forms.AnswerQuestionsForm


class WithdrawReferral(ReferrerEndpoint):
    operation = operations.withdraw_referral
    form_class = forms.WithdrawReferralForm


class AnswerWithdrawal(OperationEndpoint):
    model = Referral
    operation = operations.answer_withdrawal
    form_class = forms.AnswerWithdrawalForm


class GiveFeedback(OperationEndpoint):
    model = Referral
    operation = operations.give_feedback
    form_class = forms.GiveFeedbackForm


class AnswerFeedback(ReferrerEndpoint):
    operation = operations.answer_feedback
    form_class = forms.AnswerFeedbackForm


class ReturnToReferrer(OperationEndpoint):
    model = Referral
    operation = operations.return_to_referrer
    form_class = forms.AskReferrerForm


class GoOnWithoutAnswers(OperationEndpoint):
    model = Referral
    operation = operations.go_on_without_answers
