"""Asking agencies for information: whom, who sees what of it, and what stands."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, connection, transaction
from django.urls import reverse

from cases import operations
from cases.models import InformationRequest, Stage
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import Refused
from prevent_cases.reference.working_days import WorkingDays
from tests import factories
from tests.cases.information import (
    address,
    answered,
    opened,
    recipients,
)

# The first Wednesday of July next year, when everybody has been long in post.
NOON = next(
    day
    for day in (datetime(clock.today().year + 1, 7, number, 12, tzinfo=UTC) for number in range(1, 8))
    if day.weekday() == 2
)


def day(number: int) -> date:
    """So many days after it."""
    return NOON.date() + timedelta(days=number)


# What it does


def test_several_agencies_are_asked_on_one_page_and_each_is_told_without_a_word_about_whom(
    client, case, coordinator, school, lead, nhs, nora, childrens_services, representative, mailoutbox, do_errands
):
    client.force_login(coordinator)
    ask = address("ask_for_information", case)
    assert "Whom do you ask?" in opened(client, ask)
    said = {
        "agencies": [school.slug, nhs.slug],
        "asked": "How is he?",
        "purpose": "To help.",
        "lawful_basis": "public_task",
    }
    missing = client.post(ask, {})
    assert missing.status_code == 422
    assert {"agencies", "asked", "purpose", "lawful_basis"} <= missing.context["form"].errors.keys()
    do_errands()
    mailoutbox.clear()
    assert client.post(ask, said).url == address("information", case)
    assert {request.agency for request in case.information_requests.all()} == {school, nhs}
    (due_on,) = {request.due_on for request in case.information_requests.all()}
    assert WorkingDays.of(case.area).between(clock.today(), due_on) == 10
    do_errands()
    assert recipients(mailoutbox) == sorted([lead.email, nora.email])
    for message in mailoutbox:
        assert not re.search("Ashwin|Birch|AB|How is he|NHS|School|health", message.subject + message.body)
    # Those that have still to answer are not offered again; nor can they be asked behind the page's back.
    page = opened(client, ask)
    assert f'value="{childrens_services.slug}"' in page
    assert f'value="{nhs.slug}"' not in page
    with pytest.raises(Refused, match="has not answered"):
        factories.information_request(case, nhs, coordinator)


def test_an_agency_without_the_case_sees_its_request_and_nothing_of_the_case(
    client, case, referral, request_to_nhs, nora, nhs, school, lead, representative, officer, organiser, coordinator,
    chair, deputy, stranger,
):  # fmt: skip
    endpoint = reverse("cases_api:view_informationrequest", args=[request_to_nhs.reference])
    kept = [address(f"{verb}_information_request", request_to_nhs) for verb in ("move", "recall")]
    pages = {
        "request": (request_to_nhs.get_absolute_url(), endpoint),
        "answer": (address("answer_information_request", request_to_nhs),),
        "keep": kept,
        "case": (case.get_absolute_url(), address("information", case), address("history", case)),
    }
    # By hand: who gets what.
    table = {
        nora: {"request": 200, "answer": 200, "keep": 403, "case": 404},
        lead: {"request": 404, "answer": 404, "keep": 404, "case": 404},
        factories.person(nhs, PostKind.OFFICER, "Olga Officer"): dict.fromkeys(pages, 404),
        coordinator: {"request": 200, "answer": 403, "keep": 200, "case": 200},
        chair: {"request": 200, "answer": 403, "keep": 200, "case": 200},
        deputy: {"request": 200, "answer": 403, "keep": 200, "case": 200},
        organiser: {"request": 200, "answer": 403, "keep": 403, "case": 200},
        stranger: dict.fromkeys(pages, 404),
    }
    for person, right in table.items():
        client.force_login(person)
        for kind, urls in pages.items():
            assert {client.get(url).status_code for url in urls} == {right[kind]}, (person, kind)
    client.force_login(nora)
    page = opened(client, request_to_nhs.get_absolute_url())
    for words in (
        "Ashwin Birch",
        "Is he seen by your crisis team?",
        "Public task",
        "Cora Coordinator",
        "As long as the",
    ):
        assert words in page
    for words in (case.reference, referral.reference, referral.entries.get().text, "Larkfield"):
        assert words not in page, words
    assert request_to_nhs.reference in opened(client, address_of_list())
    assert f"Answer for Harrowmere NHS: request {request_to_nhs.reference}" in opened(client, "/")
    client.force_login(coordinator)
    assert "Harrowmere NHS: case " in opened(client, "/")
    # A member to whom the case is open learns nothing of what another agency is asked.
    factories.share(case, representative.held_posts.get().agency, coordinator)
    client.force_login(representative)
    assert "crisis team" not in opened(client, address("information", case))
    assert "Harrowmere NHS" not in opened(client, address("information", case))
    assert client.get(request_to_nhs.get_absolute_url()).status_code == 404


def address_of_list() -> str:
    return reverse("cases:list_informationrequests")


# When it refuses, and who may


def test_who_asks_sets_another_day_or_takes_it_back_with_a_reason(
    client, case, request_to_nhs, nora, coordinator, organiser
):
    client.force_login(coordinator)
    day = clock.today() + timedelta(days=30)
    move = address("move_information_request", request_to_nhs)
    said = {"due_on_day": day.day, "due_on_month": day.month, "due_on_year": day.year}
    assert client.post(move, said).status_code == 422
    assert client.post(move, said | {"reason": "They asked for time."}).status_code == 302
    client.force_login(nora)
    assert "They asked for time." in opened(client, request_to_nhs.get_absolute_url())
    for operation in (operations.move_information_request, operations.recall_information_request):
        with pytest.raises(PermissionDenied):
            operation(request_to_nhs, by=organiser, reason="Not mine to do.")
    yesterday = clock.today() - timedelta(days=1)
    with pytest.raises(Refused, match="in the past"):
        operations.move_information_request(request_to_nhs, by=coordinator, due_on=yesterday, reason="No.")
    client.force_login(coordinator)
    recall = address("recall_information_request", request_to_nhs)
    assert client.post(recall, {"reason": "We know it by now."}).url == request_to_nhs.get_absolute_url()
    assert "We know it by now." in opened(client, request_to_nhs.get_absolute_url())
    client.force_login(nora)
    assert client.get(request_to_nhs.get_absolute_url()).status_code == 404
    assert request_to_nhs.reference not in opened(client, address_of_list())
    assert (
        client.post(address("answer_information_request", request_to_nhs), {"answer": "nothing_held"}).status_code
        == 404
    )


def test_it_can_be_read_until_its_day_and_no_longer_than_the_case_goes_on(
    client, case, nhs, nora, coordinator, chair, police, police_representative
):
    with clock.at(NOON):
        with pytest.raises(Refused, match="until the day by which they answer"):
            factories.information_request(case, nhs, coordinator, until=day(1))
        request = factories.information_request(case, nhs, coordinator, until=day(30))
        client.force_login(nora)
        assert f"Until {day(30):%-d %B %Y}" in opened(client, request.get_absolute_url())
    with clock.at(NOON + timedelta(days=31)):
        client.logout()
        client.force_login(nora)
        assert client.get(request.get_absolute_url()).status_code == 404
    factories.share(case, police, coordinator)
    of_police = factories.information_request(case, police, coordinator)
    answered(of_police, police_representative, "shared")
    assert case.stage == Stage.INFORMATION_GATHERING
    factories.section36(case, police_representative, reasonable_grounds=False, end_stage="no_further_action")
    with pytest.raises(PermissionDenied):
        factories.information_request(case, nhs, police_representative)
    with pytest.raises(Refused, match="has ended"):
        factories.information_request(case, nhs, coordinator)
    client.force_login(coordinator)
    assert "Every agency has answered." in opened(client, "/")


def test_not_where_a_referral_is_kept_from_those_who_would_read_it_nor_while_on_hold(
    case, teacher, school, lead, coordinator, panel, nhs, nora, police, gateway, other_area,
    childrens_services,
):  # fmt: skip
    referral = factories.referral(teacher, lead_may_know="no", kept_from_lead_because="It is about his son.")
    factories.received(referral, coordinator, best_placed=childrens_services)
    kept = factories.case(referral, coordinator, panel)
    with pytest.raises(Refused, match="kept from the safeguarding lead of Larkfield School"):
        factories.information_request(kept, school, coordinator)
    with pytest.raises(Refused, match="does not serve this area"):
        factories.information_request(case, factories.agency(other_area, "Far School"), coordinator)
    with pytest.raises(Refused, match="Nobody at Children's Services handles its cases"):
        factories.information_request(case, childrens_services, coordinator)
    factories.share(case, police, coordinator)
    factories.hold(case.individual, gateway)
    with pytest.raises(Refused, match="on hold"):
        factories.information_request(case, nhs, coordinator)
    assert not InformationRequest.objects.exists()


def test_what_is_kept_from_those_who_were_asked_is_kept_from_them_when_it_joins_later(
    client, case, teacher, school, lead, coordinator, panel, childrens_services
):
    request = factories.information_request(case, school, coordinator)
    referral = factories.referral_about(
        case.individual, teacher, lead_may_know="no", kept_from_lead_because="His son.", address="1 Canary Row",
        other_names="Canary Ash",
    )  # fmt: skip
    factories.received(referral, coordinator, best_placed=childrens_services)
    assert factories.case(referral, coordinator, panel) == case
    for url in (request.get_absolute_url(), address("answer_information_request", request)):
        client.force_login(lead)
        page = opened(client, url)
        assert "Canary" not in page, url
        assert "Ashwin" in page, url


def test_other_agencies_on_the_case_do_not_learn_who_was_asked_or_answered(
    client, case, nhs, nora, childrens_services, representative, coordinator
):
    factories.share(case, childrens_services, coordinator)
    earlier = clock.now()
    for person in (representative, coordinator):
        client.force_login(person)
        opened(client, case.get_absolute_url())
    with clock.at(earlier + timedelta(hours=2)):
        request = factories.information_request(case, nhs, coordinator)
        client.force_login(nora)
        opened(client, request.get_absolute_url())
        factories.information_answer(request, nora)
    with clock.at(earlier + timedelta(hours=4)):
        urls = (f"{address('history', case)}?views=yes", case.get_absolute_url())
        client.force_login(coordinator)
        assert all("Request for information answered" in opened(client, url) for url in urls)
        client.force_login(representative)
        for url in urls:
            page = opened(client, url)
            assert "nformation answered" not in page, url
            assert "asked for information" not in page, url
            assert "Nora Nhs" not in page, url
        assert "Nobody else has done anything here since" in page


# What it records, and what the database itself holds to


@pytest.mark.parametrize(
    ("statement", "objection"),
    [
        ("UPDATE cases_informationrequest SET asked = 'Something else'", "[Cc]annot|stands|readonly"),
        ("UPDATE cases_informationrequest SET answered_at = now()", "Cannot update"),
        ("UPDATE cases_informationrequest SET recalled_at = now()", "taken_back_with_a_reason|Cannot update"),
        ("UPDATE cases_informationrequest SET due_within = NULL", "moved_with_a_reason|Cannot update"),
        ("UPDATE cases_informationanswer SET answer = 'nothing_held'", "Cannot update"),
        ("UPDATE cases_cover SET until = starts_on - 1", "cover_ends_after_it_begins"),
        ("UPDATE cases_cover SET away_id = covered_by_id", "nobody_covers_for_themselves"),
        ("UPDATE reference_schoolholiday SET until = starts_on - 1", "school_holiday_ends_after"),
    ],
)
def test_what_was_asked_and_answered_stands_whoever_writes(
    case, nhs, nora, request_to_nhs, school, lead, second_lead, area, statement, objection
):
    answered(request_to_nhs, nora, "by_word")
    factories.cover(school, lead, second_lead)
    factories.school_holiday(area)
    wrong = pytest.raises((IntegrityError, InternalError), match=objection)
    with wrong, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_one_entry_each_and_who_looked(client, case, request_to_nhs, nora):
    client.force_login(nora)
    opened(client, request_to_nhs.get_absolute_url())
    answered(request_to_nhs, nora, "nothing_held")
    entries = AuditEntry.objects.about(request_to_nhs)
    assert [entry.sentence for entry in entries[:2]] == [
        "Request for information answered.",
        "Request for information viewed.",
    ]
    assert entries[0] in AuditEntry.objects.about(case)


# The endpoints, and how often pages query


def test_by_the_endpoints(client, case, nhs, nora, coordinator):
    said = {"agencies": [nhs.slug], "asked": "How is he?", "purpose": "To help.", "lawful_basis": "public_task"}

    def send(name, record, **body):
        url = reverse(f"cases_api:{name}", args=[record.reference])
        return client.post(url, body, content_type="application/json")

    client.force_login(nora)
    assert send("ask_for_information", case, **said).status_code == 404
    client.force_login(coordinator)
    assert send("ask_for_information", case).status_code == 422
    assert send("ask_for_information", case, **said).status_code == 200
    request = case.information_requests.get()
    assert send("move_information_request", request, due_on="2099-01-01", reason="No haste.").status_code == 200
    client.force_login(nora)
    (listed,) = client.get(reverse("cases_api:list_informationrequests")).json()["results"]
    assert (listed["reference"], listed["due_on"]) == (request.reference, "2099-01-01")
    problem = send("answer_information_request", request, answer="not_shared")
    assert (problem.status_code, problem["Content-Type"]) == (422, "application/problem+json")
    assert send("answer_information_request", request, answer="nothing_held").status_code == 201
    assert send("answer_information_request", request, answer="nothing_held").status_code == 409
    by_word = {"answer": "by_word", "who_tells": "Nora", "no_intelligence": True} | factories.CONFIDENTIALITY
    assert send("answer_information_request_anew", request, **by_word).status_code == 201
    client.force_login(coordinator)
    assert send("recall_information_request", request, reason="Too late.").status_code == 409


def test_as_many_queries_at_one_request_as_at_twenty(
    client, area, case, school, lead, nhs, nora, coordinator, officer, panel, queries_of
):
    factories.information_request(case, school, coordinator)
    client.force_login(coordinator)
    pages = [address("information", case), "/"]
    at_one = [queries_of(page) for page in pages]
    client.force_login(lead)
    of_agency = [queries_of(address_of_list()), queries_of("/")]
    for number in range(5):
        another = factories.agency(area, f"School {number}")
        factories.person(another, PostKind.SAFEGUARDING_LEAD, f"Lead {number}")
        factories.information_request(case, another, coordinator)
        other = factories.case(factories.referral(officer), coordinator, panel)
        factories.information_request(other, school, coordinator)
    assert [queries_of(address_of_list()), queries_of("/")] == of_agency
    client.force_login(coordinator)
    assert [queries_of(page) for page in pages] == at_one
    assert at_one[0] <= 12
    assert of_agency[0] <= 8
