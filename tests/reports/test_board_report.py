"""The figures of the board report, on the screen and as JSON."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

import referrals.operations
from panels import operations as panels
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.clock import LONDON
from prevent_cases.reference.models import ConcernType
from referrals.models import Referral
from reports.figures import counts
from reports.figures.board_report import figures
from reports.figures.periods import Period, financial_year, offered
from reports.forms import answers_for
from tests import factories
from tests.standing import standing

YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))
IN_YEAR = datetime(2025, 9, 15, 10, tzinfo=LONDON)
AFTER = datetime(2026, 6, 1, 10, tzinfo=LONDON)
LONG_AGO = datetime(2024, 1, 8, 10, tzinfo=LONDON)

NOT_OFFERED = {
    "judgement": "no_further_action",
    "end_reason": "explained",
    "reached": "unanimous",
    "rationale": "No concern.",
    "health_or_care": "Considered.",
}
ADOPTED = factories.ADOPTED
EXITED = {
    "judgement": "exit",
    "end_reason": "risk_addressed",
    "reached": "unanimous",
    "rationale": "He has found other company.",
    "change_since_start": "reduced",
    "change_reason": "His school says so.",
} | factories.EXIT_PLAN


@pytest.fixture(scope="module", autouse=True)
def long_ago():
    """What stands was made then: everybody held their post before the first thing that is counted here."""
    with clock.at(LONG_AGO):
        yield


@pytest.fixture(autouse=True)
def at_this_moment(
    area, other_area, officer, coordinator, organiser, chair, board_member, stranger, police_representative
):
    with clock.at(AFTER):
        yield


@standing
def panel(area):
    """Meets every week; the meetings from shortly before the year are planned."""
    panel = factories.panel(area, cadence="FREQ=WEEKLY", first_meeting_at=LONG_AGO)
    with clock.at(IN_YEAR - timedelta(days=30)):
        panels.plan_meetings(panel, by=system_user())
    return panel


@pytest.fixture
def journey(area, officer, coordinator, chair, panel, police, police_representative):
    """Referrals brought as far as asked: ``journey(waiting=3, adopted=2)``, a day apart, all in the year."""
    days = iter(range(200))

    def bring(outcome: str, **answers) -> Referral:
        with clock.at(IN_YEAR + timedelta(days=next(days) / 100)):
            referral = factories.referral(officer, **answers)
            if outcome == "waiting":
                return referral
            if outcome == "ended":
                factories.ended(referral, coordinator)
                return referral
            case = factories.case(referral, coordinator, panel)
            factories.share(case, police, coordinator)
            said = {"reasonable_grounds": False, "end_stage": "referred_elsewhere"} if outcome == "no_grounds" else {}
            factories.section36(case, police_representative, **said)
            if outcome == "no_grounds":
                return referral
            decide(case, ADOPTED if outcome != "not_offered" else NOT_OFFERED)
            if outcome in ("given", "refused", "withdrawn", "exited"):
                answer(case, "refused" if outcome == "refused" else "given")
            if outcome == "withdrawn":
                answer(case, "withdrawn")
            if outcome == "exited":
                factories.final_assessment(case, coordinator)
                decide(case, EXITED)
            return referral

    def decide(case, decision):
        meeting = case.agenda_items.order_by("-pk").first().meeting
        if hasattr(case.agenda_items.order_by("-pk").first(), "decision"):
            panels.end_meeting(meeting, by=chair)
            meeting = panel.meetings.filter(started_at=None, starts_at__gt=clock.now()).order_by("starts_at").first()
            panels.list_case(meeting, by=coordinator, case=case)
        if not meeting.started_at:
            panels.start_meeting(meeting, by=chair)
            panels.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
        panels.decide_item(case.agenda_items.get(meeting=meeting), by=chair, **decision)
        case.refresh_from_db()

    def answer(case, said):
        factories.consent(case, coordinator, said)
        case.refresh_from_db()

    def several(**numbers):
        return [bring(outcome) for outcome, number in numbers.items() for _ in range(number)]

    several.one = bring
    return several


def at_a_glance(area, period=YEAR, *, exact=True, moment=AFTER) -> dict[str, str]:
    return {name: row.now.words for name, row in figures(area, period, exact=exact, moment=moment).journey.items()}


def rows_of(report, number: int) -> dict[str, list[str]]:
    """The rows of one table as words."""
    table = report.tables[number]
    return {row.label: [figure.words for figure in row.figures] for row in [*table.rows, table.total]}


# What it does


def test_each_referral_is_counted_once_in_each_row_that_is_true_of_it(area, journey):
    journey(ended=1, no_grounds=1, waiting=1, not_offered=1, adopted=1, given=2, refused=1, withdrawn=1)
    assert at_a_glance(area) == {
        "referrals": "9",
        "before_panel": "3",
        "ended": "2",
        "passed_on": "0",
        "waiting": "1",
        "discussed": "6",
        "not_offered": "1",
        "elsewhere": "0",
        "police_led": "0",
        "nothing_more": "1",
        "undecided": "0",
        "taken_over": "0",
        "adopted": "5",
        "given": "2",
        "refused": "1",
        "withdrawn": "1",
        "unanswered": "1",
        "exited": "0",
        "transferred": "0",
    }
    why = rows_of(figures(area, YEAR, exact=True, moment=AFTER), 3)
    assert {label: numbers for label, numbers in why.items() if numbers[0] != "0"} == {
        "Before any case: helped better by another service": ["1", "0", "0"],
        "Already in hand elsewhere": ["1", "0", "0"],
        "Out of context, or explained": ["1", "1", "0"],
        "Not ended, or not asked at that time": ["6", "5", "5"],
        "Total": ["9", "6", "5"],
    }


def test_an_exit_is_counted_among_those_who_agreed(area, journey):
    journey(exited=1)
    assert {name: at_a_glance(area)[name] for name in ("adopted", "given", "exited")} == dict.fromkeys(
        ("adopted", "given", "exited"), "1"
    )


def test_a_period_is_counted_as_it_stood_at_its_end(area, journey, coordinator):
    (waiting,) = journey(waiting=1)
    with clock.at(datetime(2026, 4, 2, tzinfo=LONDON)):
        factories.ended(waiting, coordinator)
    assert (at_a_glance(area)["waiting"], at_a_glance(area)["ended"]) == ("1", "0")


def test_one_passed_on_has_ended_here_and_began_there_when_it_was_taken_on(
    area, other_area, journey, coordinator, stranger
):
    for referral, moment in zip(journey(waiting=2), (IN_YEAR + timedelta(days=60), AFTER), strict=True):
        with clock.at(moment):
            factories.assessed(referral, coordinator)
            referrals.operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason="He lives there.")
            referrals.operations.accept_transfer(referral, by=stranger)
    # No year that is over changes.
    assert {name: at_a_glance(area)[name] for name in ("ended", "passed_on", "waiting")} == {
        "ended": "0", "passed_on": "1", "waiting": "1",
    }  # fmt: skip
    assert at_a_glance(other_area)["referrals"] == "1"


def test_one_withdrawn_has_ended(area, journey, officer, coordinator):
    (referral,) = journey(waiting=1)
    with clock.at(IN_YEAR + timedelta(days=60)):
        referrals.operations.withdraw_referral(referral, by=officer, reason="It was somebody else.")
        answer = {"rationale": "A mistake.", "words_for_referrer": "Thank you."}
        factories.assessed(referral, coordinator)
        referrals.operations.answer_withdrawal(referral, by=coordinator, goes_on=False, **answer)
    assert (at_a_glance(area)["ended"], at_a_glance(area)["waiting"]) == ("1", "0")


def test_the_first_and_the_last_moment_of_a_year_are_londons(area, officer):
    first, last = datetime(2025, 4, 1, 0, 0, tzinfo=LONDON), datetime(2026, 3, 31, 23, 59, tzinfo=LONDON)
    for moment in (first - timedelta(minutes=1), first, last, last + timedelta(minutes=1)):
        with clock.at(moment):
            factories.referral(officer)
    report = figures(area, YEAR, exact=True, moment=AFTER)
    assert report.journey["referrals"].now.number == 2
    assert report.journey["referrals"].before.number == 1


def test_another_areas_referrals_are_not_counted(area, other_area, journey):
    journey(waiting=1)
    assert at_a_glance(other_area)["referrals"] == "0"


def test_sectors_ages_and_types_of_concern_each_with_the_unknown_and_a_total(area, journey, officer, coordinator):
    journey(waiting=2, adopted=1)
    hospital = factories.agency(area, "Hill Hospital", AgencyType.HEALTH, Sector.HEALTH)
    nurse = factories.person(hospital, PostKind.OFFICER, "Nora Nurse", starts_on=LONG_AGO.date())
    with clock.at(IN_YEAR):
        unknown = factories.referral(nurse, born_on=None)
        known = factories.referral(nurse, born_on=None, age_given=34)
    concern_type = ConcernType.objects.get(code="incel")
    referrals.operations.record_concern_type(known, by=coordinator, concern_type=concern_type)
    report = figures(area, YEAR, exact=True, moment=AFTER)
    sectors, ages, types = (rows_of(report, number) for number in range(3))
    assert sectors["Education"] == ["3", "1", "1"]
    assert sectors["Health"] == ["2", "0", "0"]
    assert list(sectors)[-2:] == ["Unspecified", "Total"]
    assert (ages["11 to 15"][0], ages["31 to 40"][0], ages["Unknown"][0]) == ("3", "1", "1")
    assert (types["Incel"], types["Not yet known"]) == (["1", "0", "0"], ["4", "1", "1"])
    assert types["Total"] == ["5", "1", "1"]
    by_age = report.tables[1]
    assert by_age.base == "Percentages are of 4 referrals (those known), 1 discussed (all) and 1 adopted (all)."
    percentages = {row.label: row.figures[0].percent for row in by_age.rows}
    assert (percentages["11 to 15"], percentages["Unknown"]) == ("75%", "–")
    assert unknown.age_at_referral is None


@pytest.mark.parametrize(
    ("born_on", "submitted_on"),
    [
        ((2010, 9, 15), (2025, 9, 15)),
        ((2010, 9, 16), (2025, 9, 15)),
        ((2008, 2, 29), (2026, 2, 28)),
        ((2008, 2, 29), (2026, 3, 1)),
        ((1930, 1, 1), (2025, 12, 31)),
    ],
)
def test_the_database_counts_ages_as_the_referral_says_them(area, officer, born_on, submitted_on):
    with clock.at(datetime(*submitted_on, 0, 30, tzinfo=LONDON)):
        referral = factories.referral(officer, born_on=date(*born_on))
    assert Referral.objects.annotate(age=counts.age_at_referral()).get().age == referral.age_at_referral


def test_the_page_shows_the_current_year_with_a_picture_and_its_table(client, area, journey, coordinator):
    journey(waiting=3)
    client.force_login(coordinator)
    page = client.get(reverse("reports:board_report", args=[area.slug])).content.decode()
    assert str(financial_year(clock.today())) in page
    page = client.get(reverse("reports:board_report", args=[area.slug]), answers_for(YEAR)).content.decode()
    assert "Small numbers are shown" in page
    assert page.count("<svg") == 1
    assert "<desc" in page
    assert "How far referrals came, with the year before" in page


def test_the_endpoint_gives_the_same_numbers(client, area, journey, coordinator):
    journey(waiting=2, ended=1)
    client.force_login(coordinator)
    address = reverse("reports_api:board_report", args=[area.slug])
    told = client.get(address, {"since": "2025-04-01", "until": "2026-03-31"}).json()
    assert told["journey"][0] == {
        "label": "Referrals received",
        "now": {"number": 3, "base": 3},
        "before": {"number": 0, "base": 0},
    }
    assert told["tables"][0]["title"] == "By sector of the referrer"
    assert client.get(address).json()["since"] == financial_year(clock.today()).since.isoformat()


# Small numbers


def test_whoever_has_no_case_role_sees_nothing_under_five(area, journey):
    journey(waiting=6, ended=6, adopted=3)
    shown = at_a_glance(area, exact=False)
    assert shown == dict.fromkeys(shown, "[c]") | {"referrals": "15"}
    report = figures(area, YEAR, exact=False, moment=AFTER)
    numbers = [figure.number for table in report.tables for row in [*table.rows, table.total] for figure in row.figures]
    numbers += [row.before.number for row in report.journey.values()]
    assert min(number for number in numbers if number is not None) >= 5


def test_what_is_hidden_is_nowhere_in_the_figures(client, area, journey, board_member):
    journey(waiting=3)
    client.force_login(board_member)
    told = client.get(
        reverse("reports_api:board_report", args=[area.slug]), {"since": "2025-04-01", "until": "2026-03-31"}
    ).json()
    assert told["exact"] is False
    every = [row[when] for row in told["journey"] for when in ("now", "before")]
    every += [
        figure for table in told["tables"] for row in [*table["rows"], table["total"]] for figure in row["figures"]
    ]
    assert every == [{"number": None, "base": None}] * len(every)


def test_a_board_member_sees_that_small_numbers_are_not_shown(client, area, journey, board_member):
    journey(waiting=3)
    client.force_login(board_member)
    page = client.get(reverse("reports:board_report", args=[area.slug]), answers_for(YEAR)).content.decode()
    assert "Small numbers are not shown" in page
    assert "[c]" in page
    assert "Another period" not in page


def test_without_a_case_role_only_whole_years_can_be_chosen(client, area, board_member):
    client.force_login(board_member)
    a_day_less = Period(YEAR.since, YEAR.until - timedelta(days=1))
    page = client.get(reverse("reports:board_report", args=[area.slug]), answers_for(a_day_less)).content.decode()
    assert "Choose one of the years offered" in page
    assert "<svg" not in page
    answer = client.get(
        reverse("reports_api:board_report", args=[area.slug]), {"since": "2025-04-01", "until": "2026-03-30"}
    )
    assert answer.status_code == 422


def test_without_a_case_role_a_running_year_grows_by_quarters(area, officer):
    with clock.at(datetime(2026, 5, 1, tzinfo=LONDON)):
        for _ in range(7):
            factories.referral(officer)
    running = financial_year(date(2026, 5, 1))
    assert at_a_glance(area, running, exact=False, moment=datetime(2026, 7, 1, 1, tzinfo=LONDON))["referrals"] == "7"
    assert running not in offered(datetime(2026, 6, 30, 23, tzinfo=LONDON), exact=False)
    assert running in offered(datetime(2026, 6, 30, 23, tzinfo=LONDON), exact=True)


# What it records


def test_a_look_at_the_report_is_written_to_the_trail(client, area, coordinator):
    client.force_login(coordinator)
    client.get(reverse("reports:board_report", args=[area.slug]))
    entry = AuditEntry.objects.about(area).first()
    assert (entry.what, entry.by) == ("reports.view_board_report", f"accounts.User:{coordinator.pk}")


# When it refuses


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        (Period(date(2026, 3, 31), date(2025, 4, 1)), "The last day must be the first day or later"),
        (Period(date(2099, 4, 1), date(2100, 3, 31)), "This period has not begun"),
    ],
)
def test_a_period_that_cannot_be_is_refused_in_words(client, area, coordinator, period, sentence):
    client.force_login(coordinator)
    page = client.get(reverse("reports:board_report", args=[area.slug]), answers_for(period)).content.decode()
    assert sentence in page
    assert "There is a problem" in page


def test_an_unfinished_date_is_asked_again(client, area, coordinator):
    client.force_login(coordinator)
    page = client.get(reverse("reports:board_report", args=[area.slug]), {"since_day": "1"}).content.decode()
    assert "There is a problem" in page


# How often it queries


def test_it_queries_the_same_for_one_referral_and_for_twenty(
    client, area, journey, queries_of, coordinator, board_member
):
    def asked():
        for reader in (coordinator, board_member):
            client.force_login(reader)
            yield queries_of(reverse("reports:board_report", args=[area.slug]))

    journey(waiting=1)
    at_one = list(asked())
    journey(waiting=8, ended=8, not_offered=2, given=1)
    assert list(asked()) == at_one


def test_the_figures_take_six_queries(area, journey, django_assert_num_queries):
    journey(waiting=1, ended=1)
    with django_assert_num_queries(6):
        figures(area, YEAR, exact=False, moment=AFTER)
