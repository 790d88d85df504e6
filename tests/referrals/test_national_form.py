"""A referral and the police's national system: its page to copy from, and its reference there."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.formats import date_format

from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import ConcernType, NationalFormBlock
from referrals import operations
from referrals.models import NeedKind, Referral
from referrals.models.national import SUBJECTS, blocks
from tests import factories

ADDRESS = "referrals:national_form"


def page_of(client, referral, name=ADDRESS):
    return client.get(reverse(name, args=[referral.reference]))


# What it does


def test_the_blocks_stand_in_the_order_of_the_national_form(client, full_referral, coordinator):
    client.force_login(coordinator)
    page = page_of(client, full_referral)
    titles = list(NationalFormBlock.objects.current().values_list("title", flat=True))
    assert titles[:3] == ["Person's biographical and contact details", "Describe concerns", "Complex needs"]
    assert [block.title for block in page.context["blocks"]] == titles


def test_each_block_is_plain_text_and_complete(full_referral):
    text = {block.code: block.text for block in blocks(full_referral)}
    assert "Name: Ashwin Birch\n" in text["person"]
    assert "Address:\n1 Example Street\nHarrowmere\n" in text["person"]
    assert "Somebody told me" in text["concerns"]
    assert text["complex_needs"] == (
        "Autism, ADHD or the like: Autism, diagnosed in 2024. (A record or a letter says so)"
    )
    assert "Meera Birch, his mother" in text["other_information"]
    assert text["first_identified"] == "Who noticed it first: His form tutor"
    assert "Olive Officer, Class teacher" in text["referrer"]
    assert text["prevent_contact"] == "Safeguarding lead: Lee Lead, room 4"
    assert "plays a part: Yes" in text["concerns"]
    assert "who draw them in: I do not know" in text["concerns"]
    assert "want to harm somebody: No" in text["concerns"]
    for dated in ("Form completed", "Referral sent", "Referral received"):
        assert f"{dated}: {date_format(clock.today(), 'j F Y')}" in text["dates"]
    assert f"Email: {full_referral.referred_by.email}" in text["referrer"]
    assert "Agency: Larkfield School (Education)" in text["referrer"]
    assert "Police called:\nYes\nOn Monday, about the bag; reference 17." in text["third_party"]
    assert "Known to MAPPA or MARAC:\nYes\nMARAC; ask the school nurse." in text["third_party"]
    assert "Urgent:\nYes" in text["safeguarding"]
    assert text["employment_education"] == "School, college or work: Larkfield School, year 10"
    assert "Family spoken with:\nYes\nHis mother worries too." in text["third_party"]


def test_what_is_not_known_says_so(referral):
    text = {block.code: block.text for block in blocks(referral)}
    assert "Telephone: Not known" in text["person"]
    assert text["complex_needs"] == "Needs: None known"


def test_every_block_of_the_list_has_its_subjects(db):
    assert set(NationalFormBlock.objects.values_list("code", flat=True)) == SUBJECTS.keys()


def test_a_block_that_ends_is_no_longer_shown_and_one_that_moves_is_shown_there(referral):
    NationalFormBlock.objects.filter(code="dates").update(until=date(2020, 1, 1))
    NationalFormBlock.objects.filter(code="person").update(position=50)
    assert [block.code for block in blocks(referral)][-1] == "person"
    assert "dates" not in [block.code for block in blocks(referral)]


def test_a_hostile_text_is_text(client, referral, officer, coordinator):
    operations.add_to_referral(referral, by=officer, text="</textarea><script>alert(1)</script>")
    client.force_login(coordinator)
    assert "<script>alert" not in page_of(client, referral).content.decode()


def test_the_reference_is_recorded_shown_and_can_be_changed(client, referral, coordinator):
    client.force_login(coordinator)
    address = reverse("referrals:record_national_reference", args=[referral.reference])
    for given in ("PCM/2026/00417", "PCM/2026/00418"):
        answer = client.post(address, {"national_reference": f" {given} "})
        assert answer.url == referral.get_absolute_url()
        assert f"National reference: {given}" in client.get(answer.url).content.decode()
    client.post(address, {"national_reference": ""})
    assert "National reference: none recorded" in client.get(referral.get_absolute_url()).content.decode()


def test_the_endpoints_give_the_blocks_and_take_the_reference(client, referral, coordinator):
    client.force_login(coordinator)
    address = reverse("referrals_api:record_national_reference", args=[referral.reference])
    sent = client.post(address, {"national_reference": "X1"}, content_type="application/json")
    assert sent.status_code == 200
    told = client.get(reverse("referrals_api:national_form", args=[referral.reference])).json()
    assert told["national_reference"] == "X1"
    assert told["blocks"][0]["code"] == "person"


def test_what_was_said_of_immigration_is_not_copied_over_unasked(client, officer, coordinator):
    fact = {"kind": NeedKind.IMMIGRATION, "fact": "Awaits a decision.", "source": "person"}
    referral = factories.referral(officer, support_needs=[fact])
    client.force_login(coordinator)
    page = page_of(client, referral).content.decode()
    assert "Awaits a decision." not in page
    assert "of immigration or asylum stands in no block" in page
    # Those who receive it, and support, know it all the same; it is no complex need.
    assert "Awaits a decision." in client.get(referral.get_absolute_url()).content.decode()
    assert not referral.has_complex_needs


# What it records


def test_recording_the_reference_is_one_entry_and_looking_at_the_form_a_view(client, referral, coordinator):
    operations.record_national_reference(referral, by=coordinator, national_reference="X1")
    entry = AuditEntry.objects.about(referral).first()
    assert (entry.what, entry.sentence) == ("referrals.record_national_reference", "National reference recorded.")
    client.force_login(coordinator)
    page_of(client, referral)
    assert AuditEntry.objects.about(referral).first().sentence == "Referral viewed."


def test_the_type_of_concern_stands_nowhere_in_it(referral, coordinator):
    concern_type = ConcernType.objects.get(code="incel")
    operations.record_concern_type(referral, by=coordinator, concern_type=concern_type)
    assert all(concern_type.label not in block.text for block in blocks(referral))


# When it refuses


@pytest.mark.parametrize("given", ["\u202eX1", "X\n1", "---", "\u200b"])
def test_a_reference_that_cannot_be_read_is_refused(referral, coordinator, given):
    with pytest.raises(Refused, match="as it stands in the national system"):
        operations.record_national_reference(referral, by=coordinator, national_reference=given)


def test_one_that_is_too_long_is_refused_beside_the_question(client, referral, coordinator):
    client.force_login(coordinator)
    address = reverse("referrals:record_national_reference", args=[referral.reference])
    answer = client.post(address, {"national_reference": "X" * 51})
    assert answer.status_code == 422
    assert Referral.objects.get().national_reference == ""


# Who may


def test_those_who_oversee_see_the_reference_and_do_not_record_it(client, referral, coordinator, organiser):
    operations.record_national_reference(referral, by=coordinator, national_reference="X1")
    client.force_login(organiser)
    assert "National reference: X1" in client.get(referral.get_absolute_url()).content.decode()
    assert page_of(client, referral).status_code == 403
    with pytest.raises(PermissionDenied):
        operations.record_national_reference(referral, by=organiser, national_reference="X2")


def test_for_everybody_else_there_is_no_such_referral(client, referral, officer, colleague, stranger):
    for person in (officer, colleague, stranger):
        with pytest.raises(NotVisible):
            operations.record_national_reference(referral, by=person, national_reference="X1")
        client.force_login(person)
        assert page_of(client, referral).status_code == 404


# How often it queries


def test_the_page_asks_the_same_however_much_there_is_to_say(client, referral, full_referral, coordinator, queries_of):
    client.force_login(coordinator)
    few, many = (queries_of(reverse(ADDRESS, args=[each.reference])) for each in (referral, full_referral))
    assert few == many


def test_the_police_gateway_copies_it_over_while_it_is_asked_and_never_again(
    client, referral, coordinator, police, gateway, supervisor
):
    address = reverse("referrals:record_national_reference", args=[referral.reference])
    client.force_login(gateway)
    assert (client.get(address).status_code, page_of(client, referral).status_code) == (404, 404)
    asked = factories.at_gateway(referral, coordinator, police)
    seen = client.get(referral.get_absolute_url()).content.decode()
    assert address in seen
    assert reverse(ADDRESS, args=[referral.reference]) in seen
    assert page_of(client, referral).status_code == 200
    assert client.post(address, {"national_reference": "PCM/2026/7"}).url == referral.get_absolute_url()
    client.force_login(supervisor)
    assert client.get(address).status_code == 403
    factories.answered(asked, gateway)
    client.force_login(gateway)
    assert (client.get(address).status_code, page_of(client, referral).status_code) == (404, 404)
