"""Taking a referral back, and what the coordinator answers: nothing is lost in silence."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from referrals import operations
from tests import factories
from tests.referrals.test_ask_referrer import e_mails_about
from tests.referrals.test_end_referral import WORDS

ANSWER = {"rationale": "His mother explained the drawing.", "words_for_referrer": "Thank you for telling us."}


@pytest.fixture
def withdrawn(referral, officer):
    operations.withdraw_referral(referral, by=officer, reason="The drawing was his brother's.")
    return referral


def own_page(client, referral) -> str:
    client.force_login(referral.referred_by)
    return client.get(reverse("referrals:follow_referral", args=[referral.reference])).content.decode()


# What it does


def test_a_withdrawal_ends_nothing_until_the_coordinator_has_read_it(client, withdrawn, coordinator):
    assert withdrawn.stage == "submitted"
    assert "reads it once more" in own_page(client, withdrawn)
    client.force_login(coordinator)
    assert f"Withdrawn by its referrer: referral {withdrawn.reference}" in client.get("/").content.decode()
    assert "The drawing was his brother&#x27;s." in client.get(withdrawn.get_absolute_url()).content.decode()


def test_confirmed_it_has_ended_and_is_kept(client, withdrawn, coordinator, do_errands):
    factories.assessed(withdrawn, coordinator)
    operations.answer_withdrawal(withdrawn, by=coordinator, goes_on=False, **ANSWER)
    withdrawn.refresh_from_db()
    assert withdrawn.stage == "withdrawn"
    do_errands()
    assert len(e_mails_about(withdrawn)) == 1
    page = own_page(client, withdrawn)
    assert "It has been withdrawn" in page
    assert ANSWER["words_for_referrer"] in page
    assert ANSWER["rationale"] not in page
    client.force_login(coordinator)
    assert client.get(withdrawn.get_absolute_url()).status_code == 200


def test_where_a_worry_remains_the_work_goes_on_and_the_referrer_is_told(client, withdrawn, coordinator, do_errands):
    client.force_login(coordinator)
    url = reverse("referrals:answer_withdrawal", args=[withdrawn.reference])
    assert "The drawing was his brother&#x27;s." in client.get(url).content.decode()
    assert client.post(url, {"goes_on": "yes", **ANSWER}).status_code == 302
    withdrawn.refresh_from_db()
    assert withdrawn.stage == "submitted"
    do_errands()
    assert len(e_mails_about(withdrawn)) == 1
    page = own_page(client, withdrawn)
    assert "The coordinator goes on with it" in page
    assert ANSWER["words_for_referrer"] in page
    operations.end_referral(factories.assessed(withdrawn, coordinator), by=coordinator, **WORDS)


def test_it_may_be_withdrawn_again_after_that(withdrawn, coordinator, officer):
    operations.answer_withdrawal(withdrawn, by=coordinator, goes_on=True, **ANSWER)
    operations.withdraw_referral(withdrawn, by=officer, reason="I still think so.")
    assert withdrawn.withdrawals.count() == 2


def test_the_same_over_the_endpoints(client, referral, officer, coordinator):
    client.force_login(officer)
    taking_back = reverse("referrals_api:withdraw_referral", args=[referral.reference])
    assert client.post(taking_back, {"reason": "A mistake."}, content_type="application/json").status_code == 200
    factories.assessed(referral, coordinator)
    client.force_login(coordinator)
    answering = reverse("referrals_api:answer_withdrawal", args=[referral.reference])
    answer = client.post(answering, {"goes_on": "no", **ANSWER}, content_type="application/json")
    assert answer.status_code == 200
    referral.refresh_from_db()
    assert referral.stage == "withdrawn"


# What it records


def test_who_withdrew_and_who_answered_stand_in_the_trail_without_a_reason(withdrawn, coordinator):
    operations.answer_withdrawal(withdrawn, by=coordinator, goes_on=True, **ANSWER)
    answering, withdrawing = AuditEntry.objects.about(withdrawn).acts()[:2]
    assert (withdrawing.what, answering.what) == ("referrals.withdraw_referral", "referrals.answer_withdrawal")
    assert "drawing" not in withdrawing.changes + answering.changes


# When it refuses


def test_nothing_is_decided_over_a_withdrawal_that_waits(withdrawn, coordinator):
    factories.assessed(withdrawn, coordinator)
    with pytest.raises(Refused, match="The referrer has withdrawn this referral"):
        operations.end_referral(withdrawn, by=coordinator, **WORDS)


def test_it_does_not_end_without_a_short_assessment_either(client, withdrawn, coordinator):
    """Whoever talked a school out of it has not ended the concern; somebody has thought of the person first."""
    client.force_login(coordinator)
    url = reverse("referrals:answer_withdrawal", args=[withdrawn.reference])
    for obstacle, way in (("Judge how urgent this is first", "urgency"), ("Write the short assessment", "assess")):
        page = client.post(url, {"goes_on": "no", **ANSWER}).content.decode()
        assert page.count(obstacle) > 1  # Before one answers, and beside the answer.
        assert f"/{way}/" in page
        factories.received(withdrawn, coordinator)
    assert withdrawn.withdrawals.get().answered_at is None


def test_not_twice_and_not_after_the_decision(withdrawn, referral, officer, coordinator):
    with pytest.raises(Refused, match="You have withdrawn it"):
        operations.withdraw_referral(withdrawn, by=officer, reason="Again.")
    factories.assessed(withdrawn, coordinator)
    operations.answer_withdrawal(withdrawn, by=coordinator, goes_on=False, **ANSWER)
    with pytest.raises(Refused, match="This referral has been decided"):
        operations.withdraw_referral(withdrawn, by=officer, reason="Again.")
    with pytest.raises(Refused, match="No withdrawal"):
        operations.answer_withdrawal(withdrawn, by=coordinator, goes_on=True, **ANSWER)


def test_nobody_confirms_their_own(area, school):
    both = factories.person(area, PostKind.COORDINATOR, "Bo Both")
    factories.post(school, PostKind.OFFICER, "Bo Both")
    both.forget_posts()
    referral = factories.referral(both)
    operations.withdraw_referral(referral, by=both, reason="A mistake.")
    with pytest.raises(Refused, match="Somebody else answers"):
        operations.answer_withdrawal(referral, by=both, goes_on=False, **ANSWER)


# Who may


def test_the_referrer_takes_back_and_the_coordinator_answers(withdrawn, coordinator, organiser, stranger, school):
    for person, refusal in ((organiser, PermissionDenied), (stranger, NotVisible), (withdrawn.referred_by, NotVisible)):
        with pytest.raises(refusal):
            operations.answer_withdrawal(withdrawn, by=person, goes_on=True, **ANSWER)
    with pytest.raises(PermissionDenied):
        operations.withdraw_referral(withdrawn, by=coordinator, reason="x")
    with pytest.raises(NotVisible):
        operations.withdraw_referral(
            withdrawn, by=factories.person(school, PostKind.OFFICER, "Tess Teacher"), reason="x"
        )
