"""Who reads of a case that goes to another area: the offer and its pack, and nobody to whom it is shut."""

import pytest
from django.core import mail
from django.urls import reverse

import panels.operations
import referrals.operations
from cases import operations
from cases.models import Restriction
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from referrals.models import Hold
from tests import factories
from tests.cases.transfer import DAY, pages_of, said_at_home, text
from tests.standing import standing


@standing
def elsewhere(other_area):
    """Somebody of that area to whom nothing is offered."""
    return factories.person(factories.panel(other_area, "Adults there"), PostKind.CHAIR, "Else Where")


def test_nothing_else_of_the_senders_case_goes_over(
    client, case, given, coordinator, chair, police, nhs, nora, other_area, stranger, there, thea, second_coordinator,
    gateway,
):  # fmt: skip
    """A canary in whatever stands there and is not in the pack; and what is marked otherwise or withdrawn later."""
    factories.share(case, nhs, coordinator, purpose="canary-purpose")
    shown, later_marked, withdrawn = (
        factories.contribution(case, nhs, nora, text=f"canary-{which}") for which in ("shown", "marked", "withdrawn")
    )
    unticked = factories.contribution(case, nhs, nora, text="canary-unticked")
    hidden = [
        factories.contribution(case, nhs, nora, mark, text=f"canary-{mark}")
        for mark in ("police_and_chairs", "chair_only")
    ]
    operations.log_contact(
        case,
        by=coordinator,
        way="call",
        contact_with="person",
        contacted_on=clock.today(),
        reached=True,
        what="canary-contact",
    )
    factories.information_request(case, police, coordinator, asked="canary-asked", purpose="canary-asking")
    operations.exclude_person(case, by=coordinator, person=second_coordinator, kind="relative", reason="canary-uncle")
    factories.disclosure(case, coordinator, what="canary-disclosed")
    terms = {"lawful_basis": "public_task"}
    for pieces in ([*hidden], [unticked, hidden[0]]):
        with pytest.raises(Refused, match="can no longer go over"):
            factories.transfer(case, other_area, coordinator, pieces=pieces, **terms)
    offer = factories.transfer(case, other_area, chair, pieces=[shown, later_marked, withdrawn])
    assert offer.signed_by == chair  # By preparing it.
    operations.mark_contribution(later_marked, by=nora, mark="chair_only", with_deputies=False)
    operations.withdraw_contribution(withdrawn, by=nora, reason="It was about somebody else.")
    factories.hold(case.individual, gateway)
    addresses = [*pages_of(offer)]
    addresses += [reverse("cases_api:view_casetransfer", args=[offer.reference])]
    addresses += [reverse("reports_api:transfer_pack", args=[offer.reference])]

    may_know = []

    def canaries(person) -> set[str]:
        client.force_login(person)
        read = " ".join(text(client.get(each)) for each in addresses)
        assert "on hold" not in read or person in may_know
        return {word for word in WORDS if word in read}

    assert canaries(stranger) == {"canary-shown"}
    operations.place_transfer(offer, by=stranger, panel=there)
    assert canaries(thea) == canaries(stranger) == canaries(coordinator) == {"canary-shown"}
    begun = panels.operations.answer_transfer(offer, by=thea, accepted=True)
    # The police's hold goes along, and is known there to those who may know.
    assert Hold.objects.over(begun.individual).exists()
    # Whoever is excluded there is excluded here, in words that tell nothing.
    assert begun.exclusions.get().person == second_coordinator
    may_know += [stranger, thea]
    addresses += [
        begun.get_absolute_url(),
        *(
            reverse(name, args=[begun.reference])
            for name in (
                "cases:concerns",
                "cases:who_can_see",
                "cases:history",
                "reports:chronology",
                "reports:case_files",
            )
        ),
    ]
    assert canaries(thea) == canaries(stranger) == {"canary-shown"}


WORDS = (
    "canary-purpose", "canary-shown", "canary-marked", "canary-withdrawn", "canary-unticked",
    "canary-police_and_chairs", "canary-chair_only", "canary-contact", "canary-asked", "canary-asking",
    "canary-uncle", "canary-disclosed",
)  # fmt: skip


# Who may


def test_who_may_at_each_step(
    client, case, coordinator, chair, organiser, governance, police, police_representative, other_area, stranger, there,
    thea, elsewhere, second_coordinator, administrator, todays,
):  # fmt: skip
    """Written by hand: reading it, its pack, signing, taking back, placing, declining, answering; at each step.

    Each of them asks a third of it, by turns.
    """
    factories.share(case, police, coordinator)
    for person in (governance, second_coordinator):
        factories.purpose(case, person)
    people = {
        "coordinator": coordinator, "second": second_coordinator, "chair": chair, "organiser": organiser,
        "governance": governance, "police": police_representative, "there": stranger, "thea": thea,
        "elsewhere": elsewhere, "administrator": administrator,
    }  # fmt: skip
    sender = [200, 200, 200, 200]
    nothing = [404] * 9
    offer = factories.transfer(case, other_area, coordinator)

    def table(**expected) -> None:
        pages = [
            *pages_of(offer),
            reverse("cases_api:view_casetransfer", args=[offer.reference]),
            reverse("reports_api:transfer_pack", args=[offer.reference]),
            *(
                reverse(f"cases:{name}", args=[offer.reference])
                for name in ("sign_transfer", "take_back_transfer", "place_transfer", "decline_transfer")
            ),
            reverse("panels:answer_transfer", args=[offer.reference]),
        ]
        for name, person in people.items():
            client.force_login(person)
            for page, status in todays(zip(pages, expected.get(name, nothing), strict=True), 3):
                assert client.get(page).status_code == status, (name, page)

    works = {
        "coordinator": [*sender, 403, 200, 403, 403, 403],
        "second": [*sender, 403, 200, 403, 403, 403],
        "chair": [*sender, 200, 200, 403, 403, 403],
        "organiser": [*sender, 403, 403, 403, 403, 403],
        "governance": [*sender, 403, 403, 403, 403, 403],
    }
    table(**works)
    operations.sign_transfer(offer, by=chair)
    table(**works, there=[*sender, 403, 403, 200, 200, 403])
    operations.place_transfer(offer, by=stranger, panel=there)
    table(**works, there=[*sender, 403, 403, 200, 200, 403], thea=[*sender, 403, 403, 403, 403, 200])
    panels.operations.answer_transfer(offer, by=thea, accepted=True)
    after = {"there": [*sender, 403, 403, 403, 403, 403], "thea": [*sender, 403, 403, 403, 403, 403]}
    table(**works, **after)
    # Who offers it, on the case; the police and its readers do not.
    for person, status in (
        (coordinator, 200),
        (chair, 200),
        (organiser, 403),
        (police_representative, 403),
        (thea, 404),
    ):
        client.force_login(person)
        assert client.get(reverse("cases:offer_to_area", args=[case.reference])).status_code == status, person


def test_what_is_shut_stays_shut(client, case, coordinator, chair, other_area, stranger, there, thea):
    """A restricted case goes only where somebody is named on it, and whoever is excluded never learns of it."""
    second = factories.person(other_area, PostKind.COORDINATOR, "Sven Second")
    restriction = operations.restrict_case(case, by=chair, reason="canary-restricted", readers=[coordinator])
    with pytest.raises(Refused, match="Nobody who coordinates there could see this"):
        factories.transfer(case, other_area, chair)
    operations.name_reader(restriction, by=chair, person=stranger)
    offer = factories.transfer(case, other_area, chair)
    with pytest.raises(Refused, match="Ask Charles Chair, who offers it"):
        operations.place_transfer(offer, by=stranger, panel=there)
    operations.name_reader(restriction, by=chair, person=thea)
    operations.exclude_person(case, by=chair, person=second, kind="relative", reason="Her uncle.")
    client.force_login(second)
    assert [client.get(page).status_code for page in pages_of(offer)] == [404, 404]
    assert not said_at_home(second, case.reference)
    begun = factories.transferred(offer, there, stranger, thea)
    for person, status in ((stranger, 200), (thea, 200), (second, 404)):
        client.force_login(person)
        assert client.get(begun.get_absolute_url()).status_code == status, person
    kept = Restriction.objects.get(case=begun)
    assert {each.person for each in kept.named.all()} == {stranger, thea}
    assert "canary" not in kept.reason
    assert begun.exclusions.get().person == second


# What turns out later


def test_whoever_placed_it_and_can_own_it_no_more_is_asked_for_another(
    client, case, coordinator, chair, other_area, stranger, there, thea
):
    """Excluded since, or in another post since: it is said in the same words, which tell the chair nothing."""
    second = factories.person(other_area, PostKind.COORDINATOR, "Sven Second", until=clock.today())
    offer = factories.transfer(case, other_area, chair)
    operations.place_transfer(offer, by=second, panel=there)
    with (
        clock.at(clock.now() + DAY),
        pytest.raises(Refused, match="Sven Second can no longer own the case"),
    ):
        panels.operations.answer_transfer(offer, by=thea, accepted=True)
    third = factories.person(other_area, PostKind.COORDINATOR, "Tess Third")
    operations.place_transfer(offer, by=third, panel=there)
    operations.exclude_person(case, by=coordinator, person=third, kind="relative", reason="Her uncle.")
    client.force_login(thea)
    answered = client.post(reverse("panels:answer_transfer", args=[offer.reference]), {"accepted": "yes"})
    assert answered.status_code == 409
    assert "Tess Third can no longer own the case" in answered.content.decode()
    operations.place_transfer(offer, by=stranger, panel=there)
    assert panels.operations.answer_transfer(offer, by=thea, accepted=True).owner == stranger


def test_nothing_is_asked_of_a_case_that_has_ended_meanwhile(
    case, coordinator, chair, other_area, stranger, do_errands
):
    """No mail says that it waits, and no home asks for a conference that nobody can call any more."""
    referral = case.carried_referrals.get().referral
    panels.operations.ask_for_conference(referral, by=coordinator, reason="He has bought a ticket.")
    assert said_at_home(coordinator, f"Call an urgent conference: referral {referral.reference}")
    do_errands()
    mail.outbox.clear()
    factories.transfer(case, other_area, coordinator)
    operations.move_case(case, by=chair, stage="police_led")
    do_errands()
    assert not [sent for sent in mail.outbox if "one area to another" in sent.body]
    assert not said_at_home(coordinator, "Call an urgent conference")


def test_no_provider_is_named_in_what_was_written_for_the_other_area(
    client, case, given, provider, chair, other_area, stranger
):
    written = {name: f"{provider.name} knows about {name}." for name in ("reason", "summary", "needed", "stays")}
    offer = factories.transfer(case, other_area, chair, **written)
    addresses = [*pages_of(offer), reverse("cases_api:view_casetransfer", args=[offer.reference])]
    addresses += [reverse("reports_api:transfer_pack", args=[offer.reference])]
    client.force_login(stranger)
    for address in addresses:
        read = text(client.get(address))
        assert "knows about summary." in read
        assert provider.name not in read


def test_the_other_area_sends_the_referrer_and_their_lead_no_word_of_what_came(
    client, officer, lead, police, coordinator, panel, chair, other_area, stranger, there, thea, do_errands
):
    """They follow what they sent where they sent it; an e-mail would tell where it went, and open nothing."""
    kept = factories.referral(officer, lead_may_know="no", kept_from_lead_because="He is the lead's nephew.")
    factories.received(kept, coordinator, best_placed=police)
    case = factories.case(kept, coordinator, panel)
    begun = factories.transferred(factories.transfer(case, other_area, chair), there, stranger, thea)
    new = begun.carried_referrals.get().referral
    do_errands()
    mail.outbox.clear()
    with pytest.raises(Refused, match="in the area that it came from"):
        referrals.operations.let_lead_know(new, by=stranger, reason="He asked.")
    with pytest.raises(Refused, match="in the area that it came from"):
        referrals.operations.give_feedback(new, by=stranger, what_helped="His words.")
    do_errands()
    assert not mail.outbox
    client.force_login(stranger)
    page = text(client.get(new.get_absolute_url()))
    for name in ("let_lead_know", "give_feedback"):
        assert reverse(f"referrals:{name}", args=[new.reference]) not in page
