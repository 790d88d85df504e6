"""The directory of contacts: an area's own, the national ones, and where they are shown."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import Error, IntegrityError, connection, transaction
from django.template import Context, Template
from django.urls import reverse

from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference import operations
from prevent_cases.reference.directory import Directory, danger_first
from prevent_cases.reference.models import Contact, ContactKind, NationalContact
from tests import factories

DUTY = {"kind": ContactKind.CHILD, "name": "Children's duty desk", "telephone": "01632 960 101"}
NEW = {"kind": ContactKind.CHILD, "name": "Children's front desk", "telephone": "01632 960 202"}


def names(contacts):
    return [contact.name for contact in contacts]


# What is shown


def test_999_stands_first_and_then_the_hotline_before_anybody_has_added_anything(area):
    assert [(line.contact.name, line.contact.telephone) for line in danger_first([area])] == [
        ("Emergency services", "999"),
        ("Anti-Terrorist Hotline", "0800 789 321"),
    ]


def test_the_areas_own_lines_follow(area):
    factories.contact(area, kind=ContactKind.ADULT, name="Adults' duty desk")
    factories.contact(area, **DUTY)
    factories.contact(area, kind=ContactKind.EARLY_HELP, name="Family hub")
    assert names(line.contact for line in danger_first([area])) == [
        "Emergency services",
        "Anti-Terrorist Hotline",
        "Children's duty desk",
        "Adults' duty desk",
    ]


def test_an_area_changes_a_national_one_for_itself_alone(area, other_area):
    factories.contact(area, kind=ContactKind.TERRORIST_ACT, name="Hotline, as we say it", telephone="0808 157 0001")
    assert names(Directory.of(area).of_kind(ContactKind.TERRORIST_ACT)) == ["Hotline, as we say it"]
    assert names(Directory.of(other_area).of_kind(ContactKind.TERRORIST_ACT)) == ["Anti-Terrorist Hotline"]


def test_of_several_areas_what_is_shared_stands_once_and_the_rest_by_area(area, other_area, django_assert_num_queries):
    for each in (area, other_area):
        factories.contact(each, **DUTY)
    with django_assert_num_queries(1):
        lines = danger_first([area, other_area])
    assert [line.area for line in lines] == [None, None, area, other_area]


@pytest.mark.parametrize("folded", ["", "folded=True"])
def test_the_tag_shows_numbers_that_can_be_pressed(area, folded):
    factories.contact(area, **DUTY)
    shown = Template(f"{{% load contacts %}}{{% danger_first area {folded} %}}").render(Context({"area": area}))
    assert '<a href="tel:999">999</a>' in shown
    assert '<a href="tel:01632960101">01632 960 101</a>' in shown
    assert ("<details" in shown) is bool(folded)


def test_the_page_where_one_begins_a_referral_shows_danger_first(client, area, officer):
    factories.contact(area, **DUTY)
    client.force_login(officer)
    page = client.get(reverse("referrals:refer")).content.decode()
    assert page.index("tel:999") < page.index("01632 960 101") < page.index("What happens next")
    assert reverse("reference:worry_about_place") in page


def test_so_do_the_pages_on_which_a_referrer_follows_it_and_adds_to_it(client, area, officer, referral):
    factories.contact(area, **DUTY)
    client.force_login(officer)
    for name in ("follow_referral", "add_to_referral", "withdraw_referral"):
        page = client.get(reverse(f"referrals:{name}", args=[referral.reference])).content.decode()
        assert page.index("If somebody is in danger") < page.index("tel:999") < page.index("01632 960 101"), name


# Keeping it


def test_a_change_is_seen_at_once_and_what_was_stays_readable(area, administrator):
    before = factories.contact(area, **DUTY)
    after = operations.change_contact(before, by=administrator, **NEW)
    assert Directory.of(area).of_kind(ContactKind.CHILD) == [after]
    before.refresh_from_db()
    assert (before.telephone, before.removed_by) == ("01632 960 101", administrator)


def test_a_removed_one_is_shown_nowhere_and_not_gone(area, administrator):
    contact = factories.contact(area, **DUTY)
    operations.remove_contact(contact, by=administrator)
    assert Directory.of(area).of_kind(ContactKind.CHILD) == []
    assert Contact.objects.get().removed_at


def test_it_stands_in_the_history_of_the_settings(client, area, administrator):
    operations.change_contact(factories.contact(area, **DUTY), by=administrator, **NEW)
    client.force_login(administrator)
    history = client.get(reverse("reference:settings_history", args=[area.slug])).context["history"]
    assert [line.sentence for line in history.records] == [
        "Contact changed.",
        "Contact added.",
        "Contact removed.",
        "Contact added.",
    ]


def test_one_that_cannot_be_reached_is_refused(client, area, administrator):
    with pytest.raises(Refused, match="telephone number"):
        factories.contact(area, kind=ContactKind.OTHER, name="Nobody", telephone="")
    client.force_login(administrator)
    page = client.post(reverse("reference:add_contact", args=[area.slug]), {"kind": "other", "name": "Nobody"})
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {"telephone"}


@pytest.mark.parametrize(
    ("field", "said"),
    [("telephone", "ring Bob"), ("email", "duty"), ("web", "javascript:alert(1)"), ("kind", "anything"), ("name", "")],
)
def test_what_is_no_answer_is_said_beside_its_question(client, area, administrator, field, said):
    client.force_login(administrator)
    page = client.post(reverse("reference:add_contact", args=[area.slug]), DUTY | {field: said})
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {field}


def test_what_was_removed_is_neither_changed_nor_removed_again(area, administrator):
    contact = factories.contact(area, **DUTY)
    operations.remove_contact(contact, by=administrator)
    for act in (operations.remove_contact, operations.change_contact):
        with pytest.raises(Refused, match="has been removed"):
            act(contact, by=administrator)


def test_the_database_itself_refuses_one_without_a_way_and_any_rewriting(area):
    contact = factories.contact(area, **DUTY)
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE reference_contact SET telephone = '01632 960 999' WHERE id = %s", [contact.pk])
    with pytest.raises(IntegrityError, match="nationalcontact_can_be_reached_somehow"), transaction.atomic():
        NationalContact.objects.create(kind=ContactKind.OTHER, name="Nobody")


def test_only_administrators_of_the_area_keep_it(area, coordinator, stranger, other_area):
    contact = factories.contact(area, **DUTY)
    for person in (coordinator, stranger, factories.administrators(other_area)[0]):
        with pytest.raises((PermissionDenied, NotVisible)):
            operations.add_contact(area, by=person, **DUTY)
        with pytest.raises((PermissionDenied, NotVisible)):
            operations.change_contact(contact, by=person, **NEW)
        with pytest.raises((PermissionDenied, NotVisible)):
            operations.remove_contact(contact, by=person)


def test_the_directory_is_read_by_everybody_and_kept_from_its_page(client, area, administrator, officer, stranger):
    factories.contact(area, **DUTY)
    address = reverse("reference:contacts", args=[area.slug])
    for person, keeps in ((administrator, True), (officer, False), (stranger, False)):
        client.force_login(person)
        page = client.get(address).content.decode()
        assert "01632 960 101" in page
        assert ("Add a contact" in page) is ("Change<" in page) is keeps


def test_the_pages_add_change_and_remove(client, area, administrator):
    client.force_login(administrator)
    directory = reverse("reference:contacts", args=[area.slug])
    assert client.post(reverse("reference:add_contact", args=[area.slug]), DUTY).url == directory
    change = reverse("reference:change_contact", args=[Contact.objects.get().reference])
    assert client.get(change).context["form"]["telephone"].value() == "01632 960 101"
    assert client.post(change, NEW).url == directory
    remove = reverse("reference:remove_contact", args=[Contact.objects.current().get().reference])
    assert "01632 960 202" in client.get(remove).content.decode()
    assert client.post(remove).url == directory
    assert not Contact.objects.current().exists()


def test_by_the_endpoints(client, area, administrator):
    client.force_login(administrator)

    def send(act, to, **said):
        return client.post(reverse(f"reference_api:{act}", args=[to]), said, content_type="application/json")

    assert send("add_contact", area.slug, **DUTY).status_code == 201
    assert send("change_contact", Contact.objects.get().reference, **NEW).status_code == 201
    (listed,) = client.get(reverse("reference_api:list_contacts")).json()["results"]
    assert listed["telephone"] == "01632 960 202"
    assert send("remove_contact", listed["reference"]).status_code == 200
    assert client.get(reverse("reference_api:list_contacts")).json()["results"] == []


def test_the_directory_costs_the_same_at_one_contact_and_at_twenty(client, area, administrator, queries_of):
    client.force_login(administrator)
    address = reverse("reference:contacts", args=[area.slug])
    factories.contact(area, **DUTY)
    few = queries_of(address)
    for number in range(19):
        factories.contact(area, kind=ContactKind.OTHER, name=f"Service {number}")
    assert queries_of(address) == few <= 12
