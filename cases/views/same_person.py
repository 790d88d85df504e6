"""The pages of whether it is the same person."""

from cases import operations
from cases.comparison import compare
from cases.models import CaseReferral
from prevent_cases.pages.views import OperationPage, RecordPage
from referrals.forms.identity import ConfirmSamePersonForm, UndoSamePersonForm
from referrals.models import Referral, merge_in_force


class SamePerson(RecordPage):
    """A referral beside the earlier ones of whoever may be the same person."""

    model = Referral
    permission = "referrals.triage_referral"

    def context(self, request, record):
        comparison = compare(record, request.user)
        return {"comparison": comparison, "merge": merge_in_force(record) if comparison.earlier else None}


class ConfirmSamePerson(OperationPage):
    model = Referral
    operation = operations.confirm_same_person
    form_class = ConfirmSamePersonForm


class UndoSamePerson(OperationPage):
    model = Referral
    operation = operations.undo_same_person
    form_class = UndoSamePersonForm

    def context(self, request, record):
        carried = CaseReferral.objects.filter(referral=record).select_related("case").first()
        parts_from = carried.case if carried and carried.has_others_beside_it else None
        return {"merge": merge_in_force(record), "parts_from": parts_from}
