"""What was disclosed about a case outside this system: by letter, by telephone, in a room."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from cases.models.case import Case
from cases.models.in_error import ONLY_SAID_IN_ERROR, MayBeInError
from cases.models.recipients import ToAnotherBody, asked_what_the_body_is, says_what_the_body_is
from prevent_cases.accounts.models import Agency, User
from prevent_cases.audit.records import field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import LawfulBasis


class DisclosedBy(models.TextChoices):
    LETTER = "letter", "Letter"
    EMAIL = "email", "E-mail"
    TELEPHONE = "telephone", "Telephone or video call"
    MEETING = "meeting", "In a meeting"
    OTHER = "other", "Another way"


@pghistory.track()
class OutsideDisclosure(ToAnotherBody, MayBeInError):
    """One act of disclosure that leaves no other record here: to whom, what, on which basis, how, when and by whom.

    What is done here (shares, requests, copies, summaries) is in the ledger by itself.
    """

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="outside_disclosures")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    # Where it is no agency of this system: which body or person.
    body = models.CharField(max_length=200, blank=True)
    what = models.TextField()
    purpose = models.TextField()
    lawful_basis = models.CharField(max_length=20, choices=LawfulBasis)
    how = models.CharField(max_length=10, choices=DisclosedBy)
    disclosed_on = models.DateField()
    disclosed_by = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    field_classes = (
        MayBeInError.field_classes
        | ToAnotherBody.field_classes
        | field_classes(
            public="reference lawful_basis how disclosed_on recorded_at",
            personal="body disclosed_by",
            special="what purpose",
        )
    )
    fetch_with = ("case__individual", "agency", "recorded_by", "in_error_by")

    class Meta(MayBeInError.Meta):
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(
                condition=Q(agency=None) ^ Q(body=""), name="a_disclosure_is_to_an_agency_or_to_another_body"
            ),
            models.CheckConstraint(
                condition=~(Q(what="") | Q(purpose="") | Q(disclosed_by="")),
                name="a_disclosure_says_what_why_and_by_whom",
            ),
            *says_what_the_body_is("body"),
        ]
        indexes = [models.Index(fields=["case", "-recorded_at"], name="outside_disclosures_of_a_case")]
        triggers = [
            *ONLY_SAID_IN_ERROR,
            asked_what_the_body_is("body"),
            pgtrigger.Protect(
                name="recorded_afterwards",
                operation=pgtrigger.Insert,
                condition=pgtrigger.Condition(
                    "NEW.disclosed_on > (NEW.recorded_at AT TIME ZONE 'Europe/London')::date"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Disclosure {self.reference}"

    @property
    def to_whom(self) -> str:
        return str(self.agency) if self.agency_id else self.body

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()
