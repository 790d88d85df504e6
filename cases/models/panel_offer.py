"""A case offered to another panel of its area, and what that panel's chair answered."""

import pghistory
import pgtrigger
from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from cases.models.case import Case
from cases.models.ended import of_a_live_case
from prevent_cases import clock
from prevent_cases.accounts.models import Panel, Post, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference
from referrals.models import ADULT_AT, RoutingRow

ANSWERED = ("outcome", "answer", "answered_by", "answered_at")


class OfferedBecause(models.TextChoices):
    TURNS_18 = "turns_18", "The person turns 18"
    STEP_UP = "step_up", "It needs the Channel panel"
    STEP_DOWN = "step_down", "It no longer needs the Channel panel"
    OTHER = "other", "Another reason"


class OfferOutcome(models.TextChoices):
    ACCEPTED = "accepted", "Taken on"
    DECLINED = "declined", "Declined"
    TAKEN_BACK = "taken_back", "Taken back"


class PanelOfferQuerySet(RecordQuerySet):
    def waiting(self) -> "PanelOfferQuerySet":
        """Those that nobody has answered; the end of its case answers none, and nothing is asked any more."""
        return self.filter(outcome="", case__ended_at=None)


@pghistory.track()
class PanelOffer(Record):
    """That a case is offered to another panel: why, and what its chair is told.

    Until the other chair takes it on, the panel it is with answers for it. Its file goes with it as it is.
    """

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="panel_offers")
    from_panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="+")
    to_panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="+")
    because = models.CharField("why", max_length=10, choices=OfferedBecause)
    note = models.TextField("what its chair is told")
    offered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=OfferOutcome, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = PanelOfferQuerySet.as_manager()

    field_classes = field_classes(public="reference because offered_at outcome answered_at", special="note answer")
    fetch_with = ("case__individual", "case__panel", "from_panel", "to_panel", "offered_by")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(outcome=""), name="a_case_is_offered_to_one_panel_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(from_panel=F("to_panel")), name="a_case_is_offered_to_another_panel"),
            models.CheckConstraint(condition=~Q(note=""), name="an_offer_tells_the_other_chair_something"),
            models.CheckConstraint(
                condition=Q(outcome="", answer="", answered_by=None, answered_at=None)
                | Q(outcome__in=OfferOutcome.values, answered_by__isnull=False, answered_at__isnull=False),
                name="an_answered_offer_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=OfferOutcome.DECLINED) | ~Q(answer=""), name="a_declined_offer_says_why"
            ),
        ]
        indexes = [models.Index(fields=["to_panel"], condition=Q(outcome=""), name="cases_offered_to_a_panel")]
        triggers = [
            of_a_live_case(),
            pgtrigger.Protect(
                name="stands", operation=pgtrigger.Update, condition=pgtrigger.AnyChange(exclude=[*ANSWERED])
            ),
            pgtrigger.Protect(
                name="answered_once", operation=pgtrigger.Update, condition=~pgtrigger.Q(old__outcome="")
            ),
        ]

    def __str__(self) -> str:
        return f"Offer {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:view_paneloffer", args=[self.reference])

    def obstacle_to_answering(self) -> str:
        return "This offer has been answered, or taken back." if self.outcome else self.case.obstacle_to_change()

    def obstacle_to_taking_on(self) -> str:
        """Why the other panel's chair cannot take it on yet."""
        case = self.case
        if case.section36_decisions.to_sign().exists():
            # It would go along to a panel where it cannot end the case.
            return (
                "A section 36 decision with which this case is to end waits for a second signature. It is signed, or "
                "sent back, before another panel takes the case on."
            )
        adult_on = case.individual.adult_on
        if self.because == OfferedBecause.TURNS_18 and adult_on and adult_on > clock.today():
            if case.individual.born_on is None:
                return (
                    "By the age that is known the person may not be 18 yet. Record their birthday first: until then "
                    "the panel that it is with answers for it."
                )
            return "The person is not 18 yet. Until their birthday the panel that it is with answers for it."
        if not self.to_panel.acts_as_channel or case.has_reasonable_grounds or case.is_before_section36:
            return ""
        if case.awaits_section36:
            return "The section 36 decision has not been made. It comes before a panel acting as Channel takes a case."
        return "The section 36 decision found no reasonable grounds, so a panel acting as Channel cannot take it."

    def obstacle_to_telling(self) -> AlreadyDone | str:
        return AlreadyDone("It has been answered meanwhile.") if self.outcome else ""


def panels_for_children() -> models.QuerySet[Panel]:
    """Those that an area's table names for people under 18, and for nobody else."""
    rows = RoutingRow.objects.standing().filter(panel=OuterRef("pk"))
    adults = rows.filter(Q(oldest=None) | Q(oldest__gte=ADULT_AT))
    return Panel.objects.filter(Exists(rows), ~Exists(adults))


def moves_at_18(case: Case) -> bool:
    """Whether its panel is for children, and the person is 17 or older."""
    adult_on = case.individual.adult_on
    is_near = adult_on is not None and adult_on <= clock.today() + relativedelta(years=1)
    return is_near and panels_for_children().filter(pk=case.panel_id).exists()


def panel_for_an_adult(case: Case) -> Panel | None:
    """The first panel other than its own that the area's table names for somebody of 18."""
    rows = RoutingRow.objects.standing().filter(
        Q(youngest=None) | Q(youngest__lte=ADULT_AT), Q(oldest=None) | Q(oldest__gte=ADULT_AT), area=case.area_id
    )
    row = rows.exclude(panel=case.panel_id).select_related("panel").first()
    return row and row.panel


def chairs_of(panel: Panel) -> models.QuerySet[User]:
    """Those who chair a panel today, or stand in for its chair."""
    posts = Post.objects.current().filter(panel=panel, kind__in=(PostKind.CHAIR, PostKind.DEPUTY))
    return User.objects.filter(pk__in=posts.values("user"), is_active=True).order_by("name", "pk")
