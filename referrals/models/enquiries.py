"""Advice without identity: a question about nobody in particular, whose words are forgotten by themselves."""

import re
from datetime import datetime

import pghistory
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse

from prevent_cases.accounts.models import Agency, Area, Sector, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference

# Forgotten together. No history keeps them, or forgetting would forget nothing (docs/adr/0013).
FORGOTTEN = ("question", "answer", "asked_by", "for_agency", "answered_by")

LONGEST_WORDS = 4000
# What would tell who somebody is, as far as its shape shows it. A name has no shape: the page asks for none.
TELLS_WHO = {
    "an e-mail address": r"[^\s@]@[^\s@]+\.\w",
    "a date of birth": r"(?i)\b\d{1,2}(?:[/.-]\d{1,2}[/.-]|(?:st|nd|rd|th)? (?:of )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* )(?:\d{4}|\d{2})\b",
    "a telephone number, or the number of a record": r"(?:\d[ -]?){7,}",
    "a postcode": r"(?i)\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b",
}


def obstacle_to_words(words: str) -> str:
    """Why these words of a question or an answer are not taken: they say nothing, or would tell who it is about."""
    if not words.strip():
        return "Write something first."
    if len(words) > LONGEST_WORDS:
        return f"Say it in {LONGEST_WORDS:,} characters at most."
    for what, shape in TELLS_WHO.items():
        if re.search(shape, words):
            return f"This looks as if it holds {what}. Take it out, and say it in general."
    return ""


class EnquiryQuerySet(RecordQuerySet):
    def by_sector(self, since: datetime) -> list[tuple[str, int]]:
        """How many were asked since then, from each sector: the most first. Forgotten ones count like the others."""
        counted = self.filter(asked_at__gte=since).order_by().values_list("sector").annotate(asked=Count("pk"))
        return [(Sector(sector).label, asked) for sector, asked in counted.order_by("-asked", "sector")]


@pghistory.track(exclude=list(FORGOTTEN))
class Enquiry(Record):
    """A question of an officer that says nothing of who it is about, and the answer.

    Some days after the answer only that there was one stays: when, in which area, from which sector.
    """

    under = None

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="enquiries")
    sector = models.CharField(max_length=20, choices=Sector)
    for_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="enquiries")
    asked_at = models.DateTimeField()
    question = models.TextField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    objects = EnquiryQuerySet.as_manager()

    field_classes = field_classes(
        public="reference sector asked_at answered_at told_at forgotten_at", personal="question answer"
    )
    fetch_with = ("area", "for_agency", "asked_by", "answered_by")

    class Meta(Record.Meta):
        verbose_name_plural = "enquiries"
        constraints = [
            models.CheckConstraint(
                condition=Q(forgotten_at=None, asked_by__isnull=False, for_agency__isnull=False) & ~Q(question="")
                | Q(
                    forgotten_at__isnull=False,
                    question="",
                    answer="",
                    asked_by=None,
                    for_agency=None,
                    answered_by=None,
                ),
                name="a_forgotten_enquiry_holds_no_words_and_no_names",
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at__isnull=False)
                | Q(answer="", answered_by=None, answered_at=None)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="an_answered_enquiry_says_something_and_who_says_it",
            ),
        ]
        indexes = [
            models.Index(fields=["area", "-id"], name="enquiries_of_an_area"),
            models.Index(fields=["asked_by", "-id"], name="enquiries_of_a_person"),
            models.Index(fields=["asked_at"], condition=Q(forgotten_at=None), name="enquiries_not_forgotten"),
        ]

    def __str__(self) -> str:
        return f"Enquiry {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("referrals:view_enquiry", args=[self.reference])

    @property
    def is_open(self) -> bool:
        return not (self.answered_at or self.forgotten_at)

    def obstacle_to_answering(self) -> str:
        if self.forgotten_at:
            return "This question has been removed. Nothing of it is left to answer."
        return "This question has been answered." if self.answered_at else ""

    def obstacle_to_telling(self) -> AlreadyDone | str:
        if self.told_at or self.forgotten_at:
            return AlreadyDone("Whoever asked has been told.")
        return ""

    def obstacle_to_forgetting(self) -> AlreadyDone | str:
        return AlreadyDone("The words of this question have been removed.") if self.forgotten_at else ""
