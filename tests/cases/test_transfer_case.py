"""A case goes to another area by a handshake: what goes over, who reads what, and who answers for it until then."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

import actions.operations
import panels.operations
import referrals.operations
from cases import operations
from cases.models import Case, CaseTransfer
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from referrals.models import LivesHere
from tests import factories
from tests.cases.raw import executed, refused
from tests.cases.transfer import DAY, pages_of, said_at_home, text


def test_it_goes_over_as_two_chairs_agree_and_begins_there_anew(
    client, case, given, assessment, coordinator, chair, police, police_representative, nhs, nora, other_area, stranger,
    there, thea, officer, lead, giver, do_errands,
):  # fmt: skip
    factories.action(case, police, coordinator, what="Ring the canary-action landlord.")
    factories.share(case, nhs, coordinator)
    ticked = factories.contribution(case, nhs, nora, text="He sleeps badly, says Larch Mentoring.")
    factories.dispute(case, coordinator, ticked, words="Canary: I sleep well.")
    factories.dispute(case, coordinator, assessment, words="Canary: I have friends.")
    referral = case.carried_referrals.get().referral
    said = {"whose": "person", "words": "I never said it.", "said_on": clock.today()}
    referrals.operations.record_own_words(referral, by=coordinator, entry=referral.entries.get(), **said)
    assert said_at_home(coordinator, f"Answer what is disputed: referral {referral.reference}")
    do_errands()
    mail.outbox.clear()
    # Prepared on its page by the coordinator, with the piece that was ticked, and read by nobody there.
    client.force_login(coordinator)
    said = factories.TRANSFER | {"to_area": other_area.slug, "pieces": [ticked.reference]}
    today = clock.today()
    said |= {"effective_on_day": today.day, "effective_on_month": today.month, "effective_on_year": today.year}
    url = reverse("cases:offer_to_area", args=[case.reference])
    wrong = client.post(url, said | {"new_address": "", "reason": ""})
    assert wrong.status_code == 422
    assert set(wrong.context["form"].errors) == {"new_address", "reason"}
    assert client.post(url, said).status_code == 302
    offer = CaseTransfer.objects.get()
    assert (offer.signed_at, case.stage) == (None, "active")
    do_errands()
    assert [sent.to for sent in mail.outbox] == [[chair.email]]
    assert said_at_home(chair, f"Sign off, or take back: case {case.reference} to Eastvale")
    assert said_at_home(coordinator, "Not sent yet: it waits for whoever chairs")
    client.force_login(stranger)
    assert [client.get(page).status_code for page in pages_of(offer)] == [404, 404]
    # Signed off, the coordinators there read the offer and its pack, and nothing else of the case.
    operations.sign_transfer(offer, by=chair)
    mail.outbox.clear()
    do_errands()
    assert [sent.to for sent in mail.outbox] == [[stranger.email]]
    assert "Eastvale" not in mail.outbox[0].body + mail.outbox[0].subject
    assert case.reference not in mail.outbox[0].body + mail.outbox[0].subject
    read = " ".join(text(client.get(page)) for page in pages_of(offer))
    own = [words for name, words in factories.TRANSFER.items() if name != "lawful_basis"]
    for words in (
        *own,
        "canary-action",
        "He sleeps badly",
        "A mentor, weekly.",
        "He is alone, and angry",
        "Canary: I sleep well.",
        "Canary: I have friends.",
    ):
        assert words in read, words
    assert "Larch Mentoring" not in read
    assert said_at_home(stranger, f"Place with a panel, or decline: case {case.reference}")
    assert client.get(case.get_absolute_url()).status_code == 404
    assert "answers for this case" in text(client.get(offer.get_absolute_url()))
    assert not said_at_home(thea, case.reference)
    client.post(reverse("cases:place_transfer", args=[offer.reference]), {"panel": there.slug})
    mail.outbox.clear()
    do_errands()
    assert [sent.to for sent in mail.outbox] == [[thea.email]]
    assert said_at_home(thea, f"Take on, or decline: case {case.reference}")
    # Until then the sender works on.
    client.force_login(coordinator)
    assert "Until it is taken on there, Harrowmere answers for it" in text(client.get(case.get_absolute_url()))
    factories.session(case.interventions.get(), giver)
    meeting = factories.meeting(there)
    client.force_login(thea)
    answered = client.post(reverse("panels:answer_transfer", args=[offer.reference]), {"accepted": "yes"})
    case.refresh_from_db()
    offer.refresh_from_db()
    begun = offer.becomes
    assert answered.url == begun.get_absolute_url()
    # It has ended here, with nothing left to do and a day on which it is looked at whether it is still needed.
    assert (case.stage, case.is_live, case.retention_review_on is not None) == ("transferred", False, True)
    action = case.actions.get()
    assert (action.handed_over_to, action.done_by) == ("another area, with the case", thea)
    # And begins there anew: another person's row, another owner, asked for everything that does not travel.
    assert (begun.area, begun.panel, begun.owner, begun.opened_by) == (other_area, there, stranger, thea)
    assert (begun.stage, begun.awaits_section36) == ("information_gathering", True)
    assert (begun.consent_given_on, begun.consents.count(), begun.actions.count()) == (None, 0, 0)
    assert begun.individual != case.individual
    assert begun.individual.area == other_area
    assert not begun.shares.exists()
    assert meeting.items.get().case == begun
    new = begun.carried_referrals.get().referral
    assert (new.stage, new.first_sent, new.submitted_at) == ("accepted", referral, referral.submitted_at)
    assert (new.received_at, new.lives_here) == (new.came_with_case_at, LivesHere.UNKNOWN)
    assert list(new.entries.values_list("text", flat=True)) == list(referral.entries.values_list("text", flat=True))
    # What is disputed of the referral is answered there now.
    assert not said_at_home(coordinator, "Answer what is disputed: referral")
    assert said_at_home(stranger, f"Answer what is disputed: referral {new.reference}")
    # The referrer and their lead follow what they sent, and do not learn where it went.
    for person in (officer, lead):
        client.force_login(person)
        assert client.get(reverse("referrals:follow_referral", args=[referral.reference])).status_code == 200
        assert client.get(reverse("referrals:follow_referral", args=[new.reference])).status_code == 404
    handler = factories.person(referral.for_agency, PostKind.REPRESENTATIVE, "Hana Handler")
    for person in (lead, handler):
        client.force_login(person)
        assert new.reference not in text(client.get(reverse("panels:choose_for_conference")))
        assert client.get(reverse("panels:ask_for_conference", args=[new.reference])).status_code == 404
    # Each side reads the pack as it was; neither reads the other's case.
    client.force_login(thea)
    page = text(client.get(begun.get_absolute_url()))
    assert "Came from" in page
    assert "Harrowmere" in page
    assert "canary-action" in text(client.get(pages_of(offer)[1]))
    assert client.get(case.get_absolute_url()).status_code == 404
    assert "Came from Harrowmere" in text(client.get(reverse("reports:chronology", args=[begun.reference])))
    assert "with a case from another area" in text(client.get(new.get_absolute_url()))
    client.force_login(chair)
    page = text(client.get(case.get_absolute_url()))
    assert "Went to" in page
    assert client.get(begun.get_absolute_url()).status_code == 404
    assert "taken the case on" in text(client.get(reverse("reports:statutory_sheet", args=[case.reference])))
    ledger = text(client.get(reverse("reports:disclosures", args=[case.reference])))
    assert "Offered to another area" in ledger
    assert "Harrowmere NHS, released by Nora Nhs" in ledger
    assert "Taken on by another area" in ledger
    mail.outbox.clear()
    do_errands()
    told = {address for sent in mail.outbox for address in sent.to}
    assert {coordinator.email, chair.email, giver.email} <= told
    assert said_at_home(coordinator, f"You offered case {case.reference} to Eastvale. Taken on")
    # What another agency shared with the old panel alone tells nobody where it went.
    client.force_login(police_representative)
    assert "Transferred to another area" in text(client.get(case.get_absolute_url()))
    for name in (
        "cases:view_case", "cases:history", "cases:who_can_see", "reports:chronology", "reports:statutory_sheet",
        "actions:case_actions",
    ):  # fmt: skip
        page = text(client.get(reverse(name, args=[case.reference])))
        assert "Eastvale" not in page, name
        assert not any(str(person) in page for person in (stranger, thea)), name
    assert "Offer to another area" not in text(client.get(reverse("cases:history", args=[case.reference])))
    client.force_login(chair)
    assert "Offer to another area prepared" in text(client.get(reverse("cases:history", args=[case.reference])))
    client.force_login(police_representative)
    assert "Eastvale" not in text(client.get(action.get_absolute_url()))
    assert [client.get(page).status_code for page in pages_of(offer)] == [404, 404]


# What is refused, and by whom it is answered


def test_what_is_refused_and_that_an_answer_of_no_leaves_it_where_it_is(
    client, case, given, giver, coordinator, chair, area, other_area, stranger, there, thea, youth, yara, gateway,
    do_errands,
):  # fmt: skip
    board = factories.panel(other_area, "Board there", "board")
    empty = factories.area("Emptyvale")
    for to, words in ((area, "in that area already"), (empty, "Nobody who coordinates there")):
        with pytest.raises(Refused, match=words):
            factories.transfer(case, to, coordinator)
    # Either to a panel of this area or to another area.
    to_panel = factories.panel_offer(case, youth, coordinator, "step_down")
    with pytest.raises(Refused, match="Take that back first"):
        factories.transfer(case, other_area, coordinator)
    operations.take_back_panel_offer(to_panel, by=coordinator)
    offer = factories.transfer(case, other_area, coordinator, effective_on=clock.today() + DAY)
    for again, words in (
        (lambda: factories.transfer(case, empty, coordinator), "offered to Eastvale already"),
        (lambda: factories.panel_offer(case, youth, coordinator, "step_down"), "offered to Eastvale"),
    ):
        with pytest.raises(Refused, match=words):
            again()
    # Held by the police, nothing goes out; and nobody is told why who may not know. Nor is who does led to it.
    sign = reverse("cases:sign_transfer", args=[offer.reference])
    client.force_login(chair)
    assert sign in client.get(offer.get_absolute_url()).text
    hold = factories.hold(case.individual, gateway)
    page = client.get(offer.get_absolute_url()).text
    assert (sign in page, "On hold for the police" in page) == (False, True)
    with pytest.raises(Refused, match="on hold"):
        operations.sign_transfer(offer, by=chair)
    referrals.operations.lift_hold(hold, by=gateway)
    operations.sign_transfer(offer, by=chair)
    with pytest.raises(Refused, match="has been signed off"):
        operations.sign_transfer(offer, by=chair)
    for panel in (board, youth):
        with pytest.raises(Refused, match="of this area that takes cases"):
            operations.place_transfer(offer, by=stranger, panel=panel)
    with pytest.raises(NotVisible):
        panels.operations.answer_transfer(offer, by=thea, accepted=True)
    operations.place_transfer(offer, by=stranger, panel=there)
    with pytest.raises(Refused, match="It takes effect on"):
        panels.operations.answer_transfer(offer, by=thea, accepted=True)
    with clock.at(clock.now() + DAY):
        # The sender answers for whoever is worried now, and nothing says so there.
        worry = operations.raise_urgent_concern(given, by=giver, words="He has bought a ticket.")
        with pytest.raises(Refused, match="Harrowmere has something to see to") as refusal:
            panels.operations.answer_transfer(offer, by=thea, accepted=True)
        assert "ticket" not in refusal.value.sentence
        with pytest.raises(Refused, match="Say why"):
            panels.operations.answer_transfer(offer, by=thea, accepted=False)
        panels.operations.answer_transfer(offer, by=thea, accepted=False, answer="He lives in Westvale.")
    case.refresh_from_db()
    assert (case.stage, Case.objects.count()) == ("active", 1)
    client.force_login(thea)
    assert [client.get(page).status_code for page in pages_of(offer)] == [404, 404]
    assert said_at_home(coordinator, "to Eastvale. Declined")
    do_errands()
    mail.outbox.clear()
    operations.tell_of_answer_to_transfer(offer, by=system_user())
    assert {address for sent in mail.outbox for address in sent.to} == {coordinator.email, chair.email}
    assert "Westvale" not in mail.outbox[0].body + mail.outbox[0].subject
    with pytest.raises(AlreadyDone):
        operations.tell_of_transfer(offer, by=system_user())
    # A coordinator there can say no before any panel is asked, and the sender can take it back until it is taken on.
    second = factories.transfer(case, other_area, chair)
    with pytest.raises(PermissionDenied):
        operations.decline_transfer(second, by=coordinator, answer="No.")
    operations.decline_transfer(second, by=stranger, answer="Nobody of that name lives there.")
    third = factories.transfer(case, other_area, chair)
    operations.place_transfer(third, by=stranger, panel=there)
    operations.take_back_transfer(third, by=coordinator)
    with pytest.raises(NotVisible):
        panels.operations.answer_transfer(third, by=thea, accepted=True)
    with pytest.raises(Refused, match="cannot go there"):
        operations.move_case(case, by=chair, stage="transferred")
    # The end of the case answers none, and nothing is asked any more.
    fourth = factories.transfer(case, other_area, chair)
    with pytest.raises(Refused, match="Somebody is worried now"):
        operations.move_case(case, by=chair, stage="police_led")
    operations.answer_urgent_concern(worry, by=coordinator, what_was_done="It was for a match.")
    operations.move_case(case, by=chair, stage="police_led")
    client.force_login(stranger)
    assert client.get(fourth.get_absolute_url()).status_code == 404
    with pytest.raises(Refused, match="Nothing is asked any more"):
        operations.take_back_transfer(fourth, by=coordinator)


# What the database keeps


def test_behind_django(case, coordinator, chair, police, nhs, nora, area, panel, other_area, stranger, there, thea):
    factories.share(case, police, coordinator)
    factories.share(case, nhs, coordinator)
    factories.action(case, police, coordinator)
    ended = "UPDATE cases_case SET stage = 'transferred', ended_at = now(), awaits_section36 = false,"
    ended += " retention_review_on = now() WHERE id = %s"
    refused(ended, case.pk, match="only where a panel of another area took it on")
    offer = factories.transfer(case, other_area, coordinator)
    table, row = "cases_casetransfer", f" WHERE id = {offer.pk}"
    for change, words in (
        ("to_area_id = 1", "Cannot update"),
        ("summary = 'x'", "Cannot update"),
        (f"to_panel_id = {there.pk}, placed_by_id = {stranger.pk}, placed_at = now()", "was_signed_off"),
        (
            f"outcome = 'declined', answered_by_id = {stranger.pk}, answered_at = now(), answer = 'No.'",
            "a_declined_transfer_of_a_case_says_why",
        ),
        (f"signed_by_id = {chair.pk}", "a_signed_transfer_says_by_whom_and_when"),
    ):
        refused(f"UPDATE {table} SET {change}{row}", match=words)
    copied = "case_id, from_panel_id, reason, lawful_basis, new_address, effective_on, summary, needed, stays,"
    copied += " offered_by_id, offered_at"
    another = f"INSERT INTO {table} (reference, to_area_id, outcome, answer, {copied})"
    another += f" SELECT 'ANOTHER', %s, '', '', {copied} FROM {table}{row}"
    refused(another, other_area.pk, match="a_case_is_offered_to_one_area_at_a_time")
    refused(another, area.pk, match="to another area than its own")
    operations.sign_transfer(offer, by=chair)
    refused(f"UPDATE {table} SET signed_at = now(){row}", match="Cannot update")
    placed = f"UPDATE {table} SET to_panel_id = %s, placed_by_id = %s, placed_at = now(){row}"
    refused(placed, panel.pk, stranger.pk, match="a panel of the area that it is offered to")
    operations.place_transfer(offer, by=stranger, panel=there)
    accepted = f"UPDATE {table} SET outcome = 'accepted', answered_by_id = %s, answered_at = now(), becomes_id = %s"
    there_now, accepted = f"{accepted} WHERE to_area_id = {area.pk}", accepted + row
    refused(accepted, thea.pk, None, match="begins as a case of the other area")
    refused(accepted, thea.pk, case.pk, match="begins as a case of the other area")
    hidden = factories.contribution(case, nhs, nora, "chair_only")
    piece = "INSERT INTO cases_transferredcontribution (transfer_id, contribution_id) VALUES (%s, %s)"
    refused(piece, offer.pk, hidden.pk, match="for all members")
    unsigned = factories.contribution(case, nhs, nora)
    refused(piece, offer.pk, unsigned.pk, match="was signed off with it")
    begun = panels.operations.answer_transfer(offer, by=thea, accepted=True)
    # Answered once, of a live case, ended with nothing open.
    for change in (
        "outcome = 'declined', becomes_id = NULL, answer = 'No.'",
        "answer = 'x'",
        "effective_on = '2020-01-01'",
    ):
        refused(f"UPDATE {table} SET {change}{row}", match="Cannot update")
    refused(another, other_area.pk, match="Nothing about it can be changed")
    refused("UPDATE cases_case SET stage = 'active', ended_at = NULL WHERE id = %s", case.pk, match="Cannot update")
    came = "UPDATE referrals_referral SET came_with_case_at"
    refused(f"{came} = NULL WHERE came_with_case_at IS NOT NULL", match="Cannot update")
    refused(f"{came} = now() WHERE came_with_case_at IS NULL", match="Cannot update")
    # Taken on there while it goes on here: refused at the commit.
    back = factories.transfer(begun, area, thea)
    operations.place_transfer(back, by=coordinator, panel=panel)
    other = factories.case(factories.referral(factories.person(police, PostKind.OFFICER)), coordinator, panel)
    refused(there_now, chair.pk, other.pk, match="has taken on has ended here")
    agency = factories.agency(other_area, "Eastvale Homes", "housing")
    factories.share(begun, agency, stranger)
    action = factories.action(begun, agency, stranger)
    refused(f"{there_now}; {ended}", chair.pk, other.pk, begun.pk, match="transferred with no action open")
    actions.operations.hand_over_action(action, by=stranger, handed_over_to="Harrowmere", outcome="Told them.")
    executed(f"{there_now}; {ended}", chair.pk, other.pk, begun.pk)
