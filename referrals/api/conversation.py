"""The endpoints by which a referrer follows their referral, and by which they and those who received it speak."""

from django.db.models import prefetch_related_objects
from rest_framework import serializers

from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from prevent_cases.api.parts import PartSerializer, part
from referrals import operations
from referrals.api.files import FileSerializer
from referrals.api.referring import ReferrerEndpoint
from referrals.api.triage import AsSentSerializer, FeedbackSerializer
from referrals.forms import conversation as forms
from referrals.models import (
    Referral,
    ReferralAddition,
    ReferralQuestion,
    Standing,
    Withdrawal,
    standing_of,
)
from referrals.models.conversation import open_questions
from referrals.models.transfer import accepted_transfer
from referrals.permissions.files import files_of


class QuestionSerializer(serializers.ModelSerializer):
    """Answers are sent under the reference of their question."""

    class Meta:
        model = ReferralQuestion
        fields = ("reference", "text", "asked_at", "answer", "answered_at")


class OwnReferralSerializer(serializers.ModelSerializer):
    """What the list of those who follow referrals shows."""

    standing = serializers.SerializerMethodField()
    sent_by = serializers.StringRelatedField(source="referred_by")
    waiting = serializers.SerializerMethodField(help_text="How many questions wait for an answer.")

    class Meta:
        model = Referral
        fields = ("reference", "standing", "submitted_at", "sent_by", "waiting")

    def get_standing(self, referral) -> str:
        return standing_of(referral).value

    def get_waiting(self, referral) -> int:
        return len(open_questions(referral))


class ToldWithdrawalSerializer(PartSerializer):
    """That it was taken back, and what the referrer is told of the answer."""

    class Meta:
        model = Withdrawal
        fields = ("reason", "withdrawn_by", "withdrawn_at", "words_for_referrer", "answered_at")


class FollowedReferralSerializer(OwnReferralSerializer):
    """Where it stands, for the referrer: what they are asked, what was sent, the released words, and nothing else."""

    words_for_referrer = serializers.SerializerMethodField()
    questions = QuestionSerializer(many=True)
    additions = part(ReferralAddition, "text", "added_by", "added_at")(many=True)
    withdrawals = ToldWithdrawalSerializer(many=True)
    files = serializers.SerializerMethodField()
    moved_to = serializers.SerializerMethodField(help_text="Under which reference another area has it.")
    feedback = serializers.SerializerMethodField(help_text="Between the coordinator and the referrer alone.")
    as_sent = AsSentSerializer(source="*")

    class Meta:
        model = Referral
        fields = (
            *OwnReferralSerializer.Meta.fields,
            "words_for_referrer",
            "questions",
            "additions",
            "withdrawals",
            "files",
            "moved_to",
            "feedback",
            "as_sent",
        )

    def to_representation(self, referral: Referral) -> dict:
        prefetch_related_objects([referral], "additions__added_by", "withdrawals__withdrawn_by")
        return super().to_representation(referral)

    def get_files(self, referral) -> FileSerializer(many=True):
        return FileSerializer(files_of(referral), many=True).data

    def get_moved_to(self, referral) -> str:
        moved = accepted_transfer(referral)
        return moved.becomes.reference if moved else ""

    def get_feedback(self, referral) -> FeedbackSerializer(allow_null=True):
        feedback = getattr(referral, "feedback", None)
        is_own = referral.referred_by == self.context["request"].user
        return FeedbackSerializer(feedback).data if feedback and is_own else None

    def get_words_for_referrer(self, referral) -> str:
        return referral.decision.words_for_referrer if standing_of(referral) == Standing.DECIDED else ""


class ListOwnReferrals(RecordListEndpoint):
    """What I and, where I answer for them, others of my agency have sent."""

    model = Referral
    permission = "referrals.follow_referral"
    serializer_class = OwnReferralSerializer
    reads_with = ("referred_by", "questions", "withdrawals")


class FollowReferral(RecordEndpoint):
    model = Referral
    permission = "referrals.follow_referral"
    serializer_class = FollowedReferralSerializer


class AcknowledgeAdditions(OperationEndpoint):
    """Up to the moment that the triage of the referral says (``unread_at``)."""

    model = Referral
    operation = operations.acknowledge_additions
    form_class = forms.AcknowledgeAdditionsForm


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
