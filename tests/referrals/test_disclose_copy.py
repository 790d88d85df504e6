"""A copy of a referral for another service: what stands in it, what is kept of the disclosure, who opens it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Post, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible
from prevent_cases.reference.models import ConcernType, LawfulBasis
from referrals import operations
from referrals.models import DisclosedCopy, Door, NeedKind
from referrals.models.copies import LEFT_OUT, TITLES
from tests import factories
from tests.referrals.conftest import everything_said

SAID = {
    "to_whom": "Children's social care, duty team",
    "purpose": "A parallel referral: he may be neglected.",
    "lawful_basis": LawfulBasis.PUBLIC_TASK,
}


def made_for(person, referral, door=Door.CHILDREN) -> DisclosedCopy:
    copy = operations.disclose_copy(referral, by=person, door=door, **SAID)
    operations.make_disclosed_copy(copy, by=system_user())
    return copy


def words(text: str) -> str:
    return " ".join(text.split())


def page_of(client, copy, name="view"):
    return client.get(reverse(f"referrals:{name}_disclosedcopy", args=[copy.reference]))


# What it does


@pytest.mark.parametrize("door", Door)
def test_each_service_gets_what_was_written_to_whom_and_why(full_referral, coordinator, text_of, door):
    text = words(text_of(made_for(coordinator, full_referral, door).read()))
    for said in (
        TITLES[door],
        "To Children's social care, duty team",
        "A parallel referral: he may be neglected.",
        "Public task, for safeguarding",
        "From Cora Coordinator",
        "Ashwin Birch",
        "Meera Birch, his mother",
        "He drew a symbol on his book.",
        "Autism, diagnosed in 2024.",
        "Olive Officer, Class teacher",
        full_referral.referred_by.email,
        f"Left out, since it is not needed for this: {LEFT_OUT[door]}.",
    ):
        assert said in text, said


# What each service asks for, and what it need not see.
ASKED_FOR = {
    Door.CHILDREN: (
        "who has parental responsibility Meera Birch", "Asha, 9", "Larkfield School, year 10", "They did not want it",
        "ash_b on a game", "want to harm somebody No", "reference 17", "MARAC; ask",
        "A parent or guardian knows of it No", "We have not reached her yet.", "Form completed",
    ),
    Door.ADULTS: (
        "Family and carers Meera Birch", "Children in the household Yes", "Address 1 Example Street",
        "Care and support needs", "want to harm somebody No", "reference 17", "MARAC; ask", "Form completed",
        "The person knows of it Yes",
    ),
    Door.EARLY_HELP: (
        "Asha, 9", "Larkfield School, year 10", "They did not want it", "A parent or guardian knows of it No",
        "Team around the child",
    ),
}  # fmt: skip
NOT_NEEDED = {
    Door.CHILDREN: ("His form tutor", "Awaits a decision."),
    Door.ADULTS: (
        "Asha, 9", "Larkfield School, year 10", "They did not want it", "Team around", "A parent or guardian knows",
        "We have not reached her yet.", "ash_b on a game", "His form tutor", "Awaits a decision.",
    ),
    Door.EARLY_HELP: (
        "He speaks of Friday.", "ash_b on a game", "want to harm somebody", "reference 17", "MARAC", "Police called",
        "We have not reached her yet.", "His form tutor", "In prison", "Awaits a decision.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("door", Door)
def test_each_service_gets_what_it_asks_for_and_no_more(officer, coordinator, text_of, door):
    said = everything_said()
    awaits = {"kind": NeedKind.IMMIGRATION, "fact": "Awaits a decision.", "source": "person"}
    referral = factories.referral(officer, **said | {"support_needs": [*said["support_needs"], awaits]})
    text = words(text_of(made_for(coordinator, referral, door).read()))
    assert [each for each in ASKED_FOR[door] if each not in text] == []
    assert [each for each in NOT_NEEDED[door] if each in text] == []


def test_the_form_for_early_help_begins_with_the_family_and_what_it_agreed_to(full_referral, coordinator, text_of):
    text = words(text_of(made_for(coordinator, full_referral, Door.EARLY_HELP).read()))
    assert text.index("What the family agreed to") < text.index("Why help is asked for")


def test_every_page_bears_marking_recipient_number_and_moment(full_referral, coordinator, text_of):
    copy = made_for(coordinator, full_referral)
    text = text_of(copy.read())
    pages = text.count("OFFICIAL-SENSITIVE")
    assert pages >= 2
    assert text.count(f"Copy {copy.reference} for Children's social care, duty team, ") == pages


def test_nothing_that_was_decided_here_and_no_type_of_concern_stands_in_it(referral, coordinator, panel, text_of):
    operations.record_concern_type(referral, by=coordinator, concern_type=ConcernType.objects.get(code="incel"))
    operations.record_national_reference(referral, by=coordinator, national_reference="NAT-1")
    factories.meeting(panel)
    factories.case(referral, coordinator, panel)
    text = words(text_of(made_for(coordinator, referral).read()))
    for kept_back in ("A pattern over weeks.", "Thank you. A panel", "Channel Panel", "Incel", "NAT-1"):
        assert kept_back not in text, kept_back


@pytest.mark.parametrize("door", Door)
def test_who_told_is_left_out_where_somebody_could_come_to_harm(client, officer, coordinator, text_of, door):
    referral = factories.referral(officer, **everything_said() | {"source_at_risk": "yes"})
    text = words(text_of(made_for(coordinator, referral, door).read()))
    assert "Left out: somebody could come to harm if it became known." in text
    for kept_back in ("Olive Officer", "Class teacher", "I teach him history", "Lee Lead", "01632 960 002"):
        assert kept_back not in text, kept_back
    client.force_login(coordinator)
    page = client.get(reverse("referrals:disclose_copy", args=[referral.reference])).content.decode()
    assert "The copy leaves out who told" in page


@pytest.mark.parametrize(("age", "door"), [(17, Door.CHILDREN), (18, Door.ADULTS)])
def test_the_service_follows_from_the_age_and_can_be_chosen(client, officer, coordinator, age, door):
    referral = factories.referral(officer, born_on=None, age_given=age)
    client.force_login(coordinator)
    page = client.get(reverse("referrals:disclose_copy", args=[referral.reference]))
    assert page.context["form"].initial == {"door": door}
    assert [value for value, _ in page.context["form"].fields["door"].choices] == Door.values


def test_from_the_referral_to_the_open_file_and_the_list_of_copies(client, referral, coordinator, do_errands):
    client.force_login(coordinator)
    asked = reverse("referrals:disclose_copy", args=[referral.reference])
    assert asked in client.get(referral.get_absolute_url()).content.decode()
    waits = client.post(asked, {"door": "children", **SAID}).url
    do_errands()
    copy = DisclosedCopy.objects.get()
    assert waits == copy.get_absolute_url()
    assert "duty team" in client.get(waits).content.decode()
    assert page_of(client, copy, "open").content.startswith(b"%PDF-1.7")
    assert copy.reference in client.get(asked).content.decode()


def test_the_endpoint_makes_one_and_tells_of_it(client, referral, coordinator):
    client.force_login(coordinator)
    sent = {"door": "adults", **SAID}
    address = reverse("referrals_api:disclose_copy", args=[referral.reference])
    assert client.post(address, sent, content_type="application/json").status_code == 201
    told = client.get(reverse("referrals_api:view_disclosedcopy", args=[DisclosedCopy.objects.get().reference])).json()
    assert (told["referral"], told["to_whom"], told["state"]) == (referral.reference, SAID["to_whom"], "making")


# What it records


def test_the_disclosure_is_kept_and_is_an_entry(referral, coordinator):
    copy = operations.disclose_copy(referral, by=coordinator, door=Door.ADULTS, **SAID)
    entry = AuditEntry.objects.about(referral).first()
    assert entry.what == "referrals.disclose_copy"
    assert entry.sentence == "Copy of the referral made for another service. To whom it goes, and why, is kept."
    kept = (copy.door, copy.to_whom, copy.purpose, copy.lawful_basis, copy.asked_by)
    assert kept == (Door.ADULTS, *SAID.values(), coordinator)


# When it refuses


@pytest.mark.parametrize("missing", ["door", "to_whom", "purpose", "lawful_basis"])
def test_it_asks_for_each_of_its_answers(client, referral, coordinator, missing):
    client.force_login(coordinator)
    sent = {"door": "children", **SAID} | {missing: ""}
    assert client.post(reverse("referrals:disclose_copy", args=[referral.reference]), sent).status_code == 422
    assert not DisclosedCopy.objects.exists()


def test_the_database_keeps_none_without_a_recipient_and_lets_none_be_rewritten(unprinted, referral, coordinator):
    copy = made_for(coordinator, referral)
    with pytest.raises(IntegrityError), transaction.atomic():
        operations.disclose_copy(referral, by=coordinator, door=Door.ADULTS, **SAID | {"to_whom": ""})
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE referrals_disclosedcopy SET to_whom = 'x' WHERE id = %s", [copy.pk])


def test_nothing_is_made_for_one_who_may_no_longer_receive_it(referral, coordinator, administrator, do_errands):
    copy = operations.disclose_copy(referral, by=coordinator, door=Door.ADULTS, **SAID)
    accounts.withdraw_post(Post.objects.get(user=coordinator), by=administrator)
    do_errands()
    copy.refresh_from_db()
    assert copy.not_made_because.startswith("You could no longer do this")
    assert AuditEntry.objects.about(referral).first().what == "referrals.refuse_disclosed_copy"


# Who may


def test_the_front_door_that_passes_on_may_make_one(area, referral):
    front_door = factories.person(area, PostKind.FRONT_DOOR, "Fran Front")
    assert made_for(front_door, referral).read().startswith(b"%PDF")


def test_those_who_oversee_may_see_the_referral_but_not_make_a_copy(client, referral, organiser):
    with pytest.raises(PermissionDenied):
        operations.disclose_copy(referral, by=organiser, door=Door.ADULTS, **SAID)
    client.force_login(organiser)
    assert client.get(reverse("referrals:disclose_copy", args=[referral.reference])).status_code == 403
    assert reverse("referrals:disclose_copy", args=[referral.reference]) not in (
        client.get(referral.get_absolute_url()).content.decode()
    )


def test_for_the_referrer_and_for_strangers_there_is_none(unprinted, client, referral, coordinator, officer, stranger):
    copy = made_for(coordinator, referral)
    for person in (officer, stranger):
        with pytest.raises(NotVisible):
            operations.disclose_copy(referral, by=person, door=Door.ADULTS, **SAID)
        client.force_login(person)
        for name in ("view", "open"):
            assert page_of(client, copy, name).status_code == 404
        assert client.get(reverse("referrals_api:view_disclosedcopy", args=[copy.reference])).status_code == 404


# How often it queries


def test_the_page_asks_the_same_however_many_copies_there_are(unprinted, client, referral, coordinator, queries_of):
    made_for(coordinator, referral)
    client.force_login(coordinator)
    address = reverse("referrals:disclose_copy", args=[referral.reference])
    at_one = queries_of(address)
    for _ in range(19):
        operations.disclose_copy(referral, by=coordinator, door=Door.ADULTS, **SAID)
    assert queries_of(address) == at_one
