"""Who can see a case, and why."""

from cases import operations
from cases.forms.sharing import PutColleagueOnCaseForm, ShareCaseForm, StopSharingCaseForm
from cases.models import Case, Share
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.pages.views import OperationPage, RecordPage


class WhoCanSee(RecordPage):
    """Who can see this case, and why; and why the reader can."""

    model = Case

    def context(self, request, record):
        shares = Share.objects.permitted(request.user, "cases.view_share").filter(case=record)
        return {
            "shares": shares.select_related("agency", "colleague", "shared_by"),
            "today": clock.today(),
            "reasons": rules["cases.view_case"].reasons(request.user, record),
        }


class ShareCase(OperationPage):
    model = Case
    operation = operations.share_case
    form_class = ShareCaseForm


class PutColleagueOnCase(OperationPage):
    model = Case
    operation = operations.put_colleague_on_case
    form_class = PutColleagueOnCaseForm


class StopSharingCase(OperationPage):
    model = Share
    operation = operations.stop_sharing_case
    form_class = StopSharingCaseForm
