"""The police gateway: what the police are asked before a panel acting as Channel works, and what they say."""

from datetime import datetime

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from prevent_cases.accounts.models import Agency, User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import GatewayPolicy
from referrals.models.deadlines import Deadline
from referrals.models.referral import Referral


@pghistory.track()
class GatewayRequest(Deadline, Record):
    """That the police were asked about a referral. Until they have answered, those of their gateway can read it."""

    under = "referral"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="gateway_requests")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    asked = models.TextField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    answered_at = models.DateTimeField(null=True)
    recalled_at = models.DateTimeField(null=True)

    field_classes = field_classes(
        public="reference asked_at due_on due_within due_before due_moved_at due_move_told_at answered_at recalled_at",
        special="asked",
    )
    fetch_with = ("referral__area", "agency", "asked_by")

    class Meta(Record.Meta):
        ordering = ("pk",)
        verbose_name = "request to the police gateway"
        verbose_name_plural = "requests to the police gateway"
        constraints = [
            *Deadline.Meta.constraints,
            models.UniqueConstraint(
                fields=["referral"],
                condition=Q(answered_at=None, recalled_at=None),
                name="the_gateway_is_asked_once_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(asked=""), name="the_gateway_is_asked_in_words"),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(recalled_at=None), name="a_recalled_request_has_no_answer"
            ),
        ]
        indexes = [
            models.Index(
                fields=["agency", "referral"],
                condition=Q(answered_at=None, recalled_at=None),
                name="waiting_at_a_gateway",
            ),
            models.Index(
                fields=["agency", "-id"],
                condition=Q(answered_at__isnull=False, recalled_at=None),
                name="answered_by_a_gateway",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="stands", fields=["referral", "agency", "asked", "asked_by", "asked_at", "due_within"]
            )
        ]

    def get_absolute_url(self) -> str:
        return self.referral.get_absolute_url()

    @property
    def due_since(self) -> datetime:
        return self.asked_at

    @property
    def answer_to_sign(self) -> "GatewayAnswer | None":
        """The answer that waits for a second person of the police."""
        return self.gateway_answers.filter(stands=None).first() if self.is_waiting else None

    @property
    def is_waiting(self) -> bool:
        return self.answered_at is None and self.recalled_at is None

    def obstacle_outside_waiting(self) -> str:
        if self.answered_at:
            return "The police have answered this."
        return "This is no longer asked." if self.recalled_at else ""

    def obstacle_to_answering(self) -> str:
        if obstacle := self.obstacle_outside_waiting():
            return obstacle
        return "An answer waits for the supervisor's signature." if self.answer_to_sign else ""


class GatewayCategory(models.TextChoices):
    CLEAR = "clear", "A: clear"
    LIMITED = "limited", "B: limited information"
    NOT_APPROPRIATE = "not_appropriate", "C: not appropriate for a panel"


class Deconfliction(models.TextChoices):
    CLEAR = "clear", "Clear: support would not cut across police work"
    HOLD = "hold", "Hold: nothing is to be done for now"


# The answers with which the police end something: they take an officer and a supervisor.
TAKES_TWO = Q(category=GatewayCategory.NOT_APPROPRIATE) | Q(proposes_end=True)


@pghistory.track()
class GatewayAnswer(Record):
    """What the police say to a request. Processed for law enforcement (Part 3 of the Data Protection Act 2018).

    One that ends something counts once a supervisor has signed it; one sent back stays, and is answered anew.
    """

    under = "request"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    request = models.ForeignKey(GatewayRequest, on_delete=models.PROTECT, related_name="gateway_answers")
    deconfliction = models.CharField(max_length=10, choices=Deconfliction)
    category = models.CharField(max_length=20, choices=GatewayCategory)
    proposes_end = models.BooleanField(default=False)
    reasons = models.TextField()
    earlier_checked = models.BooleanField()
    no_intelligence = models.BooleanField()
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    # True for an answer that counts, with or without a signature; False for one that was sent back.
    stands = models.BooleanField(null=True)
    why_not = models.TextField(blank=True)

    field_classes = field_classes(
        public="reference earlier_checked no_intelligence answered_at checked_at stands",
        special="deconfliction category proposes_end reasons why_not",
    )
    fetch_with = ("request__referral__area", "request__agency", "answered_by", "checked_by")

    class Meta(Record.Meta):
        ordering = ("pk",)
        verbose_name = "answer of the police gateway"
        verbose_name_plural = "answers of the police gateway"
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(stands=None) | Q(stands=True), name="a_request_has_one_answer"
            ),
            models.CheckConstraint(condition=Q(earlier_checked=True), name="earlier_referrals_are_checked_first"),
            models.CheckConstraint(condition=Q(no_intelligence=True), name="no_intelligence_material_is_declared"),
            models.CheckConstraint(condition=~Q(reasons=""), name="an_answer_has_its_reasons"),
            models.CheckConstraint(
                condition=~(TAKES_TWO & Q(stands=True)) | Q(checked_by__isnull=False),
                name="an_answer_that_ends_something_takes_two",
            ),
            models.CheckConstraint(
                condition=Q(checked_by=None, checked_at=None)
                | (Q(checked_by__isnull=False, checked_at__isnull=False) & ~Q(checked_by=F("answered_by"))),
                name="a_second_person_checks_an_answer",
            ),
            models.CheckConstraint(
                condition=~Q(stands=False) | (Q(checked_by__isnull=False) & ~Q(why_not="")),
                name="an_answer_is_sent_back_with_a_reason",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="is_never_rewritten",
                fields=[
                    "request",
                    "deconfliction",
                    "category",
                    "proposes_end",
                    "reasons",
                    "answered_by",
                    "answered_at",
                ],
            )
        ]

    def get_absolute_url(self) -> str:
        return self.request.get_absolute_url()

    @property
    def takes_two(self) -> bool:
        return self.category == GatewayCategory.NOT_APPROPRIATE or self.proposes_end

    def obstacle_to_signing(self) -> str:
        if obstacle := self.request.obstacle_outside_waiting():
            return obstacle
        return "" if self.stands is None else "This answer has been checked."


def awaits_gateway(referral: Referral) -> bool:
    """Whether the police have still to be asked, or to answer, before a panel acting as Channel works on a referral."""
    return not referral.gateway_has_answered and GatewayPolicy.of(referral.area).used


def speaks_against_a_panel(referral: Referral) -> bool:
    """Whether the last answer of the police that counts is one with which they end something."""
    answers = GatewayAnswer.objects.filter(request__referral=referral, stands=True)
    last = answers.order_by("-pk").first()
    return last is not None and last.takes_two
