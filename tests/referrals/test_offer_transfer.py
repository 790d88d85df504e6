"""Moving a referral to another area: a handshake, in which the sender answers for it until it is accepted."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from panels import operations as panels
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from referrals import operations
from referrals.candidates import Found, find, may_have_been_referred_before
from referrals.models import ANSWERS, LivesHere, Referral, decided_by
from tests import factories
from tests.referrals.test_end_referral import WORDS

REASON = "He moved there with his mother on Monday."


@pytest.fixture
def offered(assessed, coordinator, other_area, stranger):
    """To the area in which the stranger is the coordinator."""
    operations.offer_transfer(assessed, by=coordinator, to_area=other_area, reason=REASON)
    return assessed


def sees(client, person, referral) -> int:
    client.force_login(person)
    return client.get(referral.get_absolute_url()).status_code


# What it does


def test_the_coordinators_there_see_it_from_the_offer_on_and_not_before(
    client, assessed, coordinator, other_area, stranger
):
    assert sees(client, stranger, assessed) == 404
    client.force_login(coordinator)
    url = reverse("referrals:offer_transfer", args=[assessed.reference])
    assert client.post(url, {"to_area": other_area.slug, "reason": REASON}).status_code == 302
    assert sees(client, stranger, assessed) == 200
    page = client.get(assessed.get_absolute_url()).content.decode()
    assert REASON in page
    assert "answers for it" in page
    assert f"Take on, or decline: referral {assessed.reference}" in client.get("/").content.decode()
    client.force_login(coordinator)
    assert "Take on" not in client.get("/").content.decode()


def test_the_sender_answers_for_it_until_it_is_accepted(offered, coordinator, area, officer, client):
    assert (offered.stage, offered.area) == ("transferring", area)
    assert sees(client, coordinator, offered) == 200
    client.force_login(officer)
    page = client.get(reverse("referrals:follow_referral", args=[offered.reference])).content.decode()
    assert f"The coordinator of {area} has it" in page
    assert "Eastvale" not in page


def test_accepted_it_begins_there_as_it_was_sent_and_ends_here(offered, stranger, officer, other_area):
    operations.add_to_referral(offered, by=officer, text="His new school has rung.")
    begun = operations.accept_transfer(offered, by=stranger)
    offered.refresh_from_db()
    assert (offered.stage, begun.stage, begun.area) == ("transferred", "submitted", other_area)
    for name in (*ANSWERS, "referred_by", "for_agency", "submitted_at", "age_at_referral", "national_reference"):
        if name != "lives_here":  # It was said of the other area.
            assert getattr(begun, name) == getattr(offered, name), name
    for part, fields in {
        "entries": ("how_known", "happened_on", "text"),
        "support_needs": ("kind", "fact", "source"),
        "additions": ("added_by", "added_at", "text"),
    }.items():
        assert list(getattr(begun, part).values(*fields)) == list(getattr(offered, part).values(*fields))
    assert begun.individual.area == other_area
    assert begun.individual != offered.individual


def test_what_its_referrer_has_answered_goes_with_it(assessed, officer, coordinator, other_area, stranger):
    operations.ask_referrer(assessed, by=coordinator, questions=["When was that?", "Who was there?"])
    first = assessed.questions.first()
    operations.answer_questions(assessed, by=officer, **{first.reference: "On Monday."})
    operations.offer_transfer(assessed, by=coordinator, to_area=other_area, reason=REASON)
    (question,) = operations.accept_transfer(assessed, by=stranger).questions.all()
    first.refresh_from_db()
    for name in ("text", "asked_by", "asked_at", "answer", "answered_by", "answered_at"):
        assert getattr(question, name) == getattr(first, name), name


def test_everything_that_hangs_on_a_referral_moves_or_stays_readable_where_it_was():
    moved = {"entries", "support_needs", "additions", "questions", "sealed_source", "own_words"}
    stays = {
        "withdrawals", "feedback", "transfers", "transferred_by", "passed_on_as", "files", "own_copies",
        "disclosed_copies", "second_readings", "gateway_requests",
        "identity_links", "identity_decisions", "findings_of_untruth", "urgency_judgements", "parallel_referrals",
        "assessments", "end_proposals", "decision",
    }  # fmt: skip
    hanging = {
        each.get_accessor_name()
        for each in Referral._meta.related_objects
        if not each.hidden and each.related_model._meta.app_label == "referrals"
    }
    assert {name for name in hanging if "event" not in name} == moved | stays


def test_both_histories_show_it_and_the_receiver_reads_what_was_done_before(client, offered, stranger, coordinator):
    begun = operations.accept_transfer(offered, by=stranger)
    client.force_login(coordinator)
    assert "Passed to Eastvale" in client.get(offered.get_absolute_url()).content.decode()
    assert sees(client, coordinator, begun) == 404
    client.force_login(stranger)
    page = client.get(begun.get_absolute_url()).content.decode()
    assert "Taken on from Harrowmere" in page
    assert offered.get_absolute_url() in page
    assert sees(client, stranger, offered) == 200


def test_the_referrer_is_told_and_goes_on_following_it(client, offered, stranger, officer, do_errands):
    begun = operations.accept_transfer(offered, by=stranger)
    do_errands()
    assert [message.to for message in mail.outbox if "/mine/" in message.body] == [[officer.email]]
    client.force_login(officer)
    page = client.get(reverse("referrals:follow_referral", args=[offered.reference])).content.decode()
    assert "The coordinator of Eastvale has it" in page
    assert REASON not in page
    there = client.get(reverse("referrals:follow_referral", args=[begun.reference])).content.decode()
    assert "The coordinator of Eastvale has it" in there


def test_where_the_person_lives_is_asked_anew_and_what_is_urgent_stays_so(officer, coordinator, other_area, stranger):
    referral = factories.referral(officer, lives_here=LivesHere.HERE)
    factories.assessed(referral, coordinator)
    factories.received(referral, coordinator, urgency="urgent")
    operations.record_national_reference(referral, by=coordinator, national_reference="N-17")
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason=REASON)
    begun = operations.accept_transfer(referral, by=stranger)
    assert (begun.lives_here, begun.is_urgent, begun.national_reference) == (LivesHere.UNKNOWN, True, "N-17")


def test_the_time_to_decide_begins_there_when_it_is_taken_on(assessed, coordinator, other_area, stranger):
    eastvale_school = factories.agency(other_area, "Eastvale School")
    with clock.at(clock.now() + timedelta(days=40)):
        operations.offer_transfer(assessed, by=coordinator, to_area=other_area, reason=REASON)
        begun = operations.accept_transfer(assessed, by=stranger)
        factories.received(begun, stranger, best_placed=eastvale_school)
        assert begun.due_on == decided_by(other_area, clock.now(), is_urgent=False)["due_on"] > clock.today()
    assessed.refresh_from_db()
    assert assessed.due_on is None


def test_its_files_can_be_opened_there_by_whoever_sees_it_and_sealed_for_both(
    client, assessed, coordinator, other_area, stranger
):
    file = factories.file(assessed)
    door = factories.person(other_area, PostKind.FRONT_DOOR, "Fern Frontdoor")
    operations.offer_transfer(assessed, by=coordinator, to_area=other_area, reason=REASON)
    operations.decline_transfer(assessed, by=stranger, answer="Not yet.")
    operations.offer_transfer(assessed, by=coordinator, to_area=other_area, reason=REASON)
    assert sees(client, door, file) == 404
    begun = operations.accept_transfer(assessed, by=stranger)
    assert sees(client, door, file) == 200
    assert list(client.get(begun.get_absolute_url()).context["files"]) == [file]
    client.force_login(coordinator)
    assert list(client.get(assessed.get_absolute_url()).context["files"]) == [file]
    operations.seal_file(file, by=door)
    client.force_login(coordinator)
    assert client.get(reverse("referrals:open_file", args=[file.reference])).status_code != 200


def test_nobody_is_said_to_be_known_elsewhere_because_of_the_referral_itself(
    offered, officer, stranger, coordinator, other_area
):
    begun = operations.accept_transfer(offered, by=stranger)
    assert find(begun, stranger) == Found([], [])
    again = factories.referral(officer)
    found = find(again, coordinator)
    assert [each.individual for each in found.candidates] == [offered.individual]
    assert found.ask_in == [other_area]


def test_nor_after_a_second_area_or_where_it_comes_back(offered, stranger, coordinator, area):
    there = operations.accept_transfer(offered, by=stranger)
    elsewhere = factories.area("Westvale")
    third = factories.person(elsewhere, PostKind.COORDINATOR, "Theo Third")
    for sender, to, receiver in ((stranger, elsewhere, third), (third, area, coordinator)):
        agency = factories.agency(there.area, f"{there.area} School")
        factories.assessed(factories.received(there, sender, best_placed=agency), sender)
        operations.offer_transfer(there, by=sender, to_area=to, reason=REASON)
        there = operations.accept_transfer(there, by=receiver)
        assert find(there, receiver) == Found([], [])
    assert not may_have_been_referred_before(there)


def test_whoever_was_named_to_help_now_goes_on_seeing_it_while_it_is_offered(
    client, referral, coordinator, childrens_services, representative, other_area, stranger
):
    factories.received(referral, coordinator, best_placed=childrens_services)
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason=REASON)
    assert sees(client, representative, referral) == 200
    assert referral.reference in client.get("/").content.decode()
    operations.accept_transfer(referral, by=stranger)
    assert sees(client, representative, referral) == 404


def test_an_urgent_conference_asked_for_here_is_not_asked_of_the_organiser_any_more(
    client, referral, coordinator, organiser, childrens_services, representative, other_area, stranger
):
    factories.received(referral, coordinator, best_placed=childrens_services)
    panels.ask_for_conference(referral, by=representative, agency=childrens_services, reason="It cannot wait.")
    client.force_login(organiser)
    assert referral.reference in client.get("/").content.decode()
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason=REASON)
    operations.accept_transfer(referral, by=stranger)
    assert referral.reference not in client.get("/").content.decode()
    with pytest.raises(Refused, match="passed to another area"):
        panels.call_conference(
            referral.conference_requests.get(), by=organiser, starts_at=clock.now() + timedelta(hours=2)
        )


def test_declined_it_stays_in_triage_here_and_the_sender_is_told_why(
    client, offered, stranger, coordinator, do_errands
):
    operations.decline_transfer(offered, by=stranger, answer="He is not known at that address.")
    offered.refresh_from_db()
    assert offered.stage == "in_triage"
    assert sees(client, stranger, offered) == 404
    do_errands()
    do_errands()
    (told,) = [message for message in mail.outbox if offered.reference in message.body]
    assert told.to == [coordinator.email]
    client.force_login(coordinator)
    assert "He is not known at that address." in client.get(offered.get_absolute_url()).content.decode()
    operations.end_referral(offered, by=coordinator, **WORDS)


def test_taken_back_it_is_in_triage_and_may_be_offered_again(client, offered, coordinator, stranger, other_area):
    operations.take_back_transfer(offered, by=coordinator)
    assert sees(client, stranger, offered) == 404
    operations.offer_transfer(offered, by=coordinator, to_area=other_area, reason=REASON)
    assert offered.transfers.count() == 2


def test_the_same_over_the_endpoints(client, assessed, coordinator, other_area, stranger):
    def post(name, person, **sent):
        client.force_login(person)
        url = reverse(f"referrals_api:{name}", args=[assessed.reference])
        return client.post(url, sent, content_type="application/json").status_code

    offer = {"to_area": other_area.slug, "reason": REASON}
    assert post("offer_transfer", coordinator, **offer) == 201
    assert post("take_back_transfer", coordinator) == 200
    assert post("offer_transfer", coordinator, **offer) == 201
    assert post("decline_transfer", stranger, answer="No.") == 200
    assert post("offer_transfer", coordinator, **offer) == 201
    assert post("accept_transfer", stranger) == 201


# What it records


def test_an_entry_for_each_side(offered, stranger, coordinator):
    begun = operations.accept_transfer(offered, by=stranger)
    accepting, offering = AuditEntry.objects.about(offered).acts()[:2]
    assert (offering.what, accepting.what) == ("referrals.offer_transfer", "referrals.accept_transfer")
    assert AuditEntry.objects.about(begun).acts().get() == accepting
    assert "mother" not in offering.changes + accepting.changes


# When it refuses


def test_nothing_is_decided_while_it_is_offered(offered, coordinator, other_area):
    with pytest.raises(Refused, match="It is offered to another area"):
        operations.end_referral(offered, by=coordinator, **WORDS)
    with pytest.raises(Refused, match="It is offered to another area"):
        operations.offer_transfer(offered, by=coordinator, to_area=other_area, reason=REASON)


def test_not_to_where_it_is_and_not_before_it_was_received(referral, coordinator, area, other_area):
    with pytest.raises(Refused, match="Judge how urgent"):
        operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason=REASON)
    factories.assessed(referral, coordinator)
    with pytest.raises(Refused, match="in that area already"):
        operations.offer_transfer(referral, by=coordinator, to_area=area, reason=REASON)


def test_none_is_taken_on_that_its_referrer_has_withdrawn_meanwhile(offered, officer, coordinator, stranger):
    operations.withdraw_referral(offered, by=officer, reason="It was somebody else.")
    with pytest.raises(Refused, match="Harrowmere answers that first"):
        operations.accept_transfer(offered, by=stranger)
    operations.take_back_transfer(offered, by=coordinator)
    answer = {"rationale": "A mistake.", "words_for_referrer": "Thank you."}
    factories.assessed(offered, coordinator)
    operations.answer_withdrawal(offered, by=coordinator, goes_on=False, **answer)
    assert offered.stage == "withdrawn"


def test_nothing_more_is_added_where_nobody_works_on_it_any_more(client, offered, stranger, officer):
    begun = operations.accept_transfer(offered, by=stranger)
    with pytest.raises(Refused, match="Another area has this referral now"):
        operations.add_to_referral(offered, by=officer, text="He has come home.")
    with pytest.raises(Refused, match="Another area has this referral now"):
        operations.add_files(offered, by=officer, files=[])
    client.force_login(officer)
    page = client.get(reverse("referrals:follow_referral", args=[offered.reference])).content.decode()
    assert "Add something" not in page
    assert "Add files" not in page
    there = client.get(reverse("referrals:follow_referral", args=[begun.reference])).content.decode()
    assert "Add something" in there
    assert "Sent to the coordinator of Harrowmere" in there
    operations.add_to_referral(begun, by=officer, text="He has come home.")


def test_an_offer_is_answered_once_and_the_sender_told_once(offered, coordinator, stranger):
    operations.decline_transfer(offered, by=stranger, answer="No.")
    with pytest.raises(Refused, match="is not offered to another area"):
        operations.take_back_transfer(offered, by=coordinator)
    operations.tell_sender(offered, by=system_user())
    with pytest.raises(AlreadyDone):
        operations.tell_sender(offered, by=system_user())


# Who may


def test_the_sender_offers_and_the_receiver_answers(offered, coordinator, stranger, officer, organiser):
    for operation, more in ((operations.accept_transfer, {}), (operations.decline_transfer, {"answer": "No."})):
        for person, refusal in ((coordinator, PermissionDenied), (organiser, PermissionDenied), (officer, NotVisible)):
            with pytest.raises(refusal):
                operation(offered, by=person, **more)
    with pytest.raises(PermissionDenied):
        operations.take_back_transfer(offered, by=stranger)
