"""The pages on which a referral in the making goes to a safeguarding lead and back, or is removed."""

from django.urls import reverse

from prevent_cases.pages.views import OperationPage
from referrals import operations
from referrals.forms import handing_over as forms
from referrals.models import DraftReferral
from referrals.views.referring import sent_meanwhile


class HandOverDraft(OperationPage):
    model = DraftReferral
    operation = operations.hand_over_draft
    form_class = forms.HandOverForm

    def context(self, request, record):
        return {"names_source": record.names_source}

    def destination(self, record, result):
        return reverse("referrals:take_back_draft", args=[record.reference])


class HandBackDraft(OperationPage):
    model = DraftReferral
    operation = operations.hand_back_draft
    form_class = forms.HandBackForm

    def destination(self, record, result):
        return reverse("referrals:refer")


class TakeBackDraft(OperationPage):
    """Where a handed-over referral is, for whoever began it, and the way to have it back."""

    model = DraftReferral
    operation = operations.take_back_draft
    form_class = forms.TakeBackForm

    def gone(self, request, **lookup):
        return sent_meanwhile(request, lookup["reference"])


class RemoveDraft(OperationPage):
    model = DraftReferral
    operation = operations.remove_draft

    def destination(self, record, result):
        return reverse("referrals:refer")
