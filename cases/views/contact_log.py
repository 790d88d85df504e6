"""The pages of the contact log."""

from cases import operations
from cases.forms.contact_log import InErrorForm, LogContactForm
from cases.known import with_disputes
from cases.models import Case, LoggedContact
from cases.permissions.case import of_seen_case
from prevent_cases.access import rules
from prevent_cases.pages.views import OperationPage, RecordPage


class ContactLog(RecordPage):
    model = Case

    def context(self, request, record):
        may_say = rules["cases.record_contact_in_error"].held_by(request.user)
        contacts = of_seen_case(LoggedContact, record).annotate(may_say_in_error=may_say)
        contacts = contacts.select_related("logged_by", "in_error_by").order_by("-contacted_on", "-pk")
        return {"contacts": with_disputes("contact", contacts, request.user)}


class LogContact(OperationPage):
    model = Case
    operation = operations.log_contact
    form_class = LogContactForm


class RecordContactInError(OperationPage):
    model = LoggedContact
    operation = operations.record_contact_in_error
    form_class = InErrorForm
