"""The type of concern of a referral: for the returns, and never on show."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible
from prevent_cases.reference.models import ConcernType
from referrals import operations
from reports.models import Section
from reports.operations import request_case_summary


@pytest.fixture
def other_type(db):
    return ConcernType.objects.current().exclude(code=ConcernType.NOT_YET_KNOWN).first()


def test_it_is_recorded_and_may_be_put_right(referral, coordinator, other_type):
    assert referral.concern_type.code == ConcernType.NOT_YET_KNOWN
    operations.record_concern_type(referral, by=coordinator, concern_type=other_type)
    referral.refresh_from_db()
    assert referral.concern_type == other_type


def test_the_trail_says_that_it_changed_and_not_to_what(referral, coordinator, other_type):
    operations.record_concern_type(referral, by=coordinator, concern_type=other_type)
    entry = AuditEntry.objects.latest("pk")
    assert '"fields": ["concern_type"]' in entry.changes
    assert other_type.code not in entry.changes + entry.sentence


def test_only_whoever_triages_records_it(referral, organiser, officer, stranger, other_type):
    with pytest.raises(PermissionDenied):
        operations.record_concern_type(referral, by=organiser, concern_type=other_type)
    for person in (officer, stranger):
        with pytest.raises(NotVisible):
            operations.record_concern_type(referral, by=person, concern_type=other_type)


def test_its_page_offers_the_types_in_force(client, referral, coordinator, other_type):
    client.force_login(coordinator)
    url = reverse("referrals:record_concern_type", args=[referral.reference])
    page = client.get(url).content.decode()
    assert all(kind.label in page for kind in ConcernType.objects.current())
    # That none was found is an answer as good as any.
    assert 'value="none_identified"' in page
    assert "None identified" in page
    assert client.post(url, {"concern_type": other_type.code}).url == referral.get_absolute_url()
    referral.refresh_from_db()
    assert referral.concern_type == other_type


def test_neither_a_list_nor_an_identity_bar_nor_a_file_name_holds_it(
    client, case, referral, coordinator, chair, meeting, other_type, do_errands
):
    operations.record_concern_type(referral, by=coordinator, concern_type=other_type)
    summary = request_case_summary(case, by=coordinator, sections=Section.values)
    do_errands()
    names = (
        "home:home",
        "referrals:list_referrals",
        "cases:list_cases",
        "panels:list_meetings",
        "actions:list_actions",
    )
    names += ("referrals_api:list_referrals", "cases_api:list_cases", "panels_api:list_agendaitems")
    addresses = [reverse(name) for name in names] + [case.get_absolute_url(), meeting.get_absolute_url()]
    shown = {}
    for person in (coordinator, chair):
        client.force_login(person)
        shown |= {(person, each): client.get(each).content.decode() for each in addresses}
        found = client.post(reverse("home:search"), {"words": case.reference, "where": "name"})
        assert [each.case for each in found.context["found"]] == [case]
        shown[person, "search"] = found.content.decode()
    assert sum(case.reference in page for page in shown.values()) > len(shown) / 2
    for page in shown.values():
        assert other_type.label not in page
        assert other_type.code not in page
    client.force_login(coordinator)
    where_it_is_recorded = client.get(reverse("referrals:record_concern_type", args=[referral.reference]))
    assert other_type.label in where_it_is_recorded.content.decode()
    sent = client.get(reverse("reports:open_casesummary", args=[summary.reference]))
    assert sent.headers["Content-Disposition"] == f'attachment; filename="case-summary-{summary.reference}.pdf"'
