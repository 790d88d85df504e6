"""Which panel a referral goes to: a table that each area keeps, of which the first row that fits counts."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from prevent_cases.accounts.models import Area, Panel, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import TriagePolicy
from referrals.models.answers import LivesHere, YesNo
from referrals.models.gateway import speaks_against_a_panel
from referrals.models.referral import Referral
from referrals.models.triage import KindOfNeed


class RoutingRowQuerySet(RecordQuerySet):
    def standing(self) -> "RoutingRowQuerySet":
        return self.filter(removed_at=None)


@pghistory.track()
class RoutingRow(Record):
    """Whoever is of this age on the day of referral, lives here or not, and needs this, goes to this panel.

    What a row leaves open fits everybody. Somebody of unknown age fits no row that asks for one: then a person chooses.
    """

    under = "area"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="routing_rows")
    position = models.PositiveSmallIntegerField()
    youngest = models.PositiveSmallIntegerField(null=True)
    oldest = models.PositiveSmallIntegerField(null=True)
    lives_here = models.CharField(max_length=10, choices=LivesHere, blank=True)
    kind_of_need = models.CharField(max_length=10, choices=KindOfNeed, blank=True)
    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    objects = RoutingRowQuerySet.as_manager()

    field_classes = field_classes(
        public="reference position youngest oldest lives_here kind_of_need added_at removed_at"
    )
    fetch_with = ("area", "panel")

    class Meta(Record.Meta):
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["area", "position"], condition=Q(removed_at=None), name="one_row_in_one_place_of_the_table"
            ),
            models.CheckConstraint(
                condition=Q(youngest=None) | Q(oldest=None) | Q(youngest__lte=F("oldest")),
                name="the_youngest_is_not_older_than_the_oldest",
            ),
        ]

    def __str__(self) -> str:
        return f"Row {self.position}"

    def get_absolute_url(self) -> str:
        return reverse("referrals:routing", args=[self.area.slug])

    @property
    def ages(self) -> str:
        match self.youngest, self.oldest:
            case None, None:
                return "any age"
            case None, oldest:
                return f"{oldest} or younger"
            case youngest, None:
                return f"{youngest} or older"
            case youngest, oldest:
                return f"aged {youngest} to {oldest}"

    @property
    def words(self) -> str:
        """Whom it is for, in words."""
        lives = f"lives: {self.get_lives_here_display().lower()}" if self.lives_here else ""
        need = f"needs most: {self.get_kind_of_need_display().lower()}" if self.kind_of_need else ""
        return "; ".join(filter(None, [self.ages, lives, need]))

    def fits(self, referral: Referral, kind_of_need: str) -> bool:
        age = referral.age_at_referral
        if age is None and (self.youngest, self.oldest) != (None, None):
            return False
        return (
            (self.youngest is None or self.youngest <= age)
            and (self.oldest is None or age <= self.oldest)
            and self.lives_here in ("", referral.lives_here)
            and self.kind_of_need in ("", kind_of_need)
        )

    def obstacle_to_change(self) -> str:
        return "This row was removed from the table." if self.removed_at else ""


def suggested_row(referral: Referral) -> RoutingRow | None:
    """The first row of the area's table that fits; None where none does.

    Nor is any panel suggested for somebody in prison or on probation: such cases have arrangements of their own.
    """
    if referral.under_supervision == YesNo.YES:
        return None
    assessment = referral.assessment
    need = assessment.kind_of_need if assessment else KindOfNeed.UNKNOWN
    rows = RoutingRow.objects.standing().filter(area=referral.area_id).select_related("panel")
    return next((row for row in rows if row.fits(referral, need)), None)


def social_care_comes_first(referral: Referral) -> bool:
    """Whether the person is younger than the age under which the area asks children's social care first."""
    age = referral.age_at_referral
    return age is not None and age < TriagePolicy.of(referral.area).social_care_first_under


def causes_for_a_reason(referral: Referral, panel: Panel | None, suggested: RoutingRow | None) -> list[str]:
    """Why a panel is taken only with a reason of the coordinator's own, as sentences; None asks of any panel."""
    causes = []
    if social_care_comes_first(referral):
        causes.append(f"The person was {referral.age_at_referral} on the day of referral: social care comes first.")
    if referral.under_supervision == YesNo.YES:
        causes.append(
            "The person is in prison or on probation, whose own arrangements come first: end it for that reason, "
            "unless a panel is right all the same."
        )
    if speaks_against_a_panel(referral):
        causes.append("The police gateway answered that this is not for a panel.")
    if panel and suggested and panel != suggested.panel:
        causes.append(f"The area's table suggests another panel: {suggested.panel}.")
    return causes
