"""What counts once a second person has signed it; one that was sent back stays, and is made anew."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.formats import date_format

from prevent_cases import clock
from prevent_cases.audit.records import field_classes

SIGNED = ("checked_by", "checked_at", "stands", "why_not")


class Signed(models.Model):
    """A record that one person makes and, where it takes two, another one signs."""

    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    # None while it waits; True for one that counts, with or without a signature; False for one that was sent back.
    stands = models.BooleanField(null=True, default=True)
    why_not = models.TextField(blank=True)

    field_classes = field_classes(public="checked_at stands", special="why_not")

    class Meta:
        abstract = True

    @property
    def is_to_sign(self) -> bool:
        return self.stands is None

    @property
    def is_sent_back(self) -> bool:
        return self.stands is False

    @property
    def signature_words(self) -> str:
        """Who signed it, or that nobody has yet; nothing where one person was enough."""
        if self.is_to_sign:
            return "Waits for a second signature"
        if self.checked_by is None:
            return ""
        by = f"{self.checked_by}, on {date_format(clock.day_of(self.checked_at), 'j F Y')}"
        return f"Sent back by {by}: {self.why_not}" if self.is_sent_back else f"Signed by {by}"


def signed_by_another(than: str) -> list[CheckConstraint]:
    return [
        CheckConstraint(
            condition=Q(checked_by=None, checked_at=None, stands=None)
            | Q(checked_by=None, checked_at=None, stands=True)
            | (Q(checked_by__isnull=False, checked_at__isnull=False, stands__isnull=False) & ~Q(checked_by=F(than))),
            name="a_second_person_signs_%(class)s",
        ),
        CheckConstraint(
            condition=Q(stands=None, why_not="") | Q(stands=True, why_not="") | (Q(stands=False) & ~Q(why_not="")),
            name="%(class)s_is_sent_back_with_a_reason",
        ),
    ]


# Made without a signature, also where it takes one, and signed or sent back by itself and once.
SIGNED_ONCE = [
    pgtrigger.Protect(
        name="made_before_it_is_signed",
        operation=pgtrigger.Insert,
        condition=pgtrigger.Q(new__checked_by__isnull=False),
    ),
    pgtrigger.Protect(
        name="signed_once",
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(
            "OLD.stands IS NOT NULL AND (OLD.checked_by_id, OLD.checked_at, OLD.stands, OLD.why_not)"
            " IS DISTINCT FROM (NEW.checked_by_id, NEW.checked_at, NEW.stands, NEW.why_not)"
        ),
    ),
]
