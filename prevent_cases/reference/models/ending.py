"""Why cases end, as it is counted."""

from functools import cache

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from prevent_cases.reference.models.dated import DatedQuerySet
from prevent_cases.reference.models.retention import ENDED


class CaseEndReason(models.Model):
    """A reason for which a case ends, and in which ways it may then end. Changed by migrations; no row is rewritten:
    another wording is another code.
    """

    code = models.SlugField(max_length=20, unique=True)
    label = models.CharField(max_length=200)
    ends = ArrayField(models.CharField(max_length=30, choices=[(ended, ended) for ended in ENDED]))
    position = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    until = models.DateField(null=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("position",)

    def __str__(self) -> str:
        return self.label


def end_reasons(*ends: str) -> list[tuple[str, str]]:
    """What can be named today of a case that ends in one of these ways: as it is kept, and in words."""
    named = CaseEndReason.objects.current().filter(ends__overlap=ends) if ends else CaseEndReason.objects.none()
    return list(named.values_list("code", "label"))


@cache  # No row is rewritten.
def end_reason_in_words(code: str) -> str:
    return CaseEndReason.objects.get(code=code).label if code else ""


# Of a decision: what it names was kept here.
NAMES_AN_END_REASON = pgtrigger.Trigger(
    name="names_an_end_reason",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=~pgtrigger.Q(new__end_reason=""),
    func="""
        IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason) THEN
            RAISE EXCEPTION 'Why a case ends is one of the reasons that are kept.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)
