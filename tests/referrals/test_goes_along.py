"""What goes along with a referral through the areas that pass it on: its files, a hold, that it was found untrue."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import AlreadyDone, Refused
from referrals import operations
from referrals.models import Hold, finding
from tests import factories
from tests.drawn import without_lots
from tests.referrals.test_offer_transfer import REASON, offered, sees

__all__ = ["offered"]


def test_files_follow_it_through_every_area_that_has_had_it(
    client, assessed, coordinator, officer, other_area, stranger
):
    third_area = factories.area("Stonewharf")
    third = factories.person(third_area, PostKind.COORDINATOR, "Stan Stonewharf")
    first_file = factories.file(assessed)
    operations.offer_transfer(assessed, by=coordinator, to_area=other_area, reason=REASON)
    second = operations.accept_transfer(assessed, by=stranger)
    second_file = factories.file(second)
    factories.received(second, stranger, best_placed=factories.agency(other_area, "Eastvale School"))
    factories.assessed(second, stranger)
    operations.offer_transfer(second, by=stranger, to_area=third_area, reason="And on.")
    last = operations.accept_transfer(second, by=third)
    last_file = factories.file(last)
    everything = [first_file, second_file, last_file]
    assert [sees(client, third, file) for file in everything] == [200, 200, 200]
    assert list(client.get(last.get_absolute_url()).context["files"]) == everything
    # Whoever had it before does not see what has come since.
    assert [sees(client, stranger, file) for file in everything] == [200, 200, 404]
    assert [sees(client, coordinator, file) for file in everything] == [200, 404, 404]


def test_found_untrue_in_one_area_the_others_are_told_and_nothing_is_changed_there(
    client, offered, stranger, coordinator, second_coordinator, organiser, do_errands
):
    begun = operations.accept_transfer(offered, by=stranger)
    operations.propose_found_untrue(offered, by=coordinator, reason="It was made up.")
    operations.answer_found_untrue(offered, by=second_coordinator, agreed=True, answer_reason="I asked too.")
    do_errands()
    begun.refresh_from_db()
    assert (begun.stage, finding(begun)) == ("submitted", None)
    assert sees(client, stranger, begun) == 200
    page = client.get(begun.get_absolute_url()).content.decode()
    assert "Found untrue elsewhere" in page
    assert "made up" not in page
    assert AuditEntry.objects.about(begun).acts().first().what == "referrals.note_untrue_elsewhere"
    assert (
        "Found untrue by two people in another area"
        in client.get(reverse("referrals:history", args=[begun.reference])).content.decode()
    )
    # Where it was found it says by whom, as before, and nothing of another area.
    assert sees(client, coordinator, offered) == 200
    assert "Found untrue elsewhere" not in client.get(offered.get_absolute_url()).content.decode()
    with pytest.raises(AlreadyDone):
        operations.note_untrue_elsewhere(begun, by=system_user())
    with pytest.raises(PermissionDenied):
        operations.note_untrue_elsewhere(begun, by=stranger)


def test_a_hold_set_since_it_was_offered_goes_with_it_and_nobody_else_notices(
    client, offered, officer, coordinator, police, gateway, other_area, stranger
):
    there = factories.agency(other_area, "Eastvale Police", AgencyType.POLICE, Sector.POLICE)
    gateway_there = factories.person(there, PostKind.GATEWAY_OFFICER, "Gil Gateway")
    others = [
        (officer, "follow_referral"),
        (factories.person(other_area, PostKind.FRONT_DOOR, "Fern Frontdoor"), "view_referral"),
        (factories.person(other_area, PostKind.GOVERNANCE_LEAD, "Gus Governance"), "view_referral"),
        (factories.person(other_area, PostKind.ORGANISER, "Olga Organiser"), "history"),
    ]
    again = factories.referral_about(offered.individual, officer)
    factories.at_gateway(again, coordinator, police)

    def taken_on(*, held: bool):
        """What each of the others reads of it there, and the hold there; nothing of it stays."""
        with transaction.atomic():
            if held:
                factories.hold(offered.individual, gateway, days=9)
            begun = operations.accept_transfer(offered, by=stranger)
            pages = []
            for person, name in others:
                client.force_login(person)
                page = client.get(reverse(f"referrals:{name}", args=[begun.reference]))
                text = without_lots(page)
                pages.append((page.status_code, text.replace(begun.reference, "")))
            hold = Hold.objects.filter(individual=begun.individual).first()
            if held:
                assert hold.review_on == clock.today() + timedelta(days=9)
                assert [sees(client, person, hold) for person in (stranger, gateway_there)] == [200, 200]
                assert [sees(client, person, hold) for person, _ in others] == [404] * len(others)
                client.force_login(stranger)
                assert "On hold for the police" in client.get(begun.get_absolute_url()).content.decode()
                with pytest.raises(Refused, match="on hold"):
                    operations.ask_referrer(begun, by=stranger, questions=["When?"])
            transaction.set_rollback(True)
        return pages, hold

    with clock.at(clock.now()):
        without, none = taken_on(held=False)
        offered.refresh_from_db()
        having, _ = taken_on(held=True)
    assert none is None
    assert having == without
    with pytest.raises(PermissionDenied):
        operations.carry_hold(factories.hold(offered.individual, gateway), by=gateway, to=again.individual)
