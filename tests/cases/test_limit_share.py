"""A case that is shared without a last day: asked about once it has ended, and shared until a day from then on."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import Case
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from tests import factories


def test_of_an_ended_case_it_is_asked_at_home_who_still_needs_it_and_until_when(
    client, case, coordinator, second_coordinator, police, police_representative, nhs, nora
):
    factories.share(case, police, coordinator)
    share = factories.share(case, nhs, coordinator, level="read")
    ned = factories.person(nhs, PostKind.OFFICER, "Ned Nhs")
    operations.put_colleague_on_case(case, by=nora, agency=nhs, colleague=ned, purpose="To visit.")
    client.force_login(coordinator)
    asked = f"Who still needs case {case.reference}?"
    assert asked not in client.get("/").content.decode()
    factories.section36(case, police_representative, reasonable_grounds=False, end_stage="no_further_action")
    client.force_login(second_coordinator)
    assert asked not in client.get("/").content.decode()
    client.force_login(coordinator)
    assert "Agencies that can see it, without a last day: 2." in client.get("/").content.decode()
    page = reverse("cases:limit_share", args=[share.reference])
    assert page in client.get(reverse("cases:who_can_see", args=[case.reference])).content.decode()
    last = clock.today() + timedelta(days=28)
    with pytest.raises(Refused, match="in the past"):
        operations.limit_share(share, by=coordinator, until=clock.today() - timedelta(days=1), purpose="To end it.")
    with pytest.raises(PermissionDenied):
        operations.limit_share(share, by=nora, until=last, purpose="We like to.")
    day = {"until_day": last.day, "until_month": last.month, "until_year": last.year}
    assert client.post(page, day | {"purpose": "To end their own work."}).status_code == 302
    in_force = case.shares.filter(agency=nhs, ended_at=None)
    assert {(each.until, each.colleague is None) for each in in_force} == {(last, True), (last, False)}
    with pytest.raises(Refused, match="ended already"):
        operations.limit_share(share, by=coordinator, until=last, purpose="Again.")
    with pytest.raises(Refused, match="has its last day"):
        operations.limit_share(share.followed_by, by=coordinator, until=last, purpose="Again.")
    operations.stop_sharing_case(case.shares.get(agency=police, ended_at=None), by=coordinator)
    assert asked not in client.get("/").content.decode()
    with clock.at(clock.now() + timedelta(days=29)):
        assert not Case.objects.permitted(nora, "cases.know_of_case").exists()
