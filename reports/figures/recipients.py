"""How often something of a case went to a body or person who is no agency here, by what they are: numbers alone."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from cases.models import OutsideDisclosure, RecipientKind
from prevent_cases.accounts.models import Area
from reports.models import CaseSummary

UNKNOWN = "unknown"
# What is counted, and in which words.
RECIPIENTS = {
    "all": "Times that something of a case went to others than agencies here",
    **{kind.value: f"To: {kind.label[0].lower()}{kind.label[1:]}" for kind in RecipientKind},
    UNKNOWN: "To whom it went was not asked by kind then",
}
RECIPIENTS_SPLITS = {"all": (*RecipientKind.values, UNKNOWN)}


def count_recipients(area: Area, *spans: tuple[datetime, datetime]) -> list[dict[str, int]]:
    """Of what was recorded from one moment to another, as it stood at the second: summaries handed out, and what was
    told outside this system, for several spans in one query.
    """
    handed = CaseSummary.objects.filter(~Q(handed_to_body=""), case__area=area, not_made_because="")
    told = OutsideDisclosure.objects.filter(~Q(body=""), case__area=area)
    kinds = _by_kind(handed, spans, lambda since, before: Q(asked_at__gte=since, asked_at__lt=before)).union(
        _by_kind(told, spans, lambda since, before: Q(recorded_at__gte=since, recorded_at__lt=before) & _so(before)),
        all=True,
    )
    counts: list[Counter[str]] = [Counter() for _ in spans]
    for kind, *numbers in kinds:
        for counted, number in zip(counts, numbers, strict=True):
            counted[kind or UNKNOWN] += number
    return [{name: found.total() if name == "all" else found[name] for name in RECIPIENTS} for found in counts]


def _so(moment: datetime) -> Q:
    """What nobody had said by then to be recorded in error."""
    return Q(in_error_at=None) | Q(in_error_at__gte=moment)


def _by_kind(found: QuerySet, spans: tuple, within: Callable[[datetime, datetime], Q]) -> QuerySet:
    numbers = {f"in_{place}": Count("pk", filter=within(*span)) for place, span in enumerate(spans)}
    return found.order_by().values("recipient_kind").annotate(**numbers).values_list("recipient_kind", *numbers)
