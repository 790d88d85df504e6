"""What an agency shares about a case, and how far."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models.case import Case
from cases.models.ended import of_a_live_case
from cases.models.release import Release, as_its_agency_must
from prevent_cases.accounts.models import Agency, AgencyType, Area, User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.pages.models import new_reference


class Mark(models.TextChoices):
    """For whom it is. Nobody beyond may notice that there is anything."""

    ALL_MEMBERS = "all_members", "All members"
    POLICE_AND_CHAIRS = "police_and_chairs", "Police and chairs"
    CHAIR_ONLY = "chair_only", "Chair only"


# What these have said goes to others only piece by piece, each as it was confirmed.
CONFIRMED_SINGLY = (AgencyType.HEALTH, AgencyType.POLICE)

# What of it can go over with its case to another area, once that is confirmed of it: while this holds.
GOES_OVER = Q(mark=Mark.ALL_MEMBERS, withdrawn_at=None)

# The words by which it is found.
CONTRIBUTION_WORDS = SearchVector("text", config="english")


@pghistory.track()
class Contribution(Release, Record):
    """One agency's own words about a case. It alone says for whom they are, and may take them back."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contributions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    mark = models.CharField(max_length=20, choices=Mark)
    # Whether the co-chair and the deputies of the panel are among the chairs; asked of what is for the chair only.
    with_deputies = models.BooleanField(default=False)
    shared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    shared_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True)

    field_classes = Release.release_field_classes | field_classes(
        public="reference mark with_deputies shared_at withdrawn_at", special="text withdrawn_because"
    )
    fetch_with = ("case__individual", "case__panel", "agency", "shared_by", "withdrawn_by")
    searched: ClassVar = CONTRIBUTION_WORDS

    class Meta(Record.Meta):
        constraints = [
            *Release.Meta.constraints,
            models.CheckConstraint(condition=~Q(text=""), name="a_contribution_says_something"),
            models.CheckConstraint(condition=Q(no_intelligence=True), name="a_contribution_holds_no_intelligence"),
            models.CheckConstraint(
                condition=Q(mark=Mark.CHAIR_ONLY) | Q(with_deputies=False),
                name="deputies_are_asked_about_where_it_is_for_the_chair",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_because="")),
                name="a_contribution_is_withdrawn_with_a_reason",
            ),
        ]
        indexes = [
            GinIndex(CONTRIBUTION_WORDS, name="contributions_by_words"),
            models.Index(fields=["case", "mark", "-id"], name="contributions_of_a_case"),
            models.Index(fields=["agency", "-id"], name="contributions_of_an_agency"),
        ]
        triggers = [
            of_a_live_case(),
            as_its_agency_must("NEW.agency_id"),
            pgtrigger.Protect(
                name="only_its_mark_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    exclude=["mark", "with_deputies", "withdrawn_by", "withdrawn_at", "withdrawn_because"]
                ),
            ),
            pgtrigger.Protect(
                name="withdrawn_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__withdrawn_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Contribution {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:view_contribution", args=[self.reference])

    @property
    def area(self) -> Area:
        return self.case.area

    @property
    def mark_words(self) -> str:
        return "Chair and co-chair only" if self.with_deputies else self.get_mark_display()

    def obstacle_to_change(self) -> str:
        return "This has been withdrawn." if self.withdrawn_at else ""
