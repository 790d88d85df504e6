"""What two people may do at the same moment: one of them does it, and the other is told that it is done."""

import time
from concurrent.futures import ThreadPoolExecutor

from django.db import connections, transaction

from actions.operations import complete_action
from cases.operations import decide_section36, share_case
from panels import operations
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import Refused
from tests import factories


def waiting() -> int:
    """How many stand before a lock that somebody else holds."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")
        return cursor.fetchone()[0]


def told_of_two(operation, record, people, said) -> list[str]:
    """What two are told who carry it out while its record is held: both are there before either can go on."""

    def carry_out(person):
        mine, by = type(record).objects.get(pk=record.pk), User.objects.get(pk=person.pk)
        try:
            operation(mine, by=by, **said)
            return "done"
        except Refused as refusal:
            return refusal.sentence
        finally:
            connections.close_all()

    until = time.monotonic() + 10
    with ThreadPoolExecutor(2) as threads:
        with transaction.atomic():
            type(record).objects.select_for_update().get(pk=record.pk)
            told = [threads.submit(carry_out, person) for person in people]
            while waiting() < 2:
                assert time.monotonic() < until, told
                time.sleep(0.005)
        return [each.result() for each in told]


def test_of_two_who_do_the_same_at_once_one_does_it_and_the_other_is_told(
    committed, case, panel, meeting, police, childrens_services, coordinator, organiser, chair, representative,
    police_representative,
):  # fmt: skip
    """Each step from the sharing of a case to the answer about support."""
    second = {
        name: factories.person(place, kind, f"Second {kind}")
        for name, place, kind in (
            ("coordinator", case.area, PostKind.COORDINATOR),
            ("police", police, PostKind.REPRESENTATIVE),
            ("children", childrens_services, PostKind.REPRESENTATIVE),
            ("chair", panel, PostKind.DEPUTY),
        )
    }
    later_meeting = panel.meetings.order_by("starts_at")[1]

    def race(operation, record, *people, told, **said):
        assert sorted(told_of_two(operation, record, people, said)) == sorted(["done", told]), operation.name
        assert AuditEntry.objects.about(record).filter(what=operation.name).count() == 1, operation.name

    coordinators = (coordinator, second["coordinator"])
    terms = {"level": "contribute", "purpose": "To prepare the panel.", "lawful_basis": "public_task"}
    told = "This case is shared with them already."
    race(share_case, case, *coordinators, told=told, agency=childrens_services, **terms)
    assert case.shares.count() == 1

    factories.share(case, police, coordinator)
    referral, grounds = case.carried_referrals.get().referral, {"reasonable_grounds": True, "grounds": "His messages."}
    told = "The section 36 decision has been made."
    race(decide_section36, case, police_representative, second["police"], told=told, referral=referral, **grounds)
    assert case.section36_decisions.count() == 1

    told = "This case is on the agenda already."
    race(operations.list_case, later_meeting, organiser, coordinator, told=told, case=case)
    assert later_meeting.items.filter(case=case).count() == 1

    action = factories.action(case, childrens_services, coordinator)
    told = "This action has been done."
    race(complete_action, action, representative, second["children"], told=told, outcome="They met on Monday.")

    operations.start_meeting(meeting, by=chair)
    operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    item = meeting.items.get()
    told = "The panel has decided on this case."
    race(operations.decide_item, item, chair, second["chair"], told=told, **factories.ADOPTED)

    case.refresh_from_db()
    race(operations.record_consent, case, *coordinators, told="It was given already.", **factories.answer(case))
    assert case.consents.count() == 1
