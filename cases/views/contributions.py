"""The pages of what an agency shares."""

from django.db.models import Max
from django.urls import reverse

from cases import operations
from cases.forms import contributions as forms
from cases.known import with_disputes
from cases.models import Case, Contribution
from cases.permissions.explained import can_see
from prevent_cases.accounts.models import AgencyType
from prevent_cases.audit.models import AuditEntry
from prevent_cases.pages.history import NO_LONGER_KNOWN, names_of
from prevent_cases.pages.views import OperationPage, RecordList, RecordPage


class AddContribution(OperationPage):
    model = Case
    operation = operations.add_contribution
    form_class = forms.AddContributionForm

    def context(self, request, record):
        is_police = any(each.type == AgencyType.POLICE for each in request.user.posts.held_agencies())
        return {"is_police": is_police, "may_read": can_see(record, request.user)}

    def destination(self, record, result):
        seen = can_see(record, self.request.user)
        return reverse("cases:information" if seen else "cases:know_of_case", args=[record.reference])


class ListContributions(RecordList):
    """What one's agency has shared, newest first, of whatever case: it alone says who reads it."""

    model = Contribution
    permission = "cases.mark_contribution"


class ViewContribution(RecordPage):
    """What was shared; and, for whoever answers for it, who has read it."""

    model = Contribution
    permission = "cases.read_contribution"

    def context(self, request, record):
        with_disputes("contribution", [record])
        files = record.files.select_related("added_by").order_by("-pk")
        return {"files": files, "readers": readers_of(record) if self.may.mark_contribution else []}


def readers_of(contribution: Contribution) -> list[tuple[str, object]]:
    """Who has read it, and when last, from the trail."""
    read = AuditEntry.objects.about(contribution).filter(what="cases.read_contribution")
    last = read.order_by().values("by").annotate(last=Max("at")).order_by("-last")
    names = names_of(each["by"] for each in last)
    return [(names.get(each["by"], NO_LONGER_KNOWN), each["last"]) for each in last]


class OfContribution(OperationPage):
    model = Contribution

    def context(self, request, record):
        return {"readers": readers_of(record)}


class MarkContribution(OfContribution):
    operation = operations.mark_contribution
    form_class = forms.MarkContributionForm


class WithdrawContribution(OfContribution):
    operation = operations.withdraw_contribution
    form_class = forms.WithdrawContributionForm
