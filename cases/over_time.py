"""Assessments of one case beside one another: a row for each factor, and what each said of it, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OuterRef

from cases.models import Assessment, Dispute, FactorEntry
from prevent_cases.pages.together import fetched_with
from prevent_cases.reference.models import FrameworkFactor, FrameworkVersion

# All that is said of a factor.
SAID = ("found", "in_words", "evidence", "source", "evidence_on", "protective_factors")


@dataclass(frozen=True)
class Said:
    """What one assessment says of a factor. Without an entry its framework does not ask it."""

    assessment: Assessment
    entry: FactorEntry | None
    # Where it was asked in other words than the row says.
    otherwise_worded: str = ""


@dataclass(frozen=True)
class FactorRow:
    """One factor, and what each assessment says of it."""

    factor: FrameworkFactor
    said: list[Said]

    @property
    def is_the_same(self) -> bool:
        """Whether each says the same of it, in the same words, and nobody disputes any of that."""
        entries = [each.entry for each in self.said]
        words = {entry and tuple(getattr(entry, name) for name in SAID) for entry in entries}
        return len(words) == 1 and not any(entry and entry.said_against for entry in entries)


@dataclass(frozen=True)
class DomainRows:
    title: str
    rows: list[FactorRow]

    @property
    def differing(self) -> list[FactorRow]:
        return [row for row in self.rows if not row.is_the_same]

    @property
    def the_same(self) -> list[FactorRow]:
        return [row for row in self.rows if row.is_the_same]


def beside(assessments: Sequence[Assessment]) -> list[DomainRows]:
    """One row for each factor that any of them asks, in the order of the last; no order by what was found. What is said
    of each stands with what is disputed of it.

    Four queries, however many there are.
    """
    entries: dict[tuple[int, str], FactorEntry] = {}
    of_these = FactorEntry.objects.filter(assessment__in=[each.pk for each in assessments])
    disputed = Dispute.objects.filter(factor_entry=OuterRef("pk")).order_by("pk")
    for entry in fetched_with(of_these.select_related("factor", "point", "assessment"), said_against=disputed):
        entries[entry.assessment_id, entry.factor.key] = entry
    versions = FrameworkVersion.objects.prefetch_related("domains__factors").in_bulk(
        {each.version_id for each in assessments}
    )
    found: dict[str, DomainRows] = {}
    shown: set[str] = set()
    for assessment in reversed(assessments):
        for domain in versions[assessment.version_id].domains.all():
            new = [factor for factor in domain.factors.all() if factor.key not in shown]
            shown |= {factor.key for factor in new}
            if new:
                rows = found.setdefault(domain.title, DomainRows(domain.title, [])).rows
                rows += [FactorRow(factor, [said(factor, each, entries) for each in assessments]) for factor in new]
    return list(found.values())


def said(factor: FrameworkFactor, assessment: Assessment, entries: dict[tuple[int, str], FactorEntry]) -> Said:
    entry = entries.get((assessment.pk, factor.key))
    otherwise = entry.factor.wording if entry and entry.factor.wording != factor.wording else ""
    return Said(assessment, entry, otherwise)


def whole(assessment: Assessment) -> list[tuple[str, list[FactorEntry]]]:
    """All that one assessment says, by domain."""
    return [(domain.title, [row.said[0].entry for row in domain.rows]) for domain in beside([assessment])]
