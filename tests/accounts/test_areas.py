"""Areas and what is in them: opening one by command, its pages, agencies and panels."""

import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import SYSTEM_EMAIL, Area, Panel, PanelKind, Post, User, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from tests import factories

TWO = [("ada@area.example", "Ada"), ("ben@area.example", "Ben")]


def open_by_command(*administrators, name="Harrowmere"):
    said = io.StringIO()
    words = [word for pair in administrators for word in ("--administrator", *pair)]
    call_command("open_area", name, *words, stdout=said)
    return said.getvalue()


# open_area


def test_the_command_opens_an_area_with_two_administrators_who_are_invited(db, do_errands):
    assert "Harrowmere opened." in open_by_command(*TWO)
    posts = Post.objects.current().filter(kind=PostKind.ADMINISTRATOR, area__name="Harrowmere")
    assert [post.user.email for post in posts.order_by("pk")] == ["ada@area.example", "ben@area.example"]
    assert do_errands() == 2
    assert len(mail.outbox) == 2


@pytest.mark.parametrize(
    "administrators", [TWO[:1], [TWO[0], ("ADA@area.example", "Ada again")], [*TWO, ("c@x.example", "C")]]
)
def test_an_area_begins_with_two_different_people(db, administrators):
    with pytest.raises(CommandError, match="begins with two administrators"):
        open_by_command(*administrators)
    assert not Area.objects.exists()


def test_no_two_areas_share_a_name(area):
    with pytest.raises(CommandError, match="There is an area of this name"):
        open_by_command(*TWO)


def test_nobody_but_the_service_opens_one(area, administrator, coordinator):
    for person in (administrator, coordinator):
        with pytest.raises((PermissionDenied, NotVisible)):
            accounts.open_area(system_user(), by=person, name="Mine", administrators=TWO)
        with pytest.raises(PermissionDenied):
            accounts.open_area(person, by=person, name="Mine", administrators=TWO)


# appoint_administrator


def appoint(email, area="Harrowmere"):
    call_command("appoint_administrator", area, email, "Nina New", stdout=io.StringIO())


def test_an_area_that_everybody_left_gets_two_administrators_by_command(area, administrator, second_administrator):
    last = factories.post(area, PostKind.ADMINISTRATOR, "Cora Last", until=clock.today())
    factories.post(area, PostKind.ADMINISTRATOR, "Dan Last", until=clock.today())
    for one in (administrator, second_administrator):
        accounts.withdraw_post(one.held_posts.get(), by=last.user)
    with clock.at(clock.now() + timedelta(days=1)):
        appoint("new@area.example")
        assert User.objects.get(email="new@area.example").posts.areas(PostKind.ADMINISTRATOR) == {area.pk}
        with pytest.raises(CommandError, match="is an administrator of the area already"):
            appoint("New@area.example")
        appoint("next@area.example")
        assert [post.user.email for post in area.administrators()] == ["new@area.example", "next@area.example"]
        with pytest.raises(CommandError, match="This area has two administrators"):
            appoint("third@area.example")


def test_one_whose_two_are_in_office_or_that_is_not_there_gets_none(area):
    for name, why in (("Harrowmere", "This area has two administrators"), ("Nowhere", "no area called Nowhere")):
        with pytest.raises(CommandError, match=why):
            appoint("new@area.example", name)
    assert not User.objects.filter(email="new@area.example").exists()


def test_no_administrator_appoints_another_alone(area, administrator):
    with pytest.raises(PermissionDenied):
        accounts.appoint_administrator(area, by=administrator, email="new@area.example", name="Nina New")


# Its pages


def test_an_administrator_sees_agencies_panels_and_posts_by_state(client, area, administrator, waiting, school, panel):
    over = factories.post(area, PostKind.FRONT_DOOR, "Olga Over")
    accounts.withdraw_post(over, by=administrator)
    client.force_login(administrator)
    page = client.get(area.get_absolute_url())
    assert [post.user.name for post in page.context["posts"]] == ["Ada Administrator", "Ben Administrator"]
    assert [post.user.name for post in page.context["waiting"]] == ["Nina New"]
    assert page.context["ended"] == [over]
    for name in (school.name, panel.name, "Give a post", "Waiting for a second person", "withdrawn on"):
        assert name in page.content.decode()


def test_others_see_what_their_posts_show_and_no_names(client, area, coordinator, stranger, school):
    for person, sees_school in ((coordinator, True), (stranger, False)):
        client.force_login(person)
        page = client.get(area.get_absolute_url()).content.decode()
        assert (school.name in page) is sees_school
        assert "Ada Administrator" not in page
        assert "Give a post" not in page


def test_the_page_costs_the_same_at_few_and_at_twenty_posts(client, area, administrator, queries_of):
    client.force_login(administrator)
    few = queries_of(area.get_absolute_url())
    for number in range(20):
        factories.agency(area, f"School {number}")
        factories.post(area, PostKind.COORDINATOR, f"Person {number}")
    assert queries_of(area.get_absolute_url()) == few


def test_everybody_who_is_signed_in_finds_the_areas(client, area, other_area, officer):
    client.force_login(officer)
    page = client.get("/accounts/areas/").content.decode()
    assert area.name in page
    assert other_area.name in page


def test_the_page_of_an_agency_shows_posts_to_administrators_only(client, school, officer, administrator, coordinator):
    for person, sees in ((administrator, True), (coordinator, False)):
        client.force_login(person)
        assert ("Olive Officer" in client.get(school.get_absolute_url()).content.decode()) is sees


def test_ones_own_account_shows_ones_posts(client, coordinator, officer):
    client.force_login(coordinator)
    page = client.get("/accounts/").content.decode()
    assert "Prevent coordinator, Harrowmere" in page
    assert "Olive Officer" not in page


def test_a_person_is_seen_by_themselves_and_by_their_administrators(
    client, coordinator, officer, stranger, administrator
):
    for person, status in ((coordinator, 200), (administrator, 200), (officer, 404), (stranger, 404)):
        client.force_login(person)
        assert client.get(coordinator.get_absolute_url()).status_code == status


@pytest.mark.parametrize("views", ["", "?views=yes"])
def test_its_history_does_not_tell_an_administrator_who_referred_and_what_was_listed(
    client, administrator, area, case, views
):
    client.force_login(administrator)
    history = client.get(f"/accounts/areas/{area.slug}/history/{views}").context["history"]
    told = {line.sentence for line in history.records}
    assert "Panel opened." in told
    entries = AuditEntry.objects.about(area).exclude(what__startswith="accounts.")
    assert entries.filter(what="referrals.submit_referral").exists()
    assert told.isdisjoint(entries.values_list("sentence", flat=True))
    assert "Olive Officer" not in {line.by for line in history.records}


# add_agency and open_panel


def test_an_agency_gets_a_group_of_its_own(area, school):
    assert school.group.name == "harrowmere-larkfield-school"
    with pytest.raises(Refused, match="agency of this name"):
        factories.agency(area)


def test_two_areas_may_each_have_an_agency_of_one_name(school, other_area):
    assert factories.agency(other_area).slug != school.slug


def test_the_page_opens_a_panel(client, area, administrator):
    client.force_login(administrator)
    answers = {
        "name": "Channel Panel", "kind": "channel", "acts_as_channel": "on",
        "cadence": "FREQ=WEEKLY;INTERVAL=4", "first_meeting_on_day": "7", "first_meeting_on_month": "7",
        "first_meeting_on_year": "2027", "first_meeting_time": "14:00",
    }  # fmt: skip
    assert client.post(f"/accounts/areas/{area.slug}/panels/open/", answers).status_code == 302
    panel = Panel.objects.get()
    assert panel.first_meeting_at.isoformat() == "2027-07-07T13:00:00+00:00"
    assert panel.acts_as_channel


def test_a_channel_panel_acts_as_channel_ticked_or_not(client, area, administrator):
    client.force_login(administrator)
    url = f"/accounts/areas/{area.slug}/panels/open/"
    assert "A Channel Panel always does." in client.get(url).content.decode()
    assert client.post(url, {"name": "Channel Panel", "kind": "channel"}).status_code == 302
    assert Panel.objects.get().acts_as_channel
    assert not factories.panel(area, "Youth Panel", kind=PanelKind.SOCIAL_INCLUSION).acts_as_channel


def test_the_database_knows_no_channel_panel_that_does_not_act_as_channel(panel):
    with (
        pytest.raises(IntegrityError, match="a_channel_panel_acts_as_channel"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE accounts_panel SET acts_as_channel = false WHERE id = %s", [panel.pk])


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({"kind": "board", "acts_as_channel": "on"}, "acts_as_channel"),
        ({"kind": "channel", "cadence": "FREQ=WEEKLY"}, "first_meeting_on"),
        (
            {
                "kind": "channel",
                "first_meeting_on_day": "7",
                "first_meeting_on_month": "7",
                "first_meeting_on_year": "2027",
            },
            "first_meeting_time",
        ),
    ],
)
def test_a_panel_that_cannot_be_is_not_opened(client, area, administrator, answers, wrong):
    client.force_login(administrator)
    answer = client.post(f"/accounts/areas/{area.slug}/panels/open/", {"name": "Panel"} | answers)
    assert answer.status_code in (409, 422)
    assert wrong in answer.context["form"].errors
    assert not Panel.objects.exists()


def test_no_two_panels_of_an_area_share_a_name(area, panel):
    with pytest.raises(Refused, match="panel of this name"):
        factories.panel(area, kind=PanelKind.BOARD)


@pytest.mark.parametrize("make", [factories.agency, factories.panel])
def test_names_in_other_letters_are_told_apart_and_one_name_is_one_however_it_is_written(area, make):
    slugs = {make(area, name).slug for name in ("学校", "مدرسة", "Mill Lane", "Mill, Lane")}
    assert len(slugs) == 4
    for again in ("学校", "MILL LANE"):
        with pytest.raises(Refused, match="of this name in this area"):
            make(area, again)


@pytest.mark.parametrize(("make", "saved"), [(factories.agency, Group), (factories.panel, Panel)])
def test_of_two_of_one_name_created_at_once_one_is_refused(committed, area, at_once, make, saved):
    assert at_once(saved, lambda _: make(area, "Mill Lane")) == ["done", "refused"]


def test_only_administrators_add_agencies_and_open_panels(area, coordinator, chair, officer):
    for person in (coordinator, chair, officer):
        with pytest.raises(PermissionDenied):
            accounts.add_agency(area, by=person, name="Mine", type="school", sector="education")
        with pytest.raises(PermissionDenied):
            accounts.open_panel(area, by=person, name="Mine", kind=PanelKind.BOARD)


def test_the_unattended_service_cannot_sign_in(client, db):
    service = User.objects.get(email=SYSTEM_EMAIL)
    assert not service.has_usable_password()
    client.force_login(service)
    assert client.get("/accounts/").status_code == 302


def test_the_list_of_areas_costs_the_same_at_two_and_at_twenty(client, area, other_area, administrator, queries_of):
    page = reverse("accounts:list_areas")
    client.force_login(administrator)
    at_two = queries_of(page)
    for number in range(18):
        factories.area(f"Area {number}")
    assert queries_of(page) == at_two <= 8
    assert client.get(page).content.decode().count("Area ") >= 18
