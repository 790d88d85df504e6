"""What cannot be taken back once support is withdrawn: what had gone to others by then, and nothing later."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases import operations as cases
from panels import operations as panels
from prevent_cases import clock
from reports import operations
from tests import factories


@pytest.fixture
def withdrawn(adopted, coordinator, chair, childrens_services):
    """Shared, and a summary handed out; then support is withdrawn, and after that it is shared once more."""
    start = clock.now()
    with clock.at(start):
        factories.consent(adopted, coordinator)
        share = factories.share(adopted, childrens_services, coordinator, purpose="Before it.")
        said = {"purpose": "To treat.", "lawful_basis": "public_task"}
        operations.hand_out_case_summary(adopted, by=chair, body="His GP", recipient_kind="partner", **said)
    with clock.at(start + timedelta(seconds=1)):
        answer = factories.answer(adopted, answer="withdrawn", reason="No time.")
        panels.record_withdrawal(adopted, by=coordinator, **answer)
    with clock.at(start + timedelta(seconds=2)):
        cases.stop_sharing_case(share, by=coordinator)
    with clock.at(start + timedelta(days=1)):
        factories.disclosure(adopted, coordinator, body="A later body", disclosed_on=clock.today())
    return adopted


def lines_of(client, case):
    page = client.get(reverse("reports:not_undone", args=[case.reference]))
    told = client.get(reverse("reports_api:not_undone", args=[case.reference])).json()
    lines = [(line.what, line.whom) for line in page.context["ledger"].lines]
    assert [(each["what"], each["whom"]) for each in told["results"]] == lines
    return lines, " ".join(page.content.decode().split()), told


def test_what_had_gone_to_others_by_then_and_nothing_else(client, withdrawn, coordinator):
    client.force_login(coordinator)
    lines, page, told = lines_of(client, withdrawn)
    assert set(lines) >= {("Shared", "Children's Services"), ("Summary handed out", "His GP")}
    assert not {"Stopped sharing", "Letter"} & {what for what, _ in lines}
    assert "A later body" not in page
    assert told["withdrawn_on"] == clock.today().isoformat()
    consent = client.get(reverse("cases:consent", args=[withdrawn.reference])).content.decode()
    assert reverse("reports:not_undone", args=[withdrawn.reference]) in consent


def test_what_is_disputed_of_the_withdrawal_stands_beside_it(client, withdrawn, coordinator):
    line = withdrawn.consents.get(answer="withdrawn")
    factories.dispute(withdrawn, coordinator, line, words="I only asked for a pause.")
    client.force_login(coordinator)
    _, page, told = lines_of(client, withdrawn)
    assert "I only asked for a pause." in page
    assert told["disputes"][0]["words"] == "I only asked for a pause."


def test_where_nothing_was_withdrawn_it_says_so(client, adopted, coordinator):
    client.force_login(coordinator)
    lines, page, told = lines_of(client, adopted)
    assert (lines, told["withdrawn_on"], "Support was not withdrawn." in page) == ([], None, True)
    consent = client.get(reverse("cases:consent", args=[adopted.reference])).content.decode()
    assert reverse("reports:not_undone", args=[adopted.reference]) not in consent


def test_only_those_who_keep_the_ledger_read_it(client, withdrawn, police_representative, stranger, chair):
    for person, status in ((chair, 200), (police_representative, 403), (stranger, 404)):
        client.force_login(person)
        assert client.get(reverse("reports:not_undone", args=[withdrawn.reference])).status_code == status
