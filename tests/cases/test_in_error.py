"""What of support can be said to be recorded in error: its plans, and that somebody is worried."""

import pytest
from django.urls import reverse

from cases import operations
from cases.models import Case
from prevent_cases.operations import Refused
from tests import factories
from tests.cases.raw import executed, refused
from tests.panels.reviews import exit_now
from tests.panels.test_exit import worried
from tests.standing import standing

WRONG = {"reason": "Canary-wrong: it was about his cousin."}


def now(case) -> Case:
    return Case.objects.get(pk=case.pk)


# Plans


def test_a_plan_in_error_counts_no_more_once_the_right_one_is_made(client, adopted, chair):
    executed("SELECT")
    case, wrong = adopted, adopted.support_plans.get()
    client.force_login(chair)
    page = reverse("cases:record_plan_in_error", args=[case.reference])
    too_soon = client.post(page, WRONG | {"plan": wrong.pk})
    assert "Make the right one first" in too_soon.content.decode()
    refused(
        "UPDATE cases_supportplan SET in_error_at = now(), in_error_by_id = made_by_id, in_error_reason = 'x'",
        match="has a plan that was not recorded in error",
    )
    operations.plan_support(case, by=chair, **factories.PLAN | {"provider": "Canary-right."})
    assert client.post(page, WRONG | {"plan": wrong.pk}).status_code == 302
    support = client.get(reverse("cases:support", args=[case.reference])).content.decode()
    assert "Canary-wrong" in support
    sheet = client.get(reverse("reports:statutory_sheet", args=[case.reference])).content.decode()
    assert "Canary-right." in sheet
    read = client.get(reverse("cases_api:support", args=[case.reference])).json()["plans"]
    assert [each["in_error_reason"] for each in read] == [WRONG["reason"], ""]


@standing
def exited(adopted, coordinator, chair):
    factories.consent(adopted, coordinator)
    return exit_now(adopted, coordinator, chair)


def test_of_a_plan_for_after_support_it_is_said_beside_it_and_no_other_takes_its_place(client, exited, chair):
    client.force_login(chair)
    page = reverse("cases:record_exit_plan_in_error", args=[exited.reference])
    assert page in client.get(reverse("cases:support", args=[exited.reference])).content.decode()
    assert client.post(page, WRONG).status_code == 302
    shown = client.get(reverse("cases:support", args=[exited.reference])).content.decode()
    assert ("Canary-wrong" in shown, page in shown) == (True, False)
    sheet = client.get(reverse("reports:statutory_sheet", args=[exited.reference])).content.decode()
    assert "No plan for afterwards is recorded" in sheet
    with pytest.raises(Refused, match="said already"):
        operations.record_exit_plan_in_error(now(exited), by=chair, **WRONG)


# What worried somebody


def test_what_worried_is_said_to_be_in_error_once_it_was_seen_to(client, adopted, coordinator):
    factories.consent(adopted, coordinator)
    concern = worried(adopted, coordinator)
    with pytest.raises(Refused, match="Say first what was done about it"):
        operations.record_urgent_concern_in_error(concern, by=coordinator, **WRONG)
    operations.answer_urgent_concern(concern, by=coordinator, what_was_done="I rang his mother.")
    client.force_login(coordinator)
    page = reverse("cases:record_urgent_concern_in_error", args=[concern.reference])
    assert page in client.get(concern.get_absolute_url()).content.decode()
    assert client.post(page, WRONG).status_code == 302
    assert "Canary-wrong" in client.get(concern.get_absolute_url()).content.decode()
    assert "Recorded in error" in client.get(concern.intervention.get_absolute_url()).content.decode()
    read = client.get(reverse("cases_api:view_urgentconcern", args=[concern.reference])).json()
    assert (bool(read["in_error_at"]), read["in_error_reason"]) == (True, WRONG["reason"])
    refused("UPDATE cases_urgentconcern SET what_was_done = 'x'", match="Cannot update")
    refused("UPDATE cases_urgentconcern SET in_error_reason = 'x'", match="Cannot update")
