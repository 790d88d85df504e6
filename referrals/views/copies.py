"""The pages of copies: asking for one, how far it is, opening it."""

from prevent_cases.documents.views import DocumentPage, OpenDocument
from prevent_cases.look.forms import Form
from prevent_cases.pages.views import OperationPage
from referrals import operations
from referrals.forms.copies import DiscloseCopyForm
from referrals.models import DisclosedCopy, Door, EarlyHelpConsent, OwnCopy, Referral
from referrals.models.copies import LEFT_OUT
from referrals.models.in_words import source_is_hidden


class RequestOwnCopy(OperationPage):
    model = Referral
    operation = operations.request_own_copy
    form_class = Form


class RequestEarlyHelpForm(OperationPage):
    model = Referral
    operation = operations.request_early_help_form
    form_class = Form

    def context(self, request, record):
        return {
            "left_out": LEFT_OUT[Door.EARLY_HELP],
            "family_agreed": record.early_help_consent == EarlyHelpConsent.GIVEN,
            "source_is_hidden": source_is_hidden(record),
        }


class ViewOwnCopy(DocumentPage):
    model = OwnCopy
    open_name = "referrals:open_owncopy"


class OpenOwnCopy(OpenDocument):
    model = OwnCopy


class DiscloseCopy(OperationPage):
    """Making a copy for another service; below it those that were made before, of which there are few."""

    model = Referral
    operation = operations.disclose_copy
    form_class = DiscloseCopyForm

    def context(self, request, record):
        before = record.disclosed_copies.select_related("asked_by")
        return {"before": before, "source_is_hidden": source_is_hidden(record)}


class ViewDisclosedCopy(DocumentPage):
    model = DisclosedCopy
    open_name = "referrals:open_disclosedcopy"


class OpenDisclosedCopy(OpenDocument):
    model = DisclosedCopy
