"""The pages of letters."""

from cases import operations
from cases.forms.contact_log import InErrorForm
from cases.forms.letters import SayLetterSentForm, WriteLetterForm
from cases.known import with_disputes
from cases.models import Case, Letter
from cases.shown.letters import letters
from prevent_cases.access import rules
from prevent_cases.documents.views import DocumentPage, OpenDocument
from prevent_cases.pages.views import OperationPage, RecordPage
from referrals.views.hold import StoppedByHold, known_hold


class Letters(RecordPage):
    model = Case

    def context(self, request, record):
        return {"letters": letters(record, request.user), "hold": known_hold(record, request.user)}


class WriteLetter(StoppedByHold):
    model = Case
    operation = operations.write_letter
    form_class = WriteLetterForm


class ViewLetter(DocumentPage):
    """What it says, plainly and in easy read, and how far its PDF is."""

    model = Letter
    open_name = "cases:open_letter"

    def context(self, request, record):
        with_disputes("letter", [record], request.user)
        return super().context(request, record) | {
            "stopped": operations.what_stops(record, by=request.user),
            "may_record_dispute": rules["cases.record_dispute"].permits(request.user, record.case),
        }


class EasyReadLetter(RecordPage):
    """The letter in easy read alone, to print or to read together."""

    model = Letter

    def context(self, request, record):
        with_disputes("letter", [record], request.user)
        return {"stopped": operations.what_stops(record, by=request.user)}


class OpenLetter(OpenDocument):
    model = Letter
    what_stops = staticmethod(operations.what_stops)


class RecordLetterInError(OperationPage):
    model = Letter
    operation = operations.record_letter_in_error
    form_class = InErrorForm

    def context(self, request, record):
        with_disputes("letter", [record])
        return {}


class SayLetterSent(OperationPage):
    model = Letter
    operation = operations.say_letter_sent
    form_class = SayLetterSentForm
