"""The pages of the person's and a parent's own words about a case."""

from cases import operations
from cases.forms.contact_log import InErrorForm
from cases.forms.own_account import NoteOwnAccountForm
from cases.known import with_disputes
from cases.models import Case, OwnAccount
from cases.permissions.case import of_seen_case
from prevent_cases.access import rules
from prevent_cases.pages.views import OperationPage, RecordPage


class OwnAccounts(RecordPage):
    model = Case

    def context(self, request, record):
        may_say = rules["cases.record_own_account_in_error"].held_by(request.user)
        accounts = of_seen_case(OwnAccount, record).annotate(may_say_in_error=may_say)
        accounts = accounts.select_related("noted_by", "in_error_by").order_by("-said_on", "-pk")
        return {"accounts": with_disputes("own_account", accounts, request.user)}


class NoteOwnAccount(OperationPage):
    model = Case
    operation = operations.note_own_account
    form_class = NoteOwnAccountForm


class RecordOwnAccountInError(OperationPage):
    model = OwnAccount
    operation = operations.record_own_account_in_error
    form_class = InErrorForm

    def context(self, request, record):
        with_disputes("own_account", [record])
        return {}
