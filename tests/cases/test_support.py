"""The plan of support: the four things the Act asks for, made when support is offered, revised and never edited."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import PLAN_ITEMS, Case
from prevent_cases import clock
from prevent_cases.operations import NotVisible, Refused
from tests import factories
from tests.cases.raw import refused

AS_IT_STANDS = "review_on, offered_on, made_by_id, made_at"


def test_a_plan_is_revised_and_the_one_before_can_be_read(client, adopted, chair, police_representative):
    later = clock.today() + timedelta(days=60)
    operations.plan_support(
        adopted, by=chair, **factories.PLAN | {"support": "A course: canary-new.", "review_on": later}
    )
    client.force_login(police_representative)
    page = client.get(reverse("cases:support", args=[adopted.reference])).content.decode()
    assert page.index("canary-new") < page.index("Earlier plans") < page.index(factories.PLAN["support"])
    read = client.get(reverse("cases_api:support", args=[adopted.reference])).json()
    assert [plan["support"] for plan in read["plans"]] == [factories.PLAN["support"], "A course: canary-new."]


def test_it_says_all_that_the_act_asks_and_when_it_is_looked_at_next(adopted, chair):
    for name in PLAN_ITEMS:
        with pytest.raises(Refused, match="Say ") as refusal:
            operations.plan_support(adopted, by=chair, **factories.PLAN | {name: ""})
        assert refusal.value.field == name
    for day in (None, clock.today()):
        with pytest.raises(Refused, match="a day to come") as refusal:
            operations.plan_support(adopted, by=chair, **factories.PLAN | {"review_on": day})
        assert refusal.value.field == "review_on"


def test_support_goes_on_by_its_plan_until_another_day(adopted, chair, coordinator):
    day = clock.today() + timedelta(days=60)
    with pytest.raises(Refused, match="a day to come"):
        operations.continue_support(adopted, by=chair, looks_again_on=clock.today())
    with pytest.raises(PermissionDenied):
        operations.continue_support(adopted, by=coordinator, looks_again_on=day)
    operations.continue_support(adopted, by=chair, looks_again_on=day)
    assert adopted.support_plans.get().review_on == day


def test_none_goes_on_without_a_plan(case, chair):
    with pytest.raises(Refused, match="by a plan, and none was made here"):
        operations.continue_support(case, by=chair, looks_again_on=clock.today() + timedelta(days=60))


def test_the_database_keeps_it_whole(adopted):
    refused("UPDATE cases_supportplan SET support = 'x' WHERE case_id = %s", adopted.pk, match="Cannot update")
    for name in PLAN_ITEMS:
        copied = ", ".join("''" if each == name else each for each in PLAN_ITEMS)
        refused(
            f"INSERT INTO cases_supportplan (case_id, {', '.join(PLAN_ITEMS)}, {AS_IT_STANDS}, in_error_reason)"
            f" SELECT case_id, {copied}, {AS_IT_STANDS}, '' FROM cases_supportplan WHERE case_id = %s",
            adopted.pk,
            match="says_what_the_act_asks",
        )


def test_the_database_refuses_an_offer_without_a_plan(case, officer, police, police_representative, coordinator):
    past_the_panel = "UPDATE cases_case SET stage = 'consent_pending', awaits_section36 = false WHERE id = %s"
    refused(past_the_panel, case.pk, match="only by the ways that are open")
    columns = ", ".join(field.column for field in Case._meta.concrete_fields if field.name not in ("id", "reference"))
    another = factories.referral(officer, given_names="Rowan").individual
    taken_on = columns.replace("stage", "'consent_pending'").replace("awaits_section36", "false")
    taken_on = taken_on.replace("individual_id", str(another.pk))
    begun_there = f"INSERT INTO cases_case (reference, {columns}) SELECT 'BCDFGHJKLM', {taken_on} FROM cases_case"
    refused(f"{begun_there} WHERE id = %s", case.pk, match="only by the ways that are open")
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    refused("UPDATE cases_case SET stage = 'consent_pending' WHERE id = %s", case.pk, match="with a plan of support")


def test_who_may(client, adopted, chair, coordinator, police_representative, officer, stranger):
    pages = [reverse(f"cases:{name}", args=[adopted.reference]) for name in ("support", "plan_support")]
    for person, answers in {
        chair: [200, 200],
        coordinator: [200, 403],
        police_representative: [200, 403],
        officer: [404, 404],
        stranger: [404, 404],
    }.items():
        client.force_login(person)
        assert [client.get(page).status_code for page in pages] == answers, person
    with pytest.raises(PermissionDenied):
        operations.plan_support(adopted, by=coordinator, **factories.PLAN)
    with pytest.raises(NotVisible):
        operations.plan_support(adopted, by=officer, **factories.PLAN)


def test_by_the_page_what_was_planned_before_stands_in_it(client, adopted, chair):
    client.force_login(chair)
    page = reverse("cases:plan_support", args=[adopted.reference])
    assert factories.PLAN["provider"] in client.get(page).content.decode()
    said = {name: factories.PLAN[name] for name in PLAN_ITEMS} | {"provider": ""}
    wrong = client.post(page, said | {"review_on_day": "31", "review_on_month": "1", "review_on_year": "2099"})
    assert wrong.status_code == 422
    assert list(wrong.context["form"].errors) == ["provider"]
    assert client.post(
        page,
        said | {"provider": "The college.", "review_on_day": "31", "review_on_month": "1", "review_on_year": "2099"},
    ).url == reverse("cases:support", args=[adopted.reference])
