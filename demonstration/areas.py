"""The three invented areas: their agencies, and the panels and boards that meet there."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, PanelKind, Sector

# name, type, sector
EASTMARSH = [
    ("Osier Lane Academy", AgencyType.SCHOOL, Sector.EDUCATION),
    ("Reedholm College", AgencyType.SCHOOL, Sector.EDUCATION),
    ("Ternbank Primary School", AgencyType.SCHOOL, Sector.EDUCATION),
    ("Eastmarsh Police", AgencyType.POLICE, Sector.POLICE),
    ("Eastmarsh NHS Trust", AgencyType.HEALTH, Sector.HEALTH),
    ("Children's Social Care", AgencyType.CHILDREN, Sector.LOCAL_AUTHORITY),
    ("Adult Social Care", AgencyType.ADULTS, Sector.LOCAL_AUTHORITY),
    ("Eastmarsh Council", AgencyType.COUNCIL, Sector.LOCAL_AUTHORITY),
    ("Eastmarsh Homes", AgencyType.HOUSING, Sector.OTHER),
    ("Probation in Eastmarsh", AgencyType.PROBATION, Sector.JUSTICE),
    ("Marsh Lane Community Project", AgencyType.VOLUNTARY, Sector.COMMUNITY),
    ("Lanternfold Mentoring", AgencyType.PROVIDER, Sector.OTHER),
]


def smaller_area(name: str, school: str, volunteers: str) -> list[tuple]:
    return [
        (school, AgencyType.SCHOOL, Sector.EDUCATION),
        (f"{name} Police", AgencyType.POLICE, Sector.POLICE),
        (f"{name} NHS Trust", AgencyType.HEALTH, Sector.HEALTH),
        ("Children's Social Care", AgencyType.CHILDREN, Sector.LOCAL_AUTHORITY),
        ("Adult Social Care", AgencyType.ADULTS, Sector.LOCAL_AUTHORITY),
        (f"{name} Council", AgencyType.COUNCIL, Sector.LOCAL_AUTHORITY),
        (f"{name} Homes", AgencyType.HOUSING, Sector.OTHER),
        (volunteers, AgencyType.VOLUNTARY, Sector.COMMUNITY),
    ]


AGENCIES = {
    "Eastmarsh": EASTMARSH,
    "Havenbrook": smaller_area("Havenbrook", "Havenbrook High School", "Brookside Volunteers"),
    "Stonewharf": smaller_area("Stonewharf", "Stonewharf Academy", "Quayside Volunteers"),
}


EVERYBODY = (None, None)


@dataclass(frozen=True)
class Sitting:
    """A panel: what ``open_panel`` is told of it, with the day and hour from which its cadence runs.

    ``takes`` says who comes to it by the area's table: the youngest and the oldest age.
    """

    name: str
    kind: PanelKind
    cadence: str
    first_on: date
    hour: int
    takes: tuple[int | None, int | None] | None = None

    def details(self) -> dict:
        """The fields of Panel; the first meeting is the first day of the cadence from ``first_on``."""
        rule = rrulestr(self.cadence, dtstart=datetime.combine(self.first_on, time(self.hour)))
        return {
            "name": self.name,
            "kind": self.kind,
            "cadence": self.cadence,
            "first_meeting_at": rule[0].replace(tzinfo=clock.LONDON),
            "acts_as_channel": self.kind != PanelKind.BOARD,
        }


def panels(now: datetime) -> dict[str, list[Sitting]]:
    """The panels of each area, so timed that the Social Inclusion Panel meets today, if it can be later than now."""
    local = now.astimezone(clock.LONDON)
    today = local.date()
    two_years_ago = today - timedelta(weeks=102)
    hour_today = 14 if local.hour < 14 else min(local.hour + 1, 23)
    # The Tuesday of two or three weeks ago, and every six weeks before and after it.
    adults_met_on = today - timedelta(days=14 + (today.weekday() - 1) % 7)

    def board(name: str) -> Sitting:
        last_year = today - timedelta(weeks=52)
        return Sitting(name, PanelKind.BOARD, "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", last_year, 10)

    return {
        "Eastmarsh": [
            Sitting(
                "Social Inclusion Panel",
                PanelKind.SOCIAL_INCLUSION,
                "FREQ=WEEKLY;INTERVAL=2",
                two_years_ago,
                hour_today,
                takes=(None, 17),
            ),
            Sitting(
                "Safeguarding Adults Panel",
                PanelKind.SAFEGUARDING_ADULTS,
                "FREQ=WEEKLY;INTERVAL=6",
                adults_met_on - timedelta(weeks=96),
                10,
                takes=(18, None),
            ),
            board("Prevent Programme Board"),
        ],
        "Havenbrook": [
            Sitting("Channel Panel", PanelKind.CHANNEL, "FREQ=MONTHLY;BYDAY=2WE", two_years_ago, 10, takes=EVERYBODY),
            board("Prevent Steering Group"),
        ],
        "Stonewharf": [
            Sitting("Channel Panel", PanelKind.CHANNEL, "FREQ=MONTHLY;BYDAY=3TH", two_years_ago, 14, takes=EVERYBODY),
            board("Prevent Partnership Board"),
        ],
    }
