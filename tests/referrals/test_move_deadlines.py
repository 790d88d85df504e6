"""A change of working days moves the deadlines of what is open, and those whose deadlines they are hear of it once."""

from datetime import UTC, date, datetime

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import AlreadyDone
from prevent_cases.reference.models import WorkingDaysPolicy
from prevent_cases.reference.operations import withdraw_override
from referrals import operations, tasks
from tests import factories

THURSDAY = datetime(2027, 3, 4, 10, tzinfo=UTC)
MAUNDY_THURSDAY = datetime(2027, 3, 25, 10, tzinfo=UTC)


@pytest.fixture
def told(do_errands):
    """Who is told when the deadlines have been counted anew."""

    def count() -> list[str]:
        do_errands()
        mail.outbox.clear()
        tasks.move_deadlines()
        do_errands()
        return sorted(address for message in mail.outbox for address in message.to)

    return count


def test_a_holiday_announced_late_moves_what_is_open_and_its_owners_are_told_once(
    client, area, officer, coordinator, second_coordinator, front_door, police, gateway, supervisor, stranger, told
):
    with clock.at(THURSDAY):
        new, asked_of_police, received, ended = (factories.referral(officer) for _ in range(4))
        urgent = factories.referral(officer, urgency="urgent", urgency_reason="Today.")
        factories.received(received, second_coordinator)
        request = factories.at_gateway(asked_of_police, second_coordinator, police)
        factories.ended(ended, coordinator)
        assert told() == []
        override = factories.day_off(area, date(2027, 3, 5))
        # Nobody has taken up the new one, so it is everybody's; the others are whose they are.
        people = [coordinator, second_coordinator, front_door, gateway, supervisor]
        assert told() == sorted(person.email for person in people)
        for record in (new, received, ended, urgent, request):
            record.refresh_from_db()
        assert (new.due_on, new.was_due_on) == (date(2027, 3, 8), date(2027, 3, 5))
        assert (received.due_on, request.due_on) == (date(2027, 3, 8), date(2027, 3, 12))
        assert (ended.due_on, urgent.due_on) == (None, date(2027, 3, 4))
        for word in ("Ashwin", "Birch", new.reference, area.name, "referral", "Prevent"):
            assert word not in mail.outbox[0].subject + mail.outbox[0].body
        for person, was in ((coordinator, "5 March"), (gateway, "11 March")):
            client.force_login(person)
            assert f"(it was {was}: working days changed)" in client.get("/").content.decode()
        assert AuditEntry.objects.about(new).filter(what="referrals.move_deadline").count() == 1
        assert told() == []
        with pytest.raises(AlreadyDone):
            operations.tell_of_deadlines(area, by=system_user())
        # Withdrawn, it moves back, and that is news again.
        withdraw_override(override, by=factories.administrators(area)[0])
        assert len(told()) == len(people)
        new.refresh_from_db()
        assert new.due_on == date(2027, 3, 5)


def test_another_calendar_moves_them_too(area, officer, coordinator, told):
    """As a renewed snapshot of the bank holidays does: Easter Monday is none in Scotland."""
    with clock.at(MAUNDY_THURSDAY):
        referral = factories.referral(officer)
        assert referral.due_on == date(2027, 3, 30)
        factories.policy(area, WorkingDaysPolicy, nation="SCT")
        assert told() == [coordinator.email]
        referral.refresh_from_db()
        assert referral.due_on == date(2027, 3, 29)


def test_nobody_moves_a_deadline_by_hand_and_what_stands_stays(referral, coordinator, police):
    with pytest.raises(PermissionDenied):
        operations.move_deadline(referral, by=coordinator)
    with pytest.raises(AlreadyDone):
        operations.move_deadline(referral, by=system_user())
    request = factories.at_gateway(referral, coordinator, police)
    with pytest.raises(AlreadyDone):
        operations.move_gateway_deadline(request, by=system_user())
    operations.recall_from_gateway(request, by=coordinator)
    with pytest.raises(AlreadyDone):
        operations.move_gateway_deadline(request, by=system_user())
