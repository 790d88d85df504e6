"""Area, agency, panel, person, post."""

import threading
from datetime import date
from functools import lru_cache
from typing import ClassVar
from weakref import ref

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group, PermissionsMixin
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.access import PermittedQuerySet
from prevent_cases.accounts.posts import COLUMNS, READ_WITH_POSTS, SEES_CASES, HeldPosts, PostKind
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.prepared import Given, prepared

SYSTEM_EMAIL = "unattended@service.invalid"


class PostQuerySet(RecordQuerySet):
    def open(self, day: date | Given | None = None) -> "PostQuerySet":
        """The posts that are neither withdrawn nor past: in force, still to come, or waiting for confirmation."""
        return self.filter(Q(until=None) | Q(until__gte=day or clock.today()), withdrawn_at=None)

    def in_area(self, area: "Area") -> "PostQuerySet":
        """The posts held in the area, in its agencies and in its panels."""
        return self.filter(Q(area=area) | Q(agency__area=area) | Q(panel__area=area))

    def current(self, day: date | Given | None = None) -> "PostQuerySet":
        """The posts in force today; a post that opens cases counts only when a second person has confirmed it."""
        day = day or clock.today()
        return self.open(day).filter(starts_on__lte=day, confirmed_at__isnull=False)


class UserManager(BaseUserManager.from_queryset(PermittedQuerySet)):
    def create_user(self, email: str, name: str, password: str | None = None, **fields) -> "User":
        """A person who signs in by ``email``; without a password they choose one through their invitation."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email=email.lower())


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in, or the unattended service. No Record, because signing in saves it."""

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    is_service = models.BooleanField(default=False)

    objects = UserManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=Q(is_superuser=False), name="nobody_is_a_superuser"),
            models.CheckConstraint(
                condition=Q(email=models.functions.Lower("email")), name="an_address_is_in_lower_case"
            ),
            models.UniqueConstraint(fields=["is_service"], condition=Q(is_service=True), name="one_unattended_service"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def posts(self) -> HeldPosts:
        """What this person holds today, read once per instance and day; operations read it anew."""
        today = clock.today()
        held = self._posts[today]() if today in getattr(self, "_posts", ()) else None
        if held is None:
            rows = posts_held(person=self.pk, day=today, now=clock.now())
            # As tuples throughout: what was made of the same is kept by it.
            hashable = tuple(tuple(tuple(each) if isinstance(each, list) else each for each in row) for row in rows)
            held = kept_posts.held(self.pk, self.is_active, today, hashable)
            # Weakly: what is kept with them says whom it was made for, and could not be given back.
            self._posts = {today: ref(held)}
        return held

    def forget_posts(self) -> None:
        self.__dict__.pop("_posts", None)

    def get_absolute_url(self) -> str:
        return reverse("accounts:view_user", args=[self.reference])

    def obstacle_to_closing(self) -> str:
        return "" if self.is_active else "This account has been closed."


@prepared
def posts_held() -> PostQuerySet:
    """What HeldPosts is made of."""
    person, day = Given("person", models.BigIntegerField()), Given("day", models.DateField())
    now = Given("now", models.DateTimeField())
    with_them = {name: ArraySubquery(keys(person, now)) for name, keys in READ_WITH_POSTS.items()}
    held = Post.objects.current(day).filter(user=person).order_by("pk").annotate(**with_them)
    return held.values_list(*COLUMNS, *with_them)


class KeptPosts(threading.local):
    """The posts of those who came last, with what the grounds of rules have made of them.

    Whoever comes again on the same day and holds the same finds it made (docs/adr/0018). Each thread has its own,
    because Django's queries are not made for two at once.
    """

    def __init__(self):
        self.held = lru_cache(maxsize=50)(lambda person, is_active, day, rows: HeldPosts.of(rows))


kept_posts = KeptPosts()


def system_user() -> User:
    """The unattended service, in whose name tasks and commands act."""
    return User.objects.get(email=SYSTEM_EMAIL)


@pghistory.track()
class Area(Record):
    """A local authority area with its own panels."""

    name = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(unique=True)

    field_classes = field_classes(public="name slug")

    class Meta(Record.Meta):
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("accounts:view_area", args=[self.slug])

    def administrators(self) -> PostQuerySet:
        """The posts of those who are in office."""
        return Post.objects.current().filter(area=self, kind=PostKind.ADMINISTRATOR, user__is_active=True)

    def obstacle_to_appointing(self) -> str:
        if len(self.administrators()) < 2:
            return ""
        return "This area has two administrators. They give and confirm its posts."


class AgencyType(models.TextChoices):
    SCHOOL = "school", "School or college"
    POLICE = "police", "Police"
    CHILDREN = "children", "Children's social care"
    ADULTS = "adults", "Adult social care"
    HEALTH = "health", "Health"
    COUNCIL = "council", "Council"
    HOUSING = "housing", "Housing"
    PROBATION = "probation", "Probation or prison"
    VOLUNTARY = "voluntary", "Voluntary or community"
    PROVIDER = "provider", "Intervention provider"
    OTHER = "other", "Other"


class Sector(models.TextChoices):
    """The sector a referral is counted under (the national statistics' list)."""

    EDUCATION = "education", "Education"
    POLICE = "police", "Police"
    LOCAL_AUTHORITY = "local_authority", "Local authority"
    HEALTH = "health", "Health"
    JUSTICE = "justice", "Prisons and probation"
    COMMUNITY = "community", "Community"
    FAMILY = "family", "Friends and family"
    OTHER = "other", "Other"
    UNSPECIFIED = "unspecified", "Unspecified"


@pghistory.track()
class Agency(Record):
    """A body that refers, sits on panels or gives support. Its group is how guardian knows it.

    Who is in the group is a matter of posts and dates, not of rows of membership (docs/adr/0002).
    """

    under = "area"

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="agencies")
    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True, max_length=80)
    type = models.CharField(max_length=20, choices=AgencyType)
    sector = models.CharField(max_length=20, choices=Sector)
    # A national provider, say: cases of any area may be shared with it.
    serves_all_areas = models.BooleanField(default=False)
    # By which a provider is named in whatever goes from hand to hand: its people are known to those they meet.
    provider_reference = models.CharField(max_length=10, blank=True, editable=False)
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="agency")

    field_classes = field_classes(public="name slug type sector serves_all_areas provider_reference")

    class Meta(Record.Meta):
        ordering = ("name",)
        verbose_name_plural = "agencies"
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="one_agency_of_a_name_in_an_area"),
            models.CheckConstraint(
                condition=~Q(type=AgencyType.PROVIDER) | ~Q(provider_reference=""),
                name="a_provider_has_its_reference",
            ),
            models.UniqueConstraint(
                fields=["provider_reference"],
                condition=~Q(provider_reference=""),
                name="a_reference_is_one_providers",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("accounts:view_agency", args=[self.slug])

    @property
    def name_on_paper(self) -> str:
        """What it is called in packs, minutes and letters: of a provider no name."""
        return f"Provider {self.provider_reference}" if self.type == AgencyType.PROVIDER else self.name


class PanelKind(models.TextChoices):
    SOCIAL_INCLUSION = "social_inclusion", "Social Inclusion Panel"
    SAFEGUARDING_ADULTS = "safeguarding_adults", "Safeguarding Adults Panel"
    CHANNEL = "channel", "Channel Panel"
    BOARD = "board", "Board"


@pghistory.track()
class Panel(Record):
    """A standing body: a panel that takes cases, or a board that reads reports. ``cadence`` is an iCalendar rule."""

    under = "area"

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="panels")
    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True, max_length=80)
    kind = models.CharField(max_length=20, choices=PanelKind)
    # Sections 36 and 37 of the Counter-Terrorism and Security Act 2015 bind it: a Channel panel or one in its place.
    acts_as_channel = models.BooleanField(default=False)
    cadence = models.CharField(max_length=200, blank=True)
    first_meeting_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="name slug kind acts_as_channel cadence first_meeting_at")

    class Meta(Record.Meta):
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=PanelKind.BOARD) | Q(acts_as_channel=False), name="a_board_takes_no_cases"
            ),
            models.CheckConstraint(
                condition=~Q(kind=PanelKind.CHANNEL) | Q(acts_as_channel=True), name="a_channel_panel_acts_as_channel"
            ),
            models.CheckConstraint(
                condition=Q(cadence="") | Q(first_meeting_at__isnull=False), name="a_cadence_starts_at_a_first_meeting"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Post(Record):
    """What a person does for an agency, an area or a panel, from and to a day. Rights are the union of current ones."""

    under = "area_of_post"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="held_posts")
    kind = models.CharField(max_length=20, choices=PostKind)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="posts")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="posts")
    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, null=True, related_name="posts")
    starts_on = models.DateField()
    until = models.DateField(null=True)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    objects = PostQuerySet.as_manager()

    field_classes = field_classes(public="reference kind starts_on until confirmed_at withdrawn_at")
    fetch_with = ("user", "agency__area", "area", "panel__area", "given_by")

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(agency__isnull=False, area=None, panel=None)
                | Q(agency=None, area__isnull=False, panel=None)
                | Q(agency=None, area=None, panel__isnull=False),
                name="a_post_is_held_in_one_place",
            ),
            models.CheckConstraint(condition=~Q(given_by=F("user")), name="nobody_gives_themselves_a_post"),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("user")), name="nobody_confirms_their_own_post"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("given_by")), name="a_second_person_confirms_a_post"
            ),
            models.CheckConstraint(
                # Of those who give support too: they read a brief about somebody.
                condition=~Q(kind__in=[*SEES_CASES, PostKind.PROVIDER], confirmed_at__isnull=False)
                | Q(confirmed_by__isnull=False),
                name="a_post_that_sees_cases_takes_two",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("starts_on")), name="a_post_ends_after_it_starts"
            ),
        ]
        indexes = [models.Index(fields=["user", "starts_on"], name="posts_of_a_person")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.place}"

    @property
    def place(self) -> Agency | Area | Panel:
        return self.agency or self.area or self.panel

    @property
    def area_of_post(self) -> Area:
        return self.area or self.place.area

    def get_absolute_url(self) -> str:
        return self.area_of_post.get_absolute_url()

    def obstacle_to_confirmation(self) -> str:
        if self.withdrawn_at:
            return "This post has been withdrawn."
        return "This post has been confirmed." if self.confirmed_at else ""

    def obstacle_to_withdrawal(self) -> str:
        return "This post has been withdrawn already." if self.withdrawn_at else ""
