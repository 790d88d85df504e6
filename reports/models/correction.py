"""Who is to be told that something was put right which they had been given or told of a case."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Func, IntegerField, Q
from django.db.models.lookups import Exact
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from cases.models import Case, DisclosedBy
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from referrals.models.put_right import PutRight
from reports.models.case_summary import Section

TELLING = ("told_on", "how", "words", "told_by", "told_at")


# The page of a case on which each section is read.
STANDS_ON = {
    Section.REFERRALS: "cases:concerns",
    Section.OWN_WORDS: "cases:own_accounts",
    Section.CONTACTS: "cases:contact_log",
    Section.SECTION36: "cases:view_case",
    Section.AGREEMENT: "cases:consent",
    Section.TOLD: "cases:consent",
    Section.ASSESSMENT: "cases:assessments",
    Section.CONTRIBUTIONS: "cases:information",
    Section.MEETINGS: "panels:case_meetings",
    Section.SUPPORT: "cases:support",
    Section.SESSIONS: "cases:support",
    Section.WORRIES: "cases:support",
    Section.ACTIONS: "actions:case_actions",
    Section.FILES: "reports:case_files",
}


class ToldHow(models.TextChoices):
    """As something is disclosed outside this system, or that there was nothing to tell."""

    LETTER = DisclosedBy.LETTER.value, DisclosedBy.LETTER.label
    EMAIL = DisclosedBy.EMAIL.value, DisclosedBy.EMAIL.label
    TELEPHONE = DisclosedBy.TELEPHONE.value, DisclosedBy.TELEPHONE.label
    MEETING = DisclosedBy.MEETING.value, DisclosedBy.MEETING.label
    OTHER = DisclosedBy.OTHER.value, DisclosedBy.OTHER.label
    NOT_HAD = "not_had", "Not told: they never had it"


class CorrectionQuerySet(RecordQuerySet):
    def to_tell(self) -> "CorrectionQuerySet":
        return self.filter(told_at=None)


@pghistory.track()
class Correction(Record):
    """That one agency, area or other body is to be told of one thing that was put right: until somebody says that they
    were, when and how. Article 19 of the UK GDPR: whoever was given what is put right is told so. Nothing is sent.
    """

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="corrections")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")
    body = models.CharField(max_length=200, blank=True)
    # What was put right: where in the case it stands, in which way, and since when. Its words stand there alone.
    section = models.CharField(max_length=20, choices=Section)
    found = models.CharField(max_length=10, choices=PutRight)
    found_at = models.DateTimeField()
    told_on = models.DateField(null=True)
    how = models.CharField(max_length=10, choices=ToldHow, blank=True)
    words = models.TextField(blank=True)
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField(null=True)

    objects = CorrectionQuerySet.as_manager()

    field_classes = field_classes(
        public="reference section found found_at told_on how told_at", personal="body", special="words"
    )
    fetch_with = ("case__individual", "agency", "area", "told_by")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Exact(
                    Func("agency", "area", Func("body", models.Value(""), function="NULLIF"), function="NUM_NONNULLS",
                         output_field=IntegerField()),
                    1,
                ),
                name="a_correction_is_for_one",
            ),
            models.CheckConstraint(
                condition=Q(told_on=None, how="", words="", told_by=None, told_at=None)
                | (Q(told_on__isnull=False, told_by__isnull=False, told_at__isnull=False) & ~(Q(how="") | Q(words=""))),
                name="a_correction_told_says_when_how_and_by_whom",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["case", "-id"], name="corrections_of_a_case"),
            models.Index(fields=["case"], condition=Q(told_at=None), name="corrections_to_tell"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="stands", operation=pgtrigger.Update, condition=pgtrigger.AnyChange(exclude=list(TELLING))
            ),
            pgtrigger.Protect(
                name="told_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__told_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"Correction {self.reference}"

    @property
    def to_whom(self) -> str:
        return str(self.agency or self.area or self.body)

    @property
    def recipient(self) -> dict[str, object]:
        """By its columns, so that others for the same are found."""
        return {"agency": self.agency_id, "area": self.area_id, "body": self.body}

    @property
    def what(self) -> str:
        """What was put right: where it stands, in which way, and when: several may stand in one place."""
        moment = date_format(localtime(self.found_at), "j F Y \\a\\t H:i")
        return f"{self.get_section_display()}: {self.get_found_display().lower()}, {moment}"

    def get_page_url(self) -> str:
        """Where its words stand."""
        return reverse(STANDS_ON[self.section], args=[self.case.reference])

    def get_absolute_url(self) -> str:
        return reverse("reports:corrections", args=[self.case.reference])

    def obstacle_to_telling(self) -> str:
        return "It was said already that they were told of this." if self.told_at else ""
