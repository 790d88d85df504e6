"""The chronology of a person: what happened, in the order of its days, across referrals, earlier cases and agencies."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import OuterRef

from cases.known import earlier_cases, note_reading
from cases.models import Case
from prevent_cases import clock
from prevent_cases.access import first_asked, to_say_first
from prevent_cases.accounts.models import User
from prevent_cases.audit.models import AuditEntry
from prevent_cases.pages.together import fetch_of_each
from prevent_cases.pages.views import day_said
from referrals.models import IdentityLink, Referral
from referrals.permissions.source import shown_source
from referrals.permissions.triage import know_referrer
from referrals.views.as_sent import as_sent, show
from reports.happened import Happening, happened

# So many on a page, and what else is of the last day on it.
SHOWN = 100

CARE = "Health or social care: "


@dataclass(frozen=True)
class Chronology:
    """A page of it by year, the oldest first; ``next`` is the day after which the next page starts, or ""."""

    years: list[tuple[int, list[Happening]]]
    next: str

    @property
    def happened(self) -> list[Happening]:
        return [each for _, of_year in self.years for each in of_year]


def chronology(case: Case, reader: User, after: str = "") -> Chronology:
    """What ``reader`` may see, after the day ``after``. That they read what agencies shared is written down."""
    earlier, to_ask = read_before(case, reader)
    found = [*of_referrals(case, reader), *happened(case, earlier, reader), *map(opened_before, to_ask)]
    found.sort(key=lambda each: each.on)
    if after:
        start = day_said(after)
        found = [each for each in found if each.on > start]
    shown, rest = found[:SHOWN], found[SHOWN:]
    shown += [each for each in rest if each.on == shown[-1].on]
    note_reading([each.reads for each in shown if each.reads], reader)
    years = [(year, list(of_year)) for year, of_year in groupby(shown, key=lambda each: each.on.year)]
    return Chronology(years, shown[-1].on.isoformat() if len(found) > len(shown) else "")


def read_before(case: Case, reader: User) -> tuple[list[Case], list[Case]]:
    """The earlier cases of the same person that somebody may read, and those before which they say first what for."""
    seen = earlier_cases(reader, individual=case.individual_id, area=case.area_id, pk__lt=case.pk)
    cases = seen.select_related("area", "panel", "individual").annotate(**first_asked(reader, Case))
    earlier, to_ask = [], []
    for each in cases:
        (to_ask if to_say_first(each) else earlier).append(each)
    AuditEntry.view(*earlier, by=reader, what="cases.view_case")
    return earlier, to_ask


def opened_before(case: Case) -> Happening:
    """That there was a case, without what it holds: its page asks what it is opened for."""
    title = f"Earlier case {case.reference}: say what you open it for, to read what happened in it"
    return Happening(clock.day_of(case.opened_at), title, case.get_absolute_url())


def of_referrals(case: Case, reader: User) -> Iterator[Happening]:
    """The referrals about this person, of this case or not, with each thing that gave concern on its own day, and what
    was said of it since.
    """
    about = IdentityLink.objects.filter(individual=case.individual_id, ended_at=None).values("referral")
    seen = Referral.objects.permitted(reader, "referrals.view_referral").filter(pk__in=about)
    referrals = list(
        seen.select_related("for_agency", "area").annotate(knows_referrer=know_referrer.held_by(reader)).order_by("pk")
    )
    fetch_of_each(referrals, **as_sent(OuterRef("pk")))
    for referral in referrals:
        show(referral, shown_source(referral, knows_referrer=referral.knows_referrer))
        received, url, agency = clock.day_of(referral.submitted_at), referral.get_absolute_url(), referral.for_agency
        yield Happening(received, f"Referral {referral.reference} received", url, referral.get_stage_display(), agency)
        for entry in referral.entries.all():
            title = f"{entry.get_how_known_display()}: referral {referral.reference}"
            title += "" if entry.happened_on else ". The day is not known, so it stands where it was referred"
            yield Happening(entry.happened_on or received, title, url, entry.text, agency, entry.disputes)
        for said in referral.accounts:
            yield Happening(said.said_on, f"{said.heading}: referral {referral.reference}", url, said.words)
        for each in referral.since:
            title = f"{'A question answered' if each.asked else 'Added'}: referral {referral.reference}"
            text = "\n\n".join(filter(None, [each.asked, each.text]))
            yield Happening(clock.day_of(each.at), title, url, text, each.by)
