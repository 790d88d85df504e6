"""The pages of a hold, and the line about it on the pages of those who may know."""

from prevent_cases.access import rules
from prevent_cases.pages.history import RecordHistoryPage
from prevent_cases.pages.views import OperationPage
from referrals import operations
from referrals.forms import hold as forms
from referrals.models import Hold, Individual


def hold_of(individual: Individual, user) -> dict:
    """The hold on somebody, or whether this reader may set one; asked alike whether there is one or not."""
    seen = Hold.objects.permitted(user, "referrals.view_hold")
    return {
        "individual": individual,
        "hold": seen.over(individual).first(),
        "may_set_hold": rules["referrals.set_hold"].permits(user, individual),
    }


class ViewHold(RecordHistoryPage):
    model = Hold


class SetHold(OperationPage):
    model = Individual
    operation = operations.set_hold
    form_class = forms.ReviewOnForm


class ReviewHold(OperationPage):
    model = Hold
    operation = operations.review_hold
    form_class = forms.ReviewOnForm


class LiftHold(OperationPage):
    model = Hold
    operation = operations.lift_hold
    form_class = forms.LiftHoldForm
