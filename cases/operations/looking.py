"""Looking for a case one cannot see, asking to be let in, and answering that."""

from datetime import date, timedelta

from cases.models import Case, RequestToSee
from cases.operations.ownership import seen_to_by
from cases.permissions.case import view_case
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import key_of
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from referrals.models.people import plain_words

FOUND = "found by looking"
# Nobody learns by trying who is known here.
MOST_LOOKS = 20
LOOKED_WITHIN = timedelta(hours=1)


@operation("cases.look_for_case", locked=False, if_refused="Tried to look for a case, and was refused.")
def look_for_case(
    area: Area,
    *,
    by: User,
    reference: str = "",
    given_names: str = "",
    family_name: str = "",
    born_on: date | None = None,
) -> Case | None:
    """Looked for a case, by a reference or by a name and a date of birth.

    One way of asking, exactly as it is written down: no likeness, no part of a name. Whoever is excluded is answered as
    of a case that never was. That a case was found stands in its own history.
    """
    since = clock.now() - LOOKED_WITHIN
    if AuditEntry.objects.filter(what="cases.look_for_case", by=key_of(by), at__gte=since).count() >= MOST_LOOKS:
        raise Refused(f"You have looked {MOST_LOOKS} times within an hour. Ask the coordinator of this area instead.")
    within = Case.objects.permitted(by, "cases.break_glass").filter(area=area)
    asked = within.filter(reference=reference) if reference else within.filter(individual__born_on=born_on)
    name = sorted(plain_words(given_names, family_name))
    found = [
        case
        for case in asked.select_related("individual", "area").order_by("ended_at", "-pk")
        if reference or sorted(plain_words(case.individual.given_names, case.individual.family_name)) == name
    ]
    # The live one; of those that have ended the newest.
    case = next((each for each in found if each.is_live), max(found, key=lambda each: each.pk, default=None))
    if case:
        AuditEntry.tell(case, by=by, what=FOUND, sentence="Looked for, and found to be there.")
    return case


@operation("cases.ask_to_see", if_refused="Tried to ask to see the case, and was refused.")
def ask_to_see(case: Case, *, by: User, words: str, agency: Agency | None = None) -> RequestToSee:
    """Asked to see the case. Its owner is told now."""
    if view_case.permits(by, case):
        raise Refused("You can see this case.")
    if case.requests_to_see.waiting().filter(asked_by=by).exists():
        raise Refused("You have asked already, and the owner has been told.")
    request = RequestToSee.objects.create(case=case, asked_by=by, agency=agency, words=words, asked_at=clock.now())
    later("cases.tell_of_request_to_see", request.pk)
    return request


@operation("cases.write_of_request_to_see")
def tell_of_request_to_see(request: RequestToSee, *, by: User) -> None:
    """The owner of the case told by e-mail that somebody asks to see it."""
    for person in seen_to_by(request.case):
        key = f"asks-to-see-{request.reference}-{person.reference}"
        send_mail("cases/email/asks_to_see.txt", to=person, key=key, path=request.get_absolute_url())


@operation("cases.answer_request_to_see", unless=RequestToSee.obstacle_to_answering)
def answer_request_to_see(request: RequestToSee, *, by: User, let_in: bool, answer: str) -> None:
    """Request to see the case answered. Whoever asked is told by e-mail."""
    if let_in and not view_case.permits(request.asked_by, request.case):
        raise Refused(
            f"{request.asked_by} cannot see this case yet. Share it with their agency, or name them on it, first.",
            field="let_in",
        )
    request.change(let_in=let_in, answer=answer, answered_by=by, answered_at=clock.now())
    later("cases.tell_of_answer_to_request", request.pk)


@operation("cases.write_of_request_to_see")
def tell_of_answer_to_request(request: RequestToSee, *, by: User) -> None:
    """Whoever asked to see the case told by e-mail that there is an answer."""
    key = f"asked-to-see-{request.reference}"
    send_mail("cases/email/request_answered.txt", to=request.asked_by, key=key, path="/")
