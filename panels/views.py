"""The pages of panels: agendas, the conference, decisions, minutes."""

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, Exists, OuterRef, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse

import actions.operations
from actions.forms import AgreeActionForm
from actions.models import Action
from cases.forms.consent import ConsentForm, WithdrawalForm
from cases.forms.panel_offer import AnswerPanelOfferForm
from cases.forms.transfer import AnswerTransferForm
from cases.known import asked_with_disputes, note_reading, read_contributions
from cases.known import with_disputes as with_disputes_of_case
from cases.models import (
    Case,
    CaseGroupPermission,
    CaseReferral,
    CaseTransfer,
    Contribution,
    ExitPlan,
    Intervention,
    Level,
    Mark,
    PanelOffer,
)
from cases.models import Stage as CaseStage
from cases.models.case import consent_is_disputed
from cases.permissions.case import permission_key
from panels import forms, operations
from panels.known import said_against, with_disputes
from panels.models import (
    AgendaItem,
    Attendance,
    ConferenceRequest,
    DecisionDispute,
    Meeting,
    Minutes,
    Presence,
    Review,
    next_review,
)
from panels.permissions import may_know_asker
from prevent_cases.accounts.models import Panel, User
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents.views import OpenDocument
from prevent_cases.pages.together import AskedRecords, fetch_together, fetched_with
from prevent_cases.pages.views import PAGE_SIZE, OperationPage, Page, RecordList, RecordPage, fetched
from prevent_cases.prepared import Given
from referrals.forms.own_words import AnswerDisputeForm
from referrals.models import LIVE, Referral, Stage, awaits_gateway


class AcceptReferral(OperationPage):
    model = Referral
    operation = operations.accept_referral
    form_class = forms.AcceptReferralForm

    def context(self, request, record):
        return {"awaits_gateway": awaits_gateway(record)}


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


class RecordConsent(OperationPage):
    model = Case
    operation = operations.record_consent
    form_class = ConsentForm


class RecordWithdrawal(OperationPage):
    model = Case
    operation = operations.record_withdrawal
    form_class = WithdrawalForm


class AnswerPanelOffer(OperationPage):
    model = PanelOffer
    operation = operations.answer_panel_offer
    form_class = AnswerPanelOfferForm

    def destination(self, record, result):
        taken_on = record.case.panel_id == record.to_panel_id
        return record.case.get_absolute_url() if taken_on else resolve_url(settings.LOGIN_REDIRECT_URL)


class AnswerTransfer(OperationPage):
    model = CaseTransfer
    operation = operations.answer_transfer
    form_class = AnswerTransferForm

    def context(self, request, record):
        asked = ConferenceRequest.objects.filter(referral__in=record.referred().order_by().values("pk"))
        return {"conferences": asked.not_held().order_by("pk")}

    def destination(self, record, result):
        return result.get_absolute_url() if result else resolve_url(settings.LOGIN_REDIRECT_URL)


class ListMeetings(Page):
    """The meetings to come and the last ones, by day: those a person may see."""

    def get(self, request: HttpRequest) -> HttpResponse:
        meetings = Meeting.objects.permitted(request.user, "panels.view_meeting").select_related(*Meeting.fetch_with)
        to_come = meetings.to_be_held().order_by("starts_at")
        return self.render(
            request,
            {
                "to_come": to_come[:PAGE_SIZE],
                "past": meetings.exclude(ended_at=None).order_by("-starts_at")[:PAGE_SIZE],
            },
        )


def items_of(meeting: Meeting | Given, user):
    """The items of a meeting whose cases the user may see."""
    seen = AgendaItem.objects.permitted(user, "panels.view_agendaitem").filter(meeting=meeting)
    # The meeting is said twice: behind so many joins the database would begin with the items of all.
    return fetched(AgendaItem).filter(meeting=meeting, pk__in=seen.values("pk"))


class ViewPanel(RecordPage):
    model = Panel

    def context(self, request, record):
        meetings = Meeting.objects.permitted(request.user, "panels.view_meeting").filter(panel=record)
        return {"meetings": meetings.order_by("-starts_at")[:PAGE_SIZE]}


class ViewMeeting(RecordPage):
    """The agenda, as far as the reader may see its cases."""

    model = Meeting

    def context(self, request, record):
        items = items_of(record, request.user).order_by("position")
        return {"items": fetched_with(items, said_against=said_against(request.user))}


class Conference(RecordPage):
    """The meeting while it is being run: who is here, each case with its last actions, what is still to decide."""

    model = Meeting
    permission = "panels.run_meeting"

    def context(self, request, record):
        user = request.user
        items = user.posts.kept("conference", lambda: self.asked(user)).fetch(meeting=record.pk)
        for item in items:
            item.review = next_review(item.case)
            item.case.consent_is_disputed = item.consent_is_disputed
        attendances = list(record.attendances.select_related("agency"))
        add_those_not_reading(items, attendances)
        AuditEntry.view(*items, by=user, what="panels.view_agendaitem")
        shared = user.posts.kept("shared for a conference", lambda: self.shared(user)).fetch(meeting=record.pk)
        add_contributions(items, shared, user)
        return {
            "items": items,
            "attendances": attendances,
            "obstacle_to_ending": record.obstacle_to_ending(),
        }

    @staticmethod
    def asked(user) -> AskedRecords:
        """The items of a meeting, each with what its case is shown with."""
        meeting = Given("meeting", BigIntegerField())
        actions = Action.objects.filter(done_at=None).select_related("agency").order_by("due_on")
        items = items_of(meeting, user).order_by("position")
        undecided = Prefetch("case__carried_referrals", CaseReferral.objects.to_decide(), to_attr="section36_due")
        reading = CaseGroupPermission.grants.live().filter(permission=permission_key(Level.READ.codename))
        read_by = ArraySubquery(reading.filter(content_object=OuterRef("case")).values("group"))
        items = items.annotate(read_by=read_by, consent_is_disputed=consent_is_disputed("case"))
        items = items.prefetch_related(Prefetch("case__actions", actions, to_attr="open_actions"), undecided)
        return AskedRecords(items, said_against=said_against(user))

    @staticmethod
    def shared(user) -> AskedRecords:
        """What agencies have shared about the cases of a meeting, as far as this reader may know."""
        items = AgendaItem.objects.filter(meeting=Given("meeting", BigIntegerField()))
        return asked_with_disputes("contribution", read_contributions(user, case__in=items.values("case")))


def add_those_not_reading(items: list[AgendaItem], attendances: list[Attendance]) -> None:
    """Put beside each item who is in the room and may not read its case: what is on the screen is not for them."""
    here = [attendance.agency for attendance in attendances if attendance.presence != Presence.APOLOGIES]
    for item in items:
        item.not_reading = [agency for agency in here if agency.group_id not in item.read_by]


def add_contributions(items: list[AgendaItem], shared: list[Contribution], user) -> None:
    """Put beside each case what agencies have shared about it, and note that it is read.

    The screen may hang on a wall: what is not for everybody is folded away, under words that every case and reader has.
    """
    cases = {item.case_id: item.case for item in items}
    for case in cases.values():
        case.contributions_shown, case.contributions_folded = [], []
    shown = [contribution for contribution in shared if contribution.case_id in cases]
    for contribution in shown:
        contribution.case = cases[contribution.case_id]
        for_all = contribution.mark == Mark.ALL_MEMBERS
        (contribution.case.contributions_shown if for_all else contribution.case.contributions_folded).append(
            contribution
        )
    note_reading(shown, user)


class CaseMeetings(RecordPage):
    """When a case was taken, and what was decided."""

    model = Case

    def context(self, request, record):
        items = AgendaItem.objects.permitted(request.user, "panels.view_agendaitem").filter(case=record)
        requests = ConferenceRequest.objects.permitted(request.user, "panels.view_conferencerequest")
        to_call = ConferenceRequest.objects.permitted(request.user, "panels.call_conference")
        of_case = requests.filter(referral__carried_by__case=record)
        waiting = of_case.waiting() if record.is_live else requests.none()
        may_ask = Referral.objects.permitted(request.user, "panels.ask_for_conference").filter(carried_by__case=record)
        items = fetched(AgendaItem).filter(case=record, pk__in=items.values("pk")).order_by("-meeting__starts_at")
        return {
            "items": fetched_with(items, said_against=said_against(request.user)),
            "waiting": waiting.annotate(may_call=Exists(to_call.filter(pk=OuterRef("pk")))).select_related(
                "agency", "asked_by"
            ),
            "not_called": of_case.exclude(not_called_at=None).select_related("not_called_by").order_by("pk"),
            "ask_about": may_ask.order_by("-pk").first() if record.is_live else None,
            "reviews": reviews_for(request.user, case=record),
            "next_review": next_review(record),
        }


def reviews_for(reader: User, **which) -> list[Review]:
    """The reviews after support that somebody may see, each with what is disputed of it."""
    seen = Review.objects.permitted(reader, "panels.view_review").filter(**which)
    return with_disputes(seen.select_related("reviewed_by", "item"), reader)


class ViewAgendaItem(RecordPage):
    model = AgendaItem

    def context(self, request, record):
        fetch_together(
            record,
            minutes_shown=Minutes.objects.permitted(request.user, "panels.view_minutes").filter(item=record),
            said_against=said_against(request.user, of=record),
        )
        return {
            "minutes": next(iter(record.minutes_shown), None),
            "section36_due": record.case.carried_referrals.to_decide(),
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


class InConference(OperationPage):
    """An operation that leads back to the conference."""

    def destination(self, record, result):
        meeting = record.meeting if isinstance(record, AgendaItem) else record
        return reverse("panels:conference", args=[meeting.reference])


class StartMeeting(InConference):
    model = Meeting
    operation = operations.start_meeting
    form_class = forms.NoQuestionsForm


class RecordAttendance(InConference):
    model = Meeting
    operation = operations.record_attendance
    form_class = forms.AttendanceForm


class EndMeeting(InConference):
    model = Meeting
    operation = operations.end_meeting
    form_class = forms.NoQuestionsForm

    def destination(self, record, result):
        return record.get_absolute_url()


class DecideItem(InConference):
    model = AgendaItem
    operation = operations.decide_item
    form_class = forms.DecideItemForm

    def context(self, request, record):
        case = record.case
        interventions = Intervention.objects.with_ledger().filter(case=case).select_related("agency").order_by("pk")
        return {
            "section36_due": case.carried_referrals.to_decide(),
            "may_exit": case.stage == CaseStage.ACTIVE,
            "final_assessment": case.final_assessment,
            "interventions": list(interventions),
        }


class RecordReview(InConference):
    model = AgendaItem
    operation = operations.record_review
    form_class = forms.ReviewForm

    def context(self, request, record):
        planned = with_disputes_of_case("exit_plan", ExitPlan.objects.filter(case=record.case))
        return {"review": next_review(record.case), "exit_plan": next(iter(planned), None)}


class AgreeActionAtItem(OperationPage):
    """An action agreed in the conference: the address names the item, and the case is the one taken at it."""

    model = Case
    operation = actions.operations.agree_action
    form_class = AgreeActionForm

    def destination(self, record, result):
        item = record.agenda_items.select_related("meeting").get(reference=self.kwargs["agenda_items__reference"])
        return reverse("panels:conference", args=[item.meeting.reference])


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


class OpenMinutes(OpenDocument):
    model = Minutes
    permission = "panels.view_minutes"
