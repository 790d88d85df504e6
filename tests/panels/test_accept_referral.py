"""Accepting a referral to a panel."""

import pytest
from django.urls import reverse

from cases.models import Case
from panels import operations
from prevent_cases.accounts.models import PanelKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from tests import factories

WORDS = {"rationale": "A pattern over weeks.", "words_for_referrer": "Thank you. A panel will look at it."}


@pytest.fixture
def assessed(assessed):
    factories.without_gateway(assessed.area)
    return assessed


def test_a_case_is_opened_and_listed_for_the_next_meeting(assessed, coordinator, panel, meeting):
    case = operations.accept_referral(assessed, by=coordinator, panel=panel, **WORDS)
    assert (case.stage, case.individual, case.panel) == ("information_gathering", assessed.individual, panel)
    assert [item.case for item in meeting.items.all()] == [case]
    assessed.refresh_from_db()
    assert (assessed.stage, assessed.decision.panel) == ("accepted", panel)


def test_one_entry_for_each_operation_the_inner_ones_pointing_to_the_outer(assessed, coordinator, panel, meeting):
    operations.accept_referral(assessed, by=coordinator, panel=panel, **WORDS)
    outer = AuditEntry.objects.get(what="panels.accept_referral")
    inner = AuditEntry.objects.filter(outer=outer.token).order_by("pk").values_list("what", flat=True)
    assert list(inner) == ["referrals.record_acceptance", "cases.open_case", "panels.put_on_next_agenda"]
    assert outer.outer is None


def test_not_to_a_panel_of_another_area_and_then_nothing_has_happened(assessed, coordinator, other_area):
    far = factories.panel(other_area, "Far Panel")
    with pytest.raises(Refused, match="in another area"):
        operations.accept_referral(assessed, by=coordinator, panel=far, **WORDS)
    assessed.refresh_from_db()
    assert assessed.stage == "in_triage"
    assert not AuditEntry.objects.filter(what__in=["panels.accept_referral", "referrals.record_acceptance"]).exists()


def test_who_may(assessed, panel, officer, stranger, chair):
    for person in (officer, stranger, chair):
        with pytest.raises(NotVisible):
            operations.accept_referral(assessed, by=person, panel=panel, **WORDS)


def test_the_page_suggests_the_panel_of_the_table_and_offers_the_others(client, assessed, coordinator, panel, area):
    factories.routing_row(panel, oldest=17)
    adults = factories.panel(area, "Adults Panel", kind=PanelKind.SAFEGUARDING_ADULTS)
    factories.panel(area, "Programme Board", kind=PanelKind.BOARD)
    client.force_login(coordinator)
    url = reverse("panels:accept_referral", args=[assessed.reference])
    page = client.get(url)
    assert page.context["form"].initial["panel"] == panel.slug
    assert "Suggested: Channel Panel (17 or younger)." in page.content.decode()
    assert "Adults Panel" in page.content.decode()
    assert "Programme Board" not in page.content.decode()
    refused = client.post(url, {"panel": adults.slug, **WORDS})
    assert refused.status_code == 409
    assert "suggests another panel: Channel Panel. Say why this panel all the same." in refused.content.decode()
    done = client.post(url, {"panel": panel.slug, **WORDS})
    assert done.url == Case.objects.get().get_absolute_url()
    assert client.get(done.url).status_code == 200
