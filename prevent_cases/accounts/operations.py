"""What is done with areas, agencies, panels, people and posts."""

from datetime import date

from django.contrib.auth.models import Group
from django.utils.text import slugify

from prevent_cases import clock
from prevent_cases.accounts import invitations, permissions  # noqa: F401
from prevent_cases.accounts.models import SYSTEM_EMAIL, Agency, Area, Panel, Post, User
from prevent_cases.accounts.posts import POST_RULES, PostKind, Within
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation


@operation("accounts.open_area")
def open_area(service: User, *, by: User, name: str, administrators: list[tuple[str, str]]) -> Area:
    """Area opened, with its first two administrators.

    ``administrators`` are two (e-mail, name) pairs. Each is invited; from then on every post is given by one of them.
    """
    if len({email.lower() for email, _ in administrators}) != 2:
        raise Refused("An area begins with two administrators, so that neither gives themselves a post.")
    area = Area.objects.create(name=name, slug=slugify(name))
    for email, person in administrators:
        user = invited(email, person)
        _create_post(user, PostKind.ADMINISTRATOR, area=area, by=by)
    return area


@operation("accounts.keep_area", locked=False)
def add_agency(area: Area, *, by: User, name: str, type: str, sector: str, serves_all_areas: bool = False) -> Agency:
    """Agency added."""
    slug = slugify(f"{area.slug} {name}")[:80]
    if Agency.objects.filter(slug=slug).exists():
        raise Refused("There is an agency of this name in this area.", field="name")
    group = Group.objects.create(name=slug)
    return Agency.objects.create(
        area=area, name=name, slug=slug, type=type, sector=sector, serves_all_areas=serves_all_areas, group=group
    )


@operation("accounts.keep_area", locked=False)
def open_panel(area: Area, *, by: User, name: str, kind: str, **details) -> Panel:
    """Panel opened.

    ``details`` are further fields of Panel: the ages it takes, whether it acts as Channel, its cadence.
    """
    slug = slugify(f"{area.slug} {name}")[:80]
    if Panel.objects.filter(slug=slug).exists():
        raise Refused("There is a panel of this name in this area.", field="name")
    return Panel.objects.create(area=area, name=name, slug=slug, kind=kind, **details)


@operation("accounts.keep_area", locked=False)
def give_post(
    area: Area,
    *,
    by: User,
    email: str,
    name: str,
    kind: str,
    agency: Agency | None = None,
    panel: Panel | None = None,
    starts_on: date | None = None,
    until: date | None = None,
) -> Post:
    """Post given.

    Somebody new is invited by e-mail. A post that opens cases counts only once another administrator confirms it.
    """
    place = {Within.AREA: area, Within.AGENCY: agency, Within.PANEL: panel}[POST_RULES[PostKind(kind)].within]
    if place is None:
        within = POST_RULES[PostKind(kind)].within
        raise Refused(f"Choose the {within} this post is held in.", field=within)
    if place != area and place.area_id != area.pk:
        raise Refused("That is in another area.", field=POST_RULES[PostKind(kind)].within)
    user = invited(email, name)
    if user == by:
        raise Refused("Nobody gives themselves a post. Ask another administrator.", field="email")
    if user.email == SYSTEM_EMAIL:
        raise Refused("The unattended service holds no post.", field="email")
    return _create_post(user, kind, by=by, starts_on=starts_on, until=until, **{place._meta.model_name: place})


@operation("accounts.keep_post", unless=Post.obstacle_to_confirmation)
def confirm_post(post: Post, *, by: User) -> None:
    """Post confirmed by a second person."""
    if by == post.given_by:
        raise Refused("You gave this post. Another administrator confirms it.")
    if by == post.user:
        raise Refused("Nobody confirms their own post.")
    post.change(confirmed_by=by, confirmed_at=clock.now())


@operation("accounts.keep_post", unless=Post.obstacle_to_withdrawal)
def withdraw_post(post: Post, *, by: User) -> None:
    """Post withdrawn. It opens nothing any more."""
    post.change(withdrawn_at=clock.now(), withdrawn_by=by)


@operation("accounts.send_invitation")
def send_invitation(user: User, *, by: User) -> None:
    """Invitation sent."""
    invitations.send(user)


def invited(email: str, name: str) -> User:
    """The person with this address, invited to choose a password if they are new here."""
    user = User.objects.filter(email=email.lower()).first()
    if user is None:
        user = User.objects.create_user(email, name)
        later("accounts.send_invitation", user.pk)
    return user


def _create_post(user: User, kind: str, *, by: User, starts_on: date | None = None, **where) -> Post:
    needs_second_person = POST_RULES[PostKind(kind)].sees_cases
    return Post.objects.create(
        user=user,
        kind=kind,
        given_by=by,
        starts_on=starts_on or clock.today(),
        confirmed_at=None if needs_second_person else clock.now(),
        **where,
    )
