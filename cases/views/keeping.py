"""The pages of legal holds, and of the review that keeps a case."""

from cases import operations
from cases.forms import keeping as forms
from cases.models import Case, LegalHold, LegalHoldReview
from cases.permissions.keeping import address_for
from prevent_cases.access import rules
from prevent_cases.pages.history import RecordHistoryPage
from prevent_cases.pages.views import OperationPage


def way_back(case: Case, user) -> dict[str, bool]:
    """Whether it leads to the case: a restricted one that they cannot see is held from the list of these."""
    return {"sees_case": rules["cases.view_case"].permits(user, case)}


class ViewLegalHold(RecordHistoryPage):
    model = LegalHold

    def context(self, request, record):
        reviews = LegalHoldReview.objects.permitted(request.user, "cases.view_legalholdreview").filter(hold=record)
        found = LegalHold.objects.with_next_review().get(pk=record.pk)
        shown = {"reviews": reviews.select_related("reviewed_by"), "next_review_on": found.next_review_on}
        return super().context(request, record) | shown | way_back(record.case, request.user)


class PlaceLegalHold(OperationPage):
    model = Case
    operation = operations.place_legal_hold
    form_class = forms.PlaceLegalHoldForm

    def context(self, request, record):
        return way_back(record, request.user)


class ReviewLegalHold(OperationPage):
    model = LegalHold
    operation = operations.review_legal_hold
    form_class = forms.ReviewLegalHoldForm


class EndLegalHold(OperationPage):
    model = LegalHold
    operation = operations.end_legal_hold
    form_class = forms.EndLegalHoldForm


class KeepCase(OperationPage):
    model = Case
    operation = operations.keep_case
    form_class = forms.KeepCaseForm

    def context(self, request, record):
        return way_back(record, request.user)

    def destination(self, record, result):
        return address_for(self.request.user, record)


class SignKeeping(KeepCase):
    operation = operations.sign_keeping
    form_class = forms.SignKeepingForm

    def context(self, request, record):
        return super().context(request, record) | {"leads_to": address_for(request.user, record)}
