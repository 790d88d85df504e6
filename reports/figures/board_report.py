"""The board report of an area: the journey of its referrals, by sector, age and type of concern, and why they ended."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from prevent_cases.accounts.models import Area, Sector
from prevent_cases.documents.pdf import MARKING
from prevent_cases.reference.models import ConcernType, end_reasons_ever
from referrals.models import EndReason
from reports import suppression
from reports.figures.broken_glass import GLASS, GLASS_SPLITS, count_glass
from reports.figures.counts import BANDS, BEFORE_ANY_CASE, NOT_ENDED, SPLITS, UNKNOWN_AGE, Group, along_splits, count
from reports.figures.periods import Period, start_of
from reports.figures.recipients import RECIPIENTS, RECIPIENTS_SPLITS, count_recipients
from reports.figures.tables import Figure, Table, table
from reports.suppression import Lot

# The rows of the journey: what is counted, and in which words.
JOURNEY = {
    "referrals": "Referrals received",
    "before_panel": "Not discussed at panel",
    "ended": "Ended before panel",
    "passed_on": "Passed to another area before panel",
    "waiting": "Not yet ended or discussed",
    "discussed": "Discussed at panel",
    "not_offered": "Discussed, support not offered",
    "elsewhere": "Not offered: referred elsewhere",
    "police_led": "Not offered: police-led",
    "nothing_more": "Not offered: no further action",
    "undecided": "Not offered so far: not concluded, or transferred",
    "adopted": "Adopted: support offered",
    "given": "Consent given",
    "refused": "Consent refused",
    "withdrawn": "Consent withdrawn",
    "unanswered": "Consent not answered",
    "exited": "Exited: support ended",
    "taken_over": "Consent given, then police-led",
    "transferred": "Transferred after consent: with another area",
}
AGES = {band: band for band in BANDS} | {UNKNOWN_AGE: "Unknown"}

# The picture leaves out what is left over between the others.
PICTURED = (
    "referrals", "ended", "passed_on", "discussed", "adopted", "given", "refused", "withdrawn", "exited", "transferred",
)  # fmt: skip


@dataclass(frozen=True)
class JourneyRow:
    label: str
    now: Figure
    before: Figure


@dataclass(frozen=True)
class Figures:
    """A board report as its reader may see it: what is not shown is not in it."""

    area: Area
    period: Period
    period_before: Period
    counted_to: datetime
    moment: datetime
    exact: bool
    # How many are not counted, because two people found them untrue.
    left_out: Figure
    journey: dict[str, JourneyRow]
    tables: list[Table]
    glass: dict[str, JourneyRow]
    recipients: dict[str, JourneyRow]

    @property
    def journey_rows(self) -> list[JourneyRow]:
        return list(self.journey.values())

    @property
    def glass_rows(self) -> list[JourneyRow]:
        return list(self.glass.values())

    @property
    def recipient_rows(self) -> list[JourneyRow]:
        return list(self.recipients.values())

    @property
    def marking(self) -> str:
        return MARKING if self.exact else "OFFICIAL"

    @property
    def is_running(self) -> bool:
        return self.counted_to < self.period.end

    @property
    def bars(self) -> list[tuple[str, int | None, str]]:
        rows = [self.journey[name] for name in PICTURED]
        return [(row.label, row.now.number, row.now.words) for row in rows]

    @property
    def in_a_sentence(self) -> str:
        """What the picture shows, for those who do not see it."""
        return ", ".join(f"{label.lower()} {words}" for label, _, words in self.bars).capitalize() + "."


def figures(area: Area, period: Period, *, exact: bool, moment: datetime) -> Figures:
    """The figures of a period as they stood at its end, or at ``moment`` while it runs.

    What was found untrue later is left out all the same, so that it counts against nobody; but not for a reader who
    may not see exact figures: two reports of a year that is over would show one person as their difference.
    """
    counted_to, before = period.counted_to(moment, exact=exact), period.year_before()
    before_to = min(before.end, moment)
    groups, untrue = count(area, start_of(period.since), counted_to, untrue_by=moment if exact else counted_to)
    groups_before, _ = count(area, start_of(before.since), before_to, untrue_by=moment if exact else before_to)

    def lot(of: Period, *about: str) -> Lot | None:
        return None if exact else suppression.lot(area.slug, of, *about)

    spans = (start_of(period.since), counted_to), (start_of(before.since), before_to)
    glass, glass_before = (
        _shown(counts, GLASS_SPLITS, lot(of, "glass"))
        for of, counts in zip((period, before), count_glass(area, *spans), strict=True)
    )
    recipients, recipients_before = (
        _shown(counts, RECIPIENTS_SPLITS, lot(of, "recipients"))
        for of, counts in zip((period, before), count_recipients(area, *spans), strict=True)
    )
    now, then = _along(groups, lot(period)), _along(groups_before, lot(before))
    why, row_of = _why_ended(area)
    tables = [
        ("By sector of the referrer", "Sector", dict(Sector.choices), _by(groups, "sector")),
        ("By age on the day of referral", "Age", AGES, _by(groups, "band")),
        ("By type of concern", "Type of concern", _types_of_concern(period, groups), _by(groups, "concern_type")),
        ("By why it ended", "Why", why, _by(groups, "end_reason", row_of)),
    ]
    return Figures(
        area=area,
        period=period,
        period_before=before,
        counted_to=counted_to,
        moment=moment,
        exact=exact,
        left_out=Figure(untrue if exact or untrue >= suppression.FEWEST_SHOWN else None),
        journey={name: JourneyRow(label, now[name], then[name]) for name, label in JOURNEY.items()},
        tables=[table(*each, lot(period, each[0])) for each in tables],
        recipients={
            name: JourneyRow(label, recipients[name], recipients_before[name]) for name, label in RECIPIENTS.items()
        },
        glass={name: JourneyRow(label, glass[name], glass_before[name]) for name, label in GLASS.items()},
    )


def _along(groups: Counter[Group], lot: Lot | None) -> dict[str, Figure]:
    outcomes: Counter[str] = Counter()
    for group, number in groups.items():
        outcomes[group.outcome] += number
    return _shown(along_splits(outcomes), SPLITS, lot)


def _shown(counts: Mapping[str, int], splits: Mapping[str, Sequence[str]], lot: Lot | None) -> dict[str, Figure]:
    """Each count with its share of the whole, which ``splits`` names first; but those not shown."""
    hidden = suppression.hidden_in_tree(counts, splits, lot) if lot else set()
    base = counts[next(iter(splits))]
    return {name: Figure(None) if name in hidden else Figure(number, base) for name, number in counts.items()}


def _by(groups: Counter[Group], attribute: str, row_of: Mapping[str, str] = {}) -> Mapping[Hashable, Counter[str]]:
    """Where the referrals of each sector, band or type of concern stand, or of the row that ``row_of`` says."""
    outcomes: Mapping[Hashable, Counter[str]] = defaultdict(Counter)
    for group, number in groups.items():
        value = getattr(group, attribute)
        outcomes[row_of.get(value, value)][group.outcome] += number
    return outcomes


def _types_of_concern(period: Period, groups: Counter[Group]) -> dict[int, str]:
    """Those of the returns in this period, and any that a referral of it still has; the unknown one last."""
    in_force = Q(until=None) | Q(until__gte=period.since), Q(starts_on__lte=period.until)
    used = {group.concern_type for group in groups}
    types = ConcernType.objects.filter(Q(*in_force) | Q(pk__in=used))
    in_order = sorted(types, key=lambda each: (each.code == ConcernType.NOT_YET_KNOWN, each.position))
    return {each.pk: each.label for each in in_order}


def _why_ended(area: Area) -> tuple[dict[str, str], dict[str, str]]:
    """Before any case or with one; last those that have not, or of which it was not asked. And the row of each reason:
    that of the first of its name, as one that was retired may have been added again, or one may be called like another.
    """
    before = {
        BEFORE_ANY_CASE + code: f"Before any case: {label[0].lower()}{label[1:]}" for code, label in EndReason.choices
    }
    reasons = before | end_reasons_ever(area.pk)
    first: dict[str, str] = {}
    row_of = {kept_by: first.setdefault(name, kept_by) for kept_by, name in reasons.items()}
    rows = {kept_by: reasons[kept_by] for kept_by in row_of.values()}
    return rows | {NOT_ENDED: "Not ended, or not asked at that time"}, row_of
