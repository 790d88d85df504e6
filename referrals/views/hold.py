"""The pages of a hold, and the line about it on the pages of those who may know."""

from typing import Any

from django.db.models import QuerySet

from prevent_cases.access import rules
from prevent_cases.pages.history import RecordHistoryPage
from prevent_cases.pages.views import OperationPage
from prevent_cases.prepared import Given
from referrals import operations
from referrals.forms import hold as forms
from referrals.models import Hold, Individual


def of_hold(individual: int | Given, user) -> dict[str, QuerySet]:
    """The hold on somebody of this key, and whether this reader may set one: asked with a hold as without."""
    may_set = rules["referrals.set_hold"].held_by(user)
    return {
        "seen_holds": Hold.objects.permitted(user, "referrals.view_hold").over(individual),
        "individuals": Individual.objects.filter(pk=individual).annotate(may_set_hold=may_set),
    }


def hold_on(record) -> dict[str, Any]:
    """What ``_hold.html`` shows of a record with which it was fetched."""
    (individual,) = record.individuals
    return {"individual": individual, "hold": next(iter(record.seen_holds), None)}


def known_hold(record, user) -> Hold | None:
    """The hold on somebody, for a reader who may know of it: a page of their record says it where it leads to what it
    stops.
    """
    return Hold.objects.permitted(user, "referrals.view_hold").over(record.individual_id).first()


class StoppedByHold(OperationPage):
    """Of a case: whoever may know of a hold is told before they have written anything."""

    def obstacle(self, request, record):
        individual = getattr(record, "case", record).individual
        return super().obstacle(request, record) or operations.words_if_held(individual, by=request.user)


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
