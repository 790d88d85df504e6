"""The safeguarding lead of the referrer's agency: told at once, reads and adds, stops nothing; or kept in the dark."""

import re

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse

from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from referrals import operations
from referrals.models import Referral
from tests import factories

KEPT = {"lead_may_know": "no", "kept_from_lead_because": "Canaryword: it is about his son."}


def page(name: str, referral) -> str:
    return reverse(f"referrals:{name}", args=[referral.reference])


def submit_for(officer, started_by, **answers) -> Referral:
    """As the page of a draft sends it that was handed over."""
    return factories.referral(officer, started_by=started_by, **answers)


# What it does


def test_the_lead_is_told_at_once_and_only_once_without_personal_data(lead, referral, do_errands):
    do_errands()
    told = [each for each in mail.outbox if each.to == [lead.email] and page("follow_referral", referral) in each.body]
    assert len(told) == 1
    assert not re.search(r"prevent(?!-cases)|Olive|Ashwin|Larkfield|school", told[0].body, re.IGNORECASE)
    with pytest.raises(AlreadyDone):
        operations.tell_colleagues(Referral.objects.get(), by=system_user())


def test_the_confirmation_says_who_is_told(client, lead, referral, officer):
    client.force_login(officer)
    assert "Lee Lead is told now, as safeguarding lead" in client.get(page("sent", referral)).content.decode()


def test_the_lead_has_a_line_at_home_and_in_the_list_and_follows_it(client, lead, referral, officer):
    client.force_login(lead)
    home = client.get("/").content.decode()
    assert "What others have sent for your agency" in home
    assert page("follow_referral", referral) in home
    listed = client.get(reverse("referrals:list_own_referrals")).content.decode()
    assert (referral.reference in listed, "Olive Officer" in listed) == (True, True)
    followed = client.get(page("follow_referral", referral)).content.decode()
    assert "Sent by Olive Officer for Larkfield School." in followed
    assert page("withdraw_referral", referral) not in followed


def test_the_lead_adds_answers_and_makes_the_schools_copy(lead, referral, coordinator):
    operations.add_to_referral(referral, by=lead, text="His sister is here too.")
    operations.ask_referrer(referral, by=coordinator, questions=["When was this?"])
    question = referral.questions.get()
    operations.answer_questions(referral, by=lead, **{question.reference: "In March."})
    operations.request_own_copy(referral, by=lead)
    operations.add_files(referral, by=lead, files=[factories.chosen_file(lead)])
    assert referral.additions.get().added_by == lead


def test_the_lead_reads_of_the_decision_the_released_words_alone(client, lead, referral, coordinator):
    factories.ended(referral, coordinator)
    client.force_login(lead)
    followed = client.get(page("follow_referral", referral)).content.decode()
    assert "Thank you. The school will help." in followed
    for kept_back in ("The school knows him best.", "The head of year sees him every Monday."):
        assert kept_back not in followed


def test_what_is_said_of_the_referral_itself_is_the_referrers(client, lead, referral, officer, coordinator):
    operations.give_feedback(referral, by=coordinator, what_helped="It says what was seen.")
    for person, reads in ((officer, True), (lead, False)):
        client.force_login(person)
        assert ("It says what was seen." in client.get(page("follow_referral", referral)).content.decode()) == reads


def test_who_began_it_follows_what_the_lead_sent_and_hears_of_it(client, lead, officer, coordinator, do_errands):
    referral = submit_for(lead, started_by=officer)
    do_errands()
    assert [each.to for each in mail.outbox if page("follow_referral", referral) in each.body] == [[officer.email]]
    client.force_login(officer)
    followed = client.get(page("follow_referral", referral)).content.decode()
    assert "You began it." in followed
    assert page("withdraw_referral", referral) not in followed
    assert client.get(referral.get_absolute_url()).status_code == 404
    assert page("follow_referral", referral) in client.get("/").content.decode()
    mail.outbox.clear()
    operations.ask_referrer(referral, by=coordinator, questions=["When?"])
    do_errands()
    assert sorted(each.to[0] for each in mail.outbox) == sorted([lead.email, officer.email])
    client.force_login(coordinator)
    shown = client.get(referral.get_absolute_url()).content.decode()
    assert "Olive Officer, who handed it over" in shown


def test_nobody_is_told_where_the_lead_sent_it_or_there_is_none(officer, school):
    factories.referral(officer)
    factories.referral(factories.person(school, PostKind.SAFEGUARDING_LEAD, "Lee Lead"))
    assert not OutboxRow.objects.filter(task="referrals.tell_colleagues").exists()


# Kept from the lead


def test_kept_from_the_lead_they_are_told_nothing_and_see_nothing(client, lead, officer, do_errands):
    do_errands()
    mail.outbox.clear()
    referral = factories.referral(officer, **KEPT)
    do_errands()
    assert [each for each in mail.outbox if each.to == [lead.email]] == []
    client.force_login(lead)
    for name in ("follow_referral", "sent", "view_referral", "add_to_referral", "request_own_copy"):
        assert client.get(page(name, referral)).status_code == 404
    assert client.get(reverse("referrals_api:follow_referral", args=[referral.reference])).status_code == 404
    for address in ("/", reverse("referrals:list_own_referrals")):
        assert referral.reference not in client.get(address).content.decode()


def test_the_coordinator_reads_why_and_nobody_else(client, lead, officer, front_door, coordinator, text_of):
    referral = factories.referral(officer, **KEPT)
    client.force_login(coordinator)
    assert "Canaryword" in client.get(referral.get_absolute_url()).content.decode()
    client.force_login(front_door)
    assert "Canaryword" not in client.get(referral.get_absolute_url()).content.decode()
    copy = operations.request_own_copy(referral, by=officer)
    operations.make_own_copy(copy, by=system_user())
    assert "Canaryword" not in text_of(copy.read())


@pytest.mark.parametrize("who", ["officer", "coordinator"])
def test_who_kept_it_or_the_coordinator_lets_the_lead_know_later_with_a_reason(
    client, lead, officer, coordinator, teacher, front_door, school, do_errands, request, who
):
    referral, person = factories.referral(officer, **KEPT), request.getfixturevalue(who)
    do_errands()
    mail.outbox.clear()
    for stranger, refusal in ((lead, NotVisible), (teacher, NotVisible), (front_door, PermissionDenied)):
        with pytest.raises(refusal):
            operations.let_lead_know(referral, by=stranger, reason="No.")
    client.force_login(person)
    seen_at = page("follow_referral", referral) if who == "officer" else referral.get_absolute_url()
    assert page("let_lead_know", referral) in client.get(seen_at).content.decode()
    answer = client.post(page("let_lead_know", referral), {"reason": "Otherword: he has left the school."})
    assert answer.url == seen_at
    assert page("let_lead_know", referral) not in client.get(seen_at).content.decode()
    do_errands()
    # As of a new one; and the referrer hears of it where somebody else decided.
    told = {lead.email} | ({officer.email} if who == "coordinator" else set())
    assert {address for each in mail.outbox for address in each.to} == told
    client.force_login(lead)
    followed = client.get(page("follow_referral", referral)).content.decode()
    assert "Ashwin" in followed
    for hidden in ("Canaryword", "Otherword"):
        assert hidden not in followed
    client.force_login(officer)
    assert "Otherword" in client.get(page("follow_referral", referral)).content.decode()
    with pytest.raises(Refused, match="It is not kept from the safeguarding lead"):
        operations.let_lead_know(referral, by=person, reason="Again.")
    factories.received(referral, coordinator, best_placed=school)


def test_no_other_way_opens_it_to_the_lead(lead, officer, coordinator, panel, school, police):
    referral = factories.referral(officer, **KEPT)
    with pytest.raises(Refused, match="the referrer keeps it from them"):
        factories.received(referral, coordinator, best_placed=school)
    factories.received(referral, coordinator, best_placed=police)
    factories.meeting(panel)
    case = factories.case(referral, coordinator, panel)
    with pytest.raises(Refused, match="kept from their safeguarding lead"):
        factories.share(case, school, coordinator)
    factories.share(case, police, coordinator)


def test_it_joins_no_case_that_the_lead_reads(lead, officer, coordinator, panel, school, police):
    factories.meeting(panel)
    first = factories.referral(officer)
    case = factories.case(first, coordinator, panel)
    factories.share(case, school, coordinator)
    kept = factories.referral_about(first.individual, officer, **KEPT)
    factories.received(kept, coordinator, best_placed=police)
    with pytest.raises(Refused, match="Stop sharing the case with them first"):
        factories.case(kept, coordinator, panel)


def test_moved_to_another_area_it_stays_kept_and_says_who_began_it(
    client, lead, officer, teacher, coordinator, police, other_area, stranger
):
    referral = submit_for(officer, started_by=teacher, **KEPT)
    factories.received(referral, coordinator, best_placed=police)
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason="He lives there.")
    moved = operations.accept_transfer(referral, by=stranger)
    assert (moved.started_by, moved.kept_from_lead_because) == (teacher, KEPT["kept_from_lead_because"])
    client.force_login(lead)
    assert client.get(page("follow_referral", moved)).status_code == 404


def test_it_is_asked_where_there_is_a_lead_and_a_reason_is_needed(client, officer, lead, school):
    draft = factories.draft(officer)
    part = reverse("referrals:part", args=[draft.reference, "referrer"])
    client.force_login(officer)
    assert "May your safeguarding lead know of this referral?" in client.get(part).content.decode()
    said = {"for_agency": school.slug, "feedback_wanted": "no"}
    assert client.post(part, said).status_code == 422
    unsaid = client.post(part, said | {"lead_may_know": "no"})
    assert "Say why your safeguarding lead is not to know of it." in unsaid.content.decode()
    assert client.post(part, said | KEPT).status_code == 302


def test_it_is_not_asked_where_there_is_none(client, officer, school):
    draft = factories.draft(officer)
    part = reverse("referrals:part", args=[draft.reference, "referrer"])
    client.force_login(officer)
    assert "May your safeguarding lead know" not in client.get(part).content.decode()
    assert client.post(part, {"for_agency": school.slug, "feedback_wanted": "no"}).status_code == 302


# When it refuses


def test_kept_without_a_reason_it_is_refused(officer, lead):
    with pytest.raises(Refused, match="Say why your safeguarding lead"):
        factories.referral(officer, lead_may_know="no")


def test_nor_does_the_database_take_it_or_a_handing_over_to_oneself(officer, monkeypatch):
    with pytest.raises(IntegrityError, match="somebody_else_starts_what_is_handed_over"):
        submit_for(officer, started_by=officer)


# Who may


def test_the_lead_takes_back_and_answers_nothing_for_the_referrer(client, lead, referral, coordinator):
    operations.give_feedback(referral, by=coordinator, what_helped="It says what was seen.")
    with pytest.raises(NotVisible):
        operations.withdraw_referral(referral, by=lead, reason="No.")
    with pytest.raises(NotVisible):
        operations.answer_feedback(referral, by=lead, word_back="Thanks.")
    client.force_login(lead)
    for name in ("withdraw_referral", "answer_feedback", "view_referral"):
        assert client.get(page(name, referral)).status_code == 404


def test_who_began_it_takes_back_nothing_that_the_lead_sent(lead, officer):
    referral = submit_for(lead, started_by=officer)
    with pytest.raises(NotVisible):
        operations.withdraw_referral(referral, by=officer, reason="No.")


def test_being_an_officer_of_the_agency_grants_nothing(client, lead, referral, teacher, colleague):
    for person in (teacher, colleague):
        client.force_login(person)
        for name in ("follow_referral", "sent", "view_referral", "add_to_referral", "withdraw_referral"):
            assert client.get(page(name, referral)).status_code == 404
        assert referral.reference not in client.get("/").content.decode()


def test_the_lead_of_another_agency_and_one_who_has_left_see_nothing(
    client, lead, referral, childrens_services, administrator
):
    of_another = factories.person(childrens_services, PostKind.SAFEGUARDING_LEAD, "Lana Lead")
    accounts.withdraw_post(lead.held_posts.get(), by=administrator)
    for person in (of_another, lead):
        client.force_login(person)
        assert client.get(page("follow_referral", referral)).status_code == 404


def test_only_the_unattended_service_tells(lead, referral, coordinator):
    with pytest.raises(PermissionDenied):
        operations.tell_colleagues(referral, by=coordinator)


# How often it queries


def test_home_list_and_page_ask_the_same_at_one_and_at_twenty(client, lead, referral, officer, queries_of):
    client.force_login(lead)
    addresses = ["/", reverse("referrals:list_own_referrals"), page("follow_referral", referral)]
    at_one = [queries_of(address) for address in addresses]
    for _ in range(19):
        factories.referral(officer)
    assert [queries_of(address) for address in addresses] == at_one
    assert at_one[0] <= 12
