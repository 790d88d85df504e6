"""The endpoints of what agencies share."""

from rest_framework import serializers

from cases import operations
from cases.forms import contributions as forms
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

    class Meta(ContributionSerializer.Meta):
        fields = (
            *ContributionSerializer.Meta.fields,
            "shared_by",
            "text",
            "law_enforcement",
            "confidentiality_by",
            "confidentiality_ground",
            "confidentiality_words",
        )


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
