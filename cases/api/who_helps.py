"""The endpoints of who can give support."""

from rest_framework import serializers

from cases import operations
from cases.forms import who_helps as forms
from cases.models import Project, ProviderApproval, taken_by
from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint


class ProjectSerializer(serializers.ModelSerializer):
    agency = serializers.CharField(source="agency.slug")
    taken = serializers.IntegerField()

    class Meta:
        model = Project
        fields = ("reference", "name", "agency", "offers", "places", "taken")


class ApprovalSerializer(serializers.ModelSerializer):
    agency = serializers.CharField(source="agency.slug")
    taken = serializers.IntegerField()

    class Meta:
        model = ProviderApproval
        fields = (
            "agency", "approved_from", "approved_until", "specialism", "languages", "capacity", "taken",
            "refused_because",
        )  # fmt: skip


class HelpSerializer(serializers.Serializer):
    """Of each provider the approval that counts, or why it has none, and the projects that are open; each with how many
    it helps now.
    """

    providers = serializers.SerializerMethodField()
    projects = serializers.SerializerMethodField()

    def get_providers(self, area: Area) -> ApprovalSerializer(many=True):
        user = self.context["request"].user
        seen = ProviderApproval.objects.permitted(user, "cases.view_providerapproval").latest().that_serve(area)
        return ApprovalSerializer(seen.select_related("agency").order_by("agency__name"), many=True).data

    def get_projects(self, area: Area) -> ProjectSerializer(many=True):
        seen = Project.objects.permitted(self.context["request"].user, "cases.view_project")
        seen = seen.filter(area=area, closed_at=None).annotate(taken=taken_by("project"))
        return ProjectSerializer(seen.select_related("agency").order_by("name"), many=True).data


class Help(RecordEndpoint):
    model = Area
    permission = "cases.list_help"
    serializer_class = HelpSerializer


class RecordApproval(OperationEndpoint):
    model = Area
    operation = operations.record_approval
    form_class = forms.RecordApprovalForm


class RefuseApproval(OperationEndpoint):
    model = Area
    operation = operations.refuse_approval
    form_class = forms.RefuseApprovalForm


class OpenProject(OperationEndpoint):
    model = Area
    operation = operations.open_project
    form_class = forms.OpenProjectForm


class ChangeProject(OperationEndpoint):
    model = Project
    operation = operations.change_project
    form_class = forms.ChangeProjectForm


class CloseProject(OperationEndpoint):
    model = Project
    operation = operations.close_project
