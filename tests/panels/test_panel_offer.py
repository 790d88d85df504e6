"""A case goes to another panel by a handshake: at 18, up to Channel, or down. The same file, and another chair."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

import panels.operations
from cases import operations
from home import asked
from panels.models import ConferenceRequest
from prevent_cases import clock
from prevent_cases.operations import Refused
from referrals.models import birthday
from tests import factories
from tests.cases.raw import refused
from tests.cases.test_decide_section36 import ENDS
from tests.panels.test_conference import EXIT

CANARY = "canary-told-to-the-other-chair"


def asks_at_home(person) -> list[str]:
    return [f"{ask.text}. {ask.hint}" for section in asked.sections(person) for ask in section.asks]


def eighteen_on(case):
    return birthday(case.individual.born_on, 18)


def test_at_18_it_is_offered_beforehand_and_taken_on_from_the_birthday(
    client, at_youth, coordinator, youth, yara, adults, ada, do_errands
):
    do_errands()
    mail.outbox.clear()
    with clock.at(clock.now() + (eighteen_on(at_youth) - clock.today()) - timedelta(days=30)):
        (said,) = [each for each in asks_at_home(coordinator) if at_youth.reference in each and "Turns 18" in each]
        assert "another panel takes the case on: offer it" in said
        client.force_login(coordinator)
        page = client.get(reverse("cases:offer_to_panel", args=[at_youth.reference]))
        assert page.context["form"].initial == {"panel": adults.slug, "because": "turns_18"}
        offer = factories.panel_offer(at_youth, adults, coordinator, "turns_18", note=CANARY)
        assert [each for each in asks_at_home(coordinator) if "Adults Panel, which has not answered" in each]
        do_errands()
        assert [sent.to for sent in mail.outbox] == [[ada.email]]
        assert CANARY not in mail.outbox[0].body + mail.outbox[0].subject
        assert [each for each in asks_at_home(ada) if at_youth.reference in each and "the person turns 18" in each]
        client.force_login(ada)
        # What she is told, and nothing else of the case.
        assert CANARY in client.get(offer.get_absolute_url()).content.decode()
        assert client.get(at_youth.get_absolute_url()).status_code == 404
        with pytest.raises(Refused, match="not 18 yet"):
            panels.operations.answer_panel_offer(offer, by=ada, accepted=True)
        assert at_youth.panel == youth
        client.logout()
    with clock.at(clock.now() + (eighteen_on(at_youth) - clock.today())):
        assert [each for each in asks_at_home(coordinator) if "Turned 18" in each]
        client.force_login(ada)
        meeting = factories.meeting(adults)
        answered = client.post(reverse("panels:answer_panel_offer", args=[offer.reference]), {"accepted": "yes"})
        assert answered.url == at_youth.get_absolute_url()
        assert meeting.items.get().case == at_youth
        # The same file: she reads what was written before; the other chair does not any more.
        assert "Taken on from Youth Panel" in client.get(at_youth.get_absolute_url()).content.decode()
        client.force_login(yara)
        assert client.get(at_youth.get_absolute_url()).status_code == 404
        assert client.get(offer.get_absolute_url()).status_code == 404
        assert not [each for each in asks_at_home(coordinator) if "Turned 18" in each]
        mail.outbox.clear()
        do_errands()
        assert [sent.to for sent in mail.outbox] == [[coordinator.email]]


def test_by_an_age_alone_nobody_is_taken_on_as_18_who_may_not_be(
    at_youth, officer, coordinator, youth, yara, adults, ada
):
    case = factories.case(factories.referral(officer, born_on=None, age_given=16), coordinator, youth)
    offer = factories.panel_offer(case, adults, coordinator, "turns_18")
    # The last day on which somebody of 16 today can turn 18.
    surely = birthday(clock.today(), 2) - clock.today()
    of_case = f"if the age that was given is right: case {case.reference}"
    with clock.at(clock.now() + surely - timedelta(days=1)):
        assert not [each for each in asks_at_home(coordinator) if of_case in each]
        with pytest.raises(Refused, match="may not be 18 yet"):
            panels.operations.answer_panel_offer(offer, by=ada, accepted=True)
    with clock.at(clock.now() + surely):
        (said,) = [each for each in asks_at_home(coordinator) if of_case in each]
        assert "at the latest" in said
        assert "Offered to Adults Panel, which has not answered" in said
        panels.operations.answer_panel_offer(offer, by=ada, accepted=True)
        assert not [each for each in asks_at_home(coordinator) if of_case in each]
    case.refresh_from_db()
    assert case.panel == adults


def test_up_to_channel_comes_after_the_section_36_decision_and_support_goes_on_meanwhile(
    at_youth, coordinator, yara, panel, chair, police, police_representative
):
    factories.adopted(at_youth, yara)
    factories.consent(at_youth, coordinator)
    factories.share(at_youth, police, coordinator)
    assert "No section 36 decision is asked here" in at_youth.obstacle_to_section36()
    offer = factories.panel_offer(at_youth, panel, coordinator, "step_up")
    at_youth.refresh_from_db()
    assert (at_youth.stage, at_youth.awaits_section36) == ("active", True)
    with pytest.raises(Refused, match="section 36 decision has not been made"):
        panels.operations.answer_panel_offer(offer, by=chair, accepted=True)
    factories.section36(at_youth, police_representative)
    panels.operations.answer_panel_offer(offer, by=chair, accepted=True, answer="Gladly.")
    at_youth.refresh_from_db()
    assert (at_youth.panel, at_youth.stage, at_youth.awaits_section36) == (panel, "active", False)
    with pytest.raises(Refused, match="answered, or taken back"):
        operations.take_back_panel_offer(offer, by=coordinator)


def test_without_reasonable_grounds_it_stays_where_it_is(
    at_youth, coordinator, yara, youth, panel, chair, police, police_representative
):
    factories.share(at_youth, police, coordinator)
    offer = factories.panel_offer(at_youth, panel, yara, "step_up")
    factories.section36(at_youth, police_representative, reasonable_grounds=False)
    with pytest.raises(Refused, match="found no reasonable grounds"):
        panels.operations.answer_panel_offer(offer, by=chair, accepted=True)
    with pytest.raises(Refused, match="Say why"):
        panels.operations.answer_panel_offer(offer, by=chair, accepted=False)
    panels.operations.answer_panel_offer(offer, by=chair, accepted=False, answer="There are no grounds.")
    at_youth.refresh_from_db()
    assert (at_youth.panel, at_youth.stage, at_youth.awaits_section36) == (youth, "awaiting_panel", False)


@pytest.mark.made_anew  # Before the area's table leads to another panel.
def test_down_from_channel_it_waits_for_no_section_36_decision_and_the_old_agenda_lets_it_go(
    client, case, referral, coordinator, panel, chair, youth, yara, police, police_representative, supervisor
):
    coming = case.agenda_items.get().meeting
    assert case.awaits_section36
    factories.share(case, police, coordinator)
    offer = factories.panel_offer(case, youth, chair, "step_down")
    operations.decide_section36(case, by=police_representative, referral=referral, **ENDS)
    with pytest.raises(Refused, match="waits for a second signature"):
        panels.operations.answer_panel_offer(offer, by=yara, accepted=True)
    operations.sign_section36(
        case, by=supervisor, seen=factories.to_sign(case), agrees=False, why_not="Ask the school first."
    )
    panels.operations.answer_panel_offer(offer, by=yara, accepted=True)
    case.refresh_from_db()
    assert (case.stage, case.awaits_section36) == ("awaiting_panel", False)
    panels.operations.start_meeting(coming, by=chair)
    item = coming.items.get()
    assert "gone to another panel: Youth Panel" in item.obstacle_to_decision()
    assert coming.obstacle_to_ending() == ""
    client.force_login(coordinator)
    assert "gone to Youth Panel" in client.get(item.get_absolute_url()).content.decode()


@pytest.mark.made_anew  # Before the area's table leads to another panel.
def test_the_old_panels_chair_reads_nothing_of_it_by_an_item_of_before(client, case, coordinator, chair, adults, ada):
    """Also once it has exited there, with what was planned for afterwards."""
    item = case.agenda_items.get()
    meeting = factories.meeting(adults)
    offer = factories.panel_offer(case, adults, chair, "step_down")
    panels.operations.answer_panel_offer(offer, by=ada, accepted=True)
    case.refresh_from_db()
    factories.consent(factories.adopted(case, ada), coordinator)
    factories.final_assessment(case, coordinator)
    panels.operations.start_meeting(meeting, by=ada)
    said = {"reached": "unanimous", "rationale": "He is well."} | EXIT | factories.EXIT_PLAN
    panels.operations.decide_item(meeting.items.get(case=case), by=ada, **said)
    client.force_login(chair)
    assert client.get(item.get_absolute_url()).status_code == 404
    for page in ("decide_item", "record_review"):
        address = reverse(f"panels:{page}", args=[item.reference])
        assert client.get(address).status_code == client.post(address).status_code == 404, page


@pytest.mark.made_anew  # Before the area's table leads to another panel.
def test_an_urgent_conference_of_the_old_panel_is_called_anew_by_the_new_one(
    case, referral, coordinator, organiser, chair, adults, ada, do_errands
):
    soon = timezone.localtime(clock.now() + timedelta(hours=3))
    panels.operations.ask_for_conference(referral, by=coordinator, reason="He has packed a bag.")
    request = ConferenceRequest.objects.get()
    panels.operations.call_conference(request, by=organiser, starts_on=soon.date(), starts_time=soon.time())
    do_errands()
    mail.outbox.clear()
    offer = factories.panel_offer(case, adults, chair, "step_down")
    panels.operations.answer_panel_offer(offer, by=ada, accepted=True)
    do_errands()
    request.refresh_from_db()
    assert (request.meeting, request.called_by, request.members_told_at) == (None, None, None)
    assert [organiser.email] in [sent.to for sent in mail.outbox]
    assert [each for each in asks_at_home(organiser) if "onference" in each]
    panels.operations.call_conference(request, by=organiser, starts_on=soon.date(), starts_time=soon.time())
    assert request.meeting.panel == adults
    assert request.meeting.items.get().case == case


def test_a_case_moves_between_panels_by_the_last_offer_and_by_none_of_before(at_youth, coordinator, adults, ada, yara):
    youth = at_youth.panel
    for to, chairs in ((adults, ada), (youth, yara)):
        offer = factories.panel_offer(at_youth, to, coordinator)
        panels.operations.answer_panel_offer(offer, by=chairs, accepted=True)
    # It went there and came back: what was taken on then takes it nowhere once more.
    move = "UPDATE cases_case SET panel_id = %s WHERE id = %s"
    refused(move, adults.pk, at_youth.pk, match="only where its chair took it on")
