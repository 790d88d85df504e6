"""The board report as a PDF: asking for it, making it, opening it."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Post, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.clock import LONDON
from prevent_cases.documents import pdf
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from reports import operations
from reports.figures.periods import Period, financial_year
from reports.models import BoardReport
from tests import factories
from tests.standing import standing

MOMENT = datetime(2026, 11, 22, 10, tzinfo=LONDON)
YEAR = financial_year(MOMENT.date())


@pytest.fixture(scope="module", autouse=True)
def at_this_moment():
    with clock.at(MOMENT):
        yield


def asked(person, area, period=YEAR) -> BoardReport:
    return operations.request_board_report(area, by=person, since=period.since, until=period.until)


def made(person, area, period=YEAR) -> BoardReport:
    report = asked(person, area, period)
    operations.make_board_report(report, by=system_user())
    return report


@standing
def report(area, coordinator, organiser, board_member):
    """Made, with exact figures, where there are others who did not ask for it."""
    return made(coordinator, area)


@pytest.fixture
def three_referrals(officer):
    with clock.at(MOMENT - timedelta(hours=1)):
        return [factories.referral(officer) for _ in range(3)]


# What it does


def test_from_the_page_of_the_figures_to_the_pdf(client, area, coordinator, do_errands, text_of):
    client.force_login(coordinator)
    page = client.get(reverse("reports:board_report", args=[area.slug])).content.decode()
    assert reverse("reports:request_board_report", args=[area.slug]) in page
    answers = {
        "since_day": 1,
        "since_month": 4,
        "since_year": 2026,
        "until_day": 31,
        "until_month": 3,
        "until_year": 2027,
    }
    answer = client.post(reverse("reports:request_board_report", args=[area.slug]), answers)
    report = BoardReport.objects.get()
    assert answer.url == report.get_absolute_url()
    assert "is being made" in client.get(answer.url).content.decode()
    do_errands()
    assert "is ready" in client.get(answer.url).content.decode()
    sent = client.get(reverse("reports:open_boardreport", args=[report.reference]))
    assert sent.headers["Content-Disposition"] == f'attachment; filename="board-report-{report.reference}.pdf"'
    assert "Board report of Harrowmere" in text_of(sent.content)


def test_it_holds_the_figures_the_marking_and_its_reader(area, coordinator, three_referrals, text_of):
    report = made(coordinator, area)
    text = " ".join(text_of(report.read()).split())
    for words in (
        "1 April 2026 to 31 March 2027",
        "1 April 2025 to 31 March 2026",
        "Small numbers are shown",
        "Referrals received 3",
        "OFFICIAL-SENSITIVE",
        f"Copy {report.reference} for Cora Coordinator, 22 November 2026 at 10:00",
        "By sector of the referrer",
        "By age on the day of referral",
        "By type of concern",
        "Page 1 of",
    ):
        assert words in text, words


def test_one_without_a_case_role_gets_no_small_numbers(area, board_member, three_referrals, text_of):
    report = made(board_member, area)
    text = " ".join(text_of(report.read()).split())
    assert "Small numbers are not shown" in text
    assert "Referrals received [c] [c]" in text
    assert "OFFICIAL-SENSITIVE" not in text


def test_its_picture_has_a_title_and_a_description_for_those_who_do_not_see_it(area, coordinator, three_referrals):
    html = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "write_pdf", html.append)
        patch.setattr(pdf, "in_child", lambda work, *limits: work() or b"%PDF")
        made(coordinator, area)
    assert "<title" in html[0].partition("<svg")[2]
    assert "Referrals received 3, ended before panel 0" in html[0]


def test_the_endpoints_ask_and_tell(client, area, coordinator):
    client.force_login(coordinator)
    address = reverse("reports_api:request_board_report", args=[area.slug])
    period = {"since": "2026-04-01", "until": "2026-06-30"}
    assert client.post(address, period, content_type="application/json").status_code == 201
    report = BoardReport.objects.get()
    told = client.get(reverse("reports_api:view_boardreport", args=[report.reference])).json()
    assert (told["since"], told["until"], told["exact"], told["state"]) == ("2026-04-01", "2026-06-30", True, "making")


# What it records


def test_asking_and_making_are_an_entry_each_in_the_history_of_the_area(unprinted, report, area, coordinator):
    making, asking = AuditEntry.objects.about(area)[:2]
    assert (asking.what, asking.by) == ("reports.request_board_report", f"accounts.User:{coordinator.pk}")
    assert (making.what, making.by) == ("reports.make_board_report", f"accounts.User:{system_user().pk}")


# When it refuses


def test_a_period_that_ends_before_it_begins(area, coordinator):
    with pytest.raises(Refused, match="The last day must be the first day or later"):
        asked(coordinator, area, Period(date(2026, 3, 2), date(2026, 3, 1)))


def test_without_a_case_role_only_a_year_that_is_offered(area, board_member):
    a_day_less = Period(YEAR.since, YEAR.until - timedelta(days=1))
    with pytest.raises(Refused, match="Choose one of the years offered"):
        asked(board_member, area, a_day_less)


def test_a_made_report_is_not_made_again(report):
    with pytest.raises(AlreadyDone):
        operations.make_board_report(report, by=system_user())


def withdraw(person, area):
    second = factories.administrators(area)[1]
    accounts.withdraw_post(Post.objects.get(user=person, kind=PostKind.COORDINATOR), by=second)


def test_exact_figures_are_not_made_for_one_who_lost_their_case_role_meanwhile(
    client, area, coordinator, board, do_errands
):
    factories.post(board, PostKind.BOARD_MEMBER, coordinator.name)
    report = asked(coordinator, area)
    withdraw(coordinator, area)
    do_errands()
    report.refresh_from_db()
    assert report.made_at is None
    assert report.not_made_because.startswith("You could no longer see these figures")
    assert AuditEntry.objects.about(area).first().what == "reports.refuse_board_report"
    assert not OutboxRow.objects.filter(task="reports.make_board_report", done_at=None).exists()


# Who may


def test_only_the_person_who_asked_opens_it(client, report, coordinator, organiser, board_member):
    for person, status in ((coordinator, 200), (organiser, 404), (board_member, 404)):
        client.force_login(person)
        for name in ("view", "open"):
            assert client.get(reverse(f"reports:{name}_boardreport", args=[report.reference])).status_code == status


def test_exact_figures_close_with_the_case_role_even_to_one_who_stays_on_the_board(
    client, report, area, coordinator, board
):
    factories.post(board, PostKind.BOARD_MEMBER, coordinator.name)
    withdraw(coordinator, area)
    client.force_login(coordinator)
    assert client.get(reverse("reports:open_boardreport", args=[report.reference])).status_code == 404
    assert client.get(reverse("reports:board_report", args=[area.slug])).status_code == 200


def test_nobody_else_may_ask(client, area, officer, representative, stranger):
    for person in (officer, representative, stranger):
        with pytest.raises(PermissionDenied):
            asked(person, area)


def test_only_the_unattended_service_makes_it(area, coordinator, organiser):
    report = asked(coordinator, area)
    with pytest.raises(PermissionDenied):
        operations.make_board_report(report, by=coordinator)
    with pytest.raises(NotVisible):
        operations.make_board_report(report, by=organiser)


# How often it queries


def test_it_queries_the_same_for_one_referral_and_for_twenty(monkeypatch, area, coordinator, officer):
    monkeypatch.setattr(pdf, "in_child", lambda work, *limits: b"%PDF")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            made(coordinator, area)
        return len(captured)

    factories.referral(officer)
    queries()
    at_one = queries()
    for _ in range(19):
        factories.referral(officer)
    assert queries() == at_one
