"""The police gateway: asked, answered, signed where an answer ends something, and recalled."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from cases.operations import confirm_same_person
from panels.operations import accept_referral
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import GatewayPolicy
from prevent_cases.reference.working_days import WorkingDays
from referrals import operations
from referrals.models import GatewayAnswer, GatewayRequest, Hold, Referral
from tests import factories

ACCEPTED = {"rationale": "A pattern over weeks.", "words_for_referrer": "Thank you."}
ANSWER = {
    "deconfliction": "clear",
    "category": "limited",
    "proposes_end": "no",
    "reasons": "Known once, as a witness.",
    "earlier_checked": "on",
    "no_intelligence": "on",
}


@pytest.fixture
def asked(referral, coordinator, police):
    return factories.at_gateway(referral, coordinator, police)


def sees(person, referral):
    person.forget_posts()
    return Referral.objects.permitted(person, "referrals.view_referral").filter(pk=referral.pk).exists()


# What it does


def test_asked_the_gateway_sees_that_referral_alone_until_it_has_answered(
    referral, coordinator, police, officer, gateway, supervisor
):
    other = factories.referral(officer)
    assert not sees(gateway, referral)
    asked = factories.at_gateway(referral, coordinator, police)
    referral.refresh_from_db()
    assert referral.stage == "at_gateway"
    assert [sees(person, each) for person in (gateway, supervisor) for each in (referral, other)] == [
        True, False, True, False,
    ]  # fmt: skip
    factories.answered(asked, gateway)
    referral.refresh_from_db()
    assert referral.stage == "in_triage"
    assert not sees(gateway, referral)


def test_an_answer_that_ends_something_waits_for_the_supervisors_signature(referral, asked, gateway, supervisor):
    answer = factories.answered(asked, gateway, category="not_appropriate")
    referral.refresh_from_db()
    assert (referral.stage, referral.gateway_has_answered) == ("at_gateway", False)
    operations.sign_gateway_answer(answer, by=supervisor, agrees=True)
    referral.refresh_from_db()
    assert (referral.stage, referral.gateway_has_answered) == ("in_triage", True)


def test_sent_back_it_stays_and_is_answered_anew(referral, asked, gateway, supervisor):
    answer = factories.answered(asked, gateway, proposes_end=True)
    operations.sign_gateway_answer(answer, by=supervisor, agrees=False, why_not="Ask the school first.")
    factories.answered(asked, gateway)
    assert [each.stands for each in asked.gateway_answers.all()] == [False, True]


def test_recalled_the_referral_is_in_triage_and_the_gateway_sees_it_no_more(referral, asked, coordinator, gateway):
    operations.recall_from_gateway(asked, by=coordinator)
    referral.refresh_from_db()
    assert (referral.stage, referral.gateway_has_answered, sees(gateway, referral)) == ("in_triage", False, False)


def test_a_hold_stands_at_once_and_the_referral_goes_back_as_with_any_answer(referral, asked, gateway):
    review_on = clock.today() + timedelta(days=20)
    factories.answered(asked, gateway, deconfliction="hold", review_on=review_on)
    referral.refresh_from_db()
    assert referral.stage == "in_triage"
    assert Hold.objects.over(referral.individual).get().review_on == review_on


# When it refuses


@pytest.mark.parametrize("kind", ["channel", "social_inclusion"])
def test_a_panel_that_is_or_acts_as_channel_takes_nothing_before_the_answer(
    referral, coordinator, area, asked, gateway, kind
):
    panel = factories.panel(area, "A panel", kind=kind, acts_as_channel=kind != "channel")
    operations.recall_from_gateway(asked, by=coordinator)
    with pytest.raises(Refused, match="Ask the police gateway first"):
        accept_referral(referral, by=coordinator, panel=panel, **ACCEPTED)
    again = operations.ask_gateway(referral, by=coordinator, agency=asked.agency, asked="Once more?")
    factories.answered(again, gateway)
    assert accept_referral(referral, by=coordinator, panel=panel, **ACCEPTED).panel == panel


def test_another_panel_does_not_wait_for_it(assessed, coordinator, area):
    panel = factories.panel(area, "Youth panel", kind="social_inclusion")
    assert accept_referral(assessed, by=coordinator, panel=panel, **ACCEPTED)


def test_nor_does_a_referral_slip_past_it_into_a_case_that_channel_has(
    case, officer, coordinator, panel, area, police, gateway
):
    other = factories.panel(area, "Youth panel", kind="social_inclusion")
    factories.policy(area, GatewayPolicy, used=True)
    further = factories.assessed(factories.referral(officer), coordinator)
    confirm_same_person(further, by=coordinator, individual=case.individual, reason="The same address.")
    with pytest.raises(Refused, match="a live case with Channel Panel"):
        accept_referral(further, by=coordinator, panel=other, **ACCEPTED)
    with pytest.raises(Refused, match=r"Ask the police gateway first\. Channel Panel"):
        accept_referral(further, by=coordinator, panel=panel, **ACCEPTED)
    factories.answered(operations.ask_gateway(further, by=coordinator, agency=police, asked="Is it clear?"), gateway)
    assert accept_referral(further, by=coordinator, panel=panel, **ACCEPTED) == case


def test_it_is_left_out_only_by_a_local_agreement(assessed, coordinator, area, panel):
    with pytest.raises(Refused, match="local agreement"):
        factories.policy(area, GatewayPolicy, used=False)
    factories.policy(area, GatewayPolicy, used=False, agreement="Signed by the council and the police, 3 May.")
    assert accept_referral(assessed, by=coordinator, panel=panel, **ACCEPTED)


def test_nothing_is_decided_meanwhile(referral, asked, coordinator, panel):
    referral.refresh_from_db()
    with pytest.raises(Refused, match="The police gateway has been asked"):
        accept_referral(referral, by=coordinator, panel=panel, **ACCEPTED)


def test_only_the_police_of_the_area_are_asked(assessed, coordinator, school, other_area):
    far = factories.agency(other_area, "Eastvale Police", AgencyType.POLICE, Sector.POLICE)
    for agency in (school, far):
        with pytest.raises(Refused, match="police of this area"):
            operations.ask_gateway(assessed, by=coordinator, agency=agency, asked="Well?")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"earlier_checked": False}, "earlier referrals"),
        ({"no_intelligence": False}, "intelligence service"),
        ({"deconfliction": "hold"}, "looked at again"),
    ],
)
def test_what_an_answer_needs(asked, gateway, said, sentence):
    with pytest.raises(Refused, match=sentence):
        factories.answered(asked, gateway, **said)
    with pytest.raises(Refused, match="a day to come"):
        factories.answered(asked, gateway, deconfliction="hold", review_on=clock.today())
    assert not GatewayAnswer.objects.exists()


def test_one_answer_to_one_request(asked, gateway):
    factories.answered(asked, gateway)
    with pytest.raises(NotVisible):  # The gateway's sight of it has ended.
        factories.answered(asked, gateway)


def test_nobody_signs_their_own_answer(asked, supervisor):
    answer = factories.answered(asked, supervisor, category="not_appropriate")
    with pytest.raises(Refused, match="gave this answer yourself"):
        operations.sign_gateway_answer(answer, by=supervisor, agrees=True)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("stands = true", "an_answer_that_ends_something_takes_two"),
        ("stands = true, checked_by_id = answered_by_id, checked_at = now()", "a_second_person_checks_an_answer"),
        ("stands = false", "an_answer_is_sent_back_with_a_reason"),
        ("no_intelligence = false", "no_intelligence_material_is_declared"),
    ],
)
def test_the_database_refuses_it_whoever_writes(asked, gateway, change, constraint):
    answer = factories.answered(asked, gateway, category="not_appropriate")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE referrals_gatewayanswer SET {change} WHERE id = %s", [answer.pk])


# Who may


def test_who_asks_and_recalls(assessed, officer, stranger, organiser, police, gateway):
    for person, refusal in ((officer, NotVisible), (stranger, NotVisible), (organiser, PermissionDenied)):
        with pytest.raises(refusal):
            operations.ask_gateway(assessed, by=person, agency=police, asked="Well?")


def test_only_the_gateway_answers_and_only_its_supervisor_signs(
    asked, coordinator, gateway, police_representative, representative, childrens_services
):
    with pytest.raises(PermissionDenied):
        factories.answered(asked, coordinator)
    no_police = factories.person(childrens_services, PostKind.GATEWAY_OFFICER, "Nobody's Gateway")
    for person in (police_representative, representative, no_police):
        with pytest.raises(NotVisible):
            factories.answered(asked, person)
    answer = factories.answered(asked, gateway, category="not_appropriate")
    with pytest.raises(PermissionDenied):
        operations.sign_gateway_answer(answer, by=gateway, agrees=True)


def test_what_the_police_say_is_seen_by_the_coordinator_the_chair_and_the_gateway_alone(
    referral, asked, gateway, coordinator, organiser, panel, chair
):
    answer = factories.answered(asked, gateway)

    def seen_by(person):
        person.forget_posts()
        return list(GatewayAnswer.objects.permitted(person, "referrals.view_gatewayanswer"))

    assert [seen_by(person) for person in (coordinator, organiser, chair, gateway)] == [[answer], [], [], []]
    referral.refresh_from_db()
    factories.case(referral, coordinator, panel)
    assert seen_by(chair) == [answer]


# The pages


def test_from_the_question_to_the_signature_by_the_pages(client, assessed, coordinator, police, gateway, supervisor):
    client.force_login(coordinator)
    ask = reverse("referrals:ask_gateway", args=[assessed.reference])
    assert "Would support cut across police work?" in client.get(ask).content.decode()
    client.post(ask, {"agency": police.slug, "asked": "Is it clear?"})
    request = GatewayRequest.objects.get()
    due_on = WorkingDays.of(assessed.area).due(request.asked_at, 5)
    assert (request.due_on, request.is_waiting) == (due_on, True)
    assert f"to answer by {due_on:%-d %B}" in client.get(assessed.get_absolute_url()).content.decode()
    assert f"Waits for the police gateway: referral {assessed.reference}" in client.get("/").content.decode()
    client.force_login(gateway)
    answer = reverse("referrals:answer_for_gateway", args=[request.reference])
    home = client.get("/").content.decode()
    assert answer in home
    assert f"{due_on:%-d %B}" in home
    page = client.get(answer).content.decode()
    for words in ("Is it clear?", "law enforcement (Part 3 of the Data Protection Act 2018)", f"{due_on:%-d %B}"):
        assert words in page
    assert client.post(answer, ANSWER | {"category": "not_appropriate"}).url == "/"
    client.force_login(supervisor)
    sign = reverse("referrals:sign_gateway_answer", args=[GatewayAnswer.objects.get().reference])
    assert sign in client.get("/").content.decode()
    assert "Known once, as a witness." in client.get(sign).content.decode()
    assert client.post(sign, {"agrees": "yes"}).url == "/"
    client.force_login(coordinator)
    assert "C: not appropriate for a panel" in client.get(assessed.get_absolute_url()).content.decode()


def test_what_is_wrong_is_said_beside_its_question(client, asked, gateway, supervisor):
    client.force_login(gateway)
    answer = reverse("referrals:answer_for_gateway", args=[asked.reference])
    page = client.post(answer, ANSWER | {"deconfliction": "hold"})
    assert (page.status_code, list(page.context["form"].errors)) == (409, ["review_on"])
    client.post(answer, ANSWER | {"proposes_end": "yes"})
    client.force_login(supervisor)
    sign = reverse("referrals:sign_gateway_answer", args=[GatewayAnswer.objects.get().reference])
    page = client.post(sign, {"agrees": "no"})
    assert (page.status_code, list(page.context["form"].errors)) == (409, ["why_not"])


def test_the_coordinator_recalls_it_by_the_page(client, asked, coordinator):
    client.force_login(coordinator)
    recall = reverse("referrals:recall_from_gateway", args=[asked.reference])
    assert recall in client.get(asked.get_absolute_url()).content.decode()
    assert client.post(recall).url == asked.get_absolute_url()
    assert "no longer asked" in client.get(recall).content.decode()


# How often it queries


def test_as_many_queries_at_one_request_as_at_twelve(
    client, asked, officer, coordinator, police, gateway, supervisor, queries_of
):
    def of(person):
        client.force_login(person)
        return queries_of("/")

    at_one = [of(person) for person in (gateway, supervisor, coordinator)]
    for _ in range(11):
        factories.at_gateway(factories.referral(officer), coordinator, police)
    assert [of(person) for person in (gateway, supervisor, coordinator)] == at_one
    assert max(at_one) <= 12, at_one


def test_the_list_of_answered_requests_costs_the_same_at_one_and_at_five(
    client, asked, officer, coordinator, police, gateway, queries_of
):
    page = reverse("referrals:list_answered_requests")
    client.force_login(gateway)
    factories.answered(asked, gateway)
    at_one = queries_of(page)
    for _ in range(4):
        factories.answered(factories.at_gateway(factories.referral(officer), coordinator, police), gateway)
    assert queries_of(page) == at_one <= 8
    assert client.get(page).content.decode().count("Put on hold") == 5
