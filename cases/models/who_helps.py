"""Who can give support: providers, each approved from a day to another, and projects, each with so many places."""

from datetime import date

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format

from cases.models.case import Case
from cases.models.interventions import Intervention
from cases.models.project import Project
from cases.models.stages import Stage
from cases.models.support import SupportPlan
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Area, Post, User
from prevent_cases.accounts.posts import GIVES_SUPPORT
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.together import fetched_with


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

    Or that it is not, and why. Another takes the place of an earlier one, which stays.
    """

    under = "agency"

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="approvals")
    approved_from = models.DateField(null=True)
    approved_until = models.DateField(null=True)
    specialism = models.TextField(blank=True)
    languages = models.CharField(max_length=300, blank=True)
    capacity = models.PositiveSmallIntegerField(null=True)
    refused_because = models.TextField(blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ProviderApprovalQuerySet.as_manager()

    field_classes = field_classes(
        public="approved_from approved_until specialism languages capacity refused_because recorded_at"
    )
    fetch_with = ("agency__area",)

    class Meta(Record.Meta):
        ordering = ("agency__name", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_until__gte=F("approved_from")), name="an_approval_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=(
                    Q(approved_from__isnull=False, approved_until__isnull=False, capacity__isnull=False)
                    & Q(refused_because="")
                    & ~(Q(specialism="") | Q(languages=""))
                )
                | (
                    Q(approved_from=None, approved_until=None, capacity=None, specialism="", languages="")
                    & ~Q(refused_because="")
                ),
                name="an_approval_says_what_a_provider_gives_or_why_there_is_none",
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
        if self.refused_because:
            return "Not approved", "red"
        if clock.today() < self.approved_from:
            return f"Approved from {in_words(self.approved_from)}", "grey"
        if clock.today() > self.approved_until:
            return f"Approval ended on {in_words(self.approved_until)}", "red"
        return ("Full", "orange") if self.taken >= self.capacity else ("Can be asked", "green")


def in_words(day: date) -> str:
    return date_format(day, "j F Y")


def to_approve(areas: set[int]) -> models.QuerySet[Agency]:
    """Providers of some areas that give support, or that a plan names, and of which nobody has said if it is approved.

    None was before approvals were recorded; until somebody says, nobody else is given their support.
    """
    said = ProviderApproval.objects.filter(agency=OuterRef("pk"))
    gives = Intervention.objects.filter(agency=OuterRef("pk"))
    named = SupportPlan.objects.standing().filter(
        case__stage__in=(Stage.CONSENT_PENDING, Stage.ACTIVE), provider__icontains=OuterRef("name")
    )
    named_here = Exists(named.filter(case__area=OuterRef("area")))
    in_use = Exists(gives) | named_here | Q(Exists(named), serves_all_areas=True)
    providers = Agency.objects.filter(area__in=areas, type=AgencyType.PROVIDER)
    return providers.filter(in_use, ~Exists(said)).order_by("name", "pk")


def who_can_be_asked(case: Case) -> tuple[list[Agency], list[str]]:
    """The agencies that can be asked for support in a case, and of other providers why they cannot, each a sentence."""
    answers = Post.objects.current().filter(agency=OuterRef("pk"), kind__in=GIVES_SUPPORT, user__is_active=True)
    asked = case.interventions.not_over().values("agency")
    serve = Agency.objects.filter(Q(area=case.area_id) | Q(serves_all_areas=True)).exclude(pk__in=asked)
    serve = serve.annotate(answers=Exists(answers)).filter(Q(answers=True) | Q(type=AgencyType.PROVIDER))
    last = ProviderApproval.objects.latest().filter(agency=OuterRef("pk"))
    agencies = fetched_with(serve.order_by("name", "pk"), approvals=last)
    cannot = {each: _why_not(each) for each in agencies}
    return [each for each in agencies if not cannot[each]], [why for why in cannot.values() if why]


def _why_not(agency: Agency) -> str:
    if not agency.answers:
        return f"Nobody at {agency} answers for support yet."
    if agency.type != AgencyType.PROVIDER:
        return ""
    return obstacle_by_approval(agency, next(iter(agency.approvals.all()), None))


def obstacle_by_approval(provider: Agency, approval: ProviderApproval | None) -> str:
    if approval is None:
        return f"{provider} is not approved. A provider is asked once its approval is recorded."
    if approval.refused_because:
        return f"{provider} is not approved: {approval.refused_because}"
    if approval.state[1] == "orange":
        return f"{provider} gives support to as many people as it can: {approval.taken} of {approval.capacity}."
    return "" if approval.state[1] == "green" else f"{provider} is not approved today. {approval.state[0]}."


def obstacle_to_asking(agency: Agency, project: Project | None) -> str:
    """Why nobody else can be given support by this provider, or in this project."""
    if agency.type == AgencyType.PROVIDER:
        approval = ProviderApproval.objects.latest().filter(agency=agency).first()
        if obstacle := obstacle_by_approval(agency, approval):
            return obstacle
    if project is None:
        return ""
    if project.closed_at:
        return f"{project} has closed."
    taken = Intervention.objects.not_over().filter(project=project).count()
    return f"{project} is full: {taken} of {project.places} places are taken." if taken >= project.places else ""
