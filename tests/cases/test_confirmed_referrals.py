"""What health and the police have referred goes into a summary or a pack only as it was confirmed, one by one."""

import pytest
from django.urls import reverse

import panels.operations
import reports.operations
from cases import operations
from cases.models import CaseTransfer
from home import asked
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from reports.models import CaseSummary
from tests import factories
from tests.cases.raw import executed, refused
from tests.cases.test_after_a_transfer import held_until_waited_for
from tests.cases.transfer import pages_of, text
from tests.standing import standing

GIVEN = {"purpose": "To treat him.", "lawful_basis": "public_task"}


@standing
def nurse(nhs):
    return factories.person(nhs, PostKind.OFFICER, "Nadia Nurse")


def join(case, coordinator, panel, by, words):
    """A further referral about the person of a case, which joins it."""
    entry = {"how_known": "observed", "text": words}
    referral = factories.referral(by, entries=[entry])
    individual = case.carried_referrals.first().referral.individual
    operations.confirm_same_person(referral, by=coordinator, individual=individual, reason="Same name and day.")
    assert factories.case(referral, coordinator, panel) == case
    return referral


@pytest.fixture
def carrying(case, coordinator, panel, nurse, constable):
    """A case that carries a referral each of a school, of health and of the police."""
    return [
        case,
        join(case, coordinator, panel, nurse, "Canary of health."),
        join(case, coordinator, panel, constable, "Canary of the police."),
    ]


def test_before_a_summary_goes_each_is_listed_with_who_released_it_and_what_is_not_ticked_stays_out(
    client, carrying, coordinator, chair, representative, childrens_services, nhs, nurse, police, constable, text_of
):
    case, of_health, of_police = carrying
    factories.share(case, childrens_services, coordinator)

    def made(summary) -> str:
        reports.operations.make_case_summary(summary, by=system_user())
        return " ".join(text_of(summary.read()).split())

    for name in ("request_case_summary", "hand_out_case_summary"):
        url = reverse(f"reports:{name}", args=[case.reference])
        client.force_login(coordinator)
        page = text(client.get(url))
        for referral, agency, by in ((of_health, nhs, nurse), (of_police, police, constable)):
            assert f"{agency}, released by {by} with referral {referral.reference} on" in page
        assert "Larkfield School, released" not in page
    # Whoever may not know who told reads which agency, and ticks that.
    client.force_login(representative)
    page = text(client.get(reverse("reports:request_case_summary", args=[case.reference])))
    assert f"{nhs}, released with referral {of_health.reference} on" in page
    assert nurse.name not in page
    # From the page, to somebody outside.
    client.force_login(coordinator)
    url = reverse("reports:hand_out_case_summary", args=[case.reference])
    said = GIVEN | {
        "body": "His GP",
        "recipient_kind": "partner",
        "sections": ["referrals"],
        "referred": [of_health.reference],
    }
    assert client.post(url, said | {"referred": ["NOTTHERE00"]}).status_code == 422
    assert client.post(url, said | {"sections": ["actions"]}).status_code == 409
    assert client.post(url, said).status_code == 302
    summary = CaseSummary.objects.get()
    read = made(summary)
    assert "Canary of health." in read
    assert f"Released by {nhs}, by referring" in read
    assert "Canary of the police." not in read
    assert "only what was confirmed for this copy" in read
    assert nurse.name not in read
    # The ledger says what of theirs went to whom; who told stands in none.
    for person in (coordinator, chair):
        client.force_login(person)
        ledger = text(client.get(reverse("reports:disclosures", args=[case.reference])))
        assert f"{nhs}, released by them with referral {of_health.reference}" in ledger
        assert of_police.reference not in ledger
        assert nurse.name not in ledger
    # Nothing was ticked: only the school's stands in it.
    read = made(reports.operations.request_case_summary(case, by=coordinator))
    assert "Canary" not in read
    assert "Larkfield School" in read
    school_one = case.carried_referrals.order_by("pk").first().referral
    with pytest.raises(Refused, match="can no longer go into it"):
        reports.operations.request_case_summary(case, by=coordinator, referred=[school_one])
    row = "INSERT INTO reports_confirmedreferral (summary_id, referral_id) VALUES (%s, %s)"
    refused(row, summary.pk, of_health.pk, match="a_referral_is_confirmed_once")
    other = factories.referral(nurse)
    refused(row, summary.pk, other.pk, match="of its own case")
    refused("UPDATE reports_confirmedreferral SET referral_id = %s", of_police.pk, match="Cannot update")


def test_a_case_goes_to_another_area_once_each_was_confirmed_and_no_later_one_slips_in(
    client, carrying, coordinator, chair, panel, nhs, nurse, constable, other_area, stranger, there, thea
):
    case, of_health, of_police = carrying
    client.force_login(coordinator)
    url = reverse("cases:offer_to_area", args=[case.reference])
    page = text(client.get(url))
    assert f"{nhs}, released by {nurse} with referral {of_health.reference} on" in page
    today = clock.today()
    said = factories.TRANSFER | {"to_area": other_area.slug, "referred": [of_health.reference]}
    said |= {"effective_on_day": today.day, "effective_on_month": today.month, "effective_on_year": today.year}
    none = client.post(url, said | {"referred": []})
    assert set(none.context["form"].errors) == {"referred"}
    not_all = client.post(url, said)
    assert not_all.status_code == 409
    assert "goes over with all of its referrals" in not_all.content.decode()
    assert client.post(url, said | {"referred": [of_health.reference, of_police.reference]}).status_code == 302
    offer = CaseTransfer.objects.get()
    row = "INSERT INTO cases_transferredreferral (transfer_id, referral_id) VALUES (%s, %s)"
    refused(row, offer.pk, of_health.pk, match="a_referral_is_confirmed_once_to_go_over")
    refused(row, offer.pk, factories.referral(nurse).pk, match="with the case that carries it")
    # One that joins meanwhile is in no pack, and the case goes nowhere before it was confirmed.
    join(case, coordinator, panel, nurse, "Canary of later.")
    signed = "UPDATE cases_casetransfer SET signed_by_id = %s, signed_at = now() WHERE id = %s"
    refused(signed, chair.pk, offer.pk, match="only as it was confirmed")
    with pytest.raises(Refused, match="has joined this case since"):
        operations.sign_transfer(offer, by=chair)
    operations.take_back_transfer(offer, by=coordinator)
    offer = factories.transfer(case, other_area, chair)
    operations.place_transfer(offer, by=stranger, panel=there)
    last = join(case, coordinator, panel, constable, "Canary of the last.")
    refused(row, offer.pk, last.pk, match="was signed off")
    client.force_login(stranger)
    pack = text(client.get(pages_of(offer)[1]))
    assert "Canary of later." in pack
    assert f"{nhs}, by referring" in pack
    assert nurse.name not in pack
    assert "Canary of the last." not in pack
    with pytest.raises(Refused, match="has something to confirm before this can be taken on"):
        panels.operations.answer_transfer(offer, by=thea, accepted=True)
    accepted = "UPDATE cases_casetransfer SET outcome = 'accepted', answered_by_id = %s, answered_at = now(),"
    refused(f"{accepted} becomes_id = case_id WHERE id = %s", thea.pk, offer.pk, match="only as it was confirmed")
    operations.take_back_transfer(offer, by=coordinator)
    offer = factories.transfer(case, other_area, chair)
    begun = factories.transferred(offer, there, stranger, thea)
    assert begun.carried_referrals.count() == case.carried_referrals.count() == 5
    client.force_login(chair)
    ledger = text(client.get(reverse("reports:disclosures", args=[case.reference])))
    assert f"{nhs}, released by them with referral {of_health.reference}" in ledger
    # On from there, each is confirmed again by whoever sends it on.
    with pytest.raises(Refused, match="goes over with all of its referrals"):
        factories.transfer(begun, case.area, stranger, referred=[])


def test_what_is_said_of_one_that_nobody_confirmed_goes_no_further_than_it(
    client, case, coordinator, chair, panel, constable, police, police_representative, other_area, stranger, there, thea
):
    """It joined after the offer was signed off; a conference was asked for and section 36 decided about it."""
    factories.share(case, police, coordinator)
    offer = factories.transfer(case, other_area, chair)
    operations.place_transfer(offer, by=stranger, panel=there)
    late = join(case, coordinator, panel, constable, "Canary-entry.")
    panels.operations.ask_for_conference(late, by=coordinator, reason="Canary-conference.")
    factories.section36(case, police_representative)
    decided = factories.section36(case, police_representative, grounds="Canary-grounds.")
    assert decided.referral == late
    client.force_login(stranger)
    assert "Canary" not in text(client.get(pages_of(offer)[1]))
    client.force_login(thea)
    assert "An urgent conference" not in text(client.get(reverse("panels:answer_transfer", args=[offer.reference])))
    (between,) = [section for section in asked.sections(thea) if section.title == "Cases between areas"]
    assert [ask.badge for ask in between.asks] == [""]


def test_the_signature_waits_for_one_that_is_joining_at_this_moment(
    committed, case, coordinator, chair, panel, nurse, other_area, stranger
):
    offer = factories.transfer(case, other_area, coordinator)
    joining = factories.referral(nurse)
    individual = case.carried_referrals.get().referral.individual
    operations.confirm_same_person(joining, by=coordinator, individual=individual, reason="Same name and day.")
    refusal = held_until_waited_for(
        lambda: factories.case(joining, coordinator, panel), lambda: operations.sign_transfer(offer, by=chair)
    )
    assert "has joined this case since" in str(refusal)


def test_what_was_taken_on_before_any_was_confirmed_keeps_them_all_in_its_pack(
    client, case, chair, school, other_area, stranger, there, thea
):
    offer = factories.transfer(case, other_area, chair)
    factories.transferred(offer, there, stranger, thea)
    (referral,) = offer.referred()
    # As of what was taken on before anything was confirmed: none was, and it is one of health's.
    executed("UPDATE accounts_agency SET type = 'health' WHERE id = %s", school.pk)
    assert list(offer.unconfirmed()) == [referral]
    client.force_login(stranger)
    pack = text(client.get(pages_of(offer)[1]))
    assert referral.entries.get().text in pack
    assert list(offer.referred()) == [referral]
