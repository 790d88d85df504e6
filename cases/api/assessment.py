"""The endpoints of a case's assessments."""

from typing import Any

from rest_framework import serializers

from cases import operations
from cases.api.dispute import DisputeSerializer
from cases.forms.assessment import CompleteAssessmentForm
from cases.forms.contact_log import InErrorForm
from cases.known import with_disputes
from cases.models import Assessment, Case, FactorEntry
from cases.over_time import whole
from cases.shown.assessments import CHOSEN, assessments_of, compared, over_time
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint


class FactorEntrySerializer(serializers.ModelSerializer):
    factor = serializers.CharField(source="factor.key")
    wording = serializers.CharField(source="factor.wording")
    disputes = DisputeSerializer(many=True, read_only=True, source="said_against")

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
            "disputes",
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


class AmongOthersSerializer(ListedAssessmentSerializer):
    """An assessment as it stands beside others, with what is disputed of it."""

    disputes = DisputeSerializer(many=True, source="said_against")

    class Meta:
        model = Assessment
        fields = (*ListedAssessmentSerializer.Meta.fields, "disputes")


class OfTwoSerializer(AmongOthersSerializer):
    """The same with what it came to."""

    class Meta:
        model = Assessment
        fields = (*AmongOthersSerializer.Meta.fields, "summary", "plan", "what_changed")


class SaidOfFactorSerializer(serializers.Serializer):
    """What one assessment says of a factor: null where its framework does not ask it."""

    assessment = serializers.CharField(source="assessment.reference")
    otherwise_worded = serializers.CharField()
    entry = FactorEntrySerializer(allow_null=True)


class FactorRowSerializer(serializers.Serializer):
    factor = serializers.CharField(source="factor.key")
    wording = serializers.CharField(source="factor.wording")
    said = SaidOfFactorSerializer(many=True)


class DomainRowsSerializer(serializers.Serializer):
    title = serializers.CharField()
    rows = FactorRowSerializer(many=True)


class ComparedSerializer(serializers.Serializer):
    """Two assessments of a case, factor by factor: the two newest, or those in ``?then=&now=``; no sum of anything."""

    assessments = OfTwoSerializer(many=True)
    domains = DomainRowsSerializer(many=True)

    def to_representation(self, case: Case) -> dict[str, Any]:
        request = self.context["request"]
        chosen = (request.query_params[name] for name in CHOSEN if name in request.query_params)
        return super().to_representation(compared(case, request.user, *chosen))


class OverTimeSerializer(serializers.Serializer):
    """All assessments of a case that were not recorded in error, the oldest first: a row for each factor."""

    assessments = AmongOthersSerializer(many=True)
    domains = DomainRowsSerializer(many=True)

    def to_representation(self, case: Case) -> dict[str, Any]:
        return super().to_representation(over_time(case, self.context["request"].user))


class CompareAssessments(RecordEndpoint):
    model = Case
    serializer_class = ComparedSerializer


class AssessmentsOverTime(RecordEndpoint):
    model = Case
    serializer_class = OverTimeSerializer


class CaseAssessmentsSerializer(serializers.ModelSerializer):
    """The assessments of a case, the newest first."""

    assessments = serializers.SerializerMethodField()

    class Meta:
        model = Case
        fields = ("reference", "assessments")

    def get_assessments(self, case) -> ListedAssessmentSerializer(many=True):
        return ListedAssessmentSerializer(assessments_of(case), many=True).data


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
