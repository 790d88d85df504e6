"""Support that an agency gives: asked for with a brief, accepted or declined, reported, and ended."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

import referrals.operations
from cases.models import (
    AgreedSession,
    Case,
    CaseTransfer,
    Intervention,
    InterventionSession,
    OfferOutcome,
    Project,
    UrgentConcern,
    coordinators_of,
    obstacle_to_asking,
)
from cases.operations.agreement import refuse_without_agreement
from cases.permissions.broken_glass import chairs, governance_leads
from prevent_cases import clock
from prevent_cases.access import is_shut
from prevent_cases.accounts.models import Agency, AgencyType, Post, User
from prevent_cases.accounts.posts import GIVES_SUPPORT, HANDLES_CASES
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from referrals.models import Referral
from referrals.models.leads import is_kept_from
from referrals.permissions.referral import RESTRICTION

# A session of more than a day is a slip of the pen.
LONGEST_SESSION = 24 * 60


def who_give_support_of(agency: Agency):
    posts = Post.objects.current().filter(kind__in=GIVES_SUPPORT, agency=agency)
    return User.objects.filter(pk__in=posts.values("user"), is_active=True).order_by("name", "pk")


@operation("cases.arrange_intervention", unless=Case.obstacle_to_support)
def arrange_intervention(
    case: Case,
    *,
    by: User,
    agency: Agency,
    sessions: int,
    starts_on: date,
    until: date,
    project: Project | None = None,
    despite_agreement: str = "",
    **brief: str,
) -> Intervention:
    """Agency asked to give support. Those who answer for its support are told by e-mail that something waits.

    They read the ``brief`` (:data:`cases.models.BRIEF`, and the lawful basis on which it is shared) and nothing else of
    the case.
    """
    referrals.operations.refuse_if_held(case.individual, by=by)
    if agency.area_id != case.area_id and not agency.serves_all_areas:
        raise Refused(f"{agency} does not serve this area.", field="agency")
    if is_kept_from(agency, Referral.objects.filter(carried_by__case=case)):
        raise Refused(
            f"A referral in this case is kept from the safeguarding lead of {agency}, who would read this. "
            "Ask somebody else.",
            field="agency",
        )
    if case.interventions.not_over().filter(agency=agency).exists():
        raise Refused(f"{agency} has been asked already, or gives support. End that first.", field="agency")
    if not (people := who_give_support_of(agency)):
        raise Refused(f"Nobody at {agency} answers for support yet, so nobody would read this.", field="agency")
    # In these words: who is excluded, and that anybody is, not everybody who asks may know.
    if all(is_shut(person, case, despite=(RESTRICTION,)) for person in people):
        raise Refused(
            f"Nobody who answers for support at {agency} could read this. Ask another agency, or have somebody else "
            "there answer for support.",
            field="agency",
        )
    if project and (project.agency_id != agency.pk or project.area_id != case.area_id):
        raise Refused(f"{project} is not a project of {agency} here.", field="project")
    if obstacle := obstacle_to_asking(agency, project):
        raise Refused(obstacle, field="project" if project else "agency")
    if until < starts_on:
        raise Refused("The last day comes after the first.", field="until")
    if until < clock.today():
        raise Refused("The last day cannot be in the past.", field="until")
    despite = refuse_without_agreement(case.area, [agency], despite_agreement)
    intervention = Intervention.objects.create(
        case=case,
        area=case.area,
        agency=agency,
        sessions=sessions,
        starts_on=starts_on,
        until=until,
        project=project,
        despite_agreement=despite.get(agency.pk, ""),
        asked_by=by,
        asked_at=clock.now(),
        **brief,
    )
    later("cases.tell_of_intervention", intervention.pk)
    return intervention


@operation("cases.give_intervention", unless=Intervention.obstacle_to_answering)
def answer_intervention(intervention: Intervention, *, by: User, accepted: bool, why_declined: str = "") -> None:
    """Answer given to whoever asked for support."""
    if not accepted and not why_declined:
        raise Refused("Say why your agency cannot give it.", field="why_declined")
    intervention.change(
        accepted=accepted,
        why_declined="" if accepted else why_declined,
        answered_by=by,
        answered_at=clock.now(),
    )


@operation("cases.give_intervention", unless=Intervention.obstacle_to_reporting)
def report_session(
    intervention: Intervention,
    *,
    by: User,
    held_on: date,
    came: bool,
    minutes: int | None = None,
    what: str = "",
    why_missed: str = "",
    next_on: date | None = None,
    worried: bool = False,
    worry: str = "",
) -> InterventionSession:
    """Session reported. If something worries you now, the coordinator and the police are told.

    With the day on which they meet next, where one was agreed.
    """
    if held_on > clock.today():
        raise Refused("The day of the session cannot be in the future.", field="held_on")
    if held_on < clock.day_of(intervention.answered_at):
        raise Refused("That is before your agency accepted to give this support.", field="held_on")
    if came and not minutes:
        raise Refused("Say how long it took.", field="minutes")
    if came and minutes > LONGEST_SESSION:
        raise Refused("A session takes less than a day. Write the minutes.", field="minutes")
    if came and not what:
        raise Refused("Say what was done.", field="what")
    if not came and not why_missed:
        raise Refused("Say why it was missed.", field="why_missed")
    if worried and not worry:
        raise Refused("Say in a few words what worries you.", field="worry")
    session = InterventionSession.objects.create(
        intervention=intervention,
        held_on=held_on,
        came=came,
        minutes=minutes if came else None,
        what=what if came else "",
        why_missed="" if came else why_missed,
        reported_by=by,
        reported_at=clock.now(),
    )
    if next_on:
        agree_session(intervention, by=by, meets_on=next_on)
    if worried:
        raise_urgent_concern(intervention, by=by, words=worry)
    return session


@operation("cases.give_intervention", unless=Intervention.obstacle_to_agreeing)
def agree_session(intervention: Intervention, *, by: User, meets_on: date) -> AgreedSession:
    """Day of a session kept. Where nothing is reported of it, the coordinator sees that."""
    field = "meets_on"
    if meets_on < clock.today():
        raise Refused("The day of the next session is today or later.", field=field)
    if intervention.agreed_sessions.filter(meets_on=meets_on, taken_back_at=None).exists():
        raise Refused("This day is agreed already.", field=field)
    return AgreedSession.objects.create(
        intervention=intervention, meets_on=meets_on, agreed_by=by, agreed_at=clock.now()
    )


@operation("cases.give_intervention", unless=Intervention.obstacle_to_reporting)
def take_back_session(intervention: Intervention, *, by: User, day: AgreedSession, reason: str) -> None:
    """Day of a session taken back. It stays with the reason, and no report of it is asked for any more."""
    if not intervention.agreed_sessions.unreported().filter(pk=day.pk).exists():
        raise Refused("Choose a day that is agreed, and of which nothing is reported.", field="day")
    day.change(taken_back_at=clock.now(), taken_back_by=by, taken_back_because=reason)


@operation("cases.record_session_in_error", unless=InterventionSession.obstacle_to_error)
def record_session_in_error(session: InterventionSession, *, by: User, reason: str) -> None:
    """Session recorded in error. It stays in the ledger, says so, and counts no more."""
    session.say_in_error(by, reason)


@operation("cases.end_intervention", unless=Intervention.obstacle_when_over)
def end_intervention(intervention: Intervention, *, by: User, reason: str) -> None:
    """Support by this agency ended. Its people can read nothing of it any more, and are told by e-mail."""
    intervention.change(ended_by=by, ended_at=clock.now(), ended_because=reason)
    if intervention.accepted is not False:
        later("cases.tell_of_stop", intervention.pk, int(clock.now().timestamp()))


def stop_support(case: Case) -> None:
    """Have those who give support in a case told that it has stopped, for now or for good: before they meet again."""
    stopped = int(clock.now().timestamp())
    for intervention in case.interventions.filter(ended_at=None, accepted=True):
        later("cases.tell_of_stop", intervention.pk, stopped)


@operation("cases.write_of_intervention", unless=Intervention.obstacle_to_telling)
def tell_of_intervention(intervention: Intervention, *, by: User) -> None:
    """Those who answer for the agency's support told by e-mail that something waits for them."""
    _write("cases/email/support_asked.txt", intervention, effect="asked", path=intervention.get_absolute_url())


@operation("cases.write_of_intervention", unless=Intervention.obstacle_to_telling_of_stop)
def tell_of_stop(intervention: Intervention, *, by: User, stopped: int) -> None:
    """Those who give support told by e-mail that it has stopped. Where they may read why, it says so there.

    ``stopped`` is when, in seconds: it may stop more than once in a day, and each time they are told.
    """
    effect = f"stopped-{stopped}"
    # What has ended they can read no more; the list says which there are.
    _write("cases/email/support_stopped.txt", intervention, effect=effect, path=reverse("cases:list_interventions"))


def _write(template: str, intervention: Intervention, *, effect: str, path: str) -> None:
    for person in who_give_support_of(intervention.agency):
        if is_shut(person, intervention, despite=(RESTRICTION,)):
            continue
        key = f"intervention-{intervention.reference}-{effect}-{person.reference}"
        send_mail(template, to=person, key=key, path=path)


# -- Worried now ------------------------------------------------------------------------------------------------------


@operation("cases.raise_urgent_concern")
def raise_urgent_concern(intervention: Intervention, *, by: User, words: str) -> UrgentConcern:
    """Coordinator and police told that you are worried now. It says here when somebody has seen it.

    It reaches those of the area in which the case is now; whoever gave the support does not learn where that is.
    """
    case = where_it_is_now(intervention.case)
    concern = UrgentConcern.objects.create(
        intervention=intervention, case=case, area=case.area, words=words, raised_by=by, raised_at=clock.now()
    )
    later("cases.tell_of_urgent_concern", concern.pk)
    return concern


def where_it_is_now(case: Case) -> Case:
    """The case, or what it has become in the area that took it on last."""
    taken_on = CaseTransfer.objects.filter(outcome=OfferOutcome.ACCEPTED)
    while offer := taken_on.filter(case=case).first():
        # Locked: whoever takes it on from there does so before this, or finds that it waits.
        case = Case.objects.select_for_update(no_key=True).get(pk=offer.becomes_id)
    return case


@operation("cases.answer_urgentconcern", unless=UrgentConcern.obstacle_to_answering)
def answer_urgent_concern(concern: UrgentConcern, *, by: User, what_was_done: str) -> None:
    """Urgent concern seen, and kept what was done. Whoever raised it reads that it was seen, by whom and when."""
    concern.change(answered_by=by, answered_at=clock.now(), what_was_done=what_was_done)


@operation("cases.answer_urgentconcern", unless=UrgentConcern.obstacle_to_error)
def record_urgent_concern_in_error(concern: UrgentConcern, *, by: User, reason: str) -> None:
    """Urgent concern recorded in error. It stays with what was done about it, and says so."""
    concern.say_in_error(by, reason)


@operation("cases.write_of_urgentconcern", unless=UrgentConcern.obstacle_to_telling)
def tell_of_urgent_concern(concern: UrgentConcern, *, by: User) -> None:
    """Coordinators and police told by e-mail that something is to be read now; if none, whoever can name some."""
    people, path = reached_by(concern), concern.get_absolute_url()
    if not people:
        people, path = left_to(concern)
    for person in people:
        key = f"urgent-concern-{concern.reference}-{person.reference}"
        send_mail("cases/email/worried_now.txt", to=person, key=key, path=path)
    concern.change(told_at=clock.now())


def police_of(area):
    posts = Post.objects.current().filter(kind__in=HANDLES_CASES, agency__type=AgencyType.POLICE, agency__area=area)
    return User.objects.filter(pk__in=posts.values("user"), is_active=True).order_by("name", "pk")


def reached_by(concern: UrgentConcern) -> list[User]:
    """Who coordinates in its area and who handles cases for the police there, as far as the case is not shut to them.

    A restriction holds here too: whoever is named on it rings the police themselves.
    """
    people = dict.fromkeys([*coordinators_of(concern.area), *police_of(concern.area)])
    return [person for person in people if not is_shut(person, concern)]


def read_instead(concern: UrgentConcern) -> list[User]:
    """Who read it where it reaches nobody, since whoever owned a restricted case has left, say.

    Whoever chairs its panel, or else answers for information here: they can see that it reaches somebody.
    """
    chairing = chairs(concern.case.panel_id)
    return not_shut_out(chairing, concern) or not_shut_out(governance_leads(concern.area_id), concern)


def left_to(concern: UrgentConcern) -> tuple[list[User], str]:
    """Who are told where it reaches nobody, and what they read.

    Where it is restricted and shut to all who could read it instead, whoever answers for information here reads on the
    list of these that it waits, and no word of it.
    """
    if people := read_instead(concern):
        return people, concern.get_absolute_url()
    leads = not_shut_out(governance_leads(concern.area_id), concern, RESTRICTION)
    return leads, reverse("cases:restrictions", args=[concern.area.slug])


def not_shut_out(posts: QuerySet[Post], concern: UrgentConcern, *despite: str) -> list[User]:
    people = User.objects.filter(pk__in=posts.values("user")).order_by("name", "pk")
    return [person for person in people if not is_shut(person, concern, despite)]


def reaches_nobody(concern: UrgentConcern) -> bool:
    """Whether no one can read it who could do something about it."""
    return not (reached_by(concern) or read_instead(concern))
