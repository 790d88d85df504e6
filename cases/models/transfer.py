"""A case offered to another area, and what was answered there."""

from datetime import date

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models.case import Case
from cases.models.contributions import CONFIRMED_SINGLY, GOES_OVER, Contribution
from cases.models.ended import of_a_live_case
from cases.models.panel_offer import OfferOutcome
from cases.models.stages import Stage
from prevent_cases import clock
from prevent_cases.accounts.models import Area, Panel, PanelKind, User
from prevent_cases.accounts.on_paper import without_providers
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import LawfulBasis, TransferPolicy
from prevent_cases.reference.working_days import WorkingDays, in_words
from referrals.models import Referral

SIGNED = ("signed_by", "signed_at")
PLACED = ("to_panel", "placed_by", "placed_at")
WRITTEN = ("reason", "summary", "needed", "stays", "answer")
ANSWERED = ("outcome", "answer", "answered_by", "answered_at", "becomes")


class CaseTransferQuerySet(RecordQuerySet):
    def waiting(self) -> "CaseTransferQuerySet":
        """Those that nobody has answered; the end of its case answers none, and nothing is asked any more."""
        return self.filter(outcome="", case__ended_at=None)

    def awaited_there(self) -> "CaseTransferQuerySet":
        """Those of them that have gone out to the other area."""
        return self.waiting().filter(signed_at__isnull=False)


# What can be said by one row, or is otherwise said to the database: whoever writes.
OF_TWO_AREAS = pgtrigger.Trigger(
    name="of_two_areas",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=f"""
        IF EXISTS (SELECT FROM cases_case sent WHERE sent.id = NEW.case_id AND sent.area_id = NEW.to_area_id) THEN
            RAISE EXCEPTION 'A case is offered to another area than its own.' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.to_panel_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM accounts_panel panel WHERE panel.id = NEW.to_panel_id AND panel.area_id = NEW.to_area_id
            AND panel.kind <> '{PanelKind.BOARD.value}'
        ) THEN
            RAISE EXCEPTION 'It is placed with a panel of the area that it is offered to.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,  # noqa: S608 - of names and values in this code
)
BEGINS_THERE = pgtrigger.Trigger(
    name="begins_there",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__outcome=OfferOutcome.ACCEPTED),
    func="""
        IF NOT EXISTS (
            SELECT FROM cases_case begun JOIN referrals_individual person ON person.id = begun.individual_id
            WHERE begun.id = NEW.becomes_id AND begun.area_id = NEW.to_area_id AND begun.panel_id = NEW.to_panel_id
            AND person.area_id = NEW.to_area_id
        ) THEN
            RAISE EXCEPTION 'What is taken on begins as a case of the other area, about somebody of that area.'
            USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.effective_on > (NEW.answered_at AT TIME ZONE 'Europe/London')::date THEN
            RAISE EXCEPTION 'A case is taken on from the day on which that takes effect.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)
SINGLY = ", ".join(f"'{each.value}'" for each in CONFIRMED_SINGLY)
ALL_CONFIRMED = pgtrigger.Trigger(
    name="all_confirmed",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__signed_at__isnull=False),
    func=f"""
        IF (TG_OP = 'INSERT' OR OLD.signed_at IS NULL OR NEW.outcome = '{OfferOutcome.ACCEPTED.value}') AND EXISTS (
            SELECT FROM cases_casereferral carried JOIN referrals_referral referral ON referral.id = carried.referral_id
            JOIN accounts_agency agency ON agency.id = referral.for_agency_id
            WHERE carried.case_id = NEW.case_id AND agency.type IN ({SINGLY})
            AND NOT EXISTS (
                SELECT FROM cases_transferredreferral confirmed
                WHERE confirmed.transfer_id = NEW.id AND confirmed.referral_id = referral.id
            )
        ) THEN
            RAISE EXCEPTION 'What health or the police have referred goes over only as it was confirmed.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,  # noqa: S608 - of names and values in this code
)
ENDS_HERE = pgtrigger.Trigger(
    name="ends_here",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Q(new__outcome=OfferOutcome.ACCEPTED),
    func=f"""
        IF NOT EXISTS (
            SELECT FROM cases_case sent WHERE sent.id = NEW.case_id AND sent.stage = '{Stage.TRANSFERRED.value}'
        ) THEN
            RAISE EXCEPTION 'A case that another area has taken on has ended here.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)


@pghistory.track()
class CaseTransfer(Record):
    """That a case is offered to another area: why, from when, how things stand, and what was answered there.

    It is prepared for the chair of the panel that it is with, and goes out as they sign it off. In the other area a
    coordinator places it with a panel, whose chair takes it on or declines. Until then the sender answers for the case;
    then it ends, and begins there as a case of its own.
    """

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="area_offers")
    from_panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="+")
    to_area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    lawful_basis = models.CharField(max_length=20, choices=LawfulBasis)
    new_address = models.TextField()
    effective_on = models.DateField()
    summary = models.TextField("how things stand")
    needed = models.TextField("what is needed there")
    stays = models.TextField("who here goes on with what", blank=True)
    offered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    # The chair of the panel that it is with: it goes out with their signature, and not before.
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    # Who there has placed it with which panel: they own what it becomes.
    to_panel = models.ForeignKey(Panel, on_delete=models.PROTECT, null=True, related_name="+")
    placed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    placed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=OfferOutcome, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    # What it is there.
    becomes = models.OneToOneField(Case, on_delete=models.PROTECT, null=True, related_name="came_by")

    objects = CaseTransferQuerySet.as_manager()

    field_classes = field_classes(
        public="reference lawful_basis effective_on offered_at signed_at placed_at outcome answered_at",
        personal="new_address",
        special="reason summary needed stays answer",
    )
    fetch_with = (
        "case__individual", "case__area", "case__panel", "from_panel", "to_area", "to_panel", "offered_by", "signed_by",
        "placed_by", "answered_by", "becomes",
    )  # fmt: skip

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(outcome=""), name="a_case_is_offered_to_one_area_at_a_time"
            ),
            models.CheckConstraint(
                condition=~(Q(reason="") | Q(new_address="") | Q(summary="") | Q(needed="")),
                name="a_transfer_says_why_where_to_and_how_things_stand",
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None, signed_at=None) | Q(signed_by__isnull=False, signed_at__isnull=False),
                name="a_signed_transfer_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(to_panel=None, placed_by=None, placed_at=None)
                | Q(to_panel__isnull=False, placed_by__isnull=False, placed_at__isnull=False, signed_at__isnull=False),
                name="what_is_placed_with_a_panel_was_signed_off",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", answer="", answered_by=None, answered_at=None)
                | Q(outcome__in=OfferOutcome.values, answered_by__isnull=False, answered_at__isnull=False),
                name="an_answered_transfer_of_a_case_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(outcome=OfferOutcome.ACCEPTED, becomes__isnull=False, placed_at__isnull=False)
                | (~Q(outcome=OfferOutcome.ACCEPTED) & Q(becomes=None)),
                name="an_accepted_transfer_becomes_a_case_there",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=OfferOutcome.DECLINED) | (~Q(answer="") & Q(signed_at__isnull=False)),
                name="a_declined_transfer_of_a_case_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["to_area"], condition=Q(outcome=""), name="cases_offered_to_an_area"),
            models.Index(fields=["to_panel"], condition=Q(outcome=""), name="transfers_placed_with_a_panel"),
            models.Index(fields=["case", "-id"], name="transfers_of_a_case"),
        ]
        triggers = [
            of_a_live_case(),
            pgtrigger.Protect(
                name="stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=[*SIGNED, *PLACED, *ANSWERED]),
            ),
            pgtrigger.Protect(
                name="signed_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.signed_at IS NOT NULL AND (OLD.signed_at IS DISTINCT FROM NEW.signed_at"
                    " OR OLD.signed_by_id IS DISTINCT FROM NEW.signed_by_id)"
                ),
            ),
            pgtrigger.Protect(
                name="answered_once", operation=pgtrigger.Update, condition=~pgtrigger.Q(old__outcome="")
            ),
            OF_TWO_AREAS,
            ALL_CONFIRMED,
            BEGINS_THERE,
            ENDS_HERE,
        ]

    def __str__(self) -> str:
        return f"Transfer {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:view_casetransfer", args=[self.reference])

    @property
    def waits(self) -> bool:
        return not self.outcome and self.case.is_live

    @property
    def stands(self) -> str:
        """Where it stands, in words that both sides read."""
        if self.outcome:
            return self.get_outcome_display()
        if not self.case.is_live:
            return "None is asked any more: the case has ended"
        if self.signed_at is None:
            return f"Not sent yet: it waits for whoever chairs {self.from_panel} to sign it off"
        if self.to_panel is None:
            return f"Waits for a coordinator of {self.to_area} to place it with a panel"
        return f"Waits for whoever chairs {self.to_panel} to answer"

    @property
    def words(self) -> dict[str, str]:
        """What was written for the other side, by field: it goes from hand to hand, and names no provider."""
        reworded = without_providers()
        return {name: reworded(getattr(self, name)) for name in WRITTEN}

    @property
    def handed_over_to(self) -> str:
        """As whose the actions that were open go on. Which area that is, the agency that had them is not told."""
        return "another area, with the case"

    @property
    def first_panel_by(self) -> date:
        """By when the panel there takes it first."""
        return first_panels_by([self])[0]

    def pieces(self) -> models.QuerySet[Contribution]:
        """What agencies shared that goes over: what was confirmed, and is still for all members and not withdrawn."""
        confirmed = Contribution.objects.filter(pk__in=self.pieces_ticked.values("contribution"))
        return confirmed.filter(GOES_OVER).select_related("agency", "shared_by").order_by("-pk")

    def referred(self) -> models.QuerySet[Referral]:
        """The referrals that go over: all, and of health's and the police's those that were confirmed.

        None is taken on unconfirmed, so what was taken on has all: also from before they were confirmed singly.
        """
        carried = Referral.objects.filter(carried_by__case=self.case_id).order_by("submitted_at", "pk")
        return carried if self.becomes_id else carried.exclude(pk__in=self.unconfirmed().values("pk"))

    def unconfirmed(self) -> models.QuerySet[Referral]:
        """What health or the police have referred, and nobody has confirmed: it has joined the case since."""
        singly = Referral.objects.filter(carried_by__case=self.case_id, for_agency__type__in=CONFIRMED_SINGLY)
        return singly.exclude(pk__in=self.referrals_ticked.values("referral"))

    def obstacle_to_answering(self) -> str:
        if self.outcome:
            return "This has been answered, or taken back."
        return "" if self.case.is_live else "The case has ended. Nothing is asked any more."

    def obstacle_to_signing(self) -> str:
        return self.obstacle_to_answering() or ("This has been signed off." if self.signed_at else "")

    def obstacle_to_taking_on(self) -> str:
        """Why the panel there cannot take it on yet."""
        if self.effective_on <= clock.today():
            return ""
        return f"It takes effect on {in_words(self.effective_on)}. Until then {self.case.area} answers for the case."

    def obstacle_to_telling(self) -> AlreadyDone | str:
        return "" if self.waits else AlreadyDone("It has been answered meanwhile, or its case has ended.")


def first_panels_by(transfers: list[CaseTransfer]) -> list[date]:
    """The same of each: counted from the moment it was taken on, by what its area has decided and its working days."""
    areas = {transfer.to_area for transfer in transfers}
    days, policies = WorkingDays.of_each(area.pk for area in areas), TransferPolicy.of_each(areas)
    return [
        days[each.to_area_id].due(each.answered_at, policies[each.to_area_id].first_panel_within) for each in transfers
    ]
