"""Who can give support: providers, each approved from a day to another, and projects, each with so many places."""

from datetime import date

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format

from cases.models.interventions import Intervention
from cases.models.project import Project
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes


def taken_by(who: str, of: str = "pk") -> Coalesce:
    """How many are asked for or given, of a provider or a project, beside which it is read."""
    taken = Intervention.objects.not_over().filter(**{who: OuterRef(of)}).order_by()
    return Coalesce(Subquery(taken.values(who).annotate(number=Count("pk")).values("number")), 0)


class ProviderApprovalQuerySet(RecordQuerySet):
    def latest(self) -> "ProviderApprovalQuerySet":
        """Of each provider the one that was recorded last: it counts. With how many people it gives support to."""
        last = ProviderApproval.objects.filter(agency=OuterRef("agency")).order_by("-pk").values("pk")[:1]
        return self.filter(pk=Subquery(last)).annotate(taken=taken_by("agency", of="agency"))

    def that_serve(self, area: Area) -> "ProviderApprovalQuerySet":
        """Those of providers that can be asked in an area: its own, and those that serve all areas."""
        return self.filter(Q(agency__area=area) | Q(agency__serves_all_areas=True))


@pghistory.track()
class ProviderApproval(Record):
    """That a provider is approved, by the Home Office, from a day to another; for what, and for how many at a time.

    Another takes the place of an earlier one, which stays.
    """

    under = "agency"

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="approvals")
    approved_from = models.DateField()
    approved_until = models.DateField()
    specialism = models.TextField()
    languages = models.CharField(max_length=300)
    capacity = models.PositiveSmallIntegerField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ProviderApprovalQuerySet.as_manager()

    field_classes = field_classes(public="approved_from approved_until specialism languages capacity recorded_at")
    fetch_with = ("agency__area",)

    class Meta(Record.Meta):
        ordering = ("agency__name", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_until__gte=F("approved_from")), name="an_approval_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~(Q(specialism="") | Q(languages="")), name="an_approval_says_what_a_provider_gives"
            ),
        ]
        indexes = [models.Index(fields=["agency", "-id"], name="approvals_of_a_provider")]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return str(self.agency)

    def get_absolute_url(self) -> str:
        return reverse("cases:help", args=[self.agency.area.slug])

    @property
    def state(self) -> tuple[str, str]:
        """Where it stands, and the colour of that; read as the ``latest``."""
        if clock.today() < self.approved_from:
            return f"Approved from {in_words(self.approved_from)}", "grey"
        if clock.today() > self.approved_until:
            return f"Approval ended on {in_words(self.approved_until)}", "red"
        return ("Full", "orange") if self.taken >= self.capacity else ("Can be asked", "green")


def in_words(day: date) -> str:
    return date_format(day, "j F Y")


def obstacle_to_asking(agency: Agency, project: Project | None) -> str:
    """Why nobody else can be given support by this provider, or in this project."""
    if agency.type == AgencyType.PROVIDER:
        approval = ProviderApproval.objects.latest().filter(agency=agency).first()
        if approval is None:
            return f"{agency} is not approved. A provider is asked once its approval is recorded."
        if approval.state[1] == "orange":
            return f"{agency} gives support to as many people as it can: {approval.taken} of {approval.capacity}."
        if approval.state[1] != "green":
            return f"{agency} is not approved today. {approval.state[0]}."
    if project is None:
        return ""
    if project.closed_at:
        return f"{project} has closed."
    taken = Intervention.objects.not_over().filter(project=project).count()
    return f"{project} is full: {taken} of {project.places} places are taken." if taken >= project.places else ""
