"""For which reasons a referral ends at the front door, and with which words: held by the database, whoever writes."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from prevent_cases.operations import Refused
from referrals import operations
from referrals.models import EndReason, TriageDecision

DECIDED = """
    INSERT INTO referrals_triagedecision
    (referral_id, decided_by_id, confirmed_by_id, panel_id, decided_at, panel_reason, end_reason, onward_service,
     arranged, rationale, words_for_referrer)
    VALUES (%(referral)s, %(by)s, %(confirmed_by)s, %(panel)s, now(), '', %(end_reason)s, %(onward_service)s,
            %(arranged)s, %(rationale)s, %(words)s)
"""
PROPOSED = """
    INSERT INTO referrals_endproposal
    (referral_id, proposed_by_id, proposed_at, end_reason, rationale, words_for_referrer, answer)
    VALUES (%(referral)s, %(by)s, now(), %(end_reason)s, %(rationale)s, %(words)s, '')
"""


@pytest.fixture
def write(assessed, coordinator, second_coordinator):
    """Writes a row behind Django: an end that would do, but for what is said otherwise."""

    def insert(statement: str, **otherwise) -> None:
        row = {
            "referral": assessed.pk,
            "by": coordinator.pk,
            "confirmed_by": second_coordinator.pk,
            "panel": None,
            "end_reason": EndReason.EXPLAINED.value,
            "onward_service": "",
            "arranged": "",
            "rationale": "It was a play.",
            "words": "Thank you.",
        }
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, row | otherwise)

    return insert


HELP = {"onward_service": "early_help", "arranged": "A visit.", "confirmed_by": None}


# What it does


@pytest.mark.parametrize("reason", EndReason)
def test_each_of_the_reasons_will_do(write, reason):
    help_is_named = {"other_need", "signposted", "managed_elsewhere", "police", "supervised"}
    write(DECIDED, end_reason=reason.value, **(HELP if reason in help_is_named else {}))
    assert TriageDecision.objects.get().end_reason == reason


def test_an_acceptance_has_none(write, panel):
    write(DECIDED, end_reason="", panel=panel.pk, confirmed_by=None)
    assert TriageDecision.objects.get().end_reason == ""


# When it refuses


@pytest.mark.parametrize("reason", ["no_ideology", "No ideology", "explained ", "other"])
def test_no_ideology_is_no_reason_to_end_and_nothing_else_is_made_up(write, reason):
    assert "ideology" not in " ".join([*EndReason.values, *EndReason.labels])
    with pytest.raises(IntegrityError, match="no_referral_ends_for_another_reason"):
        write(DECIDED, end_reason=reason)
    with pytest.raises(IntegrityError, match="only_no_further_action_is_proposed"):
        write(PROPOSED, end_reason=reason)


def test_neither_a_reason_nor_a_panel_or_both_is_no_decision(write, panel):
    for both in ({"end_reason": ""}, {"panel": panel.pk}):
        with pytest.raises(IntegrityError, match="a_decision_names_a_panel_or_a_reason"):
            write(DECIDED, **both)


@pytest.mark.parametrize(("what", "of"), [("rationale", "rationale"), ("words", "released_words")])
def test_an_end_has_its_rationale_and_the_words_that_were_released(write, what, of):
    with pytest.raises(IntegrityError, match=f"a_triage_decision_has_its_{of}"):
        write(DECIDED, **{what: ""})
    with pytest.raises(IntegrityError, match=f"a_proposal_has_its_{of}"):
        write(PROPOSED, **{what: ""})


def test_a_program_that_gives_another_reason_gets_a_sentence(client, assessed, coordinator):
    words = {"rationale": "Why.", "words_for_referrer": "Thank you."}
    for operation, more in (
        (operations.end_referral, {"onward_service": "early_help", "arranged": "A visit."}),
        (operations.propose_no_further_action, {}),
    ):
        with pytest.raises(Refused):
            operation(assessed, by=coordinator, end_reason="no_ideology", **words, **more)
    client.force_login(coordinator)
    address = reverse("referrals_api:propose_no_further_action", args=[assessed.reference])
    answer = client.post(address, {"end_reason": "no_ideology", **words}, content_type="application/json")
    assert answer.status_code == 422
    assert "end_reason" in answer.json()["errors"]
