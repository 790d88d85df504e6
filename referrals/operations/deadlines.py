"""Moving the deadlines of what is open where the working days changed, and telling those whose deadlines they are."""

from collections.abc import Iterator

from django.db.models import QuerySet

from prevent_cases import clock
from prevent_cases.accounts.models import Area, Post, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.mail import send_mail
from prevent_cases.operations import AlreadyDone, operation
from prevent_cases.reference.working_days import WorkingDays
from referrals.models import GatewayRequest, Referral
from referrals.permissions.gateway import GATEWAY


@operation("referrals.move_deadline")
def move_deadline(referral: Referral, *, by: User) -> None:
    """Day by which it is to be decided moved, because working days changed."""
    referral.move_deadline(WorkingDays.of(referral.area))


@operation("referrals.move_gateway_deadline")
def move_gateway_deadline(request: GatewayRequest, *, by: User) -> None:
    """Day by which the police gateway is to answer moved, because working days changed."""
    if not request.is_waiting:
        raise AlreadyDone(request.obstacle_outside_waiting())
    request.move_deadline(WorkingDays.of(request.referral.area))


@operation("referrals.tell_of_deadlines")
def tell_of_deadlines(area: Area, *, by: User) -> None:
    """Those whose deadlines moved told by e-mail, each once of all of them."""
    moved = [each for each in open_deadlines(area) if each.due_moved_at and not each.due_move_told_at]
    if not moved:
        raise AlreadyDone("They have been told.")
    moment = max(each.due_moved_at for each in moved)
    for person in sorted({owner for each in moved for owner in owners_of(each)}, key=lambda owner: owner.pk):
        key = f"deadlines-moved-{area.slug}-{moment:%Y%m%d%H%M%S}-{person.reference}"
        send_mail("referrals/email/deadlines.txt", to=person, key=key, path="/")
    for each in moved:
        each.change(due_move_told_at=clock.now())


def open_deadlines(area: Area) -> Iterator[Referral | GatewayRequest]:
    """What is due in an area on a day that was counted in working days."""
    referrals = Referral.objects.filter(area=area, due_on__isnull=False, due_within__isnull=False)
    yield from referrals.select_related("area", "transferred_by", "handled_by")
    asked = GatewayRequest.objects.filter(referral__area=area, answered_at=None, recalled_at=None)
    yield from asked.select_related("referral__area")


def owners_of(deadline: Referral | GatewayRequest) -> list[User]:
    """Whoever dealt with it last, else all who could; of a question to the police, those of their gateway."""
    if isinstance(deadline, GatewayRequest):
        return list(holders(agency=deadline.agency_id, kind__in=GATEWAY))
    receive = list(receivers_of(deadline.area_id))
    return [deadline.handled_by] if deadline.handled_by in receive else receive


def receivers_of(area: int) -> QuerySet[User]:
    """Who receives what comes into an area, and answers what is asked there."""
    return holders(area=area, kind__in=(PostKind.COORDINATOR, PostKind.FRONT_DOOR))


def holders(**post) -> QuerySet[User]:
    held = Post.objects.current().filter(**post)
    return User.objects.filter(pk__in=held.values("user"), is_active=True)
