"""The frameworks that an area assesses by: domains, factors and scales, in versions that never change."""

from typing import Any, Self

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.operations import Refused
from prevent_cases.pages.models import new_reference

# What can be said of every factor, whatever its scale: so no scale has a point for it.
NOT_KNOWN = "Not known"


@pghistory.track()
class Framework(Record):
    """What an area assesses by. All that is asked stands in its versions."""

    under = "area"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    retired_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    retired_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="reference retired_at")
    fetch_with = ("area",)

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(retired_by=None, retired_at=None) | Q(retired_by__isnull=False, retired_at__isnull=False),
                name="a_retired_framework_says_by_whom_and_when",
            )
        ]
        triggers = [
            pgtrigger.ReadOnly(name="stays_in_its_area", fields=["area", "reference"]),
            pgtrigger.Protect(
                name="retired_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__retired_at__isnull=False)
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("reference:frameworks", args=[self.area.slug])

    def obstacle_to_retiring(self) -> str:
        if self.retired_at:
            return "No new assessment uses this framework any more."
        published = self.versions.filter(confirmed_at__isnull=False)
        return "" if published.exists() else "This framework has not been published, so that nothing uses it."


class FrameworkVersionQuerySet(RecordQuerySet):
    def published(self) -> "FrameworkVersionQuerySet":
        return self.filter(confirmed_at__isnull=False)

    def in_use(self) -> "FrameworkVersionQuerySet":
        """What new assessments are made by: of each framework that is not retired the version published last."""
        published = FrameworkVersion.objects.published().filter(framework=OuterRef("framework")).order_by("-number")
        return self.filter(framework__retired_at=None, pk=Subquery(published.values("pk")[:1]))

    def waiting(self) -> "FrameworkVersionQuerySet":
        """Of each framework that is not retired the version put forward last, where nobody has confirmed it."""
        latest = FrameworkVersion.objects.filter(framework=OuterRef("framework")).order_by("-number")
        return self.filter(framework__retired_at=None, pk=Subquery(latest.values("pk")[:1]), confirmed_at=None)


PUBLISHED_WHOLE = pgtrigger.Trigger(
    name="published_whole",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__confirmed_at__isnull=False),
    func="""
        IF NOT EXISTS (SELECT FROM reference_frameworkdomain WHERE version_id = NEW.id)
            OR EXISTS (
                SELECT FROM reference_frameworkdomain domain WHERE domain.version_id = NEW.id AND (
                    NOT EXISTS (SELECT FROM reference_frameworkfactor WHERE domain_id = domain.id)
                    OR NOT EXISTS (
                        SELECT FROM reference_scalepoint
                        WHERE version_id = NEW.id AND (domain_id = domain.id OR domain_id IS NULL)
                    )
                )
            )
        THEN
            RAISE EXCEPTION 'a framework is published with a factor and a scale in each of its domains'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'published_whole';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class FrameworkVersion(Record):
    """A framework as it was put forward by one administrator and, where it counts, confirmed by another.

    What it asks is written with it and never changes. The next version begins as a copy; put forward, it takes the
    place of one that still waits.
    """

    under = "framework"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    # Said wherever it is named: where its words are from, and whether anybody has checked them.
    origin = models.CharField(max_length=200, blank=True)
    guidance = models.TextField(blank=True)
    put_forward_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    put_forward_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    objects = FrameworkVersionQuerySet.as_manager()

    field_classes = field_classes(public="reference number title origin guidance put_forward_at confirmed_at")
    fetch_with = ("framework__area", "put_forward_by", "confirmed_by")

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["framework", "number"], name="one_version_of_a_framework_by_number"),
            models.CheckConstraint(condition=~Q(title=""), name="a_framework_has_a_title"),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | (Q(confirmed_by__isnull=False, confirmed_at__isnull=False) & ~Q(confirmed_by=F("put_forward_by"))),
                name="a_framework_is_confirmed_by_a_second_person",
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
            pgtrigger.Protect(name="stays", operation=pgtrigger.Delete),
            PUBLISHED_WHOLE,
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}{f' ({self.origin})' if self.origin else ''}"

    def get_absolute_url(self) -> str:
        return reverse("reference:view_frameworkversion", args=[self.reference])

    @property
    def area(self) -> Area:
        return self.framework.area

    @property
    def is_published(self) -> bool:
        return self.confirmed_at is not None

    @property
    def is_waiting(self) -> bool:
        return type(self).objects.waiting().filter(pk=self.pk).exists()

    def obstacle_to_confirming(self) -> Refused | str:
        if self.is_published:
            return "This version has been published already."
        return "" if self.is_waiting else "This version does not wait any more. Read which ones there are now."

    @classmethod
    def waiting_in(cls, areas) -> models.QuerySet[Self]:
        return cls.objects.waiting().filter(framework__area__in=areas).select_related(*cls.fetch_with)


def points_in(scale: str) -> list[str]:
    """The points of a scale as it is written: each on a line of its own."""
    return [line.strip() for line in scale.splitlines() if line.strip()]


def fault_of_scale(scale: str) -> str:
    """Why people could not choose from a scale as it is written. What they choose from is told apart by its words."""
    folded = [point.casefold() for point in points_in(scale)]
    if len(folded) == 1:
        return "A scale has at least two points, each on a line of its own."
    if len(set(folded)) < len(folded):
        return "A scale has each point once."
    if NOT_KNOWN.casefold() in folded:
        return f"“{NOT_KNOWN}” can always be chosen. Leave it out of the scale."
    if any(len(point) > ScalePoint._meta.get_field("label").max_length for point in folded):
        return "A point of a scale has 200 characters at most."
    return ""


# Shared with whoever confirms it at this moment: what they have read is what there is.
ONLY_WHAT_WAITS_GROWS = pgtrigger.Trigger(
    name="only_what_waits_grows",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        PERFORM FROM reference_frameworkversion WHERE id = NEW.version_id AND confirmed_at IS NULL FOR SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'nothing is added to a framework that has been published'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'only_what_waits_grows';
        END IF;
        RETURN NEW;
    """,
)
NEVER_CHANGED = [
    pgtrigger.Protect(name="stands", operation=pgtrigger.Update | pgtrigger.Delete),
    ONLY_WHAT_WAITS_GROWS,
]
OF_ITS_DOMAINS_VERSION = pgtrigger.Trigger(
    name="of_its_domains_version",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=pgtrigger.Q(new__domain__isnull=False),
    func="""
        IF NOT EXISTS (
            SELECT FROM reference_frameworkdomain WHERE id = NEW.domain_id AND version_id = NEW.version_id
        ) THEN
            RAISE EXCEPTION 'what belongs to a domain belongs to the version of that domain'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'of_its_domains_version';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class FrameworkDomain(Record):
    """A group of factors."""

    under = "version"

    version = models.ForeignKey(FrameworkVersion, on_delete=models.PROTECT, related_name="domains")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    about = models.TextField(blank=True)

    field_classes = field_classes(public="position title about")

    class Meta(Record.Meta):
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="one_domain_at_a_place"),
            models.CheckConstraint(condition=~Q(title=""), name="a_domain_has_a_title"),
        ]
        triggers = NEVER_CHANGED

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class FrameworkFactor(Record):
    """What is asked about. ``key`` is the same in every version: it is the same factor, however it is worded there."""

    under = "version"

    version = models.ForeignKey(FrameworkVersion, on_delete=models.PROTECT, related_name="factors")
    domain = models.ForeignKey(FrameworkDomain, on_delete=models.PROTECT, related_name="factors")
    key = models.CharField(max_length=10, default=new_reference)
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=10, blank=True)
    wording = models.CharField(max_length=300)
    help_text = models.TextField(blank=True)

    field_classes = field_classes(public="key position code wording help_text")

    class Meta(Record.Meta):
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="a_factor_stands_once_in_a_version"),
            models.UniqueConstraint(fields=["version", "position"], name="one_factor_at_a_place"),
            models.UniqueConstraint(
                fields=["version", "code"], condition=~Q(code=""), name="a_code_stands_for_one_factor"
            ),
            models.CheckConstraint(condition=~Q(wording=""), name="a_factor_has_its_wording"),
        ]
        triggers = [*NEVER_CHANGED, OF_ITS_DOMAINS_VERSION]

    def __str__(self) -> str:
        return f"{self.code}: {self.wording}" if self.code else self.wording

    @property
    def short(self) -> str:
        """What tells it from the others beside its wording."""
        return self.code or f"Factor {self.position}"


@pghistory.track()
class ScalePoint(Record):
    """One thing that can be found of a factor, in words. A domain that has points of its own uses no others."""

    under = "version"

    version = models.ForeignKey(FrameworkVersion, on_delete=models.PROTECT, related_name="points")
    domain = models.ForeignKey(FrameworkDomain, on_delete=models.PROTECT, null=True, related_name="own_points")
    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    position = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=200)

    field_classes = field_classes(public="reference position label")

    class Meta(Record.Meta):
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(
                fields=["version", "domain", "position"], nulls_distinct=False, name="one_point_of_a_scale_at_a_place"
            ),
            models.UniqueConstraint(
                fields=["version", "domain", "label"], nulls_distinct=False, name="a_point_is_on_a_scale_once"
            ),
            models.CheckConstraint(condition=~Q(label=""), name="a_point_has_its_words"),
        ]
        triggers = [*NEVER_CHANGED, OF_ITS_DOMAINS_VERSION]

    def __str__(self) -> str:
        return self.label


def read_whole(versions: models.QuerySet[FrameworkVersion]) -> models.QuerySet[FrameworkVersion]:
    """Versions with all that they ask: a query for each kind of part, however many there are."""
    return versions.prefetch_related("points", "domains__factors")


def scale_of(domain: FrameworkDomain, version: FrameworkVersion) -> list[ScalePoint]:
    """The points that can be found of a domain's factors, of a version that was read whole."""
    return written_for(domain, version) or written_for(None, version)


def written_for(domain: FrameworkDomain | None, version: FrameworkVersion) -> list[ScalePoint]:
    """The points of a domain's own, or of none."""
    return [point for point in version.points.all() if point.domain_id == (domain and domain.pk)]


def said_by(version: FrameworkVersion) -> dict[str, Any]:
    """What a version, read whole, says: as the next one is put forward."""

    def written(points) -> str:
        return "\n".join(point.label for point in points)

    return {
        "title": version.title,
        "origin": version.origin,
        "guidance": version.guidance,
        "scale": written(written_for(None, version)),
        "domains": [
            {
                "title": domain.title,
                "about": domain.about,
                "scale": written(written_for(domain, version)),
                "factors": [
                    {name: getattr(factor, name) for name in ("key", "code", "wording", "help_text")}
                    for factor in domain.factors.all()
                ],
            }
            for domain in version.domains.all()
        ],
    }
