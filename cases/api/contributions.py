"""The endpoints of what agencies share."""

from rest_framework import serializers

from cases import operations
from cases.api.dispute import DisputeSerializer
from cases.forms import contributions as forms
from cases.known import with_disputes
from cases.models import Case, Contribution
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint


class ContributionSerializer(serializers.ModelSerializer):
    case = serializers.CharField(source="case.reference")
    agency = serializers.CharField(source="agency.slug")

    class Meta:
        model = Contribution
        fields = ("reference", "case", "agency", "mark", "with_deputies", "shared_at", "withdrawn_at")


class WholeContributionSerializer(ContributionSerializer):
    shared_by = serializers.CharField(source="shared_by.name")
    disputes = serializers.SerializerMethodField()

    class Meta(ContributionSerializer.Meta):
        fields = (
            *ContributionSerializer.Meta.fields,
            "shared_by",
            "text",
            "law_enforcement",
            "confidentiality_by",
            "confidentiality_ground",
            "confidentiality_words",
            "disputes",
        )

    def get_disputes(self, contribution) -> DisputeSerializer(many=True):
        (read,) = with_disputes("contribution", [contribution])
        return DisputeSerializer(read.said_against, many=True).data


class ListContributions(RecordListEndpoint):
    """That they are there, without what they say: reading one is written to the trail."""

    model = Contribution
    serializer_class = ContributionSerializer


class ViewContribution(RecordEndpoint):
    model = Contribution
    permission = "cases.read_contribution"
    serializer_class = WholeContributionSerializer


class AddContribution(OperationEndpoint):
    model = Case
    operation = operations.add_contribution
    form_class = forms.AddContributionForm


class MarkContribution(OperationEndpoint):
    model = Contribution
    operation = operations.mark_contribution
    form_class = forms.MarkContributionForm


class WithdrawContribution(OperationEndpoint):
    model = Contribution
    operation = operations.withdraw_contribution
    form_class = forms.WithdrawContributionForm
