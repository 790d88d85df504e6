"""The pages of panels, their meetings and what is on their agendas."""

from django.http import HttpRequest, HttpResponse

from actions.known import with_disputes as actions_with_disputes
from actions.models import Action, ActionDispute
from cases.models import (
    Case,
)
from panels import forms, operations
from panels.known import said_against
from panels.models import (
    AgendaItem,
    DecisionDispute,
    Meeting,
    Minutes,
    earlier_deferrals,
    next_review,
)
from panels.shown import led_by_police, meetings_of, reviews_for
from prevent_cases.access import first_asked
from prevent_cases.accounts.models import Panel
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents.views import OpenDocument
from prevent_cases.pages.together import fetch_together, fetched_with
from prevent_cases.pages.views import PAGE_SIZE, OperationPage, Page, RecordPage, fetched
from prevent_cases.prepared import Given
from referrals.forms.own_words import AnswerDisputeForm


class ListMeetings(Page):
    """The meetings to come and the last ones, by day: those a person may see. Those far from today are folded away."""

    def get(self, request: HttpRequest) -> HttpResponse:
        meetings = Meeting.objects.permitted(request.user, "panels.view_meeting").select_related(*Meeting.fetch_with)
        to_come = list(meetings.to_be_held().order_by("starts_at")[:PAGE_SIZE])
        past = list(meetings.exclude(ended_at=None).order_by("-starts_at")[:PAGE_SIZE])
        areas = {meeting.panel.area for meeting in (*to_come, *past)}
        return self.render(request, {"to_come": to_come, "past": past, "several_areas": len(areas) > 1})


def items_of(meeting: Meeting | Given, user, fetch_with: tuple[str, ...] | None = None):
    """The items of a meeting whose cases the user may see, each with what they are to say first (docs/adr/0028)."""
    seen = AgendaItem.objects.permitted(user, "panels.view_agendaitem").filter(meeting=meeting)
    # The meeting is said twice: behind so many joins the database would begin with the items of all.
    items = fetched(AgendaItem, fetch_with).filter(meeting=meeting, pk__in=seen.values("pk"))
    return items.annotate(**first_asked(user, AgendaItem))


class ViewPanel(RecordPage):
    model = Panel

    def context(self, request, record):
        meetings = Meeting.objects.permitted(request.user, "panels.view_meeting").filter(panel=record)
        return {"meetings": meetings.order_by("-starts_at")[:PAGE_SIZE]}


class ViewMeeting(RecordPage):
    """The agenda, and what the police lead, as far as the reader may see the cases."""

    model = Meeting

    def context(self, request, record):
        items = items_of(record, request.user).order_by("position")
        return {
            "items": fetched_with(items, said_against=said_against(request.user)),
            "led_by_police": led_by_police(record, request.user),
        }


class CaseMeetings(RecordPage):
    """When a case was taken, and what was decided."""

    model = Case

    def context(self, request, record):
        return meetings_of(record, request.user)


class ViewAgendaItem(RecordPage):
    model = AgendaItem

    def context(self, request, record):
        fetch_together(
            record,
            minutes_shown=Minutes.objects.permitted(request.user, "panels.view_minutes").filter(item=record),
            said_against=said_against(request.user, of=record),
            deferrals=earlier_deferrals(record),
        )
        return {
            "deferrals": record.deferrals,
            "minutes": next(iter(record.minutes_shown), None),
            "section36_due": record.case.carried_referrals.undecided(),
            "reviews": reviews_for(request.user, item=record),
            "next_review": next_review(record.case),
        }


class ListCase(OperationPage):
    model = Meeting
    operation = operations.list_case
    form_class = forms.ListCaseForm

    def destination(self, record, result):
        return record.get_absolute_url()


class ListWaitingCases(OperationPage):
    model = Meeting
    operation = operations.list_waiting_cases
    form_class = forms.NoQuestionsForm


class RecordDecisionDispute(OperationPage):
    """What ``review`` in the address names, as the links beside it do, is chosen already."""

    model = AgendaItem
    operation = operations.record_decision_dispute
    form_class = forms.DisputeDecisionForm

    def form(self, request, record, *data):
        form = super().form(request, record, *data)
        form.initial = {"review": request.GET.get("review")}
        return form


class AnswerDecisionDispute(OperationPage):
    """What is disputed stands here as well: it is written to the trail as read."""

    model = DecisionDispute
    operation = operations.answer_decision_dispute
    form_class = AnswerDisputeForm

    def context(self, request, record):
        AuditEntry.view(record.item, by=request.user, what="panels.view_agendaitem")
        return {}


class RecordActionDispute(OperationPage):
    model = Action
    operation = operations.record_action_dispute
    form_class = forms.DisputeActionForm

    def context(self, request, record):
        actions_with_disputes([record])
        return {}


class AnswerActionDispute(OperationPage):
    """What is disputed stands here as well: it is written to the trail as read."""

    model = ActionDispute
    operation = operations.answer_action_dispute
    form_class = AnswerDisputeForm

    def context(self, request, record):
        AuditEntry.view(record.action, by=request.user, what="actions.view_action")
        return {}


class OpenMinutes(OpenDocument):
    model = Minutes
    permission = "panels.view_minutes"
