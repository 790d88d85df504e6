"""What was disclosed outside the system: recorded once, and perhaps in error (cases.record_disclosure_in_error)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import OutsideDisclosure
from prevent_cases import clock
from prevent_cases.operations import NotVisible
from tests import factories
from tests.cases.raw import executed, refused


def test_what_was_told_elsewhere_is_recorded_and_may_be_in_error(client, case, coordinator, childrens_services):
    client.force_login(coordinator)
    page = reverse("reports:record_disclosure", args=[case.reference])
    today = clock.today()
    said = {
        "body": "His landlord", "what": "That we know of him.", "purpose": "So that he keeps his home.",
        "lawful_basis": "public_task", "how": "letter", "disclosed_by": "Cora Coordinator",
        "disclosed_on_day": today.day, "disclosed_on_month": today.month, "disclosed_on_year": today.year,
    }  # fmt: skip
    both = client.post(page, said | {"agency": childrens_services.slug})
    assert both.status_code == 409
    assert 'href="#id_agency"' in both.content.decode()
    assert client.post(page, said | {"disclosed_on_year": today.year + 1}).status_code == 409
    book = reverse("reports:disclosures", args=[case.reference])
    assert client.post(page, said).url == book
    disclosure = OutsideDisclosure.objects.get()
    error = reverse("reports:record_disclosure_in_error", args=[disclosure.reference])
    assert error in client.get(book).content.decode()
    assert client.post(error, {"reason": "It was never sent."}).url == book
    shown = client.get(book).content.decode()
    assert "It was never sent." in shown
    assert "His landlord" in shown
    assert error not in shown


def test_the_database_keeps_what_was_told(case, coordinator):
    factories.disclosure(case, coordinator)
    columns = (
        "case_id, what, purpose, lawful_basis, how, disclosed_on, disclosed_by, recorded_by_id, recorded_at, "
        "in_error_reason"
    )
    into = f"INSERT INTO cases_outsidedisclosure (reference, body, {columns})"
    again = f"{into} SELECT 'RAWRAWRAWR', 'x', {columns} FROM cases_outsidedisclosure"
    executed(again)
    refused("UPDATE cases_outsidedisclosure SET what = 'less'", match="Cannot update")
    refused(again.replace("'x'", "''").replace("RAWRAWRAWR", "RAWRAWRAW2"), match="to_an_agency_or_to_another_body")
    future = again[::-1].replace("disclosed_on"[::-1], "disclosed_on + 2"[::-1], 1)[::-1]
    refused(future.replace("RAWRAWRAWR", "RAWRAWRAW3"), match="Cannot insert")


def test_those_who_keep_the_ledger_record_in_it(case, coordinator, chair, governance, nhs, nora, stranger):
    factories.share(case, nhs, coordinator)
    for keeper in (coordinator, chair, governance):
        disclosure = factories.disclosure(case, keeper)
        operations.record_disclosure_in_error(disclosure, by=keeper, reason="Not so.")
    with pytest.raises(PermissionDenied):
        factories.disclosure(case, nora)
    for nobody in (nora, stranger):
        with pytest.raises(NotVisible):
            operations.record_disclosure_in_error(disclosure, by=nobody, reason="Not so.")
    with pytest.raises(NotVisible):
        factories.disclosure(case, stranger)
