"""Letters to the person or a parent: what they say, and why it was safe to write."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models.case import Case
from cases.models.in_error import COLUMNS, MayBeInError
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import field_classes
from prevent_cases.documents.models import Document
from referrals.models import YesNo

SENT = ("sent_on", "sent_how", "sent_by")


class LetterKind(models.TextChoices):
    """As ``reference.LetterPolicy`` has its words."""

    TOLD = "told", "That they were referred"
    SUPPORT = "support", "About support: whether they want it"
    OUTCOME = "outcome", "What was decided"
    NO_CONCERN = "no_concern", "No concern was found"
    RECEIPT = "receipt", "What was answered about support: a receipt"


class LetterTo(models.TextChoices):
    PERSON = "person", "The person"
    PARENT = "parent", "A parent or guardian"


class SentHow(models.TextChoices):
    POST = "post", "By post"
    BY_HAND = "by_hand", "Handed over"
    READ_OUT = "read_out", "Read to them"


# The words by which it is found.
LETTER_WORDS = SearchVector("text", "easy_text", config="english")


@pghistory.track()
class Letter(MayBeInError, Document):
    """One letter as it was written. None goes by itself: somebody prints it, and says when and how it reached them."""

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=10, choices=LetterKind)
    to_whom = models.CharField(max_length=10, choices=LetterTo)
    # Of parents who live apart: to which of them, and why to that one.
    which_parent = models.TextField(blank=True, default="")
    name = models.CharField(max_length=200)
    address = models.TextField(blank=True)
    text = models.TextField()
    easy_text = models.TextField()
    # Whether writing is safe, asked of each letter.
    who_opens_post = models.TextField()
    parents_apart = models.CharField(max_length=10, choices=YesNo)
    parent_of_concern = models.CharField(max_length=10, choices=YesNo)
    why_safe = models.TextField()
    sent_on = models.DateField(null=True)
    sent_how = models.CharField(max_length=10, choices=SentHow, blank=True)
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    field_classes = (
        Document.document_field_classes
        | MayBeInError.field_classes
        | field_classes(
            public="sent_on sent_how",
            personal="kind to_whom name address",
            special="text easy_text which_parent who_opens_post parents_apart parent_of_concern why_safe",
        )
    )
    fetch_with = ("case__individual", "case__area", "case__owner", "asked_by", "sent_by", "in_error_by")
    searched: ClassVar = LETTER_WORDS

    class Meta(Document.Meta):
        ordering = ("-pk",)
        constraints = [
            *Document.Meta.constraints,
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(
                condition=~(Q(name="") | Q(text="") | Q(easy_text="")), name="a_letter_says_something_to_somebody"
            ),
            models.CheckConstraint(
                condition=~(Q(who_opens_post="") | Q(why_safe="")), name="it_was_asked_whether_a_letter_is_safe"
            ),
            models.CheckConstraint(
                condition=Q(sent_on=None, sent_how="", sent_by=None)
                | (Q(sent_on__isnull=False, sent_by__isnull=False) & ~Q(sent_how="")),
                name="a_sent_letter_says_when_how_and_by_whom",
            ),
        ]
        indexes = [
            GinIndex(LETTER_WORDS, name="letters_by_words"),
            models.Index(fields=["case", "-id"], name="letters_of_a_case"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="to_no_parent_whom_it_may_not_reach",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__to_whom=LetterTo.PARENT),
                func="""
                    IF NEW.parent_of_concern <> 'no' OR NEW.parents_apart = 'unknown'
                    OR NEW.parents_apart = 'yes' AND NEW.which_parent = '' THEN
                        RAISE EXCEPTION 'A parent is written to where it is known to be safe.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    IF EXISTS (
                        SELECT FROM cases_case JOIN referrals_individual person ON person.id = individual_id
                        -- By an age alone as if their birthday had been on the day on which it was said.
                        WHERE cases_case.id = NEW.case_id AND coalesce(person.age_given, 0) + date_part(
                            'year', age(
                                (NEW.asked_at AT TIME ZONE 'Europe/London')::date,
                                coalesce(person.born_on, person.age_given_on)
                            )
                        ) >= 18
                    ) THEN
                        RAISE EXCEPTION 'Nothing is written to a parent of an adult.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(
                name="stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=[*SENT, *COLUMNS, "made_at", "file", "sha256"]),
            ),
            # That it was written in error may be found out later.
            pgtrigger.Protect(
                name="sent_once",
                operation=pgtrigger.UpdateOf("sent_on", "sent_how", "sent_by_id"),
                condition=pgtrigger.Q(old__sent_on__isnull=False),
            ),
            # That it had gone may be said later still.
            pgtrigger.Protect(
                name="said_in_error_once",
                operation=pgtrigger.UpdateOf("in_error_at", "in_error_by_id", "in_error_reason"),
                condition=pgtrigger.Q(old__in_error_at__isnull=False),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("cases:view_letter", args=[self.reference])

    def obstacle_to_sending(self) -> str:
        return "It was said already that this letter reached them." if self.sent_on else ""
