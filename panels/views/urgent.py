"""The pages of urgent conferences, until there is a meeting."""

from django.conf import settings
from django.shortcuts import resolve_url
from django.urls import reverse

from cases.models import (
    CaseReferral,
)
from panels import forms, operations
from panels.models import (
    ConferenceRequest,
)
from panels.permissions import may_know_asker
from prevent_cases.pages.views import OperationPage, RecordList
from referrals.models import LIVE, Referral, Stage


class AskForConference(OperationPage):
    model = Referral
    operation = operations.ask_for_conference
    form_class = forms.AskForConferenceForm

    def destination(self, record, result):
        to_call = ConferenceRequest.objects.permitted(self.request.user, "panels.call_conference")
        asked = to_call.filter(referral=record).waiting().first()
        if asked:
            return reverse("panels:call_conference", args=[asked.reference])
        # Not everybody who may ask may see the referral: the safeguarding lead of the school that made it, say.
        return resolve_url(settings.LOGIN_REDIRECT_URL)


class ChooseForConference(RecordList):
    """The referrals about which somebody may ask for an urgent conference."""

    model = Referral
    permission = "panels.ask_for_conference"

    def queryset(self, request):
        return Referral.objects.filter(stage__in=[*LIVE, Stage.ACCEPTED]).exclude(
            carried_by__case__ended_at__isnull=False
        )

    def context(self, request, page):
        keys = [referral.pk for referral in page.records]
        carried = CaseReferral.objects.filter(referral__in=keys).select_related("case")
        cases = {each.referral_id: each.case for each in carried}
        return {"rows": [(referral, cases.get(referral.pk)) for referral in page.records]}


class CallConference(OperationPage):
    model = ConferenceRequest
    operation = operations.call_conference
    form_class = forms.CallConferenceForm

    def context(self, request, record):
        return {"names_asker": may_know_asker(request.user, record)}


class LeaveConferenceUncalled(OperationPage):
    model = ConferenceRequest
    operation = operations.leave_conference_uncalled
    form_class = forms.LeaveConferenceUncalledForm

    def destination(self, record, result):
        return reverse("panels:case_meetings", args=[record.case.reference])
