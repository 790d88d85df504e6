"""What is done with areas, agencies, panels, people and posts."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.text import slugify

from prevent_cases import clock
from prevent_cases.accounts import password_links, permissions  # noqa: F401
from prevent_cases.accounts.models import SYSTEM_EMAIL, Agency, AgencyType, Area, Panel, PanelKind, Post, User
from prevent_cases.accounts.posts import POST_RULES, TAKES_TWO, PostKind, Within
from prevent_cases.audit import writing
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from prevent_cases.pages.models import new_reference

# -- Areas and what is in them ----------------------------------------------------------------------------------------


@operation("accounts.open_area")
def open_area(service: User, *, by: User, name: str, administrators: list[tuple[str, str]]) -> Area:
    """Area opened, with its first two administrators.

    ``administrators`` are two (e-mail, name) pairs. Each is invited; from then on every post is given by one of them.
    """
    if len({email.lower() for email, _ in administrators}) != 2:
        raise Refused("An area begins with two administrators, so that neither gives themselves a post.")
    slug = slugify(name)[:50]
    if Area.objects.filter(slug=slug).exists():
        raise Refused("There is an area of this name.")
    area = Area.objects.create(name=name, slug=slug)
    for email, person in administrators:
        _create_post(_invited(email, person), PostKind.ADMINISTRATOR, by=by, in_force=True, area=area)
    return area


@operation("accounts.appoint_administrator", unless=Area.obstacle_to_appointing)
def appoint_administrator(area: Area, *, by: User, email: str, name: str) -> Post:
    """Administrator appointed by whoever runs the service.

    For an area with fewer than two in office, where nobody could give a post or nobody confirm it.
    """
    if area.administrators().filter(user__email=email.lower()).exists():
        raise Refused("This person is an administrator of the area already.", field="email")
    return _create_post(_invited(email, name), PostKind.ADMINISTRATOR, by=by, in_force=True, area=area)


@operation("accounts.keep_area", locked=False)
def add_agency(area: Area, *, by: User, name: str, type: str, sector: str, serves_all_areas: bool = False) -> Agency:
    """Agency added."""
    with _slug_of_new(Agency, area, name, "an agency") as slug:
        group = Group.objects.create(name=slug)
        return Agency.objects.create(
            area=area,
            name=name,
            slug=slug,
            type=type,
            sector=sector,
            serves_all_areas=serves_all_areas,
            provider_reference=new_reference() if type == AgencyType.PROVIDER else "",
            group=group,
        )


@operation("accounts.keep_area", locked=False)
def open_panel(area: Area, *, by: User, name: str, kind: str, acts_as_channel: bool = False, **details) -> Panel:
    """Panel opened.

    A Channel panel acts as Channel without being told to. ``details`` are further fields of Panel, such as its cadence.
    """
    if kind == PanelKind.BOARD and acts_as_channel:
        raise Refused("A board takes no cases, so it cannot act as a Channel panel.", field="acts_as_channel")
    if details.get("cadence") and not details.get("first_meeting_at"):
        raise Refused("Say when it first meets.", field="first_meeting_on")
    channel = acts_as_channel or kind == PanelKind.CHANNEL
    with _slug_of_new(Panel, area, name, "a panel") as slug:
        return Panel.objects.create(area=area, name=name, slug=slug, kind=kind, acts_as_channel=channel, **details)


@contextmanager
def _slug_of_new(model: type[Agency] | type[Panel], area: Area, name: str, called: str) -> Iterator[str]:
    """A slug to create an agency or panel with. Refuses a second of one name, also of two created at once."""
    refusal = Refused(f"There is {called} of this name in this area.", field="name")
    if model.objects.filter(area=area, name__iexact=name).exists():
        raise refusal
    slug = slugify(f"{area.slug} {name}")[:80]
    # Names in other letters than ours leave nothing but the area's.
    if model.objects.filter(slug=slug).exists():
        slug = f"{slug[:69]}-{new_reference().lower()}"
    try:
        with transaction.atomic():
            yield slug
    except IntegrityError:
        raise refusal from None


# -- Posts ------------------------------------------------------------------------------------------------------------


@operation("accounts.keep_area")
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

    Somebody new is invited by e-mail. A post that opens cases, or gives posts, counts only once another administrator
    confirms it.
    """
    within = POST_RULES[PostKind(kind)].within
    place = {Within.AREA: area, Within.AGENCY: agency, Within.PANEL: panel}[within]
    if place is None:
        raise Refused(f"Choose the {within} this post is held in.", field=within)
    if place != area and place.area_id != area.pk:
        raise Refused("That is in another area.", field=within)
    if email.lower() == by.email:
        raise Refused("Nobody gives themselves a post. Ask another administrator.", field="email")
    if email.lower() == SYSTEM_EMAIL:
        raise Refused("The unattended service holds no post.", field="email")
    starts_on = starts_on or clock.today()
    if until and until < starts_on:
        raise Refused("The post would end before it starts.", field="until")
    user = _invited(email, name)
    where = {place._meta.model_name: place}
    # A post that ends before this one starts may be followed by it.
    if Post.objects.open().filter(Q(until=None) | Q(until__gte=starts_on), user=user, kind=kind, **where).exists():
        raise Refused("This person has this post already.", field="kind")
    return _create_post(user, kind, by=by, starts_on=starts_on, until=until, **where)


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
    if post.kind == PostKind.ADMINISTRATOR and post in post.area.administrators():
        # The lock: of three administrators, two must not be withdrawn at the same moment.
        area = Area.objects.select_for_update(no_key=True).get(pk=post.area_id)
        if len(area.administrators()) <= 2:
            raise Refused("An area keeps two administrators. Give this post to somebody else first.")
    post.change(withdrawn_at=clock.now(), withdrawn_by=by)


# -- People -----------------------------------------------------------------------------------------------------------


@operation("accounts.close_account", unless=User.obstacle_to_closing)
def close_account(user: User, *, by: User) -> None:
    """Account closed. The person's posts are withdrawn, and they are signed out everywhere.

    Giving them a post again opens it again.
    """
    if user == by:
        raise Refused("Nobody closes their own account. Ask another administrator.")
    posts = list(Post.objects.open().filter(user=user).order_by("pk"))
    kept_by_us = set(Post.objects.permitted(by, "accounts.keep_post").filter(user=user).values_list("pk", flat=True))
    if elsewhere := {post.area_of_post.name for post in posts if post.pk not in kept_by_us}:
        raise Refused(
            f"This person also works in {' and '.join(sorted(elsewhere))}. Withdraw their posts in your area instead."
        )
    for post in posts:
        withdraw_post(post, by=by)
    _change(user, is_active=False)
    for session in UserSession.objects.filter(user=user):
        session.end()


@operation("accounts.write_to_user")
def send_invitation(user: User, *, by: User) -> None:
    """Invitation sent."""
    key = f"invitation-{user.pk}-{clock.today()}"
    send_mail("accounts/email/invitation.txt", to=user, key=key, path=password_links.path(user))


@operation("accounts.write_to_user")
def send_password_link(user: User, *, by: User) -> None:
    """Link sent with which to choose a new password."""
    path = password_links.path(user)
    # A digest: mail servers write the key into their logs, and the path is a password.
    key = f"link-{user.pk}-{hashlib.sha256(path.encode()).hexdigest()[:32]}"
    send_mail("accounts/email/password_link.txt", to=user, key=key, path=path)


@operation("accounts.write_to_user")
def tell_of_new_password(user: User, *, by: User) -> None:
    """The person was told that their password is new."""
    key = f"password-{user.pk}-{clock.now():%Y%m%d%H%M}"
    send_mail("accounts/email/new_password.txt", to=user, key=key, path="/")


def _invited(email: str, name: str) -> User:
    """The person with this address: invited to choose a password if they are new here, or left and come back."""
    # Two areas may invite one person at once.
    user, is_new = User.objects.get_or_create(
        email=email.lower(), defaults={"name": name, "password": make_password(None)}
    )
    if is_new:
        writing.current().note(user, ["email", "name"])
    elif user.is_active:
        return user
    else:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        _change(user, is_active=True)
    later("accounts.send_invitation", user.pk)
    return user


def _change(user: User, **values) -> None:
    """Change a person, who is no Record, and note it in the entry as a Record would."""
    for field, value in values.items():
        setattr(user, field, value)
    user.save(update_fields=list(values))
    writing.current().note(user, list(values))


def _create_post(
    user: User, kind: str, *, by: User, in_force: bool = False, starts_on: date | None = None, **more
) -> Post:
    waits = kind in TAKES_TWO and not in_force
    return Post.objects.create(
        user=user,
        kind=kind,
        given_by=by,
        starts_on=starts_on or clock.today(),
        confirmed_at=None if waits else clock.now(),
        **more,
    )
