"""The pages of a meeting while it is being run."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, OuterRef
from django.urls import reverse

import actions.operations
from actions.forms import AgreeActionForm
from actions.known import said_against as actions_said_against
from actions.models import Action
from cases.forms.contact_log import InErrorForm
from cases.known import asked_with_disputes, disputed, last_plan, lay_beside, note_reading, read_contributions
from cases.known import with_disputes as with_disputes_of_case
from cases.models import (
    Case,
    CaseGroupPermission,
    CaseReferral,
    Contribution,
    ExitPlan,
    Intervention,
    Level,
    Mark,
    OwnAccount,
)
from cases.models import Stage as CaseStage
from cases.models.case import consent_is_disputed
from cases.models.consent import consent_asked_on
from cases.permissions.case import of_seen_case, permission_key
from panels import forms, operations
from panels.known import said_against
from panels.models import (
    AgendaItem,
    Attendance,
    Meeting,
    Presence,
    deferrals_before,
    earlier_deferrals,
    next_review,
)
from panels.views.meetings import items_of
from prevent_cases.access import to_say_first
from prevent_cases.audit.models import AuditEntry
from prevent_cases.pages.together import AskedRecords
from prevent_cases.pages.views import OperationPage, RecordPage
from prevent_cases.prepared import Given

# What somebody says of their case is heard where it is decided; what they said before stands with the case.
ACCOUNTS_HEARD = 3


class Conference(RecordPage):
    """The meeting while it is being run: who is here, each case with its last actions, what is still to decide."""

    model = Meeting
    permission = "panels.run_meeting"

    def context(self, request, record):
        user = request.user
        listed = user.posts.kept("conference", lambda: self.asked(user)).fetch(meeting=record.pk)
        items = [item for item in listed if not to_say_first(item)]
        for item in items:
            item.review = next_review(item.case)
            item.case.consent_is_disputed = item.consent_is_disputed
            item.case.consent_asked_on = item.consent_asked_on
            lay_beside("own_account", item.accounts, item.accounts_disputed)
            for action in item.open_actions:
                action.said_against = [each for each in item.actions_disputed if each.action_id == action.pk]
        attendances = list(record.attendances.select_related("agency"))
        add_those_not_reading(items, attendances)
        AuditEntry.view(*items, by=user, what="panels.view_agendaitem")
        shared = user.posts.kept("shared for a conference", lambda: self.shared(user)).fetch(meeting=record.pk)
        add_contributions(items, shared, user)
        return {
            "items": items,
            "not_opened": [item for item in listed if to_say_first(item)],
            "attendances": attendances,
            "obstacle_to_ending": record.obstacle_to_ending(),
        }

    @staticmethod
    def asked(user) -> AskedRecords:
        """The items of a meeting, each with what its case is shown with."""
        meeting = Given("meeting", BigIntegerField())
        items = items_of(meeting, user).order_by("position")
        reading = CaseGroupPermission.grants.live().filter(permission=permission_key(Level.READ.codename))
        read_by = ArraySubquery(reading.filter(content_object=OuterRef("case")).values("group"))
        on = {"consent_is_disputed": consent_is_disputed("case"), "consent_asked_on": consent_asked_on("case")}
        items = items.annotate(read_by=read_by, **on)
        open_actions = Action.objects.filter(case=OuterRef("case"), done_at=None).select_related("agency")
        of_actions = actions_said_against(user).filter(action__case=OuterRef("case"))
        deferrals = deferrals_before(OuterRef("case"), OuterRef("meeting__starts_at"))
        accounts = of_seen_case(OwnAccount, OuterRef("case")).standing().order_by("-said_on", "-pk")
        return AskedRecords(
            items,
            open_actions=open_actions.order_by("due_on"),
            section36_due=CaseReferral.objects.filter(case=OuterRef("case")).undecided(),
            said_against=said_against(user),
            actions_disputed=of_actions,
            deferrals=deferrals,
            accounts=accounts[:ACCOUNTS_HEARD],
            accounts_disputed=disputed(user).filter(own_account__case=OuterRef("case")),
        )

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


class InConference(OperationPage):
    """An operation that leads back to the conference."""

    def destination(self, record, result):
        meeting = record.meeting if isinstance(record, AgendaItem) else record
        return reverse("panels:conference", args=[meeting.reference])


class StartMeeting(InConference):
    model = Meeting
    operation = operations.start_meeting
    form_class = forms.StartMeetingForm


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
            "section36_due": case.carried_referrals.undecided(),
            "deferrals": list(earlier_deferrals(record)),
            "may_exit": case.stage == CaseStage.ACTIVE,
            "final_assessment": case.final_assessment,
            "interventions": list(interventions),
            "plan": last_plan(case),
        }


class RecordReview(InConference):
    model = AgendaItem
    operation = operations.record_review
    form_class = forms.ReviewForm

    def context(self, request, record):
        planned = with_disputes_of_case(
            "exit_plan", ExitPlan.objects.filter(case=record.case).select_related("in_error_by")
        )
        return {
            "review": next_review(record.case),
            "exit_plan": next(iter(planned), None),
            "agreed_no_more": record.case.consent_given_on is None,
        }


class RecordDecisionInError(OperationPage):
    model = AgendaItem
    operation = operations.record_decision_in_error
    form_class = InErrorForm


class RecordReviewInError(OperationPage):
    model = AgendaItem
    operation = operations.record_review_in_error
    form_class = forms.ReviewInErrorForm


class AgreeActionAtItem(OperationPage):
    """An action agreed in the conference: the address names the item, and the case is the one taken at it."""

    model = Case
    operation = actions.operations.agree_action
    form_class = AgreeActionForm

    def destination(self, record, result):
        item = record.agenda_items.select_related("meeting").get(reference=self.kwargs["agenda_items__reference"])
        return reverse("panels:conference", args=[item.meeting.reference])
