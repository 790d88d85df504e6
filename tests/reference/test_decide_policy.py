"""Deciding a policy: dated rows that nobody rewrites, of which the latest that has begun holds."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import Error, connection, transaction
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference import operations
from prevent_cases.reference.models import Section36Policy, policies
from tests import factories

PAGE = "reference:decide_section36policy"
ANSWERS = {"council_decides": "yes", "reason": "Cabinet, 3 March, minute 7."}


def in_days(days):
    return clock.at(clock.now() + timedelta(days=days))


def test_where_nothing_is_decided_the_defaults_hold(area):
    assert [policy.of(area).pk for policy in policies()] == [None for _ in policies()]
    assert Section36Policy.of(area).council_decides is False


def test_what_was_decided_holds_from_its_day_on(area):
    factories.policy(area, Section36Policy, council_decides=True, starts_on=clock.today() + timedelta(days=3))
    assert not Section36Policy.of(area).council_decides
    with in_days(3):
        assert Section36Policy.of(area).council_decides


def test_the_latest_that_has_begun_holds_and_of_two_for_one_day_the_later_decided(area):
    soon = clock.today() + timedelta(days=5)
    for council_decides, starts_on in ((True, None), (False, soon), (True, soon)):
        factories.policy(area, Section36Policy, council_decides=council_decides, starts_on=starts_on, reason="Agreed.")
    factories.policy(area, Section36Policy, council_decides=False)
    assert not Section36Policy.of(area).council_decides
    with in_days(5):
        assert Section36Policy.of(area).council_decides


def test_each_area_decides_for_itself_and_several_are_read_in_one_query(area, other_area, django_assert_num_queries):
    factories.policy(area, Section36Policy, council_decides=True)
    with django_assert_num_queries(1):
        each = Section36Policy.of_each([area, other_area])
    assert [each[area.pk].council_decides, each[other_area.pk].council_decides] == [True, False]


def test_what_is_not_named_stays_as_it_is(area, administrator):
    factories.policy(area, Section36Policy, council_decides=True)
    again = operations.decide_policy(area, by=administrator, policy=Section36Policy, reason="Reviewed; it stays.")
    assert again.council_decides


def test_nobody_rewrites_it_and_nothing_is_lost(area):
    policy = factories.policy(area, Section36Policy, council_decides=True)
    for change in ("council_decides = false", "reason = 'x'", "confirmed_at = NULL, confirmed_by_id = NULL"):
        with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE reference_section36policy SET {change} WHERE id = %s", [policy.pk])


def test_it_stands_in_the_history_of_the_settings(client, area, administrator):
    factories.policy(area, Section36Policy, council_decides=True)
    client.force_login(administrator)
    history = client.get(reverse("reference:settings_history", args=[area.slug])).context["history"]
    assert [(line.sentence, line.by) for line in history.records] == [
        ("Policy confirmed by a second administrator.", "Ben Administrator"),
        ("Policy decided.", "Ada Administrator"),
    ]


def test_it_does_not_begin_in_the_past(client, area, administrator):
    yesterday = clock.today() - timedelta(days=1)
    with pytest.raises(Refused, match="today or later"):
        operations.decide_policy(area, by=administrator, policy=Section36Policy, reason="x", starts_on=yesterday)
    client.force_login(administrator)
    first_day = {"starts_on_day": yesterday.day, "starts_on_month": yesterday.month, "starts_on_year": yesterday.year}
    page = client.post(reverse(PAGE, args=[area.slug]), ANSWERS | first_day)
    assert page.status_code == 409
    assert page.context["form"].errors.keys() == {"starts_on"}


@pytest.mark.parametrize("missing", ["council_decides", "reason"])
def test_every_question_and_the_reason_are_answered(client, area, administrator, missing):
    client.force_login(administrator)
    page = client.post(reverse(PAGE, args=[area.slug]), ANSWERS | {missing: ""})
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {missing}


def test_only_administrators_of_the_area_decide(area, coordinator, stranger, other_area):
    for person in (coordinator, stranger, factories.administrators(other_area)[0]):
        with pytest.raises((PermissionDenied, NotVisible)):
            operations.decide_policy(area, by=person, policy=Section36Policy, reason="x")


def test_what_is_decided_is_seen_by_those_who_work_in_the_area_alone(area, coordinator, officer, stranger):
    factories.policy(area, Section36Policy, council_decides=True)
    for person, count in ((coordinator, 1), (officer, 1), (stranger, 0)):
        assert Section36Policy.objects.permitted(person, "reference.view_section36policy").count() == count


def test_the_page_decides_and_shows_what_holds_what_comes_and_what_was(client, area, administrator):
    before = factories.policy(area, Section36Policy, council_decides=True, reason="Cabinet, May.")
    holds = factories.policy(area, Section36Policy, council_decides=False, reason="Council, June.")
    soon = clock.today() + timedelta(days=5)
    comes = factories.policy(area, Section36Policy, council_decides=True, reason="Cabinet, July.", starts_on=soon)
    client.force_login(administrator)
    done = client.post(reverse(PAGE, args=[area.slug]), ANSWERS, follow=True)
    shown = done.context
    assert (shown["in_force"], shown["coming"], shown["others"]) == (holds, [comes], [before])
    assert shown["waiting"].reason == ANSWERS["reason"]
    page = done.content.decode()
    for words in (
        "Cabinet, May.",
        "Council, June.",
        "Cabinet, July.",
        "Cabinet, 3 March, minute 7.",
        "Ben Administrator",
    ):
        assert words in page


def test_a_form_begins_with_what_holds(client, area, administrator):
    factories.policy(area, Section36Policy, council_decides=True)
    client.force_login(administrator)
    form = client.get(reverse(PAGE, args=[area.slug])).context["form"]
    assert form["council_decides"].value() == "yes"


@pytest.mark.parametrize("policy", policies(), ids=lambda policy: policy.slug)
def test_every_policy_has_its_page_and_its_endpoint(client, area, administrator, policy):
    client.force_login(administrator)
    assert policy.title in client.get(reverse("reference:area_settings", args=[area.slug])).content.decode()
    page = client.get(policy(area=area).get_absolute_url())
    form = page.context["form"]
    assert list(form.fields) == [*policy.questions, "starts_on", "reason"]
    said = {name: value for name in policy.questions if (value := form[name].value()) not in (None, "")}
    sent = client.post(
        reverse(f"reference_api:decide_{policy._meta.model_name}", args=[area.slug]),
        said | {"reason": "As before."},
        content_type="application/json",
    )
    assert sent.status_code == 201, sent.json()
    assert policy.objects.get().values() == policy().values()


def test_the_page_costs_the_same_at_one_decision_and_at_twenty(client, area, administrator, queries_of):
    client.force_login(administrator)
    address = reverse(PAGE, args=[area.slug])
    factories.policy(area, Section36Policy)
    few = queries_of(address)
    for _ in range(19):
        factories.policy(area, Section36Policy)
    assert queries_of(address) == few <= 12
