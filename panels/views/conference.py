"""The pages of a meeting while it is being run."""

from typing import Any

from django.db.models import BigIntegerField, DateTimeField, QuerySet
from django.urls import reverse

import actions.operations
from actions.forms import AgreeActionForm
from actions.known import said_against as actions_said_against
from actions.models import Action
from cases.forms.contact_log import InErrorForm
from cases.known import disputed, lay_beside, note_reading, read_contributions
from cases.known import with_disputes as with_disputes_of_case
from cases.models import (
    Case,
    CaseGroupPermission,
    CaseReferral,
    ExitPlan,
    Intervention,
    Level,
    Mark,
    OwnAccount,
)
from cases.models import Stage as CaseStage
from cases.permissions.case import of_seen_case, permission_key
from panels import forms, operations
from panels.known import said_against
from panels.models import (
    AgendaItem,
    Attendance,
    Meeting,
    Presence,
    Review,
    deferrals_before,
    earlier_deferrals,
    next_review,
)
from panels.views.meetings import items_of
from prevent_cases.access import rules
from prevent_cases.pages.together import Asked, fetch_together
from prevent_cases.pages.views import OperationPage, RecordPage
from prevent_cases.prepared import Given
from referrals.views.hold import StoppedByHold, of_hold

# What somebody says of their case is heard where it is decided; what they said before stands with the case.
ACCOUNTS_HEARD = 3


class Conference(RecordPage):
    """The meeting while it is being run: who is here, what is on the agenda, what it needs before it ends.

    It says of each case what the agenda says; what is in it stands on the page of its item.
    """

    model = Meeting
    permission = "panels.run_meeting"

    def context(self, request, record):
        obstacle = record.obstacle_to_ending_with(record.undecided)
        return laid_out(record, request.user) | {"obstacle_to_ending": obstacle}


class TakeItem(RecordPage):
    """One case of a conference, beside the agenda. The screen may hang on a wall: what it says is of no other case."""

    model = AgendaItem
    permission = "panels.take_item"

    def context(self, request, record):
        user, case, meeting = request.user, record.case, record.meeting
        shown = laid_out(meeting, user)
        asked = user.posts.kept("item taken", lambda: Asked(**of_item(user)))
        of_record = {"item": record.pk, "case": case.pk, "individual": case.individual_id}
        asked.fetch(record, **of_record, meeting=meeting.pk, starts_at=meeting.starts_at)
        (of_case,) = record.of_case
        case.consent_is_disputed, case.consent_asked_on = of_case.consent_is_disputed, of_case.consent_asked_on
        lay_beside("own_account", record.accounts, record.disputed)
        lay_beside("action", record.open_actions, record.actions_disputed)
        lay_beside("contribution", record.contributions, record.disputed)
        for contribution in record.contributions:
            contribution.case = case
        note_reading(record.contributions, user)
        for_all = [each for each in record.contributions if each.mark == Mark.ALL_MEMBERS]
        return shown | {
            "item": record,
            "attendances": [each for each in shown["attendances"] if not each.in_error_at],
            "runs": not meeting.obstacle_to_running(),
            "next_item": next((each for each in shown["agenda"] if each.position > record.position), None),
            "review": next_review(case),
            "may_agree_action": of_case.may_agree_action and not record.seen_holds,
            "contributions_shown": for_all,
            # Folded away, under words that every case and reader has: nobody is to see that there is something.
            "contributions_folded": [each for each in record.contributions if each not in for_all],
        }


def laid_out(meeting: Meeting, user) -> dict[str, Any]:
    """Who is here, and the agenda as far as the reader may see the cases."""
    user.posts.kept("conference", lambda: Asked(**of_meeting(user))).fetch(meeting, meeting=meeting.pk)
    return {"attendances": meeting.attended_by, "agenda": meeting.agenda}


def of_meeting(user) -> dict[str, QuerySet]:
    meeting = Given("meeting", BigIntegerField())
    # Not with the meeting and its panel, which are the same of all.
    items = items_of(meeting, user, fetch_with=("case__individual", "decision"))
    return {
        "attended_by": Attendance.objects.filter(meeting=meeting).select_related("agency", "in_error_by"),
        "agenda": AgendaItem.with_state(items).order_by("position"),
    }


def of_item(user) -> dict[str, QuerySet]:
    """What a case is shown with where it is taken."""
    keys = ("item", "case", "individual", "meeting")
    item, case, individual, meeting = (Given(name, BigIntegerField()) for name in keys)
    may_agree = rules["actions.agree_action"].held_by(user)
    read = CaseGroupPermission.grants.live().filter(permission=permission_key(Level.READ.codename), content_object=case)
    here = Attendance.objects.standing().filter(meeting=meeting).exclude(presence=Presence.APOLOGIES)
    accounts = of_seen_case(OwnAccount, case).standing().order_by("-said_on", "-pk")
    return {
        "of_case": Case.viewed_with(Case.objects.filter(pk=case)).annotate(may_agree_action=may_agree).only("pk"),
        "open_actions": Action.objects.filter(case=case, done_at=None).select_related("agency").order_by("due_on"),
        "actions_disputed": actions_said_against(user).filter(action__case=case),
        "section36_due": CaseReferral.objects.filter(case=case).undecided(),
        "said_against": said_against(user, of=item),
        "reviews_held": Review.objects.standing().filter(item=item).only("months"),
        "deferrals": deferrals_before(case, Given("starts_at", DateTimeField())),
        "accounts": accounts[:ACCOUNTS_HEARD],
        "contributions": read_contributions(user, case=case),
        # Asked once for both: who may answer is most of what is asked.
        "disputed": disputed(user).exclude(own_account=None, contribution=None).filter(case=case),
        # What is on the screen is not for them.
        "not_reading": here.exclude(agency__group__in=read.values("group")).select_related("agency"),
        "seen_holds": of_hold(individual, user)["seen_holds"],
    }


class InConference(OperationPage):
    """An operation that leads back to the conference."""

    model = Meeting

    def destination(self, record, result):
        return reverse("panels:conference", args=[record.reference])


class StartMeeting(InConference):
    operation = operations.start_meeting
    form_class = forms.StartMeetingForm


class RecordAttendance(InConference):
    operation = operations.record_attendance
    form_class = forms.AttendanceForm


class RecordAttendanceInError(InConference):
    operation = operations.record_attendance_in_error
    form_class = forms.AttendanceInErrorForm


class EndMeeting(OperationPage):
    model = Meeting
    operation = operations.end_meeting
    form_class = forms.NoQuestionsForm


class AtItem(OperationPage):
    """An operation that leads back to the case as the conference takes it."""

    model = AgendaItem

    def destination(self, record, result):
        return reverse("panels:take_item", args=[record.reference])


class DecideItem(AtItem):
    operation = operations.decide_item
    form_class = forms.DecideItemForm

    def context(self, request, record):
        case = record.case
        fetch_together(
            record,
            section36_due=case.carried_referrals.undecided(),
            deferrals=earlier_deferrals(record),
            interventions=Intervention.objects.with_ledger().filter(case=case).select_related("agency").order_by("pk"),
            plans=case.support_plans.that_counts(),
            plans_disputed=disputed().filter(support_plan__case=case),
        )
        lay_beside("support_plan", record.plans, record.plans_disputed)
        return {
            "section36_due": record.section36_due,
            "deferrals": record.deferrals,
            "may_exit": case.stage == CaseStage.ACTIVE,
            "final_assessment": case.final_assessment,
            "interventions": record.interventions,
            "plan": next(iter(record.plans), None),
        }


class RecordReview(AtItem):
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


class AgreeActionAtItem(StoppedByHold):
    """An action agreed in the conference: the address names the item, and the case is the one taken at it."""

    model = Case
    operation = actions.operations.agree_action
    form_class = AgreeActionForm

    def destination(self, record, result):
        return reverse("panels:take_item", args=[self.kwargs["agenda_items__reference"]])
