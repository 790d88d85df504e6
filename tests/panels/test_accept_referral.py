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
    assert list(inner) == ["referrals.record_acceptance", "cases.open_case", "panels.list_case"]
    assert outer.outer is None


def test_not_to_a_panel_that_takes_another_age(assessed, coordinator, area):
    adults = factories.panel(area, "Adults Panel", kind=PanelKind.SAFEGUARDING_ADULTS, youngest=18)
    with pytest.raises(Refused, match="does not take people of this age"):
        operations.accept_referral(assessed, by=coordinator, panel=adults, **WORDS)
    assert not Case.objects.exists()


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


def test_the_page_offers_the_panels_for_that_age(client, assessed, coordinator, panel, area):
    factories.panel(area, "Adults Panel", kind=PanelKind.SAFEGUARDING_ADULTS, youngest=18)
    client.force_login(coordinator)
    url = reverse("panels:accept_referral", args=[assessed.reference])
    page = client.get(url).content.decode()
    assert "Channel Panel" in page
    assert "Adults Panel" not in page
    done = client.post(url, {"panel": panel.slug, **WORDS})
    assert done.url == Case.objects.get().get_absolute_url()
    assert client.get(done.url).status_code == 200
