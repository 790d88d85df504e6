"""Asking for an urgent conference in one's own name: at the front door, coordinating, organising or chairing."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from panels import operations
from panels.models import ConferenceRequest, Meeting
from prevent_cases import clock
from prevent_cases.accounts.operations import confirm_post, give_post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from referrals.operations import propose_no_further_action
from tests import factories

WHY = "He means to travel on Friday."

# What it does


def test_organisers_ask_and_call_in_two_steps_and_wait_for_nobody(
    client, case, referral, organiser, coordinator, chair, do_errands
):
    """The organiser may also hold ad-hoc conferences (process 28 (d))."""
    do_errands()
    mail.outbox.clear()
    client.force_login(organiser)
    ask = reverse("panels:ask_for_conference", args=[referral.reference])
    page = client.get(ask)
    assert list(page.context["form"].fields) == ["reason"]
    assert "you call it in the next step" in page.content.decode()
    done = client.post(ask, {"reason": WHY})
    request = ConferenceRequest.objects.get()
    assert (request.agency, request.asked_by) == (None, organiser)
    assert done.url == reverse("panels:call_conference", args=[request.reference])
    do_errands()
    # Who asked knows.
    assert [each.to for each in mail.outbox] == [[coordinator.email]]
    mail.outbox.clear()
    page = client.get(done.url)
    assert f"{organiser} asks for it" in page.content.decode()
    day, hour = (page.context["form"].initial[name] for name in ("starts_on", "starts_time"))
    said = {"starts_on_day": day.day, "starts_on_month": day.month, "starts_on_year": day.year, "starts_time": hour}
    meeting = Meeting.objects.get(reference=client.post(done.url, said).url.split("/")[-2])
    assert [item.case for item in meeting.items.all()] == [case]
    do_errands()
    assert {each.to[0] for each in mail.outbox} == {chair.email}


def test_who_asked_at_the_front_door_is_told_when_somebody_calls_it_and_opens_the_meeting(
    client, case, referral, front_door, organiser, chair, stranger, do_errands
):
    do_errands()
    operations.ask_for_conference(referral, by=front_door, reason=WHY)
    mail.outbox.clear()
    with clock.at(clock.now() + timedelta(minutes=10)):
        soon = timezone.localtime(clock.now() + timedelta(hours=2))
        asked = ConferenceRequest.objects.get()
        meeting = operations.call_conference(asked, by=organiser, starts_on=soon.date(), starts_time=soon.time())
    do_errands()
    assert {each.to[0] for each in mail.outbox if "short notice" in each.body} == {front_door.email, chair.email}
    for person, status in ((front_door, 200), (stranger, 404)):
        client.force_login(person)
        assert client.get(meeting.get_absolute_url()).status_code == status
    client.force_login(front_door)
    assert case.reference not in client.get(meeting.get_absolute_url()).content.decode()
    assert client.get(meeting.items.get().get_absolute_url()).status_code == 404


# When it refuses


def test_who_has_no_post_of_the_area_or_panel_says_for_which_agency(client, referral, lead):
    with pytest.raises(Refused, match="Say for which agency you ask"):
        operations.ask_for_conference(referral, by=lead, reason=WHY)
    client.force_login(lead)
    page = client.post(reverse("panels:ask_for_conference", args=[referral.reference]), {"reason": WHY})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["agency"])
    assert not ConferenceRequest.objects.exists()


# Who may


@pytest.mark.parametrize("name", ["front_door", "coordinator", "organiser"])
def test_whoever_works_on_referrals_of_the_area_asks_in_their_own_name(client, request, officer, other_area, name):
    """From the first day, by the page and by the endpoint; their like elsewhere learns nothing."""
    person = request.getfixturevalue(name)
    first, second = (factories.referral(officer) for _ in range(2))
    kind = person.held_posts.get().kind
    client.force_login(factories.person(other_area, kind, "Elsewhere Example"))
    for address in (
        f"/panels/referrals/{first.reference}/conference/",
        f"/api/panels/referrals/{first.reference}/conference/",
    ):
        assert client.post(address, {"reason": WHY}).status_code == 404
    client.force_login(person)
    assert "Ask for an urgent conference" in client.get(first.get_absolute_url()).content.decode()
    assert client.post(reverse("panels:ask_for_conference", args=[first.reference]), {"reason": WHY}).status_code == 302
    answer = client.post(
        f"/api/panels/referrals/{second.reference}/conference/", {"reason": WHY}, content_type="application/json"
    )
    assert answer.status_code == 200
    asked = ConferenceRequest.objects.order_by("pk")
    assert [(each.referral, each.agency, each.asked_by) for each in asked] == [
        (each, None, person) for each in (first, second)
    ]
    assert AuditEntry.objects.filter(what="panels.ask_for_conference", by=f"accounts.User:{person.pk}").count() == 2


@pytest.mark.parametrize("kind", [PostKind.CHAIR, PostKind.DEPUTY])
def test_who_chairs_asks_about_what_their_panel_has_or_they_are_asked_to_confirm(
    client, area, panel, referral, case, officer, coordinator, kind
):
    chairs = factories.person(panel, kind, "Chris Chairing")
    of_another = factories.person(factories.panel(area, "Adults Panel"), kind, "Alex Another")
    received = factories.assessed(factories.referral(officer), coordinator)
    for person, about in ((of_another, referral), (chairs, received), (of_another, received)):
        with pytest.raises(NotVisible):
            operations.ask_for_conference(about, by=person, reason=WHY)
        client.force_login(person)
        assert client.get(reverse("panels:ask_for_conference", args=[about.reference])).status_code == 404
    said = {"end_reason": "explained", "rationale": "A misunderstanding.", "words_for_referrer": "Thank you."}
    propose_no_further_action(received, by=coordinator, **said)
    client.force_login(chairs)
    offered = client.get(reverse("panels:choose_for_conference")).content.decode()
    for about in (referral, received):
        assert about.reference in offered
        assert client.get(reverse("panels:ask_for_conference", args=[about.reference])).status_code == 200
    operations.ask_for_conference(referral, by=chairs, reason=WHY)
    operations.ask_for_conference(received, by=of_another, reason=WHY)
    meetings = client.get(reverse("panels:case_meetings", args=[case.reference])).content.decode()
    assert "Chris Chairing asked for an urgent conference" in meetings
    assert "Call the conference" not in meetings


def test_who_governs_sits_on_a_board_keeps_the_area_or_only_refers_does_not_ask(
    area, referral, case, officer, administrator, colleague
):
    with pytest.raises(PermissionDenied):
        operations.ask_for_conference(
            referral, by=factories.person(area, PostKind.GOVERNANCE_LEAD, "Gil Governance"), reason=WHY
        )
    board = factories.panel(area, "Board", kind="board")
    member = factories.person(board, PostKind.BOARD_MEMBER, "Bo Board")
    of_board = factories.person(board, PostKind.CHAIR, "Chair of the Board")
    for person in (member, of_board, administrator, colleague):
        with pytest.raises(NotVisible):
            operations.ask_for_conference(referral, by=person, reason=WHY)


def test_a_coordinator_who_also_handles_cases_asks_for_the_agency_or_in_their_own_name(
    client, area, referral, case, coordinator, childrens_services
):
    giver, second = factories.administrators(area)
    post = give_post(
        area, by=giver, email=coordinator.email, name="x", kind=PostKind.REPRESENTATIVE, agency=childrens_services
    )
    confirm_post(post, by=second)
    client.force_login(coordinator)
    ask = reverse("panels:ask_for_conference", args=[referral.reference])
    assert "For none, in my own name" in client.get(ask).content.decode()
    client.post(ask, {"agency": "", "reason": WHY})
    request = ConferenceRequest.objects.get()
    assert request.agency is None
    soon = timezone.localtime(clock.now() + timedelta(hours=2))
    operations.call_conference(request, by=coordinator, starts_on=soon.date(), starts_time=soon.time())
    client.post(ask, {"agency": childrens_services.slug, "reason": WHY})
    assert ConferenceRequest.objects.latest("pk").agency == childrens_services


# Its pages


@pytest.mark.parametrize("name", ["front_door", "coordinator", "organiser", "chair", "representative"])
def test_the_home_page_of_whoever_may_ask_leads_to_asking(client, request, name):
    client.force_login(request.getfixturevalue(name))
    assert reverse("panels:choose_for_conference") in client.get("/").content.decode()


def test_who_only_refers_or_governs_is_not_led_there(client, area, officer):
    for person in (officer, factories.person(area, PostKind.GOVERNANCE_LEAD, "Gil Governance")):
        client.force_login(person)
        assert reverse("panels:choose_for_conference") not in client.get("/").content.decode()


# How often it queries


def test_as_many_queries_with_one_referral_as_with_six(
    client, officer, coordinator, organiser, case, referral, queries_of
):
    pages = [reverse("panels:choose_for_conference"), reverse("panels:ask_for_conference", args=[referral.reference])]
    pages += [referral.get_absolute_url(), reverse("panels:case_meetings", args=[case.reference])]
    for person in (coordinator, organiser):
        client.force_login(person)
        at_one = [queries_of(page) for page in pages]
        for _ in range(5):
            operations.ask_for_conference(factories.referral(officer), by=person, reason=WHY)
        assert [queries_of(page) for page in pages] == at_one
        assert max(at_one) <= 12
