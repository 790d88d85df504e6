"""A hold: set, looked at again and lifted by the police; it stops those who may know of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from cases.operations import confirm_same_person, decide_section36, undo_same_person
from panels.operations import accept_referral, decide_item, end_meeting, record_attendance, start_meeting
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused, operations
from referrals.models import Hold
from referrals.operations import (
    accept_transfer,
    answer_found_untrue,
    confirm_no_further_action,
    disclose_copy,
    end_referral,
    give_feedback,
    lift_hold,
    offer_transfer,
    propose_found_untrue,
    propose_no_further_action,
    record_parallel_referral,
    return_to_referrer,
    review_hold,
    set_hold,
)
from tests import factories
from tests.cases.test_decide_section36 import ENDS

WORDS = {"rationale": "A pattern over weeks.", "words_for_referrer": "Thank you."}
STOPPED = "on hold"


def in_days(days):
    return clock.today() + timedelta(days=days)


@pytest.fixture
def individual(case, police, coordinator):
    factories.share(case, police, coordinator)
    return case.individual


@pytest.fixture
def hold(individual, gateway):
    return factories.hold(individual, gateway)


# What it does


def test_it_has_a_day_and_no_word_more(hold):
    assert hold.review_on == in_days(30)
    kinds = {field.get_internal_type() for field in Hold._meta.concrete_fields}
    assert not kinds & {"TextField", "JSONField"}
    assert [field.name for field in Hold._meta.concrete_fields if field.get_internal_type() == "CharField"] == [
        "reference"
    ]


def test_kept_it_gets_another_day_and_lifted_it_stops_nobody(hold, gateway, case, meeting, chair, police):
    review_hold(hold, by=gateway, review_on=in_days(60))
    assert hold.review_on == in_days(60)
    lift_hold(hold, by=gateway)
    assert (hold.lifted_by, bool(hold.lifted_at)) == (gateway, True)
    with pytest.raises(Refused, match="has been lifted"):
        lift_hold(hold, by=gateway)


def test_the_coordinator_neither_accepts_nor_ends_nor_writes(referral, coordinator, police, gateway, panel, other_area):
    asked = factories.at_gateway(referral, coordinator, police)
    factories.answered(asked, gateway, deconfliction="hold", review_on=in_days(9))
    referral.refresh_from_db()
    ends = {"end_reason": "signposted", "onward_service": "school", "arranged": "Weekly talks."}
    copy = {"to_whom": "The early-help hub", "purpose": "He could do with help.", "lawful_basis": "public_task"}
    for stopped in (
        lambda: return_to_referrer(referral, by=coordinator, questions=["When was this?"]),
        lambda: give_feedback(referral, by=coordinator, what_helped="What he said, word for word."),
        lambda: disclose_copy(referral, by=coordinator, door="early_help", **copy),
        lambda: offer_transfer(referral, by=coordinator, to_area=other_area, reason="He lives there."),
        lambda: accept_referral(referral, by=coordinator, panel=panel, **WORDS),
        lambda: end_referral(referral, by=coordinator, **ends, **WORDS),
        lambda: propose_no_further_action(referral, by=coordinator, end_reason="explained", **WORDS),
    ):
        with pytest.raises(Refused, match=STOPPED):
            stopped()
    # What keeps somebody safe waits for nobody.
    assert disclose_copy(referral, by=coordinator, door="children", **copy)
    record_parallel_referral(referral, by=coordinator, answer="both")
    lift_hold(Hold.objects.over(referral.individual).get(), by=gateway)
    assert accept_referral(referral, by=coordinator, panel=panel, **WORDS)


def test_on_a_case_nothing_is_agreed_or_decided_and_no_support_starts(
    case, hold, coordinator, chair, gateway, police, police_representative
):
    for stopped in (
        lambda: factories.section36(case, gateway),
        lambda: factories.action(case, police, coordinator),
        lambda: factories.action(case, police, chair),
    ):
        with pytest.raises(Refused, match=STOPPED):
            stopped()
    # Whoever may not know decides as ever.
    assert factories.section36(case, police_representative)
    factories.adopted(case, chair)
    with pytest.raises(Refused, match=STOPPED):
        factories.consent(case, coordinator)
    assert factories.consent(case, coordinator, "refused")


def test_it_can_be_set_after_a_clear_answer_as_well(client, referral, coordinator, police, gateway, other_area):
    factories.answered(factories.at_gateway(referral, coordinator, police), gateway)
    elsewhere = factories.agency(other_area, "Eastvale Police", AgencyType.POLICE, Sector.POLICE)
    stranger = factories.person(elsewhere, PostKind.GATEWAY_OFFICER, "Gina Gateway")
    page = reverse("referrals:set_hold", args=[referral.individual.reference])
    answered = reverse("referrals:list_answered_requests")
    for person, told, answer in ((gateway, True, 200), (stranger, False, 404)):
        client.force_login(person)
        assert answered in client.get("/").content.decode()
        assert (page in client.get(answered).content.decode()) is told
        assert client.get(page).status_code == answer
    assert client.get(referral.get_absolute_url()).status_code == 404
    factories.hold(referral.individual, gateway)
    with pytest.raises(Refused, match="on hold"):
        factories.ended(referral, coordinator)


def test_set_after_another_area_has_taken_the_referral_on_it_stands_there(
    referral, coordinator, police, gateway, other_area, stranger
):
    factories.answered(factories.at_gateway(referral, coordinator, police), gateway)
    offer_transfer(referral, by=coordinator, to_area=other_area, reason="He lives there now.")
    there = accept_transfer(referral, by=stranger)
    factories.hold(referral.individual, gateway)
    assert Hold.objects.over(there.individual).get().review_on == in_days(30)
    with pytest.raises(Refused, match=STOPPED):
        factories.ended(factories.received(there, stranger, best_placed=factories.agency(other_area)), stranger)


def test_it_stands_on_over_somebody_found_to_be_the_person(case, officer, police, coordinator, gateway, chair):
    further = factories.referral(officer)
    asked = factories.at_gateway(further, coordinator, police)
    factories.answered(asked, gateway, deconfliction="hold", review_on=in_days(9))
    hold = Hold.objects.get()
    assert not Hold.objects.over(case.individual).exists()
    confirm_same_person(further, by=coordinator, individual=case.individual, reason="The same address and school.")
    assert Hold.objects.over(case.individual).get() == hold
    for person in (coordinator, gateway, chair):
        person.forget_posts()
        assert Hold.objects.permitted(person, "referrals.view_hold").get() == hold, person


def test_nobody_leaves_it_behind_by_parting_two_and_parted_each_has_their_own(
    case, officer, coordinator, second_coordinator, gateway, individual
):
    further = factories.ended(factories.referral(officer), coordinator)
    before = further.individual
    confirm_same_person(further, by=coordinator, individual=individual, reason="The same address and school.")
    hold = factories.hold(individual, gateway)
    propose = {"by": coordinator, "reason": "The school says so."}
    for stopped in (
        lambda: undo_same_person(further, by=coordinator, reason="His cousin, as it turns out."),
        lambda: propose_found_untrue(further, **propose),
    ):
        with pytest.raises(Refused, match=STOPPED):
            stopped()
    lift_hold(hold, by=gateway)
    propose_found_untrue(further, **propose)
    again = factories.hold(individual, gateway)
    with pytest.raises(Refused, match=STOPPED):
        answer_found_untrue(further, by=second_coordinator, agreed=True, answer_reason="I asked too.")
    lift_hold(again, by=gateway)
    undo_same_person(further, by=coordinator, reason="His cousin, as it turns out.")
    factories.hold(individual, gateway)
    assert not Hold.objects.over(before).exists()


def test_a_chair_who_is_asked_to_confirm_an_end_is_stopped_as_well(
    case, officer, coordinator, second_coordinator, gateway, individual, area
):
    other_chair = factories.person(factories.panel(area, "Another panel"), PostKind.CHAIR, "Another Chair")
    ending = factories.referral(officer)
    factories.assessed(ending, coordinator)
    propose_no_further_action(ending, by=coordinator, end_reason="explained", **WORDS)
    confirm_same_person(ending, by=coordinator, individual=individual, reason="The same address and school.")
    hold = factories.hold(individual, gateway)
    other_chair.forget_posts()
    with pytest.raises(Refused, match=STOPPED):
        confirm_no_further_action(ending, by=other_chair, why_still="It was a joke.")
    lift_hold(hold, by=gateway)
    confirm_no_further_action(ending, by=other_chair, why_still="It was a joke.")
    assert not Hold.objects.permitted(other_chair, "referrals.view_hold").exists()


def test_the_chair_only_defers_and_the_meeting_can_end(case, hold, meeting, chair, police, police_representative):
    factories.section36(case, police_representative)
    start_meeting(meeting, by=chair)
    record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    item = meeting.items.get(case=case)
    with pytest.raises(Refused, match=STOPPED):
        decide_item(item, by=chair, **factories.ADOPTED)
    decide_item(item, by=chair, **factories.DEFERRED)
    end_meeting(meeting, by=chair)


# What it records


def test_it_shows_in_its_own_history_and_in_no_other(hold, case, referral, gateway, client):
    review_hold(hold, by=gateway, review_on=in_days(60))
    client.force_login(gateway)
    client.get(hold.get_absolute_url())
    client.get(reverse("referrals:review_hold", args=[hold.reference]))
    lift_hold(hold, by=gateway)
    client.get(reverse("referrals:set_hold", args=[case.individual.reference]))
    about = [entry.sentence for entry in AuditEntry.objects.about(hold)]
    assert about == ["Hold lifted.", "Hold viewed.", "Hold viewed.", "Hold looked at again, and kept.", "Hold set."]
    for record in (case, referral, case.individual, case.area):
        assert not [entry for entry in AuditEntry.objects.about(record) if "hold" in entry.what]


def test_what_is_done_about_it_is_called_as_its_permission_so_that_it_stays_apart():
    apart = {
        rule.name
        for rule in rules.values()
        if rule.apart and rule.name.startswith("referrals.") and rule.name.endswith("_hold")
    }
    assert apart == {f"referrals.{verb}_hold" for verb in ("set", "review", "carry", "lift", "view")}
    done = {operation.permission: operation.name for operation in operations.values() if operation.permission in apart}
    assert done == {name: name for name in apart - {"referrals.view_hold"}}


# When it refuses


def test_one_at_a_time_and_always_with_a_day_to_come(individual, hold, gateway):
    with pytest.raises(Refused, match="on this person already"):
        set_hold(individual, by=gateway, review_on=in_days(3))
    with pytest.raises(Refused, match="a day to come"):
        review_hold(hold, by=gateway, review_on=clock.today())


def test_the_database_wants_its_day_whoever_writes(hold):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE referrals_hold SET review_on = NULL WHERE id = %s", [hold.pk])


# Who may


def test_only_the_police_gateway_sets_reviews_and_lifts_it(
    individual, gateway, coordinator, chair, police_representative, stranger
):
    for person, refusal in (
        (coordinator, PermissionDenied),
        (chair, PermissionDenied),
        (police_representative, PermissionDenied),
        (stranger, NotVisible),
    ):
        with pytest.raises(refusal):
            set_hold(individual, by=person, review_on=in_days(3))
    hold = factories.hold(individual, gateway)
    for person, refusal in ((coordinator, PermissionDenied), (chair, PermissionDenied)):
        for change in (lambda by: lift_hold(hold, by=by), lambda by: review_hold(hold, by=by, review_on=in_days(3))):
            with pytest.raises(refusal):
                change(person)


def test_the_gateway_of_another_area_cannot(individual, other_area):
    far = factories.agency(other_area, "Eastvale Police", "police", "police")
    with pytest.raises(NotVisible):
        set_hold(individual, by=factories.person(far, PostKind.GATEWAY_OFFICER, "Far"), review_on=in_days(3))


def test_who_knows_of_it(
    client, case, hold, gateway, supervisor, coordinator, chair, organiser, police_representative, area
):
    governance = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gail Governance")
    knows = {coordinator: True, chair: True, gateway: True}
    knows |= dict.fromkeys([organiser, police_representative, governance], False)
    for person, told in knows.items():
        client.force_login(person)
        assert client.get(hold.get_absolute_url()).status_code == (200 if told else 404)
        page = client.get(case.get_absolute_url()).content.decode()
        assert ("On hold" in page) == told, person
        # Nobody who knows of it is led to what it stops.
        led_to = reverse("actions:agree_action", args=[case.reference]) in page
        assert led_to == (person == organiser), person
    (carried,) = case.carried_referrals.all()
    decide_section36(case, by=police_representative, referral=carried.referral, **ENDS)
    sign = reverse("cases:sign_section36", args=[case.reference])
    for led_to in (False, True):
        client.force_login(supervisor)
        assert (sign in client.get(case.get_absolute_url()).text) is led_to
        if not led_to:
            lift_hold(hold, by=gateway)


def test_no_page_of_a_case_leads_to_what_it_stops(client, adopted, coordinator, gateway):
    """Whoever knows of it is told there instead; that support is not wanted is recorded all the same."""
    leads = {
        "cases:view_case": "panels:record_consent",
        "cases:consent": "panels:record_consent",
        "cases:information": "cases:ask_for_information",
        "cases:letters": "cases:write_letter",
        "actions:case_actions": "actions:agree_action",
        "cases:support": "cases:arrange_intervention",
    }
    refused = reverse("panels:record_withdrawal", args=[adopted.reference])

    def offered(*pages):
        """Which of the pages lead there, which say that there is a hold, and which to recording a refusal."""
        read = {page: client.get(reverse(page, args=[adopted.reference])).content.decode() for page in pages}
        led = {page for page in pages if reverse(leads[page], args=[adopted.reference]) in read[page]}
        return led, *({page for page in pages if words in read[page]} for words in ("On hold", refused))

    client.force_login(coordinator)
    *before, support = leads
    assert offered(*before) == ({*before}, set(), set())
    held = factories.hold(adopted.individual, gateway)
    assert offered(*before) == (set(), {*before}, {"cases:view_case", "cases:consent"})
    # That it had been asked already is a fact, and is kept whatever stands.
    leads |= dict.fromkeys(("cases:view_case", "cases:consent"), "cases:record_asking")
    assert offered("cases:view_case", "cases:consent")[0] == {"cases:view_case", "cases:consent"}
    asking = client.get(reverse("cases:record_asking", args=[adopted.reference])).content.decode()
    assert "This cannot be done now" not in asking
    for stopped in ("cases:ask_for_information", "cases:write_letter", "actions:agree_action"):
        # Nor is anything asked there, that whoever comes another way would write in vain.
        page = client.get(reverse(stopped, args=[adopted.reference])).content.decode()
        assert "This cannot be done now" in page
        assert "have put this person on hold" in page
    lift_hold(held, by=gateway)
    factories.consent(adopted, coordinator)
    assert offered(support) == ({support}, set(), set())
    factories.hold(adopted.individual, gateway)
    assert offered(support) == (set(), {support}, set())


def test_it_is_set_reviewed_and_lifted_by_the_pages(client, individual, case, gateway, coordinator):
    client.force_login(gateway)
    link = reverse("referrals:set_hold", args=[individual.reference])
    assert link in client.get(case.get_absolute_url()).content.decode()
    day = in_days(10)

    def answers(day):
        return {"review_on_day": day.day, "review_on_month": day.month, "review_on_year": day.year}

    page = client.post(link, answers(day)).url
    hold = Hold.objects.get()
    assert page == hold.get_absolute_url()
    assert client.post(reverse("referrals:review_hold", args=[hold.reference]), answers(in_days(20))).url == page
    with clock.at(clock.now() + timedelta(days=20)):
        client.logout()
        for person in (gateway, coordinator):
            client.force_login(person)
            home = client.get("/").content.decode()
            assert page in home
            assert "Review due" in home
    client.force_login(gateway)
    assert client.post(reverse("referrals:lift_hold", args=[hold.reference])).url == page
    assert "Nobody is on hold." in client.get("/").content.decode()


def test_over_the_endpoints(client, individual, gateway, coordinator):
    client.force_login(gateway)

    def send(url_name, reference, **sent):
        return client.post(reverse(url_name, args=[reference]), sent, content_type="application/json").status_code

    assert send("referrals_api:set_hold", individual.reference, review_on=in_days(10).isoformat()) == 201
    hold = Hold.objects.get()
    assert send("referrals_api:review_hold", hold.reference, review_on=in_days(20).isoformat()) == 200
    client.force_login(coordinator)
    read = client.get(reverse("referrals_api:view_hold", args=[hold.reference])).json()
    assert read["review_on"] == in_days(20).isoformat()
    assert send("referrals_api:lift_hold", hold.reference) == 403
    client.force_login(gateway)
    assert send("referrals_api:lift_hold", hold.reference) == 200


def test_it_is_read_alike_whether_there_is_one_or_not(client, individual, case, gateway, coordinator, queries_of):
    def counts():
        found = []
        for person in (coordinator, gateway):
            client.force_login(person)
            found.append(queries_of(case.get_absolute_url()))
        return found

    before = counts()
    factories.hold(individual, gateway)
    assert counts() == before
