"""No further action: one person proposes it, a second confirms it or sends it back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, connections
from django.urls import reverse

from prevent_cases.access import rules
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from referrals import operations
from referrals.models import NO_FURTHER_ACTION, Referral, TriageDecision
from referrals.thinking_again import reasons_to_think_again
from tests import factories

WORDS = {
    "end_reason": "explained",
    "rationale": "His brother plays in the film he quoted.",
    "words_for_referrer": "We looked into it and there is no need to do more. Thank you.",
}
STILL = "His form tutor knows him well and sees him every day."


@pytest.fixture
def proposed(assessed, coordinator):
    operations.propose_no_further_action(assessed, by=coordinator, **WORDS)
    return assessed


@pytest.fixture
def adult(officer, coordinator):
    """Somebody over 18, of whom nothing gives cause to think again, with no further action proposed."""
    adult = factories.referral(officer, given_names="Dilys", born_on=None, age_given=40)
    factories.assessed(adult, coordinator)
    operations.propose_no_further_action(adult, by=coordinator, **WORDS)
    return adult


# What it does


def test_it_waits_for_a_second_person_who_confirms(proposed, coordinator, second_coordinator):
    assert proposed.stage == "ending"
    assert not TriageDecision.objects.exists()
    operations.confirm_no_further_action(proposed, by=second_coordinator, why_still=STILL)
    proposed.refresh_from_db()
    decision = proposed.decision
    assert (proposed.stage, decision.end_reason, decision.rationale) == ("ended", "explained", WORDS["rationale"])
    assert (decision.decided_by, decision.confirmed_by) == (coordinator, second_coordinator)
    assert proposed.end_proposals.get().answer == STILL


def test_or_is_sent_back_with_a_reason_and_is_in_triage_again(proposed, coordinator, chair):
    operations.send_back_to_triage(proposed, by=chair, answer="Ask the school what he said before.")
    assert proposed.stage == "in_triage"
    assert not TriageDecision.objects.exists()
    answered = proposed.end_proposals.get()
    assert (answered.confirmed, answered.answered_by, answered.answer) == (
        False, chair, "Ask the school what he said before.",
    )  # fmt: skip
    operations.propose_no_further_action(proposed, by=coordinator, **WORDS)
    assert proposed.end_proposals.count() == 2


def test_the_referrer_learns_nothing_before_it_is_confirmed(client, proposed, officer, second_coordinator, do_errands):
    client.force_login(officer)
    url = reverse("referrals:follow_referral", args=[proposed.reference])
    assert WORDS["words_for_referrer"] not in client.get(url).content.decode()
    operations.confirm_no_further_action(proposed, by=second_coordinator, why_still=STILL)
    assert WORDS["words_for_referrer"] in client.get(url).content.decode()


# What it records


def test_an_entry_each_that_holds_no_reason(proposed, second_coordinator):
    operations.confirm_no_further_action(proposed, by=second_coordinator, why_still=STILL)
    for what in ("propose_no_further_action", "confirm_no_further_action"):
        entry = AuditEntry.objects.get(what=f"referrals.{what}")
        assert "film" not in entry.changes


# When it refuses


def test_nobody_confirms_their_own(proposed, coordinator):
    for answer in (
        lambda: operations.confirm_no_further_action(proposed, by=coordinator, why_still=STILL),
        lambda: operations.send_back_to_triage(proposed, by=coordinator, answer="No."),
    ):
        with pytest.raises(Refused, match="You proposed this yourself"):
            answer()
    assert Referral.objects.get(pk=proposed.pk).stage == "ending"


def test_the_database_wants_two_different_people(proposed, coordinator):
    answered = "UPDATE referrals_endproposal SET answered_at = now(), confirmed = true, answered_by_id = %s"
    with connection.cursor() as cursor, pytest.raises(IntegrityError, match="a_second_person_answers_a_proposal"):
        cursor.execute(answered, [coordinator.pk])


@pytest.mark.parametrize("confirmed_by", ["nobody", "the same"])
def test_the_database_wants_a_second_name_under_the_decision(proposed, coordinator, confirmed_by):
    row = {
        "referral_id": proposed.pk,
        "decided_by_id": coordinator.pk,
        "confirmed_by_id": coordinator.pk if confirmed_by == "the same" else None,
    }
    decided = """
        INSERT INTO referrals_triagedecision
        (referral_id, decided_by_id, confirmed_by_id, decided_at, panel_reason, end_reason, onward_service, arranged,
         rationale, words_for_referrer)
        VALUES (%(referral_id)s, %(decided_by_id)s, %(confirmed_by_id)s, now(), '', 'explained', '', '', 'Why.',
                'Thanks.')
    """
    with connection.cursor() as cursor, pytest.raises(IntegrityError, match="no_further_action_takes_two"):
        cursor.execute(decided, row)


@pytest.mark.parametrize("cause", ["a child", "complex needs", "referred before"])
def test_where_there_is_cause_to_think_again_it_is_said_why_it_is_right_all_the_same(
    client, cause, officer, coordinator, second_coordinator, referral
):
    said = {"born_on": None, "age_given": 40}
    if cause == "a child":
        said = {"given_names": "Dilys"}
    if cause == "referred before":
        third = factories.referral_about(referral.individual, officer, **said)
    else:
        third = factories.referral(officer, **said)
    factories.assessed(third, coordinator, complex_needs="yes" if cause == "complex needs" else "no")
    operations.propose_no_further_action(third, by=coordinator, **WORDS)
    sentence = {
        "a child": "The person was under 18 on the day of referral.",
        "complex needs": "The person has complex needs.",
        "referred before": "The person has been referred before: once.",
    }[cause]
    assert reasons_to_think_again(third) == [sentence]
    client.force_login(second_coordinator)
    url = reverse("referrals:confirm_no_further_action", args=[third.reference])
    page = client.get(url).content.decode()
    assert "Think again before nothing more is done." in page
    assert sentence in page
    refused = client.post(url, {"why_still": ""})
    assert refused.status_code == 409
    assert "Say why nothing more is right all the same" in refused.content.decode()
    assert client.post(url, {"why_still": STILL}).status_code == 302


KHAN = {"given_names": "Mohammed", "family_name": "Khan", "born_on": date(1990, 3, 4)}
MAY_BE = "Somebody referred earlier may be the same person. Nobody has said yet whether it is."


def test_an_earlier_referral_of_which_nobody_has_said_whose_it_is_is_cause_as_well(
    client, officer, coordinator, second_coordinator
):
    earlier = factories.referral(officer, **KHAN)
    again = factories.assessed(factories.referral(officer, **KHAN | {"given_names": "Muhammad"}), coordinator)
    operations.propose_no_further_action(again, by=coordinator, **WORDS)
    client.force_login(second_coordinator)
    url = reverse("referrals:confirm_no_further_action", args=[again.reference])
    assert MAY_BE in client.get(url).content.decode()
    with pytest.raises(Refused, match="Say why nothing more is right"):
        operations.confirm_no_further_action(again, by=second_coordinator)
    individual = earlier.individual
    operations.say_different_person(again, by=coordinator, individual=individual, reason="Another mother.")
    assert reasons_to_think_again(again) == []
    assert MAY_BE not in client.get(url).content.decode()


def test_not_one_that_was_found_untrue_or_is_in_another_area(officer, coordinator, second_coordinator, other_area):
    untrue = factories.ended(factories.referral(officer, **KHAN), coordinator)
    operations.propose_found_untrue(untrue, by=coordinator, reason="It was made up.")
    operations.answer_found_untrue(untrue, by=second_coordinator, agreed=True, answer_reason="I asked too.")
    elsewhere = factories.person(factories.agency(other_area, "Eastvale School"), PostKind.OFFICER, "Otto Officer")
    factories.referral(elsewhere, **KHAN)
    assert reasons_to_think_again(factories.referral(officer, **KHAN)) == []


def test_where_there_is_none_a_press_is_enough(client, adult, second_coordinator):
    assert reasons_to_think_again(adult) == []
    client.force_login(second_coordinator)
    url = reverse("referrals:confirm_no_further_action", args=[adult.reference])
    assert "Think again" not in client.get(url).content.decode()
    assert client.post(url, {}).status_code == 302
    assert Referral.objects.get(pk=adult.pk).stage == "ended"


def test_nothing_else_is_decided_meanwhile(proposed, coordinator, panel):
    for attempt in (
        lambda: operations.propose_no_further_action(proposed, by=coordinator, **WORDS),
        lambda: operations.record_acceptance(
            proposed, by=coordinator, panel=panel, rationale="x", words_for_referrer="y"
        ),
    ):
        with pytest.raises(Refused, match="A second person has been asked to confirm"):
            attempt()


def test_an_end_with_help_is_not_proposed_as_nothing(assessed, coordinator):
    with pytest.raises(Refused, match="say which service helps"):
        operations.propose_no_further_action(assessed, by=coordinator, **WORDS | {"end_reason": "signposted"})


def test_there_is_nothing_to_confirm_in_triage(assessed, second_coordinator):
    with pytest.raises(Refused, match="Nobody has asked for this to end"):
        operations.confirm_no_further_action(assessed, by=second_coordinator)


@pytest.mark.parametrize("reason", NO_FURTHER_ACTION)
def test_every_end_without_help_takes_two(assessed, coordinator, second_coordinator, reason):
    operations.propose_no_further_action(assessed, by=coordinator, **WORDS | {"end_reason": reason})
    operations.confirm_no_further_action(assessed, by=second_coordinator, why_still=STILL)
    assert assessed.decision.confirmed_by == second_coordinator


def test_eight_at_once_answer_it_once(committed, proposed, second_coordinator):
    def answer(number):
        try:
            arguments = {"by": type(second_coordinator).objects.get(pk=second_coordinator.pk)}
            referral = Referral.objects.get(pk=proposed.pk)
            if number % 2:
                operations.confirm_no_further_action(referral, why_still=STILL, **arguments)
            else:
                operations.send_back_to_triage(referral, answer="Ask again.", **arguments)
            return "done"
        except Refused:
            return "refused"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(answer, range(8)))
    assert sorted(answers) == ["done"] + ["refused"] * 7


# Who may


def test_a_chair_and_a_gateway_supervisor_may_while_they_are_asked(referral, coordinator, chair, supervisor):
    view = rules["referrals.view_referral"]
    assert not any(view.permits(person, referral) for person in (chair, supervisor))
    factories.assessed(referral, coordinator)
    operations.propose_no_further_action(referral, by=coordinator, **WORDS)
    assert all(view.permits(person, referral) for person in (chair, supervisor))
    operations.send_back_to_triage(referral, by=supervisor, answer="Ask the school.")
    assert not any(view.permits(person, referral) for person in (chair, supervisor))


def test_nobody_else_answers(proposed, organiser, front_door, officer, stranger):
    for person in (organiser, front_door):
        with pytest.raises(PermissionDenied):
            operations.confirm_no_further_action(proposed, by=person, why_still=STILL)
    for person in (officer, stranger):
        with pytest.raises(NotVisible):
            operations.send_back_to_triage(proposed, by=person, answer="No.")


# Their pages


def test_a_second_person_is_asked_at_home_and_the_first_is_not(client, proposed, coordinator, second_coordinator):
    asked = f"Confirm no further action, or send back: referral {proposed.reference}"
    client.force_login(second_coordinator)
    assert asked in client.get("/").content.decode()
    client.force_login(coordinator)
    assert asked not in client.get("/").content.decode()


def test_a_chair_sends_it_back_from_its_page(client, proposed, chair):
    client.force_login(chair)
    page = client.get(proposed.get_absolute_url()).content.decode()
    assert "Send it back to triage" in page
    url = reverse("referrals:send_back_to_triage", args=[proposed.reference])
    assert WORDS["rationale"] in client.get(url).content.decode()
    done = client.post(url, {"answer": "Ask the school."}, follow=True)
    assert "Sent back to triage" in done.content.decode()
