"""The endpoints of a case's assessments."""

from rest_framework import serializers

from cases import operations
from cases.api.dispute import DisputeSerializer
from cases.forms.assessment import CompleteAssessmentForm
from cases.forms.contact_log import InErrorForm
from cases.known import with_disputes
from cases.models import Assessment, Case, FactorEntry
from cases.over_time import whole
from cases.permissions.case import of_seen_case
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint


class FactorEntrySerializer(serializers.ModelSerializer):
    factor = serializers.CharField(source="factor.key")
    wording = serializers.CharField(source="factor.wording")

    class Meta:
        model = FactorEntry
        fields = (
            "factor",
            "wording",
            "found",
            "in_words",
            "evidence",
            "source",
            "evidence_on",
            "protective_factors",
        )


class ListedAssessmentSerializer(serializers.ModelSerializer):
    """What a list shows: never what was found."""

    version = serializers.CharField(source="version.reference")
    framework = serializers.CharField(source="version.__str__")
    completed_by = serializers.StringRelatedField()

    class Meta:
        model = Assessment
        fields = ("reference", "assessed_on", "completed_by", "completed_at", "version", "framework", "in_error_at")


class AssessmentSerializer(ListedAssessmentSerializer):
    case = serializers.CharField(source="case.reference")
    disputes = serializers.SerializerMethodField()
    entries = serializers.SerializerMethodField()

    class Meta:
        model = Assessment
        fields = (
            *ListedAssessmentSerializer.Meta.fields, "in_error_reason", "case", "summary", "plan", "what_changed",
            "disputes", "entries",
        )  # fmt: skip

    def get_disputes(self, assessment) -> DisputeSerializer(many=True):
        (read,) = with_disputes("assessment", [assessment])
        return DisputeSerializer(read.said_against, many=True).data

    def get_entries(self, assessment) -> FactorEntrySerializer(many=True):
        entries = [entry for _, of_domain in whole(assessment) for entry in of_domain]
        return FactorEntrySerializer(entries, many=True).data


class CaseAssessmentsSerializer(serializers.ModelSerializer):
    """The assessments of a case, the newest first."""

    assessments = serializers.SerializerMethodField()

    class Meta:
        model = Case
        fields = ("reference", "assessments")

    def get_assessments(self, case) -> ListedAssessmentSerializer(many=True):
        found = of_seen_case(Assessment, case).select_related("version", "completed_by")
        return ListedAssessmentSerializer(found.order_by("-assessed_on", "-pk"), many=True).data


class CaseAssessments(RecordEndpoint):
    model = Case
    serializer_class = CaseAssessmentsSerializer


class ViewAssessment(RecordEndpoint):
    model = Assessment
    serializer_class = AssessmentSerializer


class CompleteAssessment(OperationEndpoint):
    model = Case
    operation = operations.complete_assessment
    form_class = CompleteAssessmentForm


class RecordAssessmentInError(OperationEndpoint):
    model = Assessment
    operation = operations.record_assessment_in_error
    form_class = InErrorForm
