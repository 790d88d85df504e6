"""The endpoints of sharing a case."""

from cases import operations
from cases.forms.sharing import ChangeShareForm, PutColleagueOnCaseForm, ShareCaseForm
from cases.models import Case, Share
from prevent_cases.api.endpoints import OperationEndpoint


class ShareCase(OperationEndpoint):
    model = Case
    operation = operations.share_case
    form_class = ShareCaseForm


class ChangeShare(OperationEndpoint):
    model = Share
    operation = operations.change_share
    form_class = ChangeShareForm


class PutColleagueOnCase(OperationEndpoint):
    model = Case
    operation = operations.put_colleague_on_case
    form_class = PutColleagueOnCaseForm


class StopSharingCase(OperationEndpoint):
    model = Share
    operation = operations.stop_sharing_case
