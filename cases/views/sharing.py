"""Who can see a case, and why; and why somebody can or cannot."""

from django.urls import reverse

from cases import operations
from cases.forms.exclusion import ExplainAccessForm
from cases.forms.sharing import (
    ChangeShareForm,
    LimitShareForm,
    ProlongShareForm,
    PutColleagueOnCaseForm,
    ShareCaseForm,
    StopSharingCaseForm,
)
from cases.models import Case, Share
from cases.permissions.explained import address_of
from cases.shown.access import explained, seen_by
from prevent_cases.pages.views import OperationPage, RecordPage


class WhoCanSee(RecordPage):
    """Who can see this case, and why; and why the reader can."""

    model = Case

    def context(self, request, record):
        return seen_by(record, request.user, self.may)


class ExplainAccess(RecordPage):
    """Why somebody can see this case, or cannot, for those who may know all of it."""

    model = Case
    permission = "cases.explain_access"

    def context(self, request, record):
        form = ExplainAccessForm.for_record(record, request.user, request.GET if "person" in request.GET else None)
        person = form.cleaned_data["person"] if form.is_bound and form.is_valid() else None
        return {"form": form, "explained": person and explained(record, person)}


class ShareCase(OperationPage):
    model = Case
    operation = operations.share_case
    form_class = ShareCaseForm


class ChangeShare(OperationPage):
    model = Share
    operation = operations.change_share
    form_class = ChangeShareForm

    def destination(self, record, result):
        return reverse("cases:who_can_see", args=[record.case.reference])


class LimitShare(OperationPage):
    model = Share
    operation = operations.limit_share
    form_class = LimitShareForm

    def destination(self, record, result):
        return reverse("cases:who_can_see", args=[record.case.reference])


class ProlongShare(OperationPage):
    model = Share
    operation = operations.prolong_share
    form_class = ProlongShareForm

    def destination(self, record, result):
        return reverse("cases:who_can_see", args=[record.case.reference])


class PutColleagueOnCase(OperationPage):
    model = Case
    operation = operations.put_colleague_on_case
    form_class = PutColleagueOnCaseForm

    def context(self, request, record):
        return {"address": address_of(record, request.user)}

    def destination(self, record, result):
        return address_of(record, self.request.user)


class StopSharingCase(OperationPage):
    model = Share
    operation = operations.stop_sharing_case
    form_class = StopSharingCaseForm
