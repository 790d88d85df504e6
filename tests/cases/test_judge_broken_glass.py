"""Judging whether it was right to break the glass: by whom, in which time, and whom it is left to otherwise."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from cases import operations
from cases.models import BrokenGlass
from cases.tasks import leave_broken_glasses
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.operations import withdraw_post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import AlreadyDone, Refused
from prevent_cases.reference.models import Nation
from prevent_cases.reference.working_days import bank_holidays
from tests import factories
from tests.cases.glass import REASON


def test_it_stays_until_it_is_judged_by_somebody_else(
    client, case, area, representative, coordinator, governance, queries_of
):
    glass = operations.break_glass(case, by=representative, kind="other", reason=REASON)
    home, all_of_area = reverse("home:home"), reverse("cases:broken_glasses", args=[area.slug])
    for later, overdue in ((0, False), (5, False), (30, True), (400, True)):
        with clock.at(clock.now() + timedelta(days=later)):
            client.logout()
            client.force_login(governance)
            for page in (home, all_of_area):
                shown = client.get(page).content.decode()
                assert case.reference in shown
                assert ("Overdue" in shown) == overdue, (later, page)
    client.force_login(coordinator)
    assert client.get(all_of_area).status_code == 403
    assert client.get(glass.get_absolute_url()).status_code == 403
    client.force_login(governance)
    # What was done, as in any history, and not what whoever did it was told besides.
    said = client.get(glass.get_absolute_url()).text
    assert "Glass broken." in said
    assert "its owner is told" not in said
    assert client.post(glass.get_absolute_url(), {"was_right": "no"}).status_code == 422
    before = queries_of(all_of_area)
    judged = client.post(glass.get_absolute_url(), {"was_right": "no", "judgement": "A call would have done."})
    assert judged["Location"] == all_of_area
    shown = client.get(all_of_area).content.decode()
    assert "It was not right. A call would have done." in shown
    assert case.reference not in client.get(home).content.decode()
    with clock.at(clock.now() + timedelta(hours=2)):
        for _ in range(3):
            again = operations.break_glass(case, by=representative, kind="other", reason=REASON)
            operations.close_broken_glass(again, by=representative)
    assert '<td class="numeric">4</td>' in client.get(all_of_area).content.decode()
    assert queries_of(all_of_area) == before
    with pytest.raises(Refused, match="judged already"):
        operations.judge_broken_glass(glass, by=governance, was_right=True, judgement="It was.")


def test_nobody_judges_their_own(area, panel, case, coordinator, governance):
    operations.restrict_case(case, by=coordinator, reason="A threat.")
    glass = operations.break_glass(case, by=governance, kind="other", reason=REASON)
    assert not BrokenGlass.objects.permitted(governance, "cases.judge_broken_glass").exists()
    another = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gwen Governance")
    operations.judge_broken_glass(glass, by=another, was_right=True, judgement="He was in danger.")
    assert glass.was_right


def home_of(client, person) -> str:
    client.logout()
    client.force_login(person)
    return client.get(reverse("home:home")).content.decode()


def test_not_judged_within_its_working_days_it_goes_to_the_chair_as_well_until_it_is(
    client, do_errands, case, area, representative, coordinator, governance, chair, organiser
):
    do_errands()
    mail.outbox.clear()
    client.force_login(representative)
    asked = client.get(reverse("cases:break_glass", args=[case.reference])).content.decode()
    assert "the information governance lead judges" in " ".join(asked.split())
    glass = operations.break_glass(case, by=representative, kind="other", reason=REASON)
    do_errands()
    assert chair.email not in {message.to[0] for message in mail.outbox}
    until_then = [clock.today() + timedelta(days=n + 1) for n in range((glass.judge_by - clock.today()).days)]
    assert sum(day.weekday() < 5 for day in until_then) >= 5  # More where a bank holiday lies among them.
    assert glass.judge_by.weekday() < 5
    for days, left in ((0, False), (1, True), (200, True)):
        with clock.at(clock.now() + (glass.judge_by - clock.today()) + timedelta(days=days)):
            assert (case.reference in home_of(client, chair)) == left, days
            assert (client.get(glass.get_absolute_url()).status_code == 200) == left, days
            for person in (coordinator, organiser):
                home_of(client, person)
                assert client.get(glass.get_absolute_url()).status_code in (403, 404), person
    with clock.at(clock.now() + timedelta(days=30)):
        assert glass.get_absolute_url() in home_of(client, governance)
        assert "Broken glasses to judge" in home_of(client, chair)
        judged = client.post(glass.get_absolute_url(), {"was_right": "yes", "judgement": "He was in danger."})
        assert judged["Location"] == reverse("home:home")
        glass.refresh_from_db()
        assert glass.judged_by == chair
        assert "Broken glasses to judge" not in home_of(client, chair)


def test_a_bank_holiday_is_none_of_the_five_working_days(client, case, area, representative, governance):
    """The last Monday of May: broken on the Friday before, it is judged by the Monday after the next weekend."""
    days = bank_holidays(Nation.ENGLAND, clock.today().year + 1)
    monday = next(day for day, name in days.items() if name == "Spring Bank Holiday")
    with clock.at(datetime.combine(monday - timedelta(days=3), time(10), clock.LONDON)):
        glass = operations.break_glass(case, by=representative, kind="other", reason=REASON)
    assert glass.judge_by == monday + timedelta(days=7)
    for days_later, is_overdue in ((0, False), (1, True)):
        with clock.at(datetime.combine(glass.judge_by + timedelta(days=days_later), time(10), clock.LONDON)):
            client.logout()
            client.force_login(governance)
            page = client.get(reverse("cases:broken_glasses", args=[area.slug])).content.decode()
            assert ("Overdue" in page) == is_overdue
            # Of whoever broke it: once, judged neither way, and late or not.
            row = re.findall(r'<td class="numeric">(\d+)</td>', page)
            assert row == ["1", "0", "0", "1" if is_overdue else "0"]


def test_whoever_chairs_is_told_once_that_it_is_left_to_them_and_nothing_more(
    do_errands, case, representative, governance, chair
):
    glass = operations.break_glass(case, by=representative, kind="other", reason=REASON)
    left = clock.now() + (glass.judge_by - clock.today()) + timedelta(days=1)
    sent = []
    for moment in (left - timedelta(days=1), left, left + timedelta(hours=1)):
        with clock.at(moment):
            do_errands()
            mail.outbox.clear()
            leave_broken_glasses()
            do_errands()
            sent.append([(each.to, each.body) for each in mail.outbox])
    before, (told,), again = sent
    assert before == again == []
    assert told[0] == [chair.email]
    assert glass.get_absolute_url() in told[1]
    for kept_back in (case.reference, representative.name, case.individual.family_name, REASON):
        assert kept_back not in told[1]
    glass.refresh_from_db()
    operations.judge_broken_glass(glass, by=governance, was_right=True, judgement="He was in danger.")
    with pytest.raises(AlreadyDone):
        operations.tell_to_whom_glass_is_left(glass, by=system_user())


def test_where_nobody_else_answers_for_it_the_chair_judges_at_once(
    client, do_errands, case, coordinator, chair, governance, administrator
):
    def says_beforehand(person) -> str:
        client.force_login(person)
        return " ".join(client.get(reverse("cases:break_glass", args=[case.reference])).content.decode().split())

    operations.restrict_case(case, by=coordinator, reason="A threat.")
    assert "whoever chairs its panel judges" in says_beforehand(governance)
    do_errands()
    mail.outbox.clear()
    # The only one who answers for it.
    by_lead = operations.break_glass(case, by=governance, kind="other", reason=REASON)
    by_chair = operations.break_glass(case, by=chair, kind="other", reason=REASON)
    do_errands()
    to = {(message.to[0], glass.get_absolute_url() in message.body) for message in mail.outbox
          for glass in (by_lead, by_chair) if glass.get_absolute_url() in message.body}  # fmt: skip
    assert to == {(chair.email, True), (governance.email, True)}
    judges = BrokenGlass.objects.permitted(chair, "cases.judge_broken_glass")
    assert list(judges) == [by_lead]
    # They were told so at once, and are told it no second time.
    mail.outbox.clear()
    leave_broken_glasses()
    do_errands()
    assert not [each for each in mail.outbox if by_lead.get_absolute_url() in each.body]
    operations.judge_broken_glass(by_lead, by=chair, was_right=True, judgement="He was in danger.")
    # Nobody at all: it says so, and waits.
    operations.close_broken_glass(by_chair, by=chair)
    withdraw_post(governance.held_posts.get(), by=administrator)
    assert "since nobody can now" in says_beforehand(chair)


def test_whoever_is_excluded_judges_nothing_of_it_and_what_governance_judged_is_not_left_to_the_chair(
    case, coordinator, chair, representative, governance
):
    glass = operations.break_glass(case, by=representative, kind="other", reason=REASON)
    left = BrokenGlass.objects.permitted
    assert not left(chair, "cases.judge_broken_glass").exists()
    operations.exclude_person(case, by=coordinator, person=governance, kind="relative", reason="His aunt.")
    assert list(left(chair, "cases.judge_broken_glass")) == [glass]
    operations.end_exclusion(case.exclusions.get(), by=coordinator)
    governance.forget_posts()
    operations.judge_broken_glass(glass, by=governance, was_right=True, judgement="He was in danger.")
    with clock.at(clock.now() + timedelta(days=30)):
        chair.forget_posts()
        assert not left(chair, "cases.judge_broken_glass").exists()
