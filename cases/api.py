"""The endpoints of cases."""

from rest_framework import serializers

from cases import forms, operations
from cases.comparison import Comparison, compare
from cases.models import Case, Share
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from referrals.forms.identity import ConfirmSamePersonForm, UndoSamePersonForm
from referrals.models import Referral


class CaseSerializer(serializers.ModelSerializer):
    initials = serializers.CharField(source="individual.initials")
    age = serializers.IntegerField(source="individual.age", allow_null=True)
    area = serializers.CharField(source="area.slug")
    panel = serializers.CharField(source="panel.slug")

    class Meta:
        model = Case
        fields = ("reference", "stage", "initials", "age", "area", "panel", "opened_at", "ended_at", "consent_given_on")


class ListCases(RecordListEndpoint):
    model = Case
    serializer_class = CaseSerializer


class ViewCase(RecordEndpoint):
    model = Case
    serializer_class = CaseSerializer


class ShareCase(OperationEndpoint):
    model = Case
    operation = operations.share_case
    form_class = forms.ShareCaseForm


class PutColleagueOnCase(OperationEndpoint):
    model = Case
    operation = operations.put_colleague_on_case
    form_class = forms.PutColleagueOnCaseForm


class StopSharingCase(OperationEndpoint):
    model = Share
    operation = operations.stop_sharing_case


class DecideSection36(OperationEndpoint):
    model = Case
    operation = operations.decide_section36
    form_class = forms.Section36Form


class RecordConsent(OperationEndpoint):
    model = Case
    operation = operations.record_consent
    form_class = forms.ConsentForm


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
