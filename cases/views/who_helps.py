"""Who can give support in an area: providers and projects, and what of them is taken."""

from cases import operations
from cases.forms import who_helps as forms
from cases.models import Project, ProviderApproval, taken_by, to_approve
from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import OperationPage, RecordPage


class Help(RecordPage):
    model = Area
    permission = "cases.list_help"

    def context(self, request, record):
        approvals = ProviderApproval.objects.permitted(request.user, "cases.view_providerapproval")
        projects = Project.objects.permitted(request.user, "cases.view_project").filter(area=record, closed_at=None)
        return {
            "approvals": approvals.latest().that_serve(record).select_related("agency").order_by("agency__name"),
            "to_approve": to_approve({record.pk}),
            "projects": projects.annotate(taken=taken_by("project")).select_related("agency").order_by("name"),
        }


class RecordApproval(OperationPage):
    model = Area
    operation = operations.record_approval
    form_class = forms.RecordApprovalForm


class RefuseApproval(OperationPage):
    model = Area
    operation = operations.refuse_approval
    form_class = forms.RefuseApprovalForm


class OpenProject(OperationPage):
    model = Area
    operation = operations.open_project
    form_class = forms.OpenProjectForm


class ChangeProject(OperationPage):
    model = Project
    operation = operations.change_project
    form_class = forms.ChangeProjectForm


class CloseProject(OperationPage):
    model = Project
    operation = operations.close_project
