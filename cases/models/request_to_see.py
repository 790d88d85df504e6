"""What somebody asks who may not see a case and would not break the glass: to be let in."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models.case import Case
from prevent_cases.accounts.models import Agency, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference

ANSWERED = ("let_in", "answer", "answered_by", "answered_at")


class RequestToSeeQuerySet(RecordQuerySet):
    def waiting(self) -> "RequestToSeeQuerySet":
        return self.filter(answered_at=None)


@pghistory.track()
class RequestToSee(Record):
    """That somebody asks to see a case, in their words, and what its owner answered. It opens nothing by itself."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="requests_to_see")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    # For whom they ask, where they handle the cases of an agency.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.TextField()
    asked_at = models.DateTimeField()
    let_in = models.BooleanField(null=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = RequestToSeeQuerySet.as_manager()

    field_classes = field_classes(public="reference asked_at let_in answered_at", special="words answer")
    fetch_with = ("case__individual", "case__area", "asked_by", "agency")

    class Meta(Record.Meta):
        ordering = ("pk",)
        verbose_name = "request to see a case"
        verbose_name_plural = "requests to see cases"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "asked_by"], condition=Q(answered_at=None), name="a_request_to_see_is_answered_once"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="a_request_to_see_has_its_words"),
            models.CheckConstraint(
                condition=Q(let_in=None, answer="", answered_by=None, answered_at=None)
                | (Q(let_in__isnull=False, answered_by__isnull=False, answered_at__isnull=False) & ~Q(answer="")),
                name="an_answered_request_says_by_whom_and_what",
            ),
        ]
        indexes = [models.Index(fields=["case"], condition=Q(answered_at=None), name="requests_to_see_waiting")]
        triggers = [
            pgtrigger.Protect(
                name="stands", operation=pgtrigger.Update, condition=pgtrigger.AnyChange(exclude=[*ANSWERED])
            ),
            pgtrigger.Protect(
                name="answered_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__answered_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"Request {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:answer_request_to_see", args=[self.reference])

    def obstacle_to_answering(self) -> str:
        return "This has been answered already." if self.answered_at else ""
