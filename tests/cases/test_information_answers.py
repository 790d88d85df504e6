"""What agencies answer when they are asked for information, and who learns of it."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.urls import reverse

from cases import operations
from cases.models import InformationAnswer, InformationRequest
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from tests import factories
from tests.cases.information import (
    ANSWERS,
    address,
    answered,
    opened,
)


def test_nothing_held_is_one_press_and_a_second_press_answers_nothing_twice(
    client, case, request_to_nhs, nora, coordinator
):
    client.force_login(nora)
    answer = address("answer_information_request", request_to_nhs)
    page = opened(client, answer)
    assert '<input type="hidden" name="answer" value="nothing_held">' in page
    assert 'form="nothing-held">Nothing held</button>' in page
    press = {"answer": "nothing_held", "once": "a-key-of-this-page"}
    assert client.post(answer, press).url == "/"
    assert client.post(answer, press).url == "/"
    (given,) = request_to_nhs.information_answers.all()
    assert (given.answer, given.answered_by, given.confidentiality_by) == ("nothing_held", nora, "")
    assert client.post(answer, {"answer": "nothing_held"}).status_code == 409
    assert "Answer for Harrowmere NHS" not in opened(client, "/")
    client.force_login(coordinator)
    assert "Nothing held" in opened(client, address("information", case))
    assert "Every agency has answered." in opened(client, "/")


def test_the_page_asks_of_each_answer_what_belongs_to_it(client, request_to_nhs, nora):
    client.force_login(nora)
    answer = address("answer_information_request", request_to_nhs)

    def errors(**said) -> set[str]:
        refused = client.post(answer, said)
        assert refused.status_code == 422
        return set(refused.context["form"].errors)

    health = {"confidentiality_by", "confidentiality_ground", "no_intelligence"}
    assert errors() == {"answer", *health}
    assert errors(answer="shared") == {"text", "mark", *health}
    assert errors(answer="shared", text="He is.", mark="chair_only") == {"with_deputies", *health}
    assert errors(answer="not_shared") == {"why_not", *health}
    assert errors(answer="by_word", text="What does not count") == {"who_tells", *health}
    said = {"answer": "by_word", "who_tells": "Sister Whisper", "no_intelligence": "on"} | factories.CONFIDENTIALITY
    assert client.post(answer, said).status_code == 302
    given = request_to_nhs.information_answers.get()
    assert (given.answer, given.who_tells, given.contribution) == ("by_word", "Sister Whisper", None)
    assert (given.confidentiality_by, given.confidentiality_ground) == ("Dr Guardian", "public_interest")


# What each may know of the answers: by hand. "For the chair" is all that is told of what is the chair's.
KNOWS = {
    "nothing_held": {"coordinator": "Nothing held", "organiser": "Nothing held", "deputy": "Nothing held"},
    "not_shared": {"coordinator": "Held, but not shared", "organiser": "Held, but not shared"},
    "by_word": {"coordinator": "For the chair", "organiser": "For the chair", "deputy": "For the chair"},
    "all_members": {"coordinator": "Shared", "organiser": "Shared", "deputy": "Shared"},
    "police_and_chairs": {"coordinator": "For the chair", "organiser": "For the chair", "deputy": "Shared"},
    "chair_only": {"coordinator": "For the chair", "organiser": "For the chair", "deputy": "For the chair"},
}
FOR_CHAIR = {"by_word": "For the chair, by word", "not_shared": "Held, but not shared", "nothing_held": "Nothing held"}


@pytest.mark.parametrize("answer", KNOWS)
def test_who_asks_learns_the_answer_as_far_as_it_is_for_them(
    client, case, request_to_nhs, nora, coordinator, organiser, deputy, chair, answer
):
    if answer in ANSWERS:
        answered(request_to_nhs, nora, answer)
    else:
        answered(request_to_nhs, nora, "shared", mark=answer)
    canaries = ("court case", "Sister Whisper", "key worker", "Dr Guardian", "come to harm")
    people = {"coordinator": coordinator, "organiser": organiser, "deputy": deputy}
    for who, words in [*KNOWS[answer].items(), ("chair", FOR_CHAIR.get(answer, "Shared"))]:
        client.force_login({**people, "chair": chair}[who])
        page = opened(client, address("information", case))
        of_request = opened(client, request_to_nhs.get_absolute_url())
        told = client.get(reverse("cases_api:view_informationrequest", args=[request_to_nhs.reference])).json()
        for shown in (page, of_request):
            assert re.search(rf'<strong class="govuk-tag[^>]*> ?{words} ?</strong>', shown), (who, shown)
        if words == "For the chair":
            assert told["answer"] is None
            assert [canary for canary in canaries if canary in page + of_request + str(told)] == [], who
        else:
            assert told["answer"]["answer"] == (answer if answer in ANSWERS else "shared")
        assert ("Sister Whisper" in page) == (who == "chair" and answer == "by_word")
        assert ("court case" in page) == (answer == "not_shared")
        assert ("key worker" in page) == (words == "Shared")
        assert answered_in_history(client, case) == 1


def answered_in_history(client, case) -> int:
    return opened(client, address("history", case)).count("Request for information answered.")


def test_a_later_answer_takes_the_place_of_the_one_before_which_is_kept(client, case, request_to_nhs, nora, chair):
    client.force_login(nora)
    anew = address("answer_information_request_anew", request_to_nhs)
    assert "has not answered this yet" in opened(client, anew)
    answered(request_to_nhs, nora, "shared")
    with pytest.raises(Refused, match="Withdraw what your agency shared first"):
        operations.answer_information_request_anew(request_to_nhs, by=nora, answer="nothing_held")
    shared = request_to_nhs.information_answers.get().contribution
    operations.withdraw_contribution(shared, by=nora, reason="It was somebody else.")
    assert client.post(anew, {"answer": "nothing_held"}).url == request_to_nhs.get_absolute_url()
    assert [each.answer for each in request_to_nhs.information_answers.all()] == ["shared", "nothing_held"]
    client.force_login(chair)
    page = opened(client, request_to_nhs.get_absolute_url())
    assert "(answered anew since)" in page
    assert "What was shared has been withdrawn." in page
    assert "Nothing held" in opened(client, address("information", case)).partition("What agencies have shared")[0]


def test_two_colleagues_answer_at_once_and_one_answer_stands(committed, case, nhs, nora, coordinator):
    nils = factories.person(nhs, PostKind.SAFEGUARDING_LEAD, "Nils Nhs")
    request = factories.information_request(case, nhs, coordinator)

    def answer(person) -> str:
        try:
            factories.information_answer(InformationRequest.objects.get(pk=request.pk), person)
            return "answered"
        except Refused as refusal:
            return refusal.sentence[:29]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(answer, [nora, nils])) == ["Your agency has answered this", "answered"]
    assert InformationAnswer.objects.count() == 1


def test_the_police_answer_says_under_which_law_and_no_other_does(
    client, case, police, police_representative, coordinator
):
    request = factories.information_request(case, police, coordinator)
    client.force_login(police_representative)
    page = opened(client, address("answer_information_request", request))
    assert "Part 3 of the Data Protection Act 2018" in page
    assert "Who decided on confidentiality?" not in page
    given = answered(request, police_representative, "shared", mark="police_and_chairs")
    assert given.law_enforcement
    assert given.contribution.law_enforcement
