"""A referral beside earlier ones; confirming the same person and undoing it, with the case that carries it."""

from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import Case, Level, Stage
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import key_of
from prevent_cases.operations import NotVisible, Refused
from reports.operations import request_case_summary
from tests import factories
from tests.cases.transfer import pages_of, text

KHAN = {"given_names": "Mohammed", "family_name": "Khan", "born_on": date(2009, 3, 4), "address": "2 Mill Lane"}
AGAIN = KHAN | {"given_names": "Muhammad", "address": "9 Quay Street", "telephone": "0000 000 000"}
ASKED = "Asked both schools: he moved from one to the other."


@pytest.fixture
def earlier(officer):
    return factories.referral(officer, **KHAN)


@pytest.fixture
def again(officer, earlier):
    return factories.referral(officer, **AGAIN)


def confirm(referral, earlier, coordinator):
    operations.confirm_same_person(referral, by=coordinator, individual=earlier.individual, reason=ASKED)


def part(referral, coordinator):
    operations.undo_same_person(referral, by=coordinator, reason="Two boys of one name.")


@pytest.fixture
def joined(again, earlier, coordinator, panel, meeting):
    """The case of the earlier referral, which carries the new one too."""
    case = factories.case(earlier, coordinator, panel)
    confirm(again, earlier, coordinator)
    factories.case(again, coordinator, panel)
    return case


# What they do


def test_a_new_referral_joins_the_live_case_of_the_earlier_individual(again, earlier, coordinator, panel, meeting):
    case = factories.case(earlier, coordinator, panel)
    confirm(again, earlier, coordinator)
    assert factories.case(again, coordinator, panel) == case


def test_the_case_that_carries_the_referral_alone_goes_with_it_and_comes_back(again, earlier, coordinator, panel):
    before = again.individual
    case = factories.case(again, coordinator, panel)
    confirm(again, earlier, coordinator)
    case.refresh_from_db()
    assert case.individual == earlier.individual
    part(again, coordinator)
    case.refresh_from_db()
    assert case.individual == again.individual == before


def test_out_of_a_case_with_others_it_gets_its_own(joined, again, earlier, coordinator, police, police_representative):
    factories.share(joined, police, coordinator)
    for _ in (earlier, again):
        factories.section36(joined, police_representative)
    part(again, coordinator)
    own = Case.objects.get(carried_referrals__referral=again)
    assert (own.individual, own.stage, own.awaits_section36) == (again.individual, Stage.INFORMATION_GATHERING, True)
    assert own.individual != earlier.individual
    assert not own.is_open_to(police, *Level.codenames(Level.KNOW))
    joined.refresh_from_db()
    assert (joined.stage, joined.parted_on) == (Stage.AWAITING_PANEL, clock.today())
    assert [each.referral for each in joined.carried_referrals.all()] == [earlier]
    assert joined.section36_decisions.on_carried().get().referral == earlier


def test_the_case_that_it_leaves_awaits_what_is_still_to_be_decided_on_the_others(joined, again, coordinator):
    part(again, coordinator)
    joined.refresh_from_db()
    assert joined.awaits_section36


def test_or_it_joins_the_live_case_of_whom_it_is_about(again, earlier, officer, coordinator, panel, meeting):
    own = factories.case(factories.referral_about(again.individual, officer), coordinator, panel)
    factories.case(earlier, coordinator, panel)
    confirm(again, earlier, coordinator)
    factories.case(again, coordinator, panel)
    part(again, coordinator)
    assert again.carried_by.case == own


def test_a_summary_that_mixes_two_is_opened_no_more(client, joined, again, coordinator):
    client.force_login(coordinator)

    before = request_case_summary(joined, by=coordinator)
    assert client.get(before.get_absolute_url()).status_code == 200
    part(again, coordinator)
    assert client.get(before.get_absolute_url()).status_code == 404
    after = request_case_summary(joined, by=coordinator)
    assert client.get(after.get_absolute_url()).status_code == 200


def test_those_with_whom_it_is_shared_are_asked_to_destroy_what_mixes_two(
    joined, again, coordinator, police, police_representative, childrens_services, representative, do_errands
):
    factories.share(joined, police, coordinator)
    colleague = factories.person(police, PostKind.OFFICER, "Connie Colleague")
    said = {"agency": police, "colleague": colleague, "purpose": "To help in person."}
    operations.put_colleague_on_case(joined, by=police_representative, **said)
    operations.stop_sharing_case(factories.share(joined, childrens_services, coordinator), by=coordinator)
    do_errands()
    mail.outbox.clear()
    part(again, coordinator)
    do_errands()
    assert {each.to[0] for each in mail.outbox} == {police_representative.email, colleague.email}
    for each in mail.outbox:
        assert "may mix up two people" in each.body
        assert joined.get_absolute_url() in each.body
        assert "Khan" not in each.body


def test_the_other_area_that_has_taken_it_on_is_told_as_well(
    client, joined, again, coordinator, chair, other_area, stranger, there, thea, do_errands
):
    offer = factories.transfer(joined, other_area, chair)
    factories.transferred(offer, there, stranger, thea)
    do_errands()
    mail.outbox.clear()
    part(again, coordinator)
    do_errands()
    told = [sent for sent in mail.outbox if "may mix up two people" in sent.body]
    assert [sent.to for sent in told] == [[stranger.email]]
    assert offer.get_absolute_url() in told[0].body
    client.force_login(stranger)
    for page in pages_of(offer):
        assert "may mix two people" in text(client.get(page))


# What they record


def test_one_entry_around_that_of_the_referral(again, earlier, coordinator):
    confirm(again, earlier, coordinator)
    outer = AuditEntry.objects.get(what="cases.confirm_same_person")
    assert outer.sentence == "Confirmed that this is the same person."
    assert AuditEntry.objects.get(outer=outer.token).what == "referrals.record_same_person"


# When they refuse


def test_not_where_both_have_a_live_case_and_then_nothing_has_happened(again, earlier, coordinator, panel):
    before = again.individual
    for referral in (earlier, again):
        factories.case(referral, coordinator, panel)
    with pytest.raises(Refused, match="Each of the two has a live case here"):
        confirm(again, earlier, coordinator)
    assert again.individual == before
    assert not AuditEntry.objects.filter(what="referrals.record_same_person").exists()


def test_not_where_the_case_it_leaves_would_stand_on_nothing(joined, again, coordinator, police, police_representative):
    factories.share(joined, police, coordinator)
    factories.section36(joined, police_representative, reasonable_grounds=False, grounds="A song, and no more.")
    factories.section36(joined, police_representative)
    with pytest.raises(Refused, match="Let its panel end it first"):
        part(again, coordinator)
    assert again.individual == joined.individual
    assert Case.objects.count() == 1


def test_what_only_a_deferred_trigger_notices_is_said_beside_the_form_and_by_the_endpoint(
    client, again, earlier, coordinator, second_coordinator, panel, chair
):
    """Of the two only the case that ended knows that the owner of the other is a relative."""
    ended = factories.case(again, coordinator, panel)
    operations.exclude_person(ended, by=coordinator, person=second_coordinator, kind="relative", reason="His aunt.")
    operations.move_case(ended, by=chair, stage=Stage.NO_FURTHER_ACTION)
    factories.case(earlier, second_coordinator, panel)
    client.force_login(coordinator)
    sent = {"individual": earlier.individual.reference, "reason": ASKED}
    said = "Nobody owns a case about somebody from whose casework they are excluded."
    page = client.post(reverse("cases:confirm_same_person", args=[again.reference]), sent)
    assert (page.status_code, said in page.content.decode(), ASKED in page.content.decode()) == (409, True, True)
    endpoint = reverse("cases_api:confirm_same_person", args=[again.reference])
    answer = client.post(endpoint, sent, content_type="application/json")
    assert (answer.status_code, answer.json()["detail"]) == (409, said)
    assert again.individual != earlier.individual


# Who may


def test_nobody_but_the_service_writes_to_those_it_is_shared_with(joined, again, coordinator, stranger):
    for person, told in ((coordinator, PermissionDenied), (stranger, NotVisible)):
        with pytest.raises(told):
            operations.tell_of_parting(joined, by=person, referral=again)


def test_only_the_coordinator_of_the_area(again, earlier, officer, stranger, chair):
    for person in (officer, stranger, chair):
        with pytest.raises(NotVisible):
            confirm(again, earlier, person)


# The pages and the endpoints


def test_the_two_stand_side_by_side_and_what_differs_is_said_in_words(client, again, earlier, coordinator, panel):
    factories.case(earlier, coordinator, panel)
    client.force_login(coordinator)
    page = client.get(reverse("cases:same_person", args=[again.reference])).content.decode()
    for words in (
        "Names sound alike; same date of birth.",
        "<strong>Different</strong>",
        "The same",
        "Said in one only",
        "Accepted. Its case: gathering information.",
    ):
        assert words in page


def test_whose_content_is_shown_was_viewed(client, again, earlier, coordinator):
    client.force_login(coordinator)
    client.get(reverse("cases:same_person", args=[again.reference]))
    viewed = AuditEntry.objects.filter(what="referrals.view_referral", by=key_of(coordinator)).latest("pk")
    assert key_of(earlier) in viewed.about


def test_confirmed_and_undone_on_the_pages(client, again, earlier, coordinator):
    client.force_login(coordinator)
    url = reverse("cases:confirm_same_person", args=[again.reference])
    assert "Mohammed Khan, born on 4 March 2009" in client.get(url).content.decode()
    done = client.post(url, {"individual": earlier.individual.reference, "reason": ASKED})
    assert "This is referral 2" in client.get(done.url).content.decode()
    undo = reverse("cases:undo_same_person", args=[again.reference])
    assert ASKED in client.get(undo).content.decode()
    assert client.post(undo, {"reason": "Two boys of one name."}).status_code == 302
    assert "One person referred earlier" not in client.get(done.url).content.decode()


def test_the_pages_say_that_it_leaves_a_case_with_others(client, joined, again, coordinator):
    client.force_login(coordinator)
    undo = reverse("cases:undo_same_person", args=[again.reference])
    assert f"It leaves case {joined.reference}" in client.get(undo).content.decode()
    client.post(undo, {"reason": "Two boys of one name."})
    assert "a referral left this case, because it was about somebody else" in " ".join(
        client.get(joined.get_absolute_url()).content.decode().split()
    )


def test_the_endpoints_say_the_same(client, again, earlier, coordinator):
    client.force_login(coordinator)
    read = client.get(reverse("cases_api:same_person", args=[again.reference])).json()
    assert read == {
        "number": 1,
        "earlier": [],
        "candidates": [
            {
                "individual": earlier.individual.reference,
                "why": "Names sound alike; same date of birth",
                "referrals": [{"reference": earlier.reference, "ended": "Not decided yet: to be received."}],
            }
        ],
        "ask_in": [],
    }
    for name, sent in (
        ("confirm_same_person", {"individual": earlier.individual.reference, "reason": ASKED}),
        ("undo_same_person", {"reason": "Two boys of one name."}),
    ):
        url = reverse(f"cases_api:{name}", args=[again.reference])
        assert client.post(url, sent, content_type="application/json").status_code == 200


# How often the page queries


@pytest.mark.parametrize("many", [1, 8])
def test_as_many_queries_for_one_candidate_as_for_eight(queries_of, client, officer, coordinator, earlier, many):
    for _ in range(many):
        last = factories.referral(officer, **AGAIN)
    client.force_login(coordinator)
    assert queries_of(reverse("cases:same_person", args=[last.reference])) == 11
