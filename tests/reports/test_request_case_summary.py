"""Asking for a summary of a case, waiting for it, and opening it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

import cases.operations
from cases.models import Share
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents.models import LONG_WAIT, Altered
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import NotVisible
from reports import operations
from reports.models import CaseSummary, Section
from tests import factories
from tests.standing import standing


@standing
def shared(case, childrens_services, coordinator):
    return factories.share(case, childrens_services, coordinator)


@standing
def summary(shared, case, representative):
    return operations.request_case_summary(case, by=representative)


@standing
def made(summary, coordinator, chair, organiser, stranger):
    """Made for one who asked, where there are others who did not."""
    operations.make_case_summary(summary, by=system_user())
    return summary


def page_of(client, summary, name="view", **headers):
    return client.get(reverse(f"reports:{name}_casesummary", args=[summary.reference]), headers=headers)


# What it does


def test_it_leaves_an_errand_for_the_pdf_worker(summary):
    row = OutboxRow.objects.get(task="reports.make_case_summary")
    assert row.keys == [summary.pk]
    assert (summary.made_at, summary.state) == (None, "making")


def test_from_the_page_of_the_case_to_the_page_that_waits(client, shared, case, representative):
    client.force_login(representative)
    address = reverse("reports:request_case_summary", args=[case.reference])
    assert "Make a summary as PDF" in client.get(address).content.decode()
    answer = client.post(address, {"sections": Section.values})
    summary = CaseSummary.objects.get()
    assert answer.url == reverse("reports:view_casesummary", args=[summary.reference])
    assert summary.asked_by == representative


def test_the_page_asks_again_by_itself_with_and_without_a_script(client, summary, representative):
    client.force_login(representative)
    page = page_of(client, summary).content.decode()
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page
    assert f'hx-get="{reverse("reports:view_casesummary", args=[summary.reference])}"' in page
    part = page_of(client, summary, **{"hx-request": "true"}).content.decode()
    assert "is being made" in part
    assert "<html" not in part


def test_once_made_it_can_be_opened_from_its_page(client, made, representative):
    client.force_login(representative)
    page = page_of(client, made).content.decode()
    assert reverse("reports:open_casesummary", args=[made.reference]) in page
    assert "refresh" not in page
    assert "is ready" in page_of(client, made, **{"hx-request": "true"}).content.decode()


def test_it_is_sent_to_be_saved_under_a_name_without_personal_data(client, made, case, representative):
    client.force_login(representative)
    answer = page_of(client, made, "open")
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-1.7")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="case-summary-{made.reference}.pdf"'
    assert case.reference not in made.file.name


def test_whoever_waits_long_is_told(client, summary, representative):
    client.force_login(representative)
    with clock.at(summary.asked_at + LONG_WAIT + timedelta(seconds=1)):
        page = client.get(summary.get_absolute_url()).content.decode()
    assert "It is being tried again" in page


def test_the_endpoint_asks_and_tells_how_far_it_is(client, shared, case, representative):
    client.force_login(representative)
    answer = client.post(
        reverse("reports_api:request_case_summary", args=[case.reference]),
        {"sections": ["referrals", "actions"]},
        content_type="application/json",
    )
    assert answer.status_code == 201
    reference = CaseSummary.objects.get().reference
    told = client.get(reverse("reports_api:view_casesummary", args=[reference])).json()
    assert (told["case"], told["state"], told["made_at"]) == (case.reference, "making", None)


# What it records


def test_one_entry_in_the_history_of_the_case(summary, case):
    entry = AuditEntry.objects.about(case).first()
    assert entry.what == "reports.request_case_summary"
    assert entry.sentence == "Case summary asked for. It will hold what you may see when it is made."


def test_opening_it_is_recorded_before_it_is_sent_and_asking_how_far_it_is_is_not(client, made, case, representative):
    client.force_login(representative)
    before = AuditEntry.objects.count()
    page_of(client, made, **{"hx-request": "true"})
    assert AuditEntry.objects.count() == before
    page_of(client, made, "open")
    entry = AuditEntry.objects.about(case).first()
    assert (entry.what, entry.sentence) == ("reports.open_casesummary", "Case summary viewed.")


# When it refuses


def test_it_cannot_be_opened_before_it_is_made(client, summary, representative):
    client.force_login(representative)
    assert page_of(client, summary, "open").status_code == 404


def test_a_file_that_is_not_the_one_that_was_made_is_never_sent(client, summary, representative, do_errands):
    do_errands()
    made = CaseSummary.objects.get()
    with made.file.storage.open(made.file.name, "rb") as stored:
        pdf = stored.read()
    with open(made.file.path, "wb") as stored:
        stored.write(pdf.replace(b"%PDF", b"%PDE"))
    client.force_login(representative)
    before = AuditEntry.objects.count()
    with pytest.raises(Altered):
        page_of(client, made, "open")
    assert AuditEntry.objects.count() == before


# Who may


def test_whoever_may_see_the_case_may_ask(shared, case, coordinator, chair, organiser, representative):
    for person in (coordinator, chair, organiser, representative):
        operations.request_case_summary(case, by=person)
    assert CaseSummary.objects.count() == 4


def test_for_everybody_else_there_is_no_such_case(client, case, officer, representative, colleague, stranger):
    for person in (officer, representative, colleague, stranger):
        with pytest.raises(NotVisible):
            operations.request_case_summary(case, by=person)
        client.force_login(person)
        assert client.get(reverse("reports:request_case_summary", args=[case.reference])).status_code == 404


def test_only_the_person_who_asked_sees_it(client, made, coordinator, chair, organiser, stranger):
    for person in (coordinator, chair, organiser, stranger):
        client.force_login(person)
        for name in ("view", "open"):
            assert page_of(client, made, name).status_code == 404
        assert client.get(reverse("reports_api:view_casesummary", args=[made.reference])).status_code == 404


def test_whoever_broke_the_glass_reads_for_an_hour_and_takes_no_copy_away(client, made, case, representative,
                                                                         coordinator, chair):  # fmt: skip
    address = reverse("reports:request_case_summary", args=[case.reference])
    client.force_login(representative)
    assert client.get(address).status_code == 200
    cases.operations.stop_sharing_case(Share.objects.get(), by=coordinator)
    cases.operations.break_glass(
        case, by=representative, kind="other", reason="He has been brought to our emergency room."
    )
    read = client.get(case.get_absolute_url())
    assert read.status_code == 200
    assert address not in read.content.decode()
    assert client.get(address).status_code == 403
    with pytest.raises(PermissionDenied):
        operations.request_case_summary(case, by=representative)
    # Nor the one that they asked for while it was shared with them.
    assert [page_of(client, made, name).status_code for name in ("view", "open")] == [404, 404]
    client.force_login(chair)
    assert address in client.get(case.get_absolute_url()).content.decode()


@pytest.mark.parametrize("name", ["view", "open"])
def test_once_the_share_has_ended_it_is_gone_at_once(client, made, representative, coordinator, name):
    client.force_login(representative)
    assert page_of(client, made, name).status_code == 200
    cases.operations.stop_sharing_case(Share.objects.get(), by=coordinator)
    assert page_of(client, made, name).status_code == 404


def test_once_the_share_has_lapsed_by_its_date_it_is_gone(
    client, case, childrens_services, coordinator, representative
):
    factories.share(case, childrens_services, coordinator, until=clock.today())
    summary = operations.request_case_summary(case, by=representative)
    client.force_login(representative)
    assert page_of(client, summary).status_code == 200
    client.logout()
    with clock.at(clock.now() + timedelta(days=1)):
        client.force_login(representative)
        assert page_of(client, summary).status_code == 404


# How often it queries


def test_its_pages_ask_the_same_however_many_summaries_there_are(made, case, representative, queries_of, client):
    client.force_login(representative)
    addresses = [reverse(f"reports:{name}_casesummary", args=[made.reference]) for name in ("view", "open")]
    at_one = [queries_of(address) for address in addresses]
    for _ in range(19):
        operations.request_case_summary(case, by=representative)
    assert [queries_of(address) for address in addresses] == at_one
