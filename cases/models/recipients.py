"""To whom something of a case goes who is no agency here: what they are, and who authorised it where that is asked."""

import pgtrigger
from django.db import models
from django.db.models import CheckConstraint, Q

from prevent_cases.audit.records import field_classes


class RecipientKind(models.TextChoices):
    PARTNER = "partner", "A partner body, by law or by agreement"
    PERSON = "person", "The person themselves, or a parent"
    COURT = "court", "A court, or an inquiry"
    IMMIGRATION = "immigration", "Immigration, the border or a port"
    OTHER = "other", "Another"


# To these nothing goes on the word of whoever sends it alone (process, Part 6).
AUTHORISED_KINDS = (RecipientKind.IMMIGRATION, RecipientKind.OTHER)


class ToAnotherBody(models.Model):
    """A record of something that may go to a body or person who is no agency here.

    Of those from before it was asked nobody knows what they are: it is empty.
    """

    recipient_kind = models.CharField(max_length=12, choices=RecipientKind, blank=True)
    authorised_by = models.CharField(max_length=200, blank=True)
    authorised_post = models.CharField(max_length=200, blank=True)

    field_classes = field_classes(public="recipient_kind authorised_post", personal="authorised_by")

    class Meta:
        abstract = True

    @property
    def authorised_words(self) -> str:
        return f"{self.authorised_by}, {self.authorised_post}" if self.authorised_by else ""


RECIPIENT = ("recipient_kind", "authorised_by", "authorised_post")


def says_what_the_body_is(body: str) -> list[CheckConstraint]:
    """``body`` is the field that names it."""
    needs_nobody = [kind for kind in RecipientKind.values if kind not in AUTHORISED_KINDS]
    nobody = Q(authorised_by="", authorised_post="")
    return [
        CheckConstraint(
            condition=Q(recipient_kind="") | (~Q(**{body: ""}) & Q(recipient_kind__in=RecipientKind.values)),
            name="%(class)s_has_a_kind_of_body_alone",
        ),
        CheckConstraint(
            condition=(Q(recipient_kind__in=["", *needs_nobody]) & nobody)
            | (Q(recipient_kind__in=AUTHORISED_KINDS) & ~Q(authorised_by="") & ~Q(authorised_post="")),
            name="%(class)s_says_who_authorised_it",
        ),
    ]


def asked_what_the_body_is(body: str) -> pgtrigger.Trigger:
    """Of what is recorded from now on."""
    return pgtrigger.Protect(
        name="says_what_the_body_is",
        operation=pgtrigger.Insert,
        condition=pgtrigger.Q(new__recipient_kind="") & ~pgtrigger.Q(**{f"new__{body}": ""}),
    )
