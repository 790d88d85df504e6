"""Ending a referral with help from another service, and telling the referrer."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core import mail
from django.db import connections
from django.urls import reverse

from panels.operations import accept_referral
from prevent_cases.accounts.models import User
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from referrals import operations
from referrals.models import EndReason, Referral, Stage, TriageDecision
from tests import factories

WORDS = {
    "end_reason": "signposted",
    "onward_service": "school",
    "arranged": "The head of year sees him every Monday.",
    "rationale": "His brother plays in the film he quoted.",
    "words_for_referrer": "We looked into it and there is no need to do more. Thank you.",
}


# What it does


def test_the_service_and_the_reason_are_kept_and_the_referral_has_ended(assessed, coordinator):
    operations.end_referral(assessed, by=coordinator, **WORDS)
    assessed.refresh_from_db()
    assert assessed.stage == "ended"
    assert (assessed.decision.onward_service, assessed.decision.arranged) == ("school", WORDS["arranged"])
    assert assessed.decision.rationale == "His brother plays in the film he quoted."


def test_the_referrer_is_told_once_by_an_e_mail_without_personal_data(assessed, coordinator, officer, do_errands):
    operations.end_referral(assessed, by=coordinator, **WORDS)
    do_errands()
    do_errands()
    told = [message for message in mail.outbox if message.to == [officer.email] and assessed.reference in message.body]
    assert len(told) == 1
    for secret in (assessed.given_names, assessed.family_name, "Prevent", WORDS["words_for_referrer"]):
        assert secret not in told[0].body + told[0].subject
    assert reverse("referrals:follow_referral", args=[assessed.reference]) in told[0].body


def test_the_referrer_reads_exactly_the_released_words(client, assessed, coordinator, officer):
    operations.end_referral(assessed, by=coordinator, **WORDS)
    client.force_login(officer)
    page = client.get(reverse("referrals:follow_referral", args=[assessed.reference])).content.decode()
    assert WORDS["words_for_referrer"] in page
    assert WORDS["rationale"] not in page


# What it records


def test_one_entry_that_holds_no_reason(assessed, coordinator):
    operations.end_referral(assessed, by=coordinator, **WORDS)
    entry = AuditEntry.objects.latest("pk")
    assert (entry.what, entry.sentence) == ("referrals.end_referral", "Referral ended, with help from another service.")
    assert "film" not in entry.changes


# When it refuses


def test_a_decided_referral_is_not_decided_again(client, assessed, coordinator):
    operations.end_referral(assessed, by=coordinator, **WORDS)
    with pytest.raises(Refused, match="This referral has been decided: ended"):
        operations.end_referral(assessed, by=coordinator, **WORDS)
    client.force_login(coordinator)
    page = client.get(reverse("referrals:end_referral", args=[assessed.reference]))
    assert "This referral has been decided" in page.content.decode()
    late = client.post(reverse("referrals:end_referral", args=[assessed.reference]), WORDS)
    assert late.status_code == 409
    assert "This referral has been decided" in late.content.decode()


def test_an_end_without_help_takes_a_second_person(assessed, coordinator):
    with pytest.raises(Refused, match="takes a second person"):
        operations.end_referral(assessed, by=coordinator, **WORDS | {"end_reason": "explained"})


def test_of_a_child_it_is_said_first_whether_social_care_was_told(referral, coordinator):
    factories.received(referral, coordinator, social_care="unknown")
    factories.assessed(referral, coordinator)
    with pytest.raises(Refused, match="whether children's social care has been told"):
        operations.end_referral(referral, by=coordinator, **WORDS)
    operations.record_parallel_referral(referral, by=coordinator, answer="not_needed", reason="They know him already.")
    operations.end_referral(referral, by=coordinator, **WORDS)


def test_of_an_adult_who_lives_with_children_as_well(officer, coordinator):
    referral = factories.referral(officer, born_on=None, age_given=34, lives_with_children="yes")
    factories.received(referral, coordinator, social_care="unknown")
    factories.assessed(referral, coordinator)
    with pytest.raises(Refused, match="whether children's social care has been told"):
        operations.end_referral(referral, by=coordinator, **WORDS)
    operations.record_parallel_referral(referral, by=coordinator, answer="children")
    operations.end_referral(referral, by=coordinator, **WORDS)


def test_an_end_with_help_names_the_service(client, assessed, coordinator):
    client.force_login(coordinator)
    page = client.post(
        reverse("referrals:end_referral", args=[assessed.reference]), WORDS | {"onward_service": "", "arranged": ""}
    )
    assert page.status_code == 422
    assert "What was arranged with them?" in page.content.decode()


def test_of_eight_who_do_different_things_at_once_one_does_it(
    committed, area, officer, coordinator, panel, police, other_area
):
    """Whoever comes first leads it on one way; it stands there, with the one decision of that way or with none."""
    factories.meeting(panel)
    words = {name: WORDS[name] for name in ("rationale", "words_for_referrer")}
    ways = [
        (operations.end_referral, WORDS, Stage.ENDED),
        (accept_referral, words | {"panel": panel}, Stage.ACCEPTED),
        (operations.propose_no_further_action, words | {"end_reason": "explained"}, Stage.ENDING),
        (operations.offer_transfer, {"to_area": other_area, "reason": "He lives there."}, Stage.TRANSFERRING),
        (operations.return_to_referrer, {"questions": ["Where does he live?"]}, Stage.RETURNED),
        (operations.ask_gateway, {"agency": police, "asked": "Is he known?"}, Stage.AT_GATEWAY),
    ]
    factories.without_gateway(area)
    # Each takes its turn to be first in line, and twice there is somebody who does the same.
    turns = [[ways[(turn * 2 + number) % len(ways)] for number in range(8)] for turn in range(3)]
    # And all eight decide.
    for racing in (*turns, ways[:2] * 4):
        factories.assessed(race := factories.referral(officer), coordinator)
        start = Barrier(8)

        def go(way, race=race, start=start):
            operation, said, _ = way
            try:
                person, found = User.objects.get(pk=coordinator.pk), Referral.objects.get(pk=race.pk)
                start.wait()
                operation(found, by=person, **said)
                return way
            except Refused:
                return None
            finally:
                connections.close_all()

        with ThreadPoolExecutor(8) as threads:
            (done,) = filter(None, threads.map(go, racing))
        race.refresh_from_db()
        assert race.stage == done[2]
        decisions = TriageDecision.objects.filter(referral=race).count()
        assert decisions == (race.stage in (Stage.ENDED, Stage.ACCEPTED))
        entries = AuditEntry.objects.about(race).filter(what__in=[operation.name for operation, *_ in ways])
        assert [entry.what for entry in entries] == [done[0].name]


def test_that_no_ideology_was_found_is_no_reason(client, assessed, coordinator):
    assert not any("ideolog" in f"{reason} {reason.label}".lower() for reason in EndReason)
    client.force_login(coordinator)
    for name in ("end_referral", "propose_no_further_action"):
        page = client.get(reverse(f"referrals:{name}", args=[assessed.reference])).content.decode()
        assert "That no ideology was found is never reason enough." in page


# Who may


def test_only_the_coordinator_of_the_area_triages(assessed, officer, stranger, organiser):
    for person in (officer, stranger):
        with pytest.raises(NotVisible):
            operations.end_referral(assessed, by=person, **WORDS)
    with pytest.raises(Exception, match="You may see this, but not end referral"):
        operations.end_referral(assessed, by=organiser, **WORDS)


def test_a_page_without_reasons_says_what_is_missing(client, assessed, coordinator):
    client.force_login(coordinator)
    page = client.post(reverse("referrals:end_referral", args=[assessed.reference]), {})
    assert page.status_code == 422
    assert "Enter your reasons" in page.content.decode()
    assert Referral.objects.get(pk=assessed.pk).stage == "in_triage"
