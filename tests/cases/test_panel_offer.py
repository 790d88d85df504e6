"""Offering a case to another panel: what is refused, who may, and what the database keeps."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

import panels.operations
from actions.operations import hand_over_action
from cases import operations
from cases.models import Case, PanelOffer
from prevent_cases.accounts.models import PanelKind, system_user
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from tests import factories
from tests.cases.raw import refused

CANARY = "canary-told-to-the-other-chair"


def test_what_is_refused(at_youth, coordinator, area, youth, panel, chair, other_area):
    board = factories.panel(area, "Programme Board", PanelKind.BOARD)
    elsewhere = factories.panel(other_area, "Channel Panel of Eastvale")
    for to, because, words in (
        (board, "other", "takes cases"),
        (elsewhere, "other", "of this area"),
        (youth, "other", "with this panel already"),
        (panel, "step_down", "stepping down"),
        (factories.panel(area, "No one's", PanelKind.SAFEGUARDING_ADULTS), "other", "Nobody who chairs"),
    ):
        with pytest.raises(Refused, match=words):
            factories.panel_offer(at_youth, to, coordinator, because)
    factories.panel_offer(at_youth, panel, coordinator)
    with pytest.raises(Refused, match="offered to Channel Panel already"):
        factories.panel_offer(at_youth, panel, coordinator)


def test_a_restricted_case_is_offered_only_where_a_named_chair_could_take_it_on(at_youth, coordinator, panel, chair):
    restriction = operations.restrict_case(at_youth, by=coordinator, reason="His uncle sits there.", readers=[])
    with pytest.raises(Refused, match="Nobody who chairs that panel could see this case"):
        factories.panel_offer(at_youth, panel, coordinator)
    operations.name_reader(restriction, by=coordinator, person=chair)
    assert factories.panel_offer(at_youth, panel, coordinator)


def test_who_may(client, at_youth, coordinator, yara, panel, chair, police_representative, stranger, governance):
    """Written by hand: offering, reading, answering and taking back, on the page and at the endpoint."""
    factories.purpose(at_youth, governance)
    offer = factories.panel_offer(at_youth, panel, coordinator, note=CANARY)
    pages = [
        reverse("cases:offer_to_panel", args=[at_youth.reference]),
        offer.get_absolute_url(),
        reverse("panels:answer_panel_offer", args=[offer.reference]),
        reverse("cases:take_back_panel_offer", args=[offer.reference]),
        reverse("cases_api:view_paneloffer", args=[offer.reference]),
    ]
    for person, answers in {
        coordinator: [200, 200, 403, 200, 200],
        yara: [200, 200, 403, 200, 200],
        chair: [404, 200, 200, 403, 200],
        governance: [403, 200, 403, 403, 200],
        police_representative: [404, 404, 404, 404, 404],
        stranger: [404, 404, 404, 404, 404],
    }.items():
        client.force_login(person)
        read = [client.get(page) for page in pages]
        assert [page.status_code for page in read] == answers, person
        shown = [CANARY in page.content.decode() for page in read]
        assert shown == [False, answers[1] == 200, person == chair, False, answers[4] == 200], person
    with pytest.raises(PermissionDenied):
        panels.operations.answer_panel_offer(offer, by=coordinator, accepted=True)
    with pytest.raises(NotVisible):
        operations.take_back_panel_offer(offer, by=police_representative)
    operations.take_back_panel_offer(offer, by=yara)
    client.force_login(chair)
    assert [client.get(page).status_code for page in pages] == [404] * 5


def test_an_offer_is_told_once_and_an_answered_one_no_more(at_youth, coordinator, panel, chair, do_errands):
    do_errands()
    mail.outbox.clear()
    offer = factories.panel_offer(at_youth, panel, coordinator)
    do_errands()
    operations.tell_of_panel_offer(offer, by=system_user())  # As after a crash: a mail program shows it once.
    assert [sent.to for sent in mail.outbox] == [[chair.email]] * 2
    assert len({sent.extra_headers["Message-ID"] for sent in mail.outbox}) == 1
    mail.outbox.clear()
    panels.operations.answer_panel_offer(offer, by=chair, accepted=False, answer="It is not for us.")
    with pytest.raises(AlreadyDone):
        operations.tell_of_panel_offer(offer, by=system_user())
    operations.tell_of_answer_to_offer(offer, by=system_user())
    assert [sent.to for sent in mail.outbox] == [[coordinator.email]]


def test_behind_django(at_youth, coordinator, chair, yara, panel, adults, ada):
    refused(
        "UPDATE cases_case SET panel_id = %s WHERE id = %s",
        panel.pk,
        at_youth.pk,
        match="only where its chair took it on",
    )
    offer = factories.panel_offer(at_youth, panel, coordinator)
    took_on = (
        "UPDATE cases_paneloffer SET outcome = 'accepted', answered_by_id = %s, answered_at = now() WHERE id = %s;"
        " UPDATE cases_case SET panel_id = %s WHERE id = %s"
    )
    refused(took_on, chair.pk, offer.pk, panel.pk, at_youth.pk, match="only after a section 36 decision with grounds")
    refused(
        "UPDATE cases_paneloffer SET outcome = 'declined', answered_by_id = %s, answered_at = now()",
        chair.pk,
        match="a_declined_offer_says_why",
    )
    panels.operations.answer_panel_offer(offer, by=chair, accepted=False, answer="It is not for us.")
    for change in ("note = 'x'", "outcome = 'accepted'"):
        refused(f"UPDATE cases_paneloffer SET {change}", match="Cannot update")
    second = factories.panel_offer(at_youth, adults, coordinator)
    refused(
        "INSERT INTO cases_paneloffer (reference, case_id, from_panel_id, to_panel_id, because, note,"
        " offered_by_id, offered_at, outcome, answer) SELECT 'ANOTHER', case_id, from_panel_id, to_panel_id,"
        " because, note, offered_by_id, offered_at, '', '' FROM cases_paneloffer WHERE id = %s",
        second.pk,
        match="a_case_is_offered_to_one_panel_at_a_time",
    )


def test_nothing_is_added_to_a_case_that_has_ended_nor_is_it_changed(
    at_youth, coordinator, yara, panel, chair, police, police_representative
):
    """Also behind Django: each kind of record once more, as it was while the case was live."""
    factories.adopted(at_youth, yara)
    factories.consent(at_youth, coordinator)
    factories.share(at_youth, police, coordinator)
    action = factories.action(at_youth, police, coordinator)
    hand_over_action(action, by=coordinator, handed_over_to="The school", outcome="They go on with it.")
    factories.information_request(at_youth, police, coordinator)
    offer = factories.panel_offer(at_youth, panel, coordinator)
    kinds = {
        "cases_paneloffer": "reference",
        "cases_share": "reference",
        "cases_supportplan": "",
        "cases_consent": "reference",
        "cases_informationrequest": "reference",
        "actions_action": "reference",
    }
    operations.move_case(at_youth, by=yara, stage="police_led")
    assert Case.objects.get().ended_at
    for table, own in kinds.items():
        assert own or "reference" not in columns_of(table), table
        kept = [f'"{column}"' for column in columns_of(table) if column not in ("id", own)]
        columns = ", ".join([own, *kept] if own else kept)
        values = ", ".join(["'ANOTHER'", *kept] if own else kept)
        refused(
            f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} LIMIT 1",
            match="Nothing about it can be changed",
        )
    for change in ("stage = 'awaiting_panel', ended_at = NULL", f"opened_by_id = {yara.pk}"):
        refused(f"UPDATE cases_case SET {change}", match="Cannot update")
    # And an offer that nobody answered asks for nothing any more.
    assert not PanelOffer.objects.waiting().exists()
    with pytest.raises(NotVisible):
        panels.operations.answer_panel_offer(offer, by=chair, accepted=False, answer="It has ended.")


def columns_of(table: str) -> list[str]:
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]
