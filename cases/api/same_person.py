"""The endpoints of whether it is the same person."""

from rest_framework import serializers

from cases import operations
from cases.comparison import Comparison, compare
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from referrals.forms.identity import ConfirmSamePersonForm, UndoSamePersonForm
from referrals.models import Referral


class EarlierSerializer(serializers.Serializer):
    reference = serializers.CharField(source="referral.reference")
    ended = serializers.CharField()


class CandidateSerializer(serializers.Serializer):
    individual = serializers.CharField(source="candidate.individual.reference")
    why = serializers.CharField(source="candidate.why")
    referrals = EarlierSerializer(many=True, source="earlier")


class SamePersonSerializer(serializers.Serializer):
    """Who may be the same person, and why; the earlier referrals of the same person, and how each ended."""

    number = serializers.IntegerField()
    earlier = EarlierSerializer(many=True)
    candidates = CandidateSerializer(many=True, source="beside")
    ask_in = serializers.SerializerMethodField()

    def to_representation(self, referral: Referral) -> dict:
        return super().to_representation(compare(referral, self.context["request"].user))

    def get_ask_in(self, comparison: Comparison) -> list[str]:
        return [area.slug for area in comparison.found.ask_in]


class SamePerson(RecordEndpoint):
    model = Referral
    permission = "referrals.triage_referral"
    serializer_class = SamePersonSerializer


class ConfirmSamePerson(OperationEndpoint):
    model = Referral
    operation = operations.confirm_same_person
    form_class = ConfirmSamePersonForm


class UndoSamePerson(OperationEndpoint):
    model = Referral
    operation = operations.undo_same_person
    form_class = UndoSamePersonForm
