"""Saying for what one opens a case on which one does not work: who is asked, where, for how long, and who reads it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.urls import reverse

from cases import operations
from cases.models import Purpose
from panels import operations as panels
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import PurposePolicy
from tests import factories

WORDS = " ".join(["canary"] + ["word"] * 19)
SAID = {"kind": "quality", "words": WORDS}


def page_of(case, back_to=None):
    back_to = back_to or case.get_absolute_url()
    return f"{reverse('cases:say_purpose', args=[case.reference])}?next={back_to.replace('/', '%2F')}"


def test_whoever_does_not_work_on_it_says_what_for_and_gets_where_they_were_going(
    client, at_youth, governance, second_coordinator, organiser, opened
):
    for person in (governance, second_coordinator, organiser):
        assert opened(at_youth, person) == page_of(at_youth)
        consent = reverse("cases:consent", args=[at_youth.reference])
        client.force_login(person)
        asks = client.get(consent, follow=True)
        assert asks.redirect_chain == [(page_of(at_youth, consent), 302)]
        assert at_youth.individual.initials in asks.content.decode()
        done = client.post(asks.redirect_chain[0][0], SAID)
        assert done.headers["Location"] == consent
        assert client.get(consent).status_code == opened(at_youth, person) == 200
    away = client.post(reverse("cases:say_purpose", args=[at_youth.reference]) + "?next=https://evil.example/", SAID)
    assert away.headers["Location"] == at_youth.get_absolute_url()


def test_it_holds_for_that_person_that_case_and_as_many_days_as_the_area_decided(
    area, at_youth, referral, coordinator, youth, governance, second_coordinator, opened
):
    said = operations.say_purpose(at_youth, by=governance, **SAID)
    midnight = clock.start_of_today() + timedelta(days=1)
    assert said.ends_at == midnight
    assert opened(at_youth, second_coordinator) == page_of(at_youth)
    other = factories.case(
        factories.assessed(factories.referral(referral.referred_by), coordinator), coordinator, youth
    )
    assert opened(other, governance) == page_of(other)
    with clock.at(midnight - timedelta(seconds=1)):
        assert opened(at_youth, governance) == 200
    with clock.at(midnight):
        assert opened(at_youth, governance) == page_of(at_youth)
    factories.policy(area, PurposePolicy, holds_for=3)
    assert operations.say_purpose(at_youth, by=governance, **SAID).ends_at == midnight + timedelta(days=2)


def test_a_program_is_told_where_to_say_it(client, at_youth, governance):
    client.force_login(governance)
    address = reverse("cases_api:view_case", args=[at_youth.reference])
    refused = client.get(address)
    assert (refused.status_code, refused.headers["Content-Type"]) == (403, "application/problem+json")
    said_at = reverse("cases_api:say_purpose", args=[at_youth.reference])
    assert (refused.json()["detail"], refused.json()["address"]) == ("Say first what you open this for.", said_at)
    assert client.post(said_at, SAID, content_type="application/json").status_code == 201
    assert client.get(address).json()["reference"] == at_youth.reference


def test_nothing_is_done_on_it_before(client, at_youth, second_coordinator):
    client.force_login(second_coordinator)
    page = reverse("cases:log_contact", args=[at_youth.reference])
    # An empty form would be shown again, with the case beside it.
    assert client.post(page, {}).headers["Location"] == page_of(at_youth, page)
    assert client.post(page, {}, headers={"HX-Request": "true"}).status_code == 403


def test_what_was_written_when_the_day_ended_is_there_again_once_it_is_said(client, at_youth, second_coordinator):
    page = reverse("cases:log_contact", args=[at_youth.reference])
    called_on = clock.today()
    written = {"way": "call", "contact_with": "person", "reached": "yes", "what": "She canary-called."}
    operations.say_purpose(at_youth, by=second_coordinator, **SAID)
    with clock.at(clock.start_of_today() + timedelta(days=1)):
        client.force_login(second_coordinator)
        written |= {f"contacted_on_{part}": getattr(called_on, part) for part in ("day", "month", "year")}
        asks = client.post(page, written)["Location"]
        assert "canary-called" not in client.get(asks).content.decode()
        elsewhere = reverse("cases:note_own_account", args=[at_youth.reference])
        assert client.post(asks, SAID)["Location"] == page
        assert "canary-called" not in client.get(elsewhere).content.decode()
        again = client.get(page).content.decode()
        assert "She canary-called." in again
        assert "It has not been sent yet." in again
        assert not at_youth.logged_contacts.exists()
        assert "canary-called" not in client.get(page).content.decode()
        assert client.post(page, written).status_code == 302
        assert at_youth.logged_contacts.get().what == "She canary-called."


def test_it_is_asked_before_a_referral_that_the_case_carries(
    client, at_youth, referral, officer, coordinator, governance, opened
):
    page, part = (reverse(f"referrals:{name}", args=[referral.reference]) for name in ("view_referral", "history"))
    assert opened(referral, governance, "referrals:view_referral") == page_of(at_youth, page)
    assert opened(referral, governance, "referrals:history") == page_of(at_youth, part)
    assert client.get(reverse("referrals_api:view_referral", args=[referral.reference])).status_code == 403
    assert opened(referral, coordinator, "referrals:view_referral") == 200
    assert opened(referral, officer, "referrals:follow_referral") == 200
    not_carried = factories.referral(officer)
    assert opened(not_carried, governance, "referrals:view_referral") == 200
    operations.say_purpose(at_youth, by=governance, **SAID)
    assert opened(referral, governance, "referrals:view_referral") == 200


def test_whoever_works_on_it_is_not_asked(
    at_youth, area, coordinator, second_coordinator, yara, youth, childrens_services, representative, colleague,
    organiser, governance, opened,
):  # fmt: skip
    factories.share(at_youth, childrens_services, coordinator)
    said = {"agency": childrens_services, "colleague": colleague, "purpose": "Knows him."}
    operations.put_colleague_on_case(at_youth, by=representative, **said)
    for person in (coordinator, yara, representative, colleague):
        assert opened(at_youth, person) == 200
    days = {"starts_on": clock.today(), "until": clock.today()}
    operations.arrange_cover(area, by=coordinator, away=coordinator, covered_by=second_coordinator, **days)
    assert opened(at_youth, second_coordinator) == 200
    # Nor somebody who chairs, or handles the cases of an agency, besides.
    factories.post(youth, PostKind.DEPUTY, organiser.name)
    factories.post(childrens_services, PostKind.REPRESENTATIVE, governance.name)
    for person in (organiser, governance):
        assert opened(at_youth, person) == 200


def test_whoever_is_named_on_a_restricted_case_is_not_asked(at_youth, coordinator, second_coordinator, opened):
    restriction = operations.restrict_case(
        at_youth, by=coordinator, reason="He is known to many.", readers=[second_coordinator]
    )
    assert opened(at_youth, second_coordinator) == 200
    operations.lift_restriction(restriction, by=coordinator)
    assert opened(at_youth, second_coordinator) == page_of(at_youth)


def test_what_went_over_is_asked_about_where_it_became_a_case(
    client, case, coordinator, chair, childrens_services, representative, other_area, stranger, there, thea
):
    factories.share(case, childrens_services, coordinator)
    piece = factories.contribution(case, childrens_services, representative)
    file = factories.case_file(case, representative, contribution=piece)
    offer = factories.transfer(case, other_area, chair, pieces=[piece])
    begun = factories.transferred(offer, there, stranger, thea)
    lead = factories.person(other_area, PostKind.GOVERNANCE_LEAD, "Gil There")
    pages = [offer.get_absolute_url(), reverse("reports:transfer_pack", args=[offer.reference])]
    pages.append(file.get_absolute_url())
    endpoints = [reverse(f"{app}_api:{name}", args=[offer.reference]) for app, name in (
        ("reports", "transfer_pack"), ("cases", "view_casetransfer"),
    )]  # fmt: skip

    def answers(person):
        client.force_login(person)
        return {client.get(each).status_code for each in (*pages, *endpoints)}

    client.force_login(lead)
    for page in pages:
        assert client.get(page).headers["Location"] == page_of(begun, page)
    assert {client.get(each).status_code for each in endpoints} == {403}
    assert answers(thea) == answers(stranger) == {200}
    operations.say_purpose(begun, by=lead, **SAID)
    assert answers(lead) == {200}


def test_who_is_worried_now_is_heard_at_once(
    given, meeting, chair, police, giver, coordinator, second_coordinator, opened
):
    with clock.at(meeting.starts_at):
        panels.start_meeting(meeting, by=chair)
        panels.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
        panels.decide_item(meeting.items.get(), by=chair, **factories.GOES_ON)
        panels.end_meeting(meeting, by=chair)
    with clock.at(meeting.starts_at + timedelta(days=1)):
        assert opened(given.case, second_coordinator) == page_of(given.case)
        concern = operations.raise_urgent_concern(given, by=giver, words="He has packed a bag.")
        assert opened(given.case, second_coordinator) == 200
        operations.answer_urgent_concern(concern, by=coordinator, what_was_done="We rang.")
        assert opened(given.case, second_coordinator) == page_of(given.case)
        concern = operations.raise_urgent_concern(given, by=giver, words="He has packed another.")
        operations.answer_urgent_concern(concern, by=second_coordinator, what_was_done="We went there.")
        assert opened(given.case, second_coordinator) == 200
    with clock.at(meeting.starts_at + timedelta(days=2)):
        assert opened(given.case, second_coordinator) == page_of(given.case)


def test_it_takes_the_words_that_the_area_asks_for(client, area, at_youth, governance, organiser):
    with pytest.raises(Refused, match="at least 20 words") as refusal:
        operations.say_purpose(at_youth, by=governance, kind="quality", words=WORDS.removesuffix(" word"))
    assert refusal.value.field == "words"
    operations.say_purpose(at_youth, by=governance, kind="in_danger", words="A bag is packed.")
    factories.policy(area, PurposePolicy, words=3)
    client.force_login(organiser)
    page = client.get(reverse("cases:say_purpose", args=[at_youth.reference])).content.decode()
    assert "At least 3 words" in page
    operations.say_purpose(at_youth, by=organiser, kind="quality", words="Three short words.")


def test_who_may_say_it_and_who_reads_it(
    client, at_youth, coordinator, second_coordinator, yara, organiser, governance, stranger, representative
):
    for person in (yara, representative, stranger):
        with pytest.raises((PermissionDenied, NotVisible)):
            operations.say_purpose(at_youth, by=person, **SAID)
    operations.say_purpose(at_youth, by=organiser, **SAID)
    entry = AuditEntry.objects.about(at_youth).first()
    assert (entry.what, "canary" in entry.sentence + entry.changes) == ("cases.say_purpose", False)
    for name in ("cases:list_purposes", "cases_api:list_purposes"):
        for person, reads in {
            coordinator: True, second_coordinator: True, yara: True, governance: True,
            organiser: False, representative: False, stranger: False,
        }.items():  # fmt: skip
            client.force_login(person)
            assert ("canary" in client.get(reverse(name)).content.decode()) == reads, (person, name)
    for person, reads in {coordinator: True, yara: True, organiser: False}.items():
        client.force_login(person)
        seen = client.get(reverse("cases:who_can_see", args=[at_youth.reference])).content.decode()
        assert ("canary" in seen) == reads, person


def test_who_may_know_the_person_is_noticed_and_not_stopped(
    client, at_youth, area, school, governance, second_coordinator, queries_of
):
    """V-04: the same family name, or an agency of theirs that referred the person."""
    assert at_youth.individual.family_name == "Birch"
    page, endpoint = reverse("cases:list_purposes"), reverse("cases_api:list_purposes")
    client.force_login(governance)
    operations.say_purpose(at_youth, by=second_coordinator, **SAID)
    queries = queries_of(page)
    assert [each["noticed"] for each in client.get(endpoint).json()["results"]] == [[]]
    cousin = factories.person(area, PostKind.COORDINATOR, "Birte da Bírch-Olsen")
    at_school = factories.person(area, PostKind.COORDINATOR, "Birch Teacher")
    factories.post(school, PostKind.OFFICER, at_school.name)
    for person in (cousin, at_school):
        operations.say_purpose(at_youth, by=person, **SAID)
    noticed = [each["noticed"] for each in client.get(endpoint).json()["results"]]
    assert noticed == [["Referred by their own agency"], ["Same family name"], []]
    assert client.get(page).content.decode().count("Same family name") == 1
    assert queries_of(page) == queries <= 8
    doctor = factories.person(factories.agency(area, "A Practice"), PostKind.REPRESENTATIVE, "Beth Birch")
    operations.break_glass(at_youth, by=doctor, kind="other", reason="He was brought in an hour ago.")
    glasses = client.get(reverse("cases:broken_glasses", args=[area.slug])).content.decode()
    assert "Same family name" in glasses


def test_whoever_may_not_see_it_is_not_asked(at_youth, yara, coordinator, governance, stranger, opened):
    operations.exclude_person(at_youth, by=coordinator, person=governance, kind="relative", reason="An aunt.")
    assert opened(at_youth, governance) == opened(at_youth, governance, "cases:say_purpose") == 404
    assert opened(at_youth, stranger) == opened(at_youth, stranger, "cases:say_purpose") == 404


def test_what_tells_nothing_of_the_case_is_not_asked_about(at_youth, representative, governance, opened):
    """A purpose is read by others, who are not to learn of a legal hold by it."""
    assert opened(at_youth, governance, "cases:place_legal_hold") == 200
    assert opened(factories.legal_hold(at_youth, governance), governance, "cases:view_legalhold") == 200
    glass = operations.break_glass(at_youth, by=representative, kind="other", reason="She was brought in an hour ago.")
    assert opened(glass, governance, "cases:judge_broken_glass") == 200


def test_behind_django(at_youth, governance):
    operations.say_purpose(at_youth, by=governance, **SAID)
    for sql, fault in (
        ("UPDATE cases_purpose SET words = 'x'", "Cannot update"),
        ("INSERT INTO cases_purpose (reference, kind, words, ends_at, {same}) SELECT 'A', kind, '', ends_at, {same}",
         "a_purpose_is_said_in_words"),
        ("INSERT INTO cases_purpose (reference, kind, words, ends_at, {same}) SELECT 'A', kind, words, said_at, {same}",
         "a_purpose_holds_for_some_time"),
    ):  # fmt: skip
        same = "said_at, said_by_id, case_id"
        end = " FROM cases_purpose" if sql.startswith("INSERT") else ""
        with pytest.raises(Exception, match=fault), transaction.atomic():
            connection.cursor().execute(sql.format(same=same) + end)
    assert Purpose.objects.get().words == WORDS


def test_it_is_asked_in_the_query_that_fetches_the_record(at_youth, client, governance, queries_of):
    client.force_login(governance)
    page = reverse("cases:list_purposes")
    operations.say_purpose(at_youth, by=governance, **SAID)
    of_case, of_list = queries_of(at_youth.get_absolute_url()), queries_of(page)
    for _ in range(9):
        operations.say_purpose(at_youth, by=governance, **SAID)
    assert queries_of(at_youth.get_absolute_url()) == of_case
    assert queries_of(page) == of_list <= 8
