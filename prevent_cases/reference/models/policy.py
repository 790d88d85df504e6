"""What an area has decided about its own work: dated rows, never edited, of which the latest that has begun holds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import ClassVar, Self

import pgtrigger
from django.apps import apps
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.operations import Refused
from prevent_cases.pages.models import new_reference
from prevent_cases.prepared import Given, among, prepared_records


@dataclass(frozen=True)
class Question:
    """How one field of a policy is asked; a number from ``least`` to ``most``."""

    label: str
    hint: str = ""
    least: int = 0
    most: int = 365


class PolicyQuerySet(RecordQuerySet):
    def begun(self, day: date | Given | None = None) -> "PolicyQuerySet":
        """Those that had begun on a day, or have today."""
        return self.filter(starts_on__lte=day or clock.today())

    def in_force(self) -> "PolicyQuerySet":
        """Of each area the one that holds today: the latest to begin, and of two that begin on one day the later."""
        latest = self.model.objects.begun().filter(area=OuterRef("area")).order_by("-starts_on", "-pk")
        return self.filter(pk=Subquery(latest.values("pk")[:1]))


class Policy(Record):
    """What one area has decided on one matter from a day on. Its fields' defaults hold where nothing was decided.

    A matter is one class with one table. ``questions`` says how each of its fields is asked, in the order of the page;
    ``slug`` stands in its address, ``title`` and ``about`` on its page.
    """

    under = "area"
    slug: ClassVar[str]
    title: ClassVar[str]
    about: ClassVar[str]
    questions: ClassVar[dict[str, Question]]

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    reason = models.TextField()

    objects = PolicyQuerySet.as_manager()

    field_classes = field_classes(public="reference starts_on decided_at reason")
    fetch_with = ("area", "decided_by")

    class Meta(Record.Meta):
        abstract = True
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="%(class)s_has_its_reason")]
        indexes = [models.Index(fields=["area", "-starts_on", "-id"], name="%(class)s_by_day")]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def of(cls, area: Area) -> Self:
        """What holds in the area today; where nothing was decided, an unsaved one with the defaults."""
        return cls.of_each([area])[area.pk]

    @classmethod
    def on(cls, area: Area, day: date) -> Self:
        """The same of a day that may be past."""
        begun = cls.objects.begun(day).filter(area=area).order_by("-starts_on", "-pk")
        return begun.first() or cls(area=area)

    @classmethod
    def of_each(cls, areas: Iterable[Area]) -> dict[int, Self]:
        """The same for several areas by key, in one query: for a list that shows more than one."""
        by_key = {area.pk: area for area in areas}
        decided = {policy.area_id: policy for policy in in_areas(cls)(areas=[*by_key], day=clock.today())}
        return {key: decided.get(key) or cls(area=area) for key, area in by_key.items()}

    def get_absolute_url(self) -> str:
        return reverse(f"reference:decide_{self._meta.model_name}", args=[self.area.slug])

    def values(self) -> dict:
        return {name: getattr(self, name) for name in self.questions}

    def answers(self) -> Iterator[tuple[str, str]]:
        """Each question with what was decided, in words."""
        for name, question in self.questions.items():
            value = getattr(self, name)
            if isinstance(value, bool):
                value = "Yes" if value else "No"
            elif choices := self._meta.get_field(name).choices:
                value = dict(choices)[value]
            yield question.label, str(value) or "Nothing"

    @property
    def has_begun(self) -> bool:
        return self.starts_on <= clock.today()

    @property
    def counts(self) -> bool:
        """Whether it holds once its day has come."""
        return True

    def obstacle_to_deciding(self) -> Refused | str:
        """What in these values cannot stand together."""
        return ""


@cache
def in_areas(matter: type[Policy]) -> Callable[..., list[Policy]]:
    """What holds on a ``day`` in ``areas``, of which it asks the keys."""

    def question() -> PolicyQuerySet:
        begun = matter.objects.begun(Given("day", models.DateField())).filter(among("area", "areas"))
        return begun.order_by("area_id", "-starts_on", "-pk").distinct("area_id")

    return prepared_records(question)


class ConfirmedQuerySet(PolicyQuerySet):
    def begun(self, day: date | Given | None = None) -> "ConfirmedQuerySet":
        return super().begun(day).filter(confirmed_at__isnull=False)

    def waiting(self) -> "ConfirmedQuerySet":
        """Of each area the latest decision, where nobody has confirmed it."""
        latest = self.model.objects.filter(area=OuterRef("area")).order_by("-pk")
        return self.filter(pk=Subquery(latest.values("pk")[:1]), confirmed_at=None)


class DecidedByTwo(Policy):
    """A policy on who decides about a person, or on what protects them: it counts once a second person confirms it.

    A later decision takes the place of one that still waits.
    """

    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    objects = ConfirmedQuerySet.as_manager()

    field_classes = Policy.field_classes | field_classes(public="confirmed_at")
    fetch_with = (*Policy.fetch_with, "confirmed_by")

    class Meta(Policy.Meta):
        abstract = True
        constraints = [
            *Policy.Meta.constraints,
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | (Q(confirmed_by__isnull=False, confirmed_at__isnull=False) & ~Q(confirmed_by=F("decided_by"))),
                name="%(class)s_is_confirmed_by_a_second_person",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["confirmed_by", "confirmed_at"]),
            ),
            pgtrigger.Protect(
                name="confirmed_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__confirmed_at__isnull=False),
            ),
        ]

    @property
    def counts(self) -> bool:
        return self.confirmed_at is not None

    @property
    def confirm_url(self) -> str:
        return reverse(f"reference:confirm_{self._meta.model_name}", args=[self.area.slug])

    @classmethod
    def waiting_in(cls, area: Area) -> Self | None:
        """The area's decision that another administrator is to confirm."""
        return cls.objects.waiting().filter(area=area).select_related(*cls.fetch_with).first()


def policies() -> list[type[Policy]]:
    """Every matter that an area decides."""
    return [model for model in apps.get_app_config("reference").get_models() if issubclass(model, Policy)]
