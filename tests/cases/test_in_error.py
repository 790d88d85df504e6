"""What can be said to be recorded in error: plans of support, that somebody is worried, letters, and answers."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import Case
from prevent_cases import clock
from prevent_cases.operations import Refused
from tests import factories
from tests.cases.raw import executed, refused
from tests.cases.test_letters import SAID
from tests.panels.reviews import exit_now
from tests.panels.test_exit import worried
from tests.standing import standing

WRONG = {"reason": "Canary-wrong: it was about his cousin."}


def now(case) -> Case:
    return Case.objects.get(pk=case.pk)


# Plans


def test_a_plan_in_error_counts_no_more_once_the_right_one_is_made(client, adopted, officer, coordinator, panel, chair):
    executed("SELECT")
    case, wrong = adopted, adopted.support_plans.get()
    client.force_login(chair)
    page = reverse("cases:record_plan_in_error", args=[case.reference])
    too_soon = client.post(page, WRONG | {"plan": wrong.pk})
    assert "Make the right one first" in too_soon.content.decode()
    refused(
        "UPDATE cases_supportplan SET in_error_at = now(), in_error_by_id = made_by_id, in_error_reason = 'x'",
        match="has a plan that was not recorded in error",
    )
    operations.plan_support(case, by=chair, **factories.PLAN | {"provider": "Canary-right."})
    assert client.post(page, WRONG | {"plan": wrong.pk}).status_code == 302
    support = client.get(reverse("cases:support", args=[case.reference])).content.decode()
    assert "Canary-wrong" in support
    sheet = client.get(reverse("reports:statutory_sheet", args=[case.reference])).content.decode()
    assert "Canary-right." in sheet
    read = client.get(reverse("cases_api:support", args=[case.reference])).json()["plans"]
    assert [each["in_error_reason"] for each in read] == [WRONG["reason"], ""]
    another = factories.case(factories.referral(officer, given_names="Robin"), coordinator, panel)
    with pytest.raises(Refused, match="a plan of this case"):
        operations.record_plan_in_error(another, by=chair, plan=case.support_plans.last(), **WRONG)


@standing
def exited(adopted, coordinator, chair):
    factories.consent(adopted, coordinator)
    return exit_now(adopted, coordinator, chair)


def test_of_a_plan_for_after_support_it_is_said_beside_it_and_no_other_takes_its_place(client, exited, chair):
    client.force_login(chair)
    page = reverse("cases:record_exit_plan_in_error", args=[exited.reference])
    assert page in client.get(reverse("cases:support", args=[exited.reference])).content.decode()
    assert client.post(page, WRONG).status_code == 302
    shown = client.get(reverse("cases:support", args=[exited.reference])).content.decode()
    assert ("Canary-wrong" in shown, page in shown) == (True, False)
    sheet = client.get(reverse("reports:statutory_sheet", args=[exited.reference])).content.decode()
    assert "No plan for afterwards is recorded" in sheet
    with pytest.raises(Refused, match="said already"):
        operations.record_exit_plan_in_error(now(exited), by=chair, **WRONG)


# What worried somebody


def test_what_worried_is_said_to_be_in_error_once_it_was_seen_to(client, adopted, coordinator):
    factories.consent(adopted, coordinator)
    concern = worried(adopted, coordinator)
    with pytest.raises(Refused, match="Say first what was done about it"):
        operations.record_urgent_concern_in_error(concern, by=coordinator, **WRONG)
    operations.answer_urgent_concern(concern, by=coordinator, what_was_done="I rang his mother.")
    client.force_login(coordinator)
    page = reverse("cases:record_urgent_concern_in_error", args=[concern.reference])
    assert page in client.get(concern.get_absolute_url()).content.decode()
    assert client.post(page, WRONG).status_code == 302
    assert "Canary-wrong" in client.get(concern.get_absolute_url()).content.decode()
    assert "Recorded in error" in client.get(concern.intervention.get_absolute_url()).content.decode()
    read = client.get(reverse("cases_api:view_urgentconcern", args=[concern.reference])).json()
    assert (bool(read["in_error_at"]), read["in_error_reason"]) == (True, WRONG["reason"])
    refused("UPDATE cases_urgentconcern SET what_was_done = 'x'", match="Cannot update")
    refused("UPDATE cases_urgentconcern SET in_error_reason = 'x'", match="Cannot update")


# Letters


def test_a_letter_in_error_stays_says_so_and_is_printed_no_more(
    client, case, coordinator, chair, do_errands, text_of, police, police_representative
):
    factories.share(case, police, coordinator)
    letter = operations.write_letter(case, by=coordinator, added="Canary-letter.", **SAID)
    do_errands()
    letter.refresh_from_db()
    with pytest.raises(PermissionDenied):
        operations.record_letter_in_error(letter, by=chair, **WRONG)
    client.force_login(coordinator)
    page, opens = (
        reverse(f"cases:{name}", args=[letter.reference]) for name in ("record_letter_in_error", "open_letter")
    )
    assert page in client.get(letter.get_absolute_url()).content.decode()
    assert client.get(opens).status_code == 200
    assert client.post(page, WRONG).status_code == 302
    for person in (coordinator, police_representative):
        client.force_login(person)
        shown = client.get(letter.get_absolute_url()).content.decode()
        for words in ("Recorded in error", "Canary-wrong", "Canary-letter.", "If it has gone already", "72 hours"):
            assert words in shown, words
        assert opens not in shown
        for url in (opens, reverse("cases_api:open_letter", args=[letter.reference])):
            answer = client.get(url)
            assert (answer.status_code, "recorded in error" in answer.content.decode()) == (409, True)
        easy = client.get(reverse("cases:easy_read_letter", args=[letter.reference])).content.decode()
        assert ("recorded in error" in easy, "You are not in trouble." in easy) == (True, False)
        assert "Recorded in error" in client.get(reverse("cases:letters", args=[case.reference])).content.decode()
        (listed,) = client.get(reverse("cases_api:letters", args=[case.reference])).json()["letters"]
        read = client.get(reverse("cases_api:view_letter", args=[letter.reference])).json()
        assert listed["in_error_reason"] == read["in_error_reason"] == WRONG["reason"]
        assert (read["in_error_by"], bool(read["in_error_at"])) == (coordinator.name, True)
    assert page not in shown
    # What was made is kept.
    assert "Canary-letter." in text_of(letter.read())
    with pytest.raises(Refused, match="said already"):
        operations.record_letter_in_error(letter, by=coordinator, **WRONG)
    refused("UPDATE cases_letter SET in_error_reason = 'x'", match="Cannot update")


def test_that_a_letter_in_error_has_gone_stays_known(client, case, coordinator):
    gone, not_yet = (operations.write_letter(case, by=coordinator, **SAID) for _ in range(2))
    operations.say_letter_sent(gone, by=coordinator, sent_on=clock.today(), sent_how="post")
    refused("UPDATE cases_letter SET sent_how = 'by_hand' WHERE sent_on IS NOT NULL", match="Cannot update")
    with clock.at(clock.now() + timedelta(days=1)):
        for letter in (gone, not_yet):
            operations.record_letter_in_error(letter, by=coordinator, **WRONG)
        client.force_login(coordinator)
        for name in ("chronology", "disclosures"):
            for app in ("reports", "reports_api"):
                text = client.get(reverse(f"{app}:{name}", args=[case.reference])).content.decode()
                assert text.count("Canary-wrong") == 1, (app, name)
    with clock.at(clock.now() + timedelta(days=2)):
        with pytest.raises(Refused, match="goes to nobody since"):
            operations.say_letter_sent(not_yet, by=coordinator, sent_on=clock.today(), sent_how="post")
        # It had gone before anybody saw that it is wrong.
        before = clock.today() - timedelta(days=1)
        operations.say_letter_sent(not_yet, by=coordinator, sent_on=before, sent_how="post")
    assert not_yet.sent_on == before


# What agencies answer


def test_an_answer_in_error_counts_no_more_once_there_is_another(client, request_to_nhs, nhs, nora, chair, coordinator):
    case, request = request_to_nhs.case, request_to_nhs
    with pytest.raises(Refused, match="not been answered"):
        operations.record_answer_in_error(request, by=nora, answer=None, **WRONG)
    wrong = factories.information_answer(request, nora, "not_shared", why_not="Canary-first.")
    client.force_login(nora)
    page = reverse("cases:record_answer_in_error", args=[request.reference])
    assert page in client.get(request.get_absolute_url()).content.decode()
    too_soon = client.post(page, WRONG | {"answer": wrong.pk})
    assert (too_soon.status_code, "Answer anew first" in too_soon.content.decode()) == (409, True)
    shared = operations.answer_information_request_anew(
        request, by=nora, answer="shared", text="He comes weekly.", mark="all_members", **factories.released(nhs)
    )
    endpoint = reverse("cases_api:record_answer_in_error", args=[request.reference])
    sent = client.post(endpoint, WRONG | {"answer": wrong.pk}, content_type="application/json")
    assert sent.status_code == 200
    for person in (nora, chair, coordinator):
        client.force_login(person)
        shown = client.get(request.get_absolute_url()).content.decode()
        assert "Recorded in error." in shown
        assert "Canary-wrong" in shown
        read = client.get(reverse("cases_api:view_informationrequest", args=[request.reference])).json()
        assert (read["answer"]["answer"], read["answer"]["in_error_at"]) == ("shared", None)
        assert [each["in_error_reason"] for each in read["answers"]] == ["", WRONG["reason"]]
    told = client.get(reverse("reports:chronology", args=[case.reference])).content.decode()
    assert "Canary-first." not in told
    # What was shared with one is withdrawn first.
    operations.answer_information_request_anew(
        request, by=nora, answer="shared", text="Monthly.", mark="all_members", **factories.released(nhs)
    )
    with pytest.raises(Refused, match="Withdraw first"):
        operations.record_answer_in_error(request, by=nora, answer=shared, **WRONG)
    operations.withdraw_contribution(shared.contribution, by=nora, reason="It was about his cousin.")
    operations.record_answer_in_error(request, by=nora, answer=shared, **WRONG)
    with pytest.raises(Refused, match="said already"):
        operations.record_answer_in_error(request, by=nora, answer=shared, **WRONG)
    with pytest.raises(PermissionDenied):
        operations.record_answer_in_error(request, by=coordinator, answer=shared, **WRONG)
    other = factories.information_answer(factories.information_request(case, nhs, coordinator), nora)
    with pytest.raises(Refused, match="Choose an answer to this"):
        operations.record_answer_in_error(request, by=nora, answer=other, **WRONG)
    refused(
        "UPDATE cases_informationanswer SET in_error_at = now(), in_error_by_id = answered_by_id, in_error_reason = 'x'"
        " WHERE id = %s",
        other.pk,
        match="once there is another",
    )
    refused("UPDATE cases_informationanswer SET why_not = 'x' WHERE why_not <> ''", match="Cannot update")
    refused("UPDATE cases_informationanswer SET in_error_reason = 'x'", match="Cannot update")
