"""A legal hold goes along with a case that another area takes on, and with a referral that leaves a held case."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from cases import operations
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from tests import factories
from tests.cases.raw import refused
from tests.cases.test_keeping import titles_at_home
from tests.standing import standing

DAY = timedelta(days=1)
TO_REVIEW = "Legal holds to be reviewed"


@standing
def gareth(other_area):
    return factories.person(other_area, PostKind.GOVERNANCE_LEAD, "Gareth Governance")


def said_of(hold) -> tuple:
    return hold.matter, hold.reason, hold.placed_by, hold.placed_at


def test_it_stands_there_as_it_was_last_looked_at_and_governance_there_is_told(
    client, case, governance, gareth, coordinator, chair, other_area, stranger, there, thea, do_errands
):
    hold = factories.legal_hold(case, governance, matter="Canary-matter", reason="Canary-reason.")
    until = clock.today() + 60 * DAY
    operations.review_legal_hold(hold, by=governance, reason="It goes on.", review_on=until)
    ended = factories.legal_hold(case, governance, matter="Settled")
    operations.end_legal_hold(ended, by=governance, reason="Settled.")
    offer = factories.transfer(case, other_area, coordinator, signed_by=chair)
    assert TO_REVIEW not in titles_at_home(gareth)
    do_errands()
    mail.outbox.clear()
    begun = factories.transferred(offer, there, stranger, thea)
    carried = begun.legal_holds.get()
    assert said_of(carried) == said_of(hold)
    assert (carried.review_on, carried.carried_from) == (until, hold)
    assert case.legal_holds.standing().get() == hold
    # Told on their list until they have looked at it, and then on its day; e-mails go to no governance lead.
    asked = f"Still needed? Legal hold on case {begun.reference}"
    assert titles_at_home(gareth)[TO_REVIEW] == [asked]
    assert TO_REVIEW not in titles_at_home(governance)
    do_errands()
    assert not {gareth.email, governance.email} & {address for sent in mail.outbox for address in sent.to}
    client.force_login(gareth)
    page = client.get(carried.get_absolute_url()).content.decode()
    for words in ("Canary-matter", "Canary-reason.", f"with the case from {case.area}", "Legal hold carried over"):
        assert words in page, words
    operations.review_legal_hold(carried, by=gareth, reason="Here too.", review_on=until)
    assert TO_REVIEW not in titles_at_home(gareth)
    with clock.at(clock.now() + 60 * DAY):
        assert titles_at_home(gareth)[TO_REVIEW] == [asked]
    # Each area answers for its own.
    for reader, other in ((gareth, hold), (governance, carried)):
        client.force_login(reader)
        assert client.get(other.get_absolute_url()).status_code == 404
    operations.end_legal_hold(hold, by=governance, reason="The inquiry has reported.")
    assert begun.legal_holds.standing().get() == carried
    # On from there goes what stands there.
    back = factories.transfer(begun, case.area, stranger, signed_by=thea)
    panel = case.panel
    once_more = factories.transferred(back, panel, coordinator, chair).legal_holds.get()
    assert (said_of(once_more), once_more.carried_from) == (said_of(hold), carried)


def test_nobody_where_it_came_from_notices_that_it_has_gone_along(
    client, case, governance, coordinator, chair, other_area, stranger, there, thea
):
    hold = factories.legal_hold(case, governance)
    offer = factories.transfer(case, other_area, coordinator, signed_by=chair)
    begun = factories.transferred(offer, there, stranger, thea)
    entry = AuditEntry.objects.get(what="cases.carry_legal_hold")
    for record in (hold, case, offer, begun, case.individual, begun.individual, case.area, other_area):
        assert entry not in AuditEntry.objects.about(record), record
    assert entry in AuditEntry.objects.about(begun.legal_holds.get())
    # Whoever runs it there knows that there is one, and nobody else.
    for person, status in ((coordinator, 404), (chair, 404), (governance, 404), (stranger, 200), (thea, 200)):
        client.force_login(person)
        assert client.get(begun.legal_holds.get().get_absolute_url()).status_code == status, person


def test_none_is_carried_where_none_stands_and_nobody_carries_one_by_hand(
    case, governance, coordinator, chair, other_area, stranger, there, thea
):
    hold = factories.legal_hold(case, governance)
    with pytest.raises(PermissionDenied):
        operations.carry_legal_hold(case, by=governance, hold=hold)
    operations.end_legal_hold(hold, by=governance, reason="Settled.")
    offer = factories.transfer(case, other_area, coordinator, signed_by=chair)
    assert not factories.transferred(offer, there, stranger, thea).legal_holds.exists()
    refused("UPDATE cases_legalhold SET carried_at = now()", match="Cannot update")
    alone = (
        "INSERT INTO cases_legalhold (reference, case_id, matter, reason, placed_by_id, placed_at, review_on,"
        " ended_because, carried_at) SELECT 'x', case_id, 'y', 'z', placed_by_id, placed_at, review_on, '', now()"
        " FROM cases_legalhold"
    )
    refused(alone, match="says_from_where_and_when")


def test_what_leaves_a_held_case_is_held_where_it_goes(client, case, officer, coordinator, panel, governance):
    further = factories.referral(officer)
    operations.confirm_same_person(further, by=coordinator, individual=case.individual, reason="The same address.")
    factories.case(further, coordinator, panel)
    hold = factories.legal_hold(case, governance)
    operations.undo_same_person(further, by=coordinator, reason="Another date of birth.")
    further.refresh_from_db()
    other = further.carried_by.case
    assert other != case
    carried = other.legal_holds.get()
    assert (said_of(carried), carried.carried_from) == (said_of(hold), hold)
    assert titles_at_home(governance)[TO_REVIEW] == [f"Still needed? Legal hold on case {other.reference}"]
    client.force_login(governance)
    assert "with a referral that left another case" in client.get(carried.get_absolute_url()).content.decode()
    # Where it is held for the matter already, once is enough.
    again = factories.referral_about(further.individual, officer)
    operations.confirm_same_person(again, by=coordinator, individual=case.individual, reason="The same address.")
    factories.case(again, coordinator, panel)
    operations.undo_same_person(again, by=coordinator, reason="Another date of birth.")
    again.refresh_from_db()
    assert again.carried_by.case == other
    assert other.legal_holds.get() == carried
