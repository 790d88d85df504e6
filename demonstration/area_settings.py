"""What the three areas have decided about their own work, and whom to ring there: as administrators would have done it.

Every telephone number is from the ranges that are kept for drama.
"""

from datetime import timedelta

from demonstration.diary import Diary
from demonstration.places import Place
from prevent_cases import clock
from prevent_cases.reference import operations
from prevent_cases.reference.models import (
    ContactKind,
    GatewayPolicy,
    Policy,
    ReferringPolicy,
    Section36Policy,
    SupportPolicy,
    TriagePolicy,
)
from prevent_cases.reference.working_days import WorkingDays

OFFICE_HOURS = "Monday to Friday, 9am to 5pm"
# The second digit of the area's numbers: 01632 960 101 is Eastmarsh's first.
EXCHANGES = {"Eastmarsh": 1, "Havenbrook": 2, "Stonewharf": 3}

# kind, name, hours, note; "{}" is the area.
CONTACTS = [
    (
        ContactKind.CHILD,
        "{} Children's Social Care duty desk",
        "At all hours",
        "Ask for the duty social worker. Say that it is about Prevent.",
    ),
    (ContactKind.ADULT, "{} Adult Social Care duty desk", OFFICE_HOURS, "At other times the same number is answered."),
    (ContactKind.PLACE, "{} Council, premises and events", OFFICE_HOURS, "Say where and when. No names are needed."),
    (ContactKind.POLICE, "{} Police, Prevent officers", OFFICE_HOURS, ""),
    (ContactKind.EARLY_HELP, "{} Family Hub", OFFICE_HOURS, "A family can ring by itself, too."),
    (ContactKind.PREVENT, "{} Council, Prevent team", OFFICE_HOURS, "Advice, without a name."),
    (ContactKind.DATA, "{} Council, data protection", OFFICE_HOURS, "At once, also when you are not sure."),
]
IN_WRITING = {ContactKind.PREVENT: "prevent", ContactKind.DATA: "data-protection"}

THRESHOLDS = {
    "Eastmarsh": "“Help at the right time in Eastmarsh”, page 4: levels 3 and 4 are referred to social care as well.",
    "Havenbrook": "Level 4 of the Havenbrook continuum of need. In doubt, ring the duty desk and ask.",
    "Stonewharf": "The Stonewharf threshold document of the safeguarding partnership, sections 2 and 5.",
}


def settle_in(places: dict[str, Place], diary: Diary) -> None:
    """Contacts and first decisions; and what the areas decide later, one of which waits for a second person today."""
    for name, place in places.items():
        add_contacts(place)
        decide(place, TriagePolicy, "Agreed with the safeguarding partnership.", threshold_note=THRESHOLDS[name])
    eastmarsh, havenbrook, stonewharf = (places[name] for name in EXCHANGES)
    decide(eastmarsh, TriagePolicy, "Two coordinators are still to be appointed.", decided_within=2)
    decide(eastmarsh, SupportPolicy, "So that partners have time to answer.", prepared_before=60)
    decide(stonewharf, Section36Policy, "Cabinet of Stonewharf, minute 14.", council_decides=True)

    def later(days: int, event) -> None:
        diary.enter(diary.until - timedelta(days=days), event)

    later(400, lambda: decide(eastmarsh, TriagePolicy, "The team is complete.", decided_within=1))
    later(210, lambda: decide(stonewharf, ReferringPolicy, "Reviewed after a year.", reminded_after=7, kept_for=21))
    later(60, lambda: decide(eastmarsh, ReferringPolicy, "Residents asked for it.", public_form=True))
    later(12, lambda: close_offices(eastmarsh))
    later(
        9, lambda: decide(havenbrook, GatewayPolicy, "Agreed with the police for the winter.", days=60, result_within=7)
    )
    later(
        2,
        lambda: decide(
            havenbrook, Section36Policy, "Cabinet of Havenbrook, minute 31.", second=False, council_decides=True
        ),
    )


def add_contacts(place: Place) -> None:
    area, admin = place.area, place.people["admin"]
    for number, (kind, name, hours, note) in enumerate(CONTACTS, start=1):
        mailbox = f"{IN_WRITING[kind]}@{area.slug}.example" if kind in IN_WRITING else ""
        operations.add_contact(
            area,
            by=admin,
            kind=kind,
            name=name.format(area.name),
            telephone=f"01632 960 {EXCHANGES[area.name]}{number:02}",
            hours=hours,
            email=mailbox,
            note=note,
        )


def decide(place: Place, policy: type[Policy], reason: str, *, days: int = 0, second: bool = True, **values) -> None:
    """A decision that begins in some days; where it takes two, the second administrator confirms it at once or not."""
    admin, admin2 = place.people["admin"], place.people["admin2"]
    starts_on = clock.today() + timedelta(days=days)
    decided = operations.decide_policy(
        place.area, by=admin, policy=policy, reason=reason, starts_on=starts_on, **values
    )
    if second and not decided.counts:
        operations.confirm_policy(place.area, by=admin2, decision=decided)


def close_offices(place: Place) -> None:
    """A working day taken away, about two weeks from the end of the history."""
    day = WorkingDays.of(place.area).after(clock.today(), 18)
    operations.override_day(place.area, by=place.people["admin"], day=day, is_worked=False, name="Council offices move")
