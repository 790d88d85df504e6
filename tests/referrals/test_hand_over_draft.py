"""Handing a referral in the making over to a safeguarding lead: going on with it, handing it back, taking it back."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connections, transaction
from django.test import Client
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import ReferringPolicy
from referrals import tasks
from referrals.models import DraftReferral, Referral
from referrals.operations import hand_back_draft, hand_over_draft, take_back_draft
from tests import factories
from tests.referrals.test_submit_referral import ANSWERS

DECLARED = {"no_intelligence": "on", "as_far_as_known": "on"}


def as_kept(answers: dict) -> dict:
    return {slug: {name: [value] for name, value in said.items()} for slug, said in answers.items()}


@pytest.fixture
def draft(officer, lead, school):
    """The teacher's, with everything answered."""
    of_referrer = {"for_agency": school.slug, "referrer_role": "Form tutor", "feedback_wanted": "yes"}
    return factories.draft(officer, **as_kept(ANSWERS | {"referrer": of_referrer | {"lead_may_know": "yes"}}))


@pytest.fixture
def handed(draft, lead):
    return factories.handed_over(draft, lead)


def page(name: str, draft, *more: str) -> str:
    return reverse(f"referrals:{name}", args=[draft.reference, *more])


# What it does


def test_the_lead_finds_it_goes_on_and_sends_it_and_the_referral_says_who_began_it(
    client, draft, officer, lead, school, do_errands
):
    client.force_login(officer)
    assert page("hand_over_draft", draft) in client.get(draft.get_absolute_url()).content.decode()
    sent = client.post(page("hand_over_draft", draft), {"lead": lead.reference, "word": "He told me on Monday."})
    assert sent.url == page("take_back_draft", draft)
    client.force_login(lead)
    assert f"begun by {officer}" in client.get(reverse("referrals:refer")).content.decode()
    shown = client.get(draft.get_absolute_url()).content.decode()
    assert "He told me on Monday." in shown
    assert "The referral you handed over" not in shown
    answered = {"for_agency": school.slug, "referrer_role": "Safeguarding lead", "feedback_wanted": "no"}
    assert client.post(page("part", draft, "referrer"), answered).url == draft.get_absolute_url()
    client.post(page("submit_referral", draft), DECLARED)
    referral = Referral.objects.get()
    assert (referral.referred_by, referral.started_by) == (lead, officer)
    assert referral.referrer_role == "Safeguarding lead"
    assert not DraftReferral.objects.exists()


def test_what_somebody_said_of_themselves_is_asked_anew_and_comes_back_to_them(handed, officer):
    assert "referrer" not in handed.answers
    take_back_draft(handed, by=officer, as_handed_over=False)
    assert handed.answers["referrer"]["referrer_role"] == ["Form tutor"]


def test_handed_back_it_is_the_authors_again_with_the_word(client, handed, officer, lead):
    client.force_login(lead)
    assert page("hand_back_draft", handed) in client.get(handed.get_absolute_url()).content.decode()
    client.post(page("hand_back_draft", handed), {"word": "Only you saw it."})
    client.force_login(officer)
    shown = client.get(handed.get_absolute_url()).content.decode()
    assert f"{lead} handed it back to you" in shown
    assert "Only you saw it." in shown


@pytest.mark.parametrize(("as_handed_over", "given_names"), [("no", "Ash"), ("yes", "Ashwin")])
def test_its_author_takes_it_back_as_it_is_or_as_they_handed_it_over_and_sends_it_alone(
    client, handed, officer, lead, as_handed_over, given_names
):
    client.force_login(lead)
    client.post(page("part", handed, "person"), ANSWERS["person"] | {"given_names": "Ash"})
    client.force_login(officer)
    answer = client.post(page("take_back_draft", handed), {"as_handed_over": as_handed_over})
    assert answer.url == handed.get_absolute_url()
    client.post(page("submit_referral", handed), DECLARED)
    referral = Referral.objects.get()
    assert (referral.given_names, referral.referred_by, referral.started_by) == (given_names, officer, None)


def test_what_the_lead_has_just_sent_is_not_taken_back_and_its_author_reads_where_it_is(
    client, handed, officer, teacher, lead, school
):
    client.force_login(lead)
    client.post(page("part", handed, "referrer"), {"for_agency": school.slug, "feedback_wanted": "no"})
    client.post(page("submit_referral", handed), DECLARED)
    followed = reverse("referrals:follow_referral", args=[Referral.objects.get().reference])
    client.force_login(officer)
    for answer in (
        client.post(page("take_back_draft", handed), {"as_handed_over": "no"}, follow=True),
        client.get(page("take_back_draft", handed), follow=True),
        client.get(page("draft", handed), follow=True),
    ):
        assert answer.redirect_chain[-1][0] == followed
        assert f"{lead} has sent it, so it cannot be taken back any more." in answer.content.decode()
    client.force_login(teacher)
    assert client.post(page("take_back_draft", handed), {"as_handed_over": "no"}).status_code == 404


def test_a_lead_who_empties_it_takes_nothing_away(client, handed, officer, lead):
    client.force_login(lead)
    for slug in ANSWERS:
        client.post(page("part", handed, slug), {})
    take_back_draft(handed, by=officer, as_handed_over=True)
    assert handed.answers["concern"] == as_kept(ANSWERS)["concern"]


def test_a_lead_removes_no_file_of_its_author(client, draft, officer, lead):
    upload = factories.chosen_file(officer, draft=draft)
    factories.handed_over(draft, lead)
    client.force_login(lead)
    remove = page("remove_draft_file", draft, upload.reference)
    assert client.post(remove).status_code == 404
    assert remove not in client.get(page("draft_files", draft)).content.decode()
    hand_back_draft(draft, by=lead, word="It is yours.")
    client.force_login(officer)
    assert client.post(remove).status_code == 302


def test_the_files_go_with_it(client, draft, officer, lead, school):
    factories.chosen_file(officer, draft=draft)
    factories.handed_over(draft, lead)
    client.force_login(lead)
    answered = {"for_agency": school.slug, "feedback_wanted": "no"}
    client.post(page("part", draft, "referrer"), answered)
    client.post(page("submit_referral", draft), DECLARED)
    assert Referral.objects.get().files.get().added_by == officer


def test_on_the_endpoints(client, draft, officer, lead):
    def post(name, person, **sent):
        client.force_login(person)
        address = reverse(f"referrals_api:{name}_draft", args=[draft.reference])
        return client.post(address, sent, content_type="application/json")

    assert post("hand_over", officer, lead=lead.reference).json()["address"] == draft.get_absolute_url()
    assert post("hand_back", lead, word="Yours.").status_code == 200
    assert post("hand_over", officer, lead=lead.reference).status_code == 200
    assert post("take_back", officer, as_handed_over="yes").status_code == 200
    assert DraftReferral.objects.get().owner == officer


# In several windows


def test_a_window_left_open_overwrites_nothing_and_says_where_the_draft_is(client, draft, officer, lead):
    factories.handed_over(draft, lead)
    client.force_login(officer)
    for address in (draft.get_absolute_url(), page("part", draft, "person"), page("submit_referral", draft)):
        assert client.get(address).url == page("take_back_draft", draft)
    typed = client.post(page("part", draft, "person"), {"given_names": "Too late"}, follow=True)
    assert "what you have just written was not kept" in typed.content.decode()
    by_itself = {"HX-Request": "true"}
    assert client.post(page("part", draft, "person"), {"given_names": "Late"}, headers=by_itself).status_code == 404
    assert client.post(page("submit_referral", draft), DECLARED).url == page("take_back_draft", draft)
    draft.refresh_from_db()
    assert draft.answers["person"]["given_names"] == ["Ashwin"]
    assert not Referral.objects.exists()


def test_a_lead_from_whom_it_was_taken_back_writes_and_sends_nothing_more(client, handed, officer, lead):
    take_back_draft(handed, by=officer, as_handed_over=False)
    client.force_login(lead)
    assert client.post(page("part", handed, "person"), {"given_names": "Late"}).status_code == 404
    client.post(page("submit_referral", handed), DECLARED)
    assert not Referral.objects.exists()


def test_sent_and_taken_back_at_one_moment_it_is_one_of_the_two(committed, draft, officer, lead, school):
    factories.handed_over(draft, lead)
    complete = DraftReferral.objects.get()
    complete.answers |= as_kept({"referrer": {"for_agency": school.slug, "feedback_wanted": "no"}})
    complete.save()
    clients = {officer: Client(), lead: Client()}
    for person, client in clients.items():
        client.force_login(person)

    def press(name, person, sent):
        try:
            return clients[person].post(page(name, draft), sent).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as threads:
        presses = [
            threads.submit(press, "submit_referral", lead, DECLARED),
            threads.submit(press, "take_back_draft", officer, {"as_handed_over": "yes"}),
        ]
        assert {each.result() for each in presses} <= {302, 404}
    assert Referral.objects.filter(referred_by=lead).count() + DraftReferral.objects.filter(owner=officer).count() == 1


# What it records


def test_each_step_is_an_entry_without_a_word_of_the_draft(handed, officer, lead):
    hand_back_draft(handed, by=lead, word="Canaryword")
    entries = AuditEntry.objects.filter(about__contains=[f"referrals.DraftReferral:{handed.pk}"]).order_by("pk")
    assert [entry.what for entry in entries] == ["referrals.hand_over_draft", "referrals.hand_back_draft"]
    assert not any("Canaryword" in entry.changes + entry.sentence for entry in entries)


def test_whoever_it_is_handed_to_is_told_once_without_personal_data(handed, officer, lead, do_errands):
    do_errands()
    hand_back_draft(handed, by=lead, word="Yours.")
    do_errands()
    assert [each.to for each in mail.outbox[-2:]] == [[lead.email], [officer.email]]
    for each in mail.outbox[-2:]:
        assert handed.get_absolute_url() in each.body
        assert not re.search(r"prevent(?!-cases)|Olive|Lee|Ashwin|Larkfield", each.body, re.IGNORECASE)


def test_a_lead_from_whom_it_was_taken_back_is_not_told_any_more(handed, officer, do_errands):
    take_back_draft(handed, by=officer, as_handed_over=False)
    do_errands()
    assert not any(handed.reference in each.body for each in mail.outbox)
    assert not OutboxRow.objects.filter(done_at=None).exists()


def test_whoever_began_it_is_reminded_too(handed, area, officer, lead, do_errands):
    do_errands()
    mail.outbox.clear()
    factories.policy(area, ReferringPolicy, reminded_after=10, kept_for=20)
    DraftReferral.objects.update(saved_at=clock.now() - timedelta(days=11))
    tasks.remind_of_drafts()
    do_errands()
    assert sorted(each.to[0] for each in mail.outbox) == sorted([lead.email, officer.email])


# When it refuses


def test_it_goes_to_a_safeguarding_lead_of_ones_own_agency_and_to_nobody_else(
    draft, officer, teacher, childrens_services, stranger
):
    of_another = factories.person(childrens_services, PostKind.SAFEGUARDING_LEAD, "Lana Lead")
    for person in (teacher, of_another, stranger, officer):
        with pytest.raises(Refused, match="not a safeguarding lead of your agency"):
            hand_over_draft(draft, by=officer, lead=person)


def test_where_there_is_no_lead_it_is_not_offered(client, officer):
    draft = factories.draft(officer)
    client.force_login(officer)
    assert page("hand_over_draft", draft) not in client.get(draft.get_absolute_url()).content.decode()
    assert "You can send your referral yourself." in client.get(page("hand_over_draft", draft)).content.decode()


def test_the_database_keeps_what_can_be_had_back(handed):
    with pytest.raises(IntegrityError, match="what_was_handed_over_can_be_had_back"), transaction.atomic():
        DraftReferral.objects.update(as_begun=None)


# Who may


def test_only_its_author_hands_it_over_and_takes_it_back_and_only_the_lead_hands_it_back(
    client, handed, officer, lead, teacher, coordinator, stranger
):
    with pytest.raises(PermissionDenied):
        hand_over_draft(handed, by=lead, lead=lead)
    with pytest.raises(PermissionDenied):
        take_back_draft(handed, by=lead, as_handed_over=True)
    with pytest.raises(PermissionDenied):
        hand_back_draft(handed, by=officer, word="No.")
    for person in (teacher, coordinator, stranger):
        with pytest.raises(NotVisible):
            take_back_draft(handed, by=person, as_handed_over=True)
        client.force_login(person)
        for name in ("hand_over_draft", "hand_back_draft", "take_back_draft", "draft"):
            assert client.get(page(name, handed)).status_code == 404


def test_while_the_lead_has_it_its_author_does_not_read_what_they_write(client, handed, officer, lead):
    client.force_login(lead)
    client.post(page("part", handed, "family"), {"parents": "Canaryword"})
    client.force_login(officer)
    assert "Canaryword" not in client.get(page("part", handed, "family"), follow=True).content.decode()


# How often it queries


def test_the_pages_ask_the_same_at_one_and_at_twenty(client, handed, officer, lead, school, queries_of):
    addresses = {
        officer: [page("take_back_draft", handed), reverse("referrals:refer")],
        lead: [page("hand_back_draft", handed), reverse("referrals:refer"), "/"],
    }

    def counted():
        for person, urls in addresses.items():
            client.force_login(person)
            yield [queries_of(url) for url in urls]

    at_one = list(counted())
    for _ in range(19):
        factories.handed_over(factories.draft(officer), lead)
    assert list(counted()) == at_one
