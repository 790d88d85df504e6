"""What a referrer, and whoever hears the person, does after a case went to another area: it is read where it is now."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection, transaction
from django.urls import reverse

import panels.operations
import referrals.operations
from cases import operations
from cases.models import CaseTransfer, Intervention, UrgentConcern
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from referrals.models import Referral
from tests import factories
from tests.cases.transfer import asks_at_home, said_at_home, text

TEXT = "Canary: he has bought a ticket."
SAID = {"whose": "parent", "words": "Canary: he was at home that day."}


@pytest.fixture
def gone(case, chair, other_area, stranger, there, thea):
    """The referral as it was sent, and as it has begun where its case went."""
    begun = factories.transferred(factories.transfer(case, other_area, chair), there, stranger, thea)
    return case.carried_referrals.get().referral, begun.carried_referrals.get().referral


@pytest.fixture
def comes(do_errands):
    """Who is written to of what is done, with what each of some people is asked at home because of it."""

    def done(act, *people) -> tuple[list[str], dict[str, list[str]]]:
        do_errands()
        mail.outbox.clear()
        before = {each: asks_at_home(each) for each in people}
        act()
        do_errands()
        told = sorted(address for sent in mail.outbox for address in sent.to)
        return told, {each.name: [ask for ask in asks_at_home(each) if ask not in before[each]] for each in people}

    return done


def test_where_each_thing_lands_that_a_referrer_may_still_do(
    client, gone, comes, case, officer, lead, school, coordinator, chair, organiser, stranger, thea
):
    """A table: who is written to, and what is asked of the old area's coordinator and of the new one's."""
    sent, here = gone
    referrals.operations.give_feedback(sent, by=coordinator, what_helped="The dates.")
    to_read = [f"Read what was added or answered: referral {here.reference}. Accepted. The last of it came on "]
    table = {
        "add something": (
            lambda: referrals.operations.add_to_referral(sent, by=officer, text=TEXT),
            [stranger.email], [], to_read,
        ),
        "add something, as the lead": (
            lambda: referrals.operations.add_to_referral(sent, by=lead, text=TEXT),
            [stranger.email], [], to_read,
        ),
        "add files": (
            lambda: referrals.operations.add_files(sent, by=officer, files=[factories.chosen_file(officer)]),
            [stranger.email], [], to_read,
        ),
        "write a word back": (
            # About how it was referred: for whoever wrote to them about that.
            lambda: referrals.operations.answer_feedback(sent, by=officer, word_back="Thank you."),
            [coordinator.email], [f"Read what was added or answered: referral {sent.reference}. Accepted"], [],
        ),
        "make a copy": (lambda: referrals.operations.request_own_copy(sent, by=officer), [], [], []),
    }  # fmt: skip
    for done, (act, written_to, asked_before, asked_here) in table.items():
        told, asked = comes(act, coordinator, stranger)
        assert told == written_to, done
        for person, expected in ((coordinator, asked_before), (stranger, asked_here)):
            came = asked[person.name]
            assert len(came) == len(expected), (done, came)
            assert all(ask.startswith(words) for ask, words in zip(came, expected, strict=True)), (done, came)
        here.refresh_from_db()
        if asked_here:
            referrals.operations.acknowledge_additions(here, by=stranger, seen=here.unread_at)
    # What they cannot do any more, they are refused in words that say what they can.
    for act, words in (
        (lambda: referrals.operations.withdraw_referral(sent, by=officer, reason="He is well."), "can still add to it"),
        (lambda: referrals.operations.answer_questions(sent, by=officer), "can still add to it"),
        (
            lambda: panels.operations.ask_for_conference(sent, by=lead, agency=school, reason=TEXT),
            "Have what cannot wait added to the referral",
        ),
        (lambda: referrals.operations.let_lead_know(sent, by=officer, reason="He asked."), "not kept from"),
    ):
        with pytest.raises(Refused, match=words):
            act()


def test_it_stands_there_word_for_word_and_the_old_area_reads_no_more_than_what_was_sent_to_it(
    client, gone, case, officer, coordinator, chair, organiser, stranger, thea, scanner, do_errands
):
    sent, here = gone
    begun = here.carried_by.case
    history = reverse("cases:history", args=[begun.reference])
    client.force_login(thea)
    client.get(begun.get_absolute_url())
    with clock.at(clock.now() + timedelta(hours=1)):
        addition = referrals.operations.add_to_referral(sent, by=officer, text=TEXT)
        referrals.operations.add_files(sent, by=officer, files=[factories.chosen_file(officer, name="letter.txt")])
        # Known on the case, by nobody's name, and read in full with its referral.
        client.logout()
        client.force_login(thea)
        page = text(client.get(begun.get_absolute_url()))
        assert "Something came to this referral in the area that its case came from" in page
        assert "Something came to this referral" in text(client.get(history))
        assert officer.name not in page
    (copy,) = here.additions.all()
    assert (copy.text, copy.added_by, copy.added_at) == (TEXT, officer, addition.added_at)
    client.force_login(stranger)
    for page in (here.get_absolute_url(), reverse("cases:concerns", args=[begun.reference])):
        assert TEXT in text(client.get(page)), page
    assert "letter.txt" in text(client.get(here.get_absolute_url()))
    # The referrer follows it where they sent it, and learns nothing of where it went.
    client.force_login(officer)
    page = text(client.get(reverse("referrals:follow_referral", args=[sent.reference])))
    assert TEXT in page
    assert here.reference not in page
    assert "Eastvale" not in page
    # The old area has what was sent to it, is asked nothing, and nothing there says that it was read or by whom.
    referrals.operations.acknowledge_additions(here, by=stranger, seen=_moment_of(here))
    for person in (coordinator, chair, organiser):
        assert not said_at_home(person, "Read what was added")
        client.force_login(person)
        page = text(client.get(sent.get_absolute_url())) if person != chair else ""
        assert stranger.name not in page
        assert here.reference not in page
        assert client.get(here.get_absolute_url()).status_code == 404
        assert "Something came to this referral" not in text(
            client.get(reverse("cases:history", args=[case.reference]))
        )


def _moment_of(referral):
    referral.refresh_from_db()
    return referral.unread_at


def test_what_the_person_or_a_parent_says_to_the_old_area_is_answered_where_the_case_is(
    client, gone, comes, case, coordinator, stranger
):
    sent, here = gone
    told, asked = comes(
        lambda: referrals.operations.record_own_words(
            sent, by=coordinator, entry=sent.entries.get(), said_on=clock.today(), **SAID
        ),
        coordinator,
        stranger,
    )
    assert (told, asked[coordinator.name]) == ([stranger.email], [])
    assert [each.split(":")[0] for each in asked[stranger.name]] == [
        "Read what was added or answered", "Answer what is disputed",
    ]  # fmt: skip
    (kept,) = here.own_words.all()
    assert (kept.words, kept.entry, kept.recorded_by) == (SAID["words"], here.entries.get(), coordinator)
    # Words that dispute nothing go along as well.
    again = SAID | {"words": "Canary: he sleeps again.", "said_on": clock.today()}
    referrals.operations.record_own_words(sent, by=coordinator, **again)
    client.force_login(stranger)
    page = text(client.get(here.get_absolute_url()))
    assert "Canary: he was at home that day." in page
    assert "Canary: he sleeps again." in page
    referrals.operations.answer_dispute(kept, by=stranger, outcome="wrong", answer="Canary: it was somebody else.")
    # What they say of the case is noted there: nothing is added to what went over.
    case.refresh_from_db()
    with pytest.raises(Refused, match="with another area now"):
        operations.note_own_account(case, by=coordinator, how="visit", said_on=clock.today(), **SAID)
    rang = {"way": "call", "contact_with": "parent", "reached": True, "what": "She rang."}
    with pytest.raises(Refused, match="with another area now"):
        operations.log_contact(case, by=coordinator, contacted_on=clock.today(), **rang)
    client.force_login(coordinator)
    for button, page in (
        ("log_contact", "contact_log"),
        ("note_own_account", "own_accounts"),
        ("record_being_told", "consent"),
    ):
        button, page = (reverse(f"cases:{name}", args=[case.reference]) for name in (button, page))
        assert button not in client.get(page).text, button
    assert "Canary: it was somebody else." not in text(client.get(sent.get_absolute_url()))


def test_whom_a_referral_was_kept_from_is_let_in_there_too(officer, lead, police, coordinator, panel, chair, other_area,
    stranger, there, thea,
):  # fmt: skip
    kept = factories.referral(officer, lead_may_know="no", kept_from_lead_because="He is the lead's nephew.")
    factories.received(kept, coordinator, best_placed=police)
    case = factories.case(kept, coordinator, panel)
    begun = factories.transferred(factories.transfer(case, other_area, chair), there, stranger, thea)
    here = begun.carried_referrals.get().referral
    referrals.operations.let_lead_know(kept, by=officer, reason="They have spoken about it.")
    here.refresh_from_db()
    assert not here.is_kept_from_leads
    assert here.lead_let_in_by == officer


def test_what_nobody_had_read_goes_along_and_is_read_in_whatever_area_it_is_by_then(
    client, case, officer, coordinator, chair, area, panel, other_area, stranger, there, thea, do_errands
):
    sent = case.carried_referrals.get().referral
    referrals.operations.add_to_referral(sent, by=officer, text="Canary: before it went.")
    begun = factories.transferred(factories.transfer(case, other_area, chair), there, stranger, thea)
    here = begun.carried_referrals.get().referral
    assert not said_at_home(coordinator, "Read what was added")
    assert said_at_home(stranger, f"Read what was added or answered: referral {here.reference}")
    # On to a third area: what comes is read there, and neither of the two before is asked.
    third = factories.area("Thirdvale")
    cleo = factories.person(third, PostKind.COORDINATOR, "Cleo Third")
    panel_there = factories.panel(third, "Panel of Thirdvale")
    chloe = factories.person(panel_there, PostKind.CHAIR, "Chloe Third")
    referrals.operations.acknowledge_additions(here, by=stranger, seen=_moment_of(here))
    last = factories.transferred(factories.transfer(begun, third, thea), panel_there, cleo, chloe)
    do_errands()
    mail.outbox.clear()
    referrals.operations.add_to_referral(sent, by=officer, text=TEXT)
    do_errands()
    assert [sent.to for sent in mail.outbox] == [[cleo.email]]
    now = last.carried_referrals.get().referral
    assert said_at_home(cleo, f"Read what was added or answered: referral {now.reference}")
    for person in (coordinator, stranger):
        assert not said_at_home(person, "Read what was added")
    assert [each.text for each in now.additions.all()] == ["Canary: before it went.", TEXT]
    assert [each.text for each in here.additions.all()] == ["Canary: before it went."]


# Two at once


def test_what_comes_to_a_referral_that_was_parted_since_stays_with_whoever_parted_it(
    case, coordinator, officer, panel, chair, other_area, stranger, there, thea, do_errands
):
    other = factories.referral(officer)
    operations.confirm_same_person(other, by=coordinator, individual=case.individual, reason="Same name and day.")
    factories.case(other, coordinator, panel)
    factories.transferred(factories.transfer(case, other_area, chair), there, stranger, thea)
    other.refresh_from_db()
    operations.undo_same_person(other, by=coordinator, reason="His cousin.")
    parted = Referral.objects.get(pk=other.pk)
    assert parted.carried_by.case.is_live
    referrals.operations.add_to_referral(parted, by=officer, text="He has a knife today.")
    do_errands()
    parted.refresh_from_db()
    assert parted.unread_at
    assert not Referral.objects.get(first_sent=parted).additions.exists()
    assert said_at_home(coordinator, f"Read what was added or answered: referral {parted.reference}")
    assert not said_at_home(stranger, "Read what was added or answered")


def held_until_waited_for(act, meanwhile):
    """Carry out ``act`` and, before that is committed, begin ``meanwhile``, which has to wait for it."""

    def other():
        try:
            return meanwhile()
        except (Refused, NotVisible) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            act()
            begun = threads.submit(other)
            while not begun.done():
                with connection.cursor() as cursor:
                    cursor.execute("SELECT FROM pg_locks WHERE NOT granted")
                    if cursor.rowcount:
                        break
                time.sleep(0.02)
        return begun.result()


def test_what_is_said_while_a_case_is_being_taken_on_stops_that_or_goes_along(
    committed, case, given, giver, officer, coordinator, chair, other_area, stranger, there, thea
):
    sent = case.carried_referrals.get().referral
    offer = factories.transfer(case, other_area, chair)
    operations.place_transfer(offer, by=stranger, panel=there)

    def taken_on():
        return panels.operations.answer_transfer(CaseTransfer.objects.get(pk=offer.pk), by=thea, accepted=True)

    worried = held_until_waited_for(lambda: operations.raise_urgent_concern(given, by=giver, words=TEXT), taken_on)
    assert "has something to see to" in str(worried)
    operations.answer_urgent_concern(UrgentConcern.objects.get(), by=coordinator, what_was_done="Rang his mother.")
    begun = held_until_waited_for(lambda: referrals.operations.add_to_referral(sent, by=officer, text=TEXT), taken_on)
    here = begun.carried_referrals.get().referral
    assert [each.text for each in here.additions.all()] == [TEXT]
    assert here.unread_at


def test_what_is_said_just_after_it_was_taken_on_finds_it_there(
    committed, case, given, giver, chair, other_area, stranger, there, thea
):
    offer = factories.transfer(case, other_area, chair)
    operations.place_transfer(offer, by=stranger, panel=there)
    concern = held_until_waited_for(
        lambda: panels.operations.answer_transfer(offer, by=thea, accepted=True),
        lambda: operations.raise_urgent_concern(Intervention.objects.get(pk=given.pk), by=giver, words=TEXT),
    )
    assert concern.case == CaseTransfer.objects.get().becomes


def test_what_is_said_as_it_is_passed_on_once_more_waits_for_that_and_is_found_there(
    committed, case, given, giver, chair, other_area, stranger, there, thea
):
    begun = factories.transferred(factories.transfer(case, other_area, chair), there, stranger, thea)
    third = factories.area("Thirdvale")
    cleo = factories.person(third, PostKind.COORDINATOR, "Cleo Third")
    panel_there = factories.panel(third, "Panel of Thirdvale")
    chloe = factories.person(panel_there, PostKind.CHAIR, "Chloe Third")
    offer = factories.transfer(begun, third, thea)
    operations.place_transfer(offer, by=cleo, panel=panel_there)
    concern = held_until_waited_for(
        lambda: panels.operations.answer_transfer(offer, by=chloe, accepted=True),
        lambda: operations.raise_urgent_concern(Intervention.objects.get(pk=given.pk), by=giver, words=TEXT),
    )
    assert (concern.case, concern.area) == (CaseTransfer.objects.get(pk=offer.pk).becomes, third)


def test_what_is_added_as_it_is_taken_on_waits_for_that(
    committed, case, officer, chair, other_area, stranger, there, thea
):
    sent = case.carried_referrals.get().referral
    offer = factories.transfer(case, other_area, chair)
    operations.place_transfer(offer, by=stranger, panel=there)
    held_until_waited_for(
        lambda: panels.operations.answer_transfer(offer, by=thea, accepted=True),
        lambda: referrals.operations.add_to_referral(Referral.objects.get(pk=sent.pk), by=officer, text=TEXT),
    )
    here = offer.becomes.carried_referrals.get().referral
    assert [each.text for each in here.additions.all()] == [TEXT]
