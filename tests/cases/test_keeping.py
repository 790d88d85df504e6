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
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from prevent_cases.reference.models import RetentionPolicy
from tests import factories
from tests.cases.raw import refused

DAY = timedelta(days=1)


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


def is_due(case, chair):
    operations.move_case(case, by=chair, stage="no_further_action")
    return clock.at(clock.now() + timedelta(days=800))


def day_to_come() -> dict[str, int]:
    until = clock.today() + timedelta(days=90)
    return {"review_on_day": until.day, "review_on_month": until.month, "review_on_year": until.year}


def test_a_case_is_kept_for_a_kind_of_reason_and_a_childs_as_it_was_weighed(
    client, case, coordinator, chair, governance
):
    with is_due(case, chair):
        client.force_login(governance)
        factories.purpose(case, governance)
        page = reverse("cases:keep_case", args=[case.reference])
        assert "They may have been under 18." in client.get(page).content.decode()
        said = {
            "because": "proceedings",
            "reason": "It is not settled.",
            "child_weighed": "He wants it.",
        } | day_to_come()
        for without in ("because", "child_weighed"):
            assert client.post(page, said | {without: ""}).status_code == 422, without
        with pytest.raises(Refused, match="may have been under 18") as refusal:
            operations.keep_case(case, by=governance, because="law", reason="x", review_on=clock.today() + DAY)
        assert refusal.value.field == "child_weighed"
        assert client.post(page, said).status_code == 302
        review = case.retention_reviews.get()
        listed = client.get(reverse("cases:list_cases") + "?keeping").content.decode()
        assert "Waits for a second signature: A complaint, a claim or a court case draws on it" in listed
        shown = client.get(case.get_absolute_url()).content.decode()
        read = client.get(reverse("cases_api:view_case", args=[case.reference])).json()["kept_because"]
        assert [(each["because"], each["child_weighed"]) for each in read] == [("proceedings", "He wants it.")]
        second = factories.person(case.area, PostKind.GOVERNANCE_LEAD, "Second Lead")
        factories.purpose(case, second)
        client.logout()
        client.force_login(second)
        to_sign = client.get(reverse("cases:sign_keeping", args=[case.reference])).content.decode()
        for where in (shown, to_sign):
            for words in ("A complaint, a claim or a court case draws on it", "He wants it.", "if they were under 18"):
                assert words in where, words
        # One from before it was asked holds as it is.
        review.because = review.child_weighed = ""
        review.validate_constraints()


@pytest.mark.parametrize(
    ("born", "is_asked"),
    [
        (None, True),
        ({"years": 18}, False),
        ({"years": 18, "days": -1}, True),
        ({"years": 40}, False),
    ],
)
def test_what_was_said_of_a_child_is_weighed_by_their_age_as_the_case_began_whoever_writes_it(
    client, officer, coordinator, panel, chair, governance, born, is_asked
):
    born_on = born and clock.today() - relativedelta(**born)
    case = factories.case(factories.referral(officer, born_on=born_on), coordinator, panel)
    raw = (
        "INSERT INTO cases_retentionreview (why_not, because, child_weighed, case_id, reason, review_on,"
        " reviewed_by_id, reviewed_at) SELECT '', %s, '', id, 'x', %s, owner_id, %s FROM cases_case"
    )
    with is_due(case, chair):
        client.force_login(governance)
        factories.purpose(case, governance)
        page = client.get(reverse("cases:keep_case", args=[case.reference])).content.decode()
        assert ("under 18" in page) == is_asked
        until = clock.today() + DAY
        refused(raw, "", until, clock.now(), match="Cannot insert")
        refused(raw, "fancy", until, clock.now(), match="kind_of_reason|only as it says why")
        if is_asked:
            refused(raw, "law", until, clock.now(), match="only as it says why that is in proportion")
        else:
            operations.keep_case(case, by=governance, because="law", reason="x", review_on=until)


def test_of_a_restricted_case_everybody_is_asked_the_same_so_that_no_age_is_told(
    client, officer, coordinator, panel, chair, governance
):
    pages = []
    for years in (12, 40):
        born_on = clock.today() - relativedelta(years=years)
        case = factories.case(factories.referral(officer, born_on=born_on), coordinator, panel)
        restriction = operations.restrict_case(case, by=coordinator, reason="A threat.")
        operations.name_reader(restriction, by=coordinator, person=chair)
        with is_due(case, chair):
            client.logout()
            client.force_login(governance)
            page = reverse("cases:keep_case", args=[case.reference])
            told = client.get(page).content.decode()
            pages.append("If they may have been under 18: why is it in proportion to keep this?" in told)
            said = {"because": "law", "reason": "x"} | day_to_come()
            assert client.post(page, said).status_code == 422
    assert pages == [True, True]


def test_what_was_found_untrue_before_it_ends_is_counted_so(case, coordinator, chair, governance):
    found_untrue(case.carried_referrals.get().referral, coordinator, governance)
    operations.move_case(case, by=chair, stage="police_led")
    assert case.retention_review_on == in_months(6)
