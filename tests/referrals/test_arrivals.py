"""Those for whom something new waits are told by e-mail that there is something, and by whom it is read."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import AlreadyDone
from referrals import operations
from referrals.models import JudgedUrgency
from tests import factories

URGENT = {"urgency": "urgent", "urgency_reason": "He has packed a bag."}
SECRETS = ("Ashwin", "Birch", "Larkfield", "police", "gateway", "Prevent", "referral for", "transfer", "area", "urgent")


@pytest.fixture
def told(do_errands):
    """Who is written to about a record, by what was left for later: once, in words that say nothing."""

    def addresses(record) -> list[str]:
        mail.outbox.clear()
        do_errands()
        do_errands()
        messages = [message for message in mail.outbox if record.get_absolute_url() in message.body]
        for message in messages:
            assert message.subject == "Something is waiting for you"
            assert not [secret for secret in SECRETS if secret in message.body.replace(record.get_absolute_url(), "")]
        return sorted(address for message in messages for address in message.to)

    return addresses


def emails(*people) -> list[str]:
    return sorted(person.email for person in people)


# What it does


def test_those_who_receive_hear_of_what_cannot_wait_and_of_nothing_else(
    told, officer, area, coordinator, front_door, organiser, chair, stranger
):
    assert told(factories.referral(officer)) == []
    assert told(factories.referral(officer, **URGENT)) == emails(coordinator, front_door)
    in_danger = factories.referral(officer, in_danger="yes", danger_called="The police")
    assert told(in_danger) == emails(coordinator, front_door)
    operations.tell_receivers(in_danger, by=system_user())
    assert AuditEntry.objects.about(in_danger).first().sentence == (
        "Those who receive referrals in the area told by e-mail of one that cannot wait."
    )


def test_whoever_handles_it_hears_that_it_is_withdrawn(told, referral, officer, coordinator, front_door):
    factories.received(referral, coordinator)
    told(referral)
    operations.withdraw_referral(referral, by=officer, reason="He has explained it.")
    assert told(referral) == emails(coordinator)
    factories.assessed(referral, coordinator)
    words = {"rationale": "A worry remains.", "words_for_referrer": "We go on."}
    operations.answer_withdrawal(referral, by=coordinator, goes_on=True, **words)
    with pytest.raises(AlreadyDone):
        operations.tell_of_withdrawal(referral, by=system_user())


def test_the_police_gateway_hears_that_it_is_asked(
    told, referral, coordinator, police, gateway, supervisor, police_representative
):
    request = factories.at_gateway(referral, coordinator, police)
    assert told(referral) == emails(gateway, supervisor)
    operations.recall_from_gateway(request, by=coordinator)
    with pytest.raises(AlreadyDone):
        operations.tell_gateway(referral, by=system_user())


def test_whoever_is_best_placed_hears_of_what_is_urgent(
    told, referral, coordinator, childrens_services, representative, colleague
):
    factories.received(referral, coordinator, best_placed=childrens_services)
    assert told(referral) == []
    with pytest.raises(AlreadyDone):
        operations.tell_best_placed(referral, by=system_user())
    factories.received(referral, coordinator, best_placed=childrens_services, urgency=JudgedUrgency.URGENT)
    assert told(referral) == emails(representative)


def test_the_coordinators_of_the_area_to_which_it_is_offered_hear_of_it(
    told, referral, coordinator, second_coordinator, other_area, stranger
):
    factories.person(other_area, PostKind.FRONT_DOOR, "Finn Frontdoor")
    factories.received(referral, coordinator)
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason="He has moved.")
    assert told(referral) == emails(stranger)
    operations.take_back_transfer(referral, by=coordinator)
    with pytest.raises(AlreadyDone):
        operations.tell_receiving_area(referral, by=system_user())


def test_those_who_answer_hear_of_a_question(told, officer, school, coordinator, front_door, stranger):
    enquiry = factories.enquiry(officer, school)
    assert told(enquiry) == emails(coordinator, front_door)
    operations.answer_enquiry(enquiry, by=coordinator, answer="Ask what it means.")
    with pytest.raises(AlreadyDone):
        operations.tell_advisers(enquiry, by=system_user())


# When it refuses


def test_what_somebody_has_seen_to_is_told_to_nobody_and_nobody_but_the_service_writes(told, officer, coordinator):
    referral = factories.referral(officer, **URGENT)
    with pytest.raises(PermissionDenied):
        operations.tell_receivers(referral, by=coordinator)
    factories.received(referral, coordinator)
    assert told(referral) == []
