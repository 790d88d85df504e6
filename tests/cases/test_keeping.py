"""When it is looked at whether what has ended is still needed: by the area's table of outcome and age."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, transaction
from django.urls import reverse

import referrals.operations
from cases import operations
from home import asked
from prevent_cases import clock
from prevent_cases.operations import Refused
from prevent_cases.reference.models import RetentionPolicy
from tests import factories
from tests.cases.raw import refused


def titles_at_home(person) -> dict[str, list[str]]:
    return {section.title: [ask.text for ask in section.asks] for section in asked.sections(person)}


@pytest.mark.parametrize(
    ("stage", "born_on", "months"),
    [
        ("no_further_action", date(2012, 5, 1), 6),
        ("no_further_action", date(1990, 5, 1), 12),
        ("no_further_action", None, 6),
        ("referred_elsewhere", date(2012, 5, 1), 24),
        ("police_led", date(1990, 5, 1), 72),
    ],
)
def test_by_outcome_and_age_an_unfounded_concern_about_a_child_soonest(
    officer, coordinator, panel, chair, stage, born_on, months
):
    case = factories.case(factories.referral(officer, born_on=born_on), coordinator, panel)
    assert case.retention_review_on is None
    operations.move_case(case, by=chair, stage=stage)
    assert case.retention_review_on == clock.today() + relativedelta(months=months)


def test_what_the_area_has_decided_holds_for_what_ends_from_then_on(case, area, chair):
    factories.policy(area, RetentionPolicy, no_further_action_child=3)
    operations.move_case(case, by=chair, stage="no_further_action")
    factories.policy(area, RetentionPolicy, no_further_action_child=5)
    case.refresh_from_db()
    assert case.retention_review_on == clock.today() + relativedelta(months=3)


def test_neither_childhood_nor_an_unfounded_concern_is_kept_longest(area, monkeypatch):
    for said, field in (
        ({"exited": 24, "exited_child": 25}, "exited_child"),
        ({"no_further_action": 40, "no_further_action_child": 6}, "no_further_action"),
    ):
        with pytest.raises(Refused, match="no later than") as refusal:
            factories.policy(area, RetentionPolicy, **said)
        assert refusal.value.field == field
    monkeypatch.setattr(RetentionPolicy, "obstacle_to_deciding", lambda self: "")
    for said in ({"exited": 24, "exited_child": 25}, {"no_further_action": 40}, {"no_further_action_child": 30}):
        with pytest.raises(IntegrityError, match="looked_at_soonest"), transaction.atomic():
            factories.policy(area, RetentionPolicy, **said)


def test_it_stands_on_the_case_and_when_it_is_due_at_the_governance_leads_home(
    client, case, chair, coordinator, governance, stranger
):
    operations.move_case(case, by=chair, stage="no_further_action")
    client.force_login(coordinator)
    assert "Whether it is still needed is looked at on" in client.get(case.get_absolute_url()).content.decode()
    assert "Keeping to be reviewed" not in titles_at_home(governance)
    with clock.at(clock.now() + timedelta(days=190)):
        assert titles_at_home(governance)["Keeping to be reviewed"] == [f"Still needed? Case {case.reference}"]
        assert "Keeping to be reviewed" not in titles_at_home(coordinator)
        for person, listed in ((governance, True), (coordinator, True), (stranger, False)):
            client.logout()
            client.force_login(person)
            page = client.get(reverse("cases:list_cases") + "?keeping").content.decode()
            assert (case.reference in page) == listed, person
        client.force_login(governance)
        factories.purpose(case, governance)
        page = client.get(case.get_absolute_url()).content.decode()
        assert "A decision whether it is still needed has been due since" in page
        read = client.get(reverse("cases_api:view_case", args=[case.reference])).json()
        assert date.fromisoformat(read["retention_review_on"]) < clock.today()


def found_untrue(referral, first, second):
    referrals.operations.propose_found_untrue(referral, by=first, reason="Made up.")
    referrals.operations.answer_found_untrue(referral, by=second, agreed=True, answer_reason="I asked too.")


def in_months(number: int) -> date:
    return clock.today() + relativedelta(months=number)


def test_what_is_found_untrue_is_looked_at_as_unfounded_however_it_ended_and_restricted(
    case, coordinator, chair, governance, panel, officer
):
    """By hand, of a child: 36 months where the police lead, 6 where nothing was needed."""
    first, second = case.carried_referrals.get().referral, factories.referral(officer)
    operations.confirm_same_person(second, by=coordinator, individual=case.individual, reason="Same name and day.")
    assert factories.case(second, coordinator, panel) == case
    restriction = operations.restrict_case(case, by=coordinator, reason="A threat.")
    for person in (governance, chair):
        operations.name_reader(restriction, by=coordinator, person=person)
    operations.move_case(case, by=chair, stage="police_led")
    for referral, number in ((first, 36), (second, 6)):  # One of two is true for all that is known.
        found_untrue(referral, coordinator, governance)
        case.refresh_from_db()
        assert case.retention_review_on == in_months(number)
    for wrong in (24, 7):
        row = "UPDATE cases_case SET retention_review_on = %s WHERE id = %s"
        refused(row, in_months(wrong), case.pk, match="kept for longer only as its last review")


def test_what_was_found_untrue_before_it_ends_is_counted_so(case, coordinator, chair, governance):
    found_untrue(case.carried_referrals.get().referral, coordinator, governance)
    operations.move_case(case, by=chair, stage="police_led")
    assert case.retention_review_on == in_months(6)
