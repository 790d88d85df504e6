"""The pages for the police's national system: a referral laid out to be copied over, and its reference there."""

from prevent_cases.pages.together import fetch_together
from prevent_cases.pages.views import OperationPage, RecordPage
from referrals import operations
from referrals.forms.national import NationalReferenceForm
from referrals.models import Referral
from referrals.models.in_words import source_is_hidden
from referrals.models.national import blocks
from referrals.views.as_sent import as_sent


class NationalForm(RecordPage):
    model = Referral
    permission = "referrals.record_national_reference"

    def context(self, request, record):
        fetch_together(record, **as_sent(record))
        return {"blocks": blocks(record), "source_is_hidden": source_is_hidden(record)}


class RecordNationalReference(OperationPage):
    model = Referral
    operation = operations.record_national_reference
    form_class = NationalReferenceForm
