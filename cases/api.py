"""The endpoints of cases."""

from rest_framework import serializers

from cases import forms, operations
from cases.models import Case, Share
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint


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
