"""What was disclosed outside the system: recorded once, and perhaps in error (cases.record_disclosure_in_error)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import OutsideDisclosure, RecipientKind
from prevent_cases import clock
from prevent_cases.operations import NotVisible
from tests import factories
from tests.cases.raw import executed, refused


def test_what_was_told_elsewhere_is_recorded_and_may_be_in_error(client, case, coordinator, childrens_services):
    client.force_login(coordinator)
    page = reverse("reports:record_disclosure", args=[case.reference])
    today = clock.today()
    said = {
        "body": "His landlord", "recipient_kind": "partner", "what": "That we know of him.",
        "purpose": "So that he keeps his home.",
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


@pytest.mark.parametrize("kind", ["immigration", "other"])
def test_immigration_and_whoever_is_of_no_kind_is_told_only_as_somebody_authorised_it(client, case, coordinator, kind):
    client.force_login(coordinator)
    page = reverse("reports:record_disclosure", args=[case.reference])
    asked = client.get(page).content.decode()
    assert asked.count("Somebody else must have authorised it, by name.") == 2
    said = {
        "body": "The port", "what": "That he is known.", "purpose": "They asked.", "lawful_basis": "public_task",
        "how": "letter", "disclosed_by": "Cora Coordinator", "disclosed_on_day": 1, "disclosed_on_month": 2,
        "disclosed_on_year": 2026,
    }  # fmt: skip
    named = {"authorised_by": "Ida Imani", "authorised_post": "Director of Law"}
    for wrong, field in (
        (named, "recipient_kind"),
        ({"recipient_kind": kind, "authorised_post": "Director of Law"}, "authorised_by"),
        ({"recipient_kind": kind, "authorised_by": "Ida Imani"}, "authorised_post"),
        ({"recipient_kind": kind, "authorised_by": str(coordinator).upper(), "authorised_post": "x"}, "authorised_by"),
    ):
        refusal = client.post(page, said | wrong)
        assert refusal.status_code == 409
        assert f'href="#id_{field}' in refusal.content.decode(), wrong
    assert not OutsideDisclosure.objects.exists()
    book = reverse("reports:disclosures", args=[case.reference])
    assert client.post(page, said | named | {"recipient_kind": kind}).url == book
    label = RecipientKind(kind).label
    assert f"{label}, authorised by Ida Imani, Director of Law" in client.get(book).content.decode()
    line = client.get(reverse("reports_api:disclosures", args=[case.reference])).json()["results"][0]
    assert (line["recipient"], line["authorised"]) == (label, "Ida Imani, Director of Law")


def test_of_other_kinds_nobody_authorises_it_and_of_an_agency_no_kind_is_kept(case, coordinator, childrens_services):
    named = {"authorised_by": "Ida Imani", "authorised_post": "Director of Law"}
    for kind in ("partner", "person", "court"):
        told = factories.disclosure(case, coordinator, recipient_kind=kind, **named)
        assert (told.recipient_kind, told.authorised_by, told.authorised_post) == (kind, "", "")
    told = factories.disclosure(case, coordinator, agency=childrens_services, body="", recipient_kind="other", **named)
    assert (told.recipient_kind, told.authorised_by, told.authorised_post) == ("", "", "")


def test_the_database_asks_what_the_body_is_and_who_authorised_it(case, coordinator, childrens_services):
    factories.disclosure(case, coordinator, agency=childrens_services, body="")
    columns = (
        "case_id, what, purpose, lawful_basis, how, disclosed_on, disclosed_by, recorded_by_id, recorded_at, "
        "in_error_reason"
    )
    raw = (
        "INSERT INTO cases_outsidedisclosure (reference, agency_id, body, recipient_kind, authorised_by,"
        f" authorised_post, {columns}) SELECT %s, {{agency}}, %s, %s, %s, %s, {columns} FROM cases_outsidedisclosure"
    )
    to_body, to_agency = raw.format(agency="NULL"), raw.format(agency="agency_id") + " LIMIT 1"
    refused(to_body, "R1", "x", "", "", "", match="Cannot insert")
    refused(to_agency, "R2", "", "court", "", "", match="has_a_kind_of_body_alone")
    refused(to_body, "R3", "x", "friend", "", "", match="kind_of_body_alone|who_authorised_it")
    for kind in ("immigration", "other"):
        for who in (("", ""), ("Ida", ""), ("", "Director")):
            refused(to_body, "R4", "x", kind, *who, match="says_who_authorised_it")
    refused(to_body, "R5", "x", "court", "Ida", "Director", match="says_who_authorised_it")
    executed(to_body, "R6", "x", "other", "Ida", "Director")


def test_what_was_recorded_before_it_was_asked_holds_as_it_is(case, coordinator):
    before = factories.disclosure(case, coordinator)
    before.recipient_kind = ""
    before.validate_constraints()


def test_the_database_keeps_what_was_told(case, coordinator):
    factories.disclosure(case, coordinator)
    columns = (
        "case_id, recipient_kind, authorised_by, authorised_post, what, purpose, lawful_basis, how, disclosed_on, "
        "disclosed_by, recorded_by_id, recorded_at, in_error_reason"
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
