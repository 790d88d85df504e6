"""What agencies are asked about a case and answer, and what they share."""

from django.conf import settings
from django.shortcuts import resolve_url
from django.urls import reverse

from cases import operations
from cases.forms import information as forms
from cases.known import answers_known, with_disputes
from cases.models import Case, InformationRequest
from cases.shown.information import information, shown_request, whom
from prevent_cases.access import rules
from prevent_cases.accounts.models import Agency, AgencyType
from prevent_cases.pages.views import OperationPage, RecordList, RecordPage
from referrals.views.hold import StoppedByHold, known_hold


class Information(RecordPage):
    """What was asked of whom and answered how, who is silent, and what agencies have shared, as far as one may know."""

    model = Case

    def context(self, request, record):
        return information(record, request.user) | {"hold": known_hold(record, request.user)}


class AskForInformation(StoppedByHold):
    model = Case
    operation = operations.ask_for_information
    form_class = forms.AskForInformationForm

    def destination(self, record, result):
        return reverse("cases:information", args=[record.reference])


class ListInformationRequests(RecordList):
    """What one's agency is asked, soonest due first; or what it has answered, newest first."""

    model = InformationRequest
    permission = "cases.answer_informationrequest"
    fetch_with = ("agency", "area")

    def queryset(self, request):
        if "answered" in request.GET:
            return InformationRequest.objects.filter(answered_at__isnull=False)
        return InformationRequest.objects.waiting()

    def sorted_by(self, request):
        return "" if "answered" in request.GET else "due_on"

    def context(self, request, page):
        own = Agency.objects.permitted(request.user, "cases.name_cover")
        return {"answered": "answered" in request.GET, "agencies": own.order_by("name")}


class ViewInformationRequest(RecordPage):
    """What is asked and why; whom it is about, as far as is needed to find them in one's records; what was answered."""

    model = InformationRequest

    def context(self, request, record):
        user = request.user
        known = answers_known(user, request=record).order_by("-pk")
        known = known.select_related("answered_by", "contribution", "in_error_by")
        answers = with_disputes("information_answer", known, user)
        asked = {"sees_case": "cases.view_case", "may_record_dispute": "cases.record_dispute"}
        of_case = Case.objects.filter(pk=record.case_id).annotate(
            **{name: rules[permission].held_by(user) for name, permission in asked.items()}
        )
        shown = shown_request(record, user, answers)
        return whom(record) | of_case.values(*asked).get() | {"answers": answers, "shown": shown}


class AnswerInformationRequest(OperationPage):
    model = InformationRequest
    operation = operations.answer_information_request
    form_class = forms.AnswerInformationRequestForm

    def context(self, request, record):
        return whom(record) | {"is_police": record.agency.type == AgencyType.POLICE}

    def destination(self, record, result):
        return resolve_url(settings.LOGIN_REDIRECT_URL)


class AnswerInformationRequestAnew(AnswerInformationRequest):
    operation = operations.answer_information_request_anew

    def destination(self, record, result):
        return record.get_absolute_url()


class RecordAnswerInError(OperationPage):
    model = InformationRequest
    operation = operations.record_answer_in_error
    form_class = forms.AnswerInErrorForm

    def context(self, request, record):
        answers = answers_known(request.user, request=record).standing().order_by("-pk")
        return {"answers": with_disputes("information_answer", answers)}


class MoveInformationRequest(OperationPage):
    model = InformationRequest
    operation = operations.move_information_request
    form_class = forms.MoveInformationRequestForm


class RecallInformationRequest(OperationPage):
    model = InformationRequest
    operation = operations.recall_information_request
    form_class = forms.RecallInformationRequestForm
