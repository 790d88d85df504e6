"""The page of an answer about support."""

from cases import operations
from cases.forms.consent import ConsentForm
from cases.models import Case
from prevent_cases.pages.views import OperationPage


class RecordConsent(OperationPage):
    model = Case
    operation = operations.record_consent
    form_class = ConsentForm
