"""Who can see a case, and why; and why somebody can or cannot."""

from django.urls import reverse

from cases import operations
from cases.forms.exclusion import ExplainAccessForm
from cases.forms.sharing import ChangeShareForm, PutColleagueOnCaseForm, ShareCaseForm, StopSharingCaseForm
from cases.models import BrokenGlass, Case, RequestToSee, Share
from cases.permissions.explained import (
    address_of,
    can_see,
    of_openings,
    of_readers,
    posts_of,
    who_can_see,
    who_knows_of_it,
    why_or_why_not,
)
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.pages.together import fetch_together
from prevent_cases.pages.views import OperationPage, RecordPage


class WhoCanSee(RecordPage):
    """Who can see this case, and why; and why the reader can."""

    model = Case

    def context(self, request, record):
        user = request.user
        glasses = BrokenGlass.objects.permitted(user, "cases.view_brokenglass").filter(case=record)
        asked = RequestToSee.objects.permitted(user, "cases.view_requesttosee").waiting().filter(case=record)
        fetch_together(
            record,
            **of_readers(record),
            **of_openings(record),
            glasses=glasses.select_related("broken_by", "judged_by").order_by("pk"),
            asked=asked.select_related("asked_by", "agency").order_by("pk"),
        )
        return {
            "readers": who_can_see(record),
            "know_of_it": who_knows_of_it(record),
            "today": clock.today(),
            "reasons": rules["cases.view_case"].reasons(user, record),
            "restriction": next(iter(record.standing_restrictions), None),
        }


class ExplainAccess(RecordPage):
    """Why somebody can see this case, or cannot, for those who may know all of it."""

    model = Case
    permission = "cases.explain_access"

    def context(self, request, record):
        form = ExplainAccessForm.for_record(record, request.user, request.GET if "person" in request.GET else None)
        person = form.cleaned_data["person"] if form.is_bound and form.is_valid() else None
        if person is None:
            return {"form": form, "person": None}
        fetch_together(record, **of_readers(record), held=posts_of(person))
        sentences = list(why_or_why_not(record, person, record.held))
        return {"form": form, "person": person, "sees": can_see(record, person), "sentences": sentences}


class ShareCase(OperationPage):
    model = Case
    operation = operations.share_case
    form_class = ShareCaseForm


class ChangeShare(OperationPage):
    model = Share
    operation = operations.change_share
    form_class = ChangeShareForm

    def destination(self, record, result):
        return reverse("cases:who_can_see", args=[record.case.reference])


class PutColleagueOnCase(OperationPage):
    model = Case
    operation = operations.put_colleague_on_case
    form_class = PutColleagueOnCaseForm

    def context(self, request, record):
        return {"address": address_of(record, request.user)}

    def destination(self, record, result):
        return address_of(record, self.request.user)


class StopSharingCase(OperationPage):
    model = Share
    operation = operations.stop_sharing_case
    form_class = StopSharingCaseForm
