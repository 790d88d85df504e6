"""An urgent conference: any member asks for it, the organiser calls it within the area's hours.

Organisers wait for nobody: they ask in their own name, and call it in the next step.
"""

from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from cases.models import Case, CaseTransfer
from panels import permissions
from panels.models import ConferenceRequest, Meeting, invited_to, obstacle_to_asking, organisers_of
from panels.operations.meetings import list_case
from prevent_cases import clock
from prevent_cases.access import is_shut
from prevent_cases.accounts.models import Agency, User
from prevent_cases.accounts.on_paper import without_providers
from prevent_cases.accounts.posts import HANDLES_CASES
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import TriagePolicy
from referrals.models import Referral


@operation("panels.ask_for_conference", unless=obstacle_to_asking)
def ask_for_conference(referral: Referral, *, by: User, reason: str, agency: Agency | None = None) -> None:
    """Urgent conference asked for. The organiser calls it within the hours that the area has set.

    For an agency whose cases one handles; or in one's own name: at the front door, coordinating, organising, chairing.
    """
    if agency is None and not by.posts.holds(*permissions.ASK_FOR_THEMSELVES):
        raise Refused("Say for which agency you ask.", field="agency")
    if agency and agency.pk not in by.posts.agencies(*HANDLES_CASES):
        raise Refused("You ask for an agency whose cases you handle.", field="agency")
    hours = TriagePolicy.of(referral.area).conference_within
    request = ConferenceRequest.objects.create(
        referral=referral,
        agency=agency,
        reason=reason,
        asked_by=by,
        asked_at=clock.now(),
        due_at=clock.now() + timedelta(hours=hours),
    )
    later("panels.tell_organisers", request.pk)


@operation("panels.call_conference", unless=ConferenceRequest.obstacle_to_calling)
def call_conference(request: ConferenceRequest, *, by: User, starts_on: date, starts_time: time) -> Meeting:
    """Urgent conference called, and the case listed for it. Its members are told by e-mail.

    Where the panel acts as Channel, it decides only after the section 36 decision, here as at any meeting.
    """
    starts_at = timezone.make_aware(datetime.combine(starts_on, starts_time))
    if starts_at < clock.now():
        raise Refused("Choose a time that is still to come.", field="starts_time")
    if starts_at > (latest := latest_start(request)):
        day = f"{date_format(timezone.localtime(latest), 'j F')} at {timezone.localtime(latest):%H:%M}"
        raise Refused(f"It is held by {day}. Choose an earlier time.", field="starts_on")
    case = request.case
    meeting = Meeting.objects.filter(panel=case.panel, starts_at=starts_at).first()
    if meeting is None:
        meeting = Meeting.objects.create(panel=case.panel, starts_at=starts_at)
    if not meeting.items.filter(case=case).exists():
        list_case(meeting, by=by, case=case)
    request.change(meeting=meeting, called_by=by, called_at=clock.now())
    later("panels.invite_to_conference", request.pk)
    return meeting


@operation("panels.call_conference", unless=ConferenceRequest.obstacle_to_not_calling)
def leave_conference_uncalled(request: ConferenceRequest, *, by: User, because: str) -> None:
    """Kept why no conference is called, with the meetings of the case. Anybody who needs one can ask for it."""
    request.change(not_called_by=by, not_called_at=clock.now(), not_called_because=because)


def take_conferences_along(transfer: CaseTransfer, begun: Case, *, by: User) -> None:
    """Have what was asked for and not held where a case came from called here: nothing urgent is lost on the way.

    Whoever takes the case on stands for it. Who asked for it there may be who told, and is told to nobody here.
    """
    there = ConferenceRequest.objects.filter(referral__carried_by__case=transfer.case_id)
    asked = {each.referral.first_sent_id or each.referral_id: each for each in there.not_held().order_by("pk")}
    if not asked:
        return
    here = {each.first_sent_id: each for each in Referral.objects.filter(carried_by__case=begun)}
    reworded, within = without_providers(), timedelta(hours=TriagePolicy.of(begun.area).conference_within)
    for first_sent, each in asked.items():
        request = ConferenceRequest.objects.create(
            referral=here[first_sent],
            reason=reworded(each.reason),
            asked_by=by,
            asked_at=clock.now(),
            first_asked_at=each.first_asked_at or each.asked_at,
            due_at=clock.now() + within,
        )
        later("panels.tell_organisers", request.pk)


@operation("panels.write_of_conference", unless=ConferenceRequest.obstacle_to_telling_organisers)
def tell_organisers(request: ConferenceRequest, *, by: User) -> None:
    """Organiser and coordinator told by e-mail that an urgent conference is asked for.

    Not the one who asked, if it was one of them: they know.
    """
    call = reverse("panels:call_conference", args=[request.reference])
    for person in organisers_of(request.referral.area).exclude(pk=request.asked_by_id):
        if is_shut(person, request):
            continue
        key = f"conference-asked-{request.reference}-{person.reference}"
        send_mail("panels/email/asked.txt", to=person, key=key, path=call)
    request.change(organisers_told_at=clock.now())


@operation("panels.write_of_conference", unless=ConferenceRequest.obstacle_to_inviting)
def invite_to_conference(request: ConferenceRequest, *, by: User) -> None:
    """Members of the panel invited by e-mail, with who asked and those who are best placed to help."""
    for person in invited_to(request):
        if is_shut(person, request):
            continue
        key = f"conference-called-{request.reference}-{person.reference}"
        path = request.meeting.get_absolute_url()
        send_mail("panels/email/invited.txt", to=person, key=key, path=path)
    request.change(members_told_at=clock.now())


def latest_start(request: ConferenceRequest) -> datetime:
    """By when it is held: within the hours from being asked for or, once those are over, within as many from now."""
    hours = request.due_at - request.asked_at
    return request.due_at if request.due_at > clock.now() else clock.now() + hours
