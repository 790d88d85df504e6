"""Making the summary of a case: what stands in it, and for whom."""

import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

import actions.operations
import cases.operations
import referrals.operations
from cases.models import Share
from panels import operations as panels
from prevent_cases import clock
from prevent_cases.access import Rule, rules
from prevent_cases.accounts.models import system_user
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents import child, pdf
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from prevent_cases.reference.models import ConcernType
from reports import operations
from reports.models import CaseSummary, Section
from reports.operations import case_summary
from tests import factories
from tests.standing import standing


def summary_for(person, case, *sections) -> CaseSummary:
    confirmed = factories.confirmed(case, person, sections or Section.values)
    summary = operations.request_case_summary(case, by=person, sections=sections or Section.values, **confirmed)
    operations.make_case_summary(summary, by=system_user())
    return summary


@standing
def summary(case, coordinator):
    return summary_for(coordinator, case)


@standing
def whole_summary(whole_case, coordinator):
    return summary_for(coordinator, whole_case)


def written_in_detail(case, by):
    """A contact, who was told, and that whoever gives support was worried."""
    log, contact = cases.operations.log_contact, {"way": "call", "contact_with": "person", "reached": True}
    log(case, by=by, what="They rang about the bus pass.", contacted_on=clock.today(), **contact)
    log(case, by=by, what="Canary of somebody else.", contacted_on=clock.today(), **contact)
    cases.operations.record_contact_in_error(case.logged_contacts.latest("pk"), by=by, reason="Of another case.")
    told = {"whom": "person", "told": True, "what": "That somebody was worried about him."}
    cases.operations.record_being_told(case, by=by, on=clock.today(), **told)
    given = case.interventions.get()
    cases.operations.raise_urgent_concern(given, by=given.answered_by, words="He did not go home.")


# What it does


def test_an_action_that_was_handed_over_is_not_said_to_be_done(case, coordinator, childrens_services, text_of):
    factories.share(case, childrens_services, coordinator)
    action = factories.action(case, childrens_services, coordinator)
    said = {"handed_over_to": "The college", "outcome": "They ring weekly."}
    actions.operations.hand_over_action(action, by=coordinator, **said)
    summary = operations.request_case_summary(case, by=coordinator, sections=["actions"])
    operations.make_case_summary(summary, by=system_user())
    text = " ".join(text_of(summary.read()).split())
    assert "They ring weekly. (handed over to The college on" in text
    assert "done on" not in text


def test_it_says_who_can_see_a_restricted_case(case, coordinator, chair, text_of):
    def who_can_see() -> str:
        summary = operations.request_case_summary(case, by=coordinator, sections=["access"])
        operations.make_case_summary(summary, by=system_user())
        return " ".join(text_of(summary.read()).split())

    anybody = "The coordinators, organisers and governance leads of"
    assert anybody in who_can_see()
    restriction = cases.operations.restrict_case(case, by=coordinator, reason="CANARY: a threat.")
    cases.operations.name_reader(restriction, by=coordinator, person=chair)
    said = who_can_see()
    assert "only those named on it can see it. They are Cora Coordinator, Charles Chair." in said
    assert anybody not in said
    assert "CANARY" not in said
    cases.operations.lift_restriction(restriction, by=coordinator)
    assert anybody in who_can_see()


def test_it_holds_everything_of_the_case_that_its_reader_may_see(whole_summary, whole_case, referral, text_of):
    text = text_of(whole_summary.read())
    for words in (
        f"Summary of case {whole_case.reference}",
        "Ashwin Birch (AB)",
        "years old",
        referral.entries.get().text,
        "Larkfield School",
        "What he wrote.",
        "For the chief officer of police".lower(),
        "What a mentor does.",
        "Given on",
        "by a parent or guardian".capitalize(),
        "To find out what help there is already.",
        "Public task, for safeguarding",
        "Meet his grandmother.",
        "Channel Panel",
        "A mentor could help him find other company.",
        "Housing would rather wait.",
    ):
        assert words in " ".join(text.split()), words
    # Whoever gives support, by its reference: in the ledger, as who reported, and wherever its name was written.
    provider = whole_case.interventions.get().agency
    assert text.count(f"Provider {provider.provider_reference}") == 3
    assert provider.name not in text


def test_of_several_assessments_the_last_is_in_it_and_at_exit_what_changed(
    whole_case, area, chair, coordinator, text_of
):
    version = factories.framework(area)
    yesterday = clock.today() - timedelta(days=1)
    factories.assessment(whole_case, coordinator, version, summary="All calm.", plan="Go on.", what_changed="A job.")
    factories.assessment(whole_case, coordinator, version, summary="Still angry.", assessed_on=yesterday)
    later = whole_case.panel.meetings.filter(started_at=None).order_by("starts_at").first()
    panels.list_case(later, by=coordinator, case=whole_case)
    panels.start_meeting(later, by=chair)
    police = whole_case.shares.first().agency
    panels.record_attendance(later, by=chair, agency=police, name="Perry Police", presence="present")
    done = {"by": coordinator, "outcome": "They met."}
    actions.operations.complete_action(whole_case.actions.get(), **done)
    said = {
        "judgement": "exit",
        "end_reason": "moved",
        "reached": "unanimous",
        "rationale": "He has found other company.",
    }
    change = {"change_since_start": "cannot_say", "change_reason": "Nobody has asked him."}
    panels.decide_item(later.items.get(), by=chair, **said, **change, **factories.EXIT_PLAN)
    made = summary_for(coordinator, whole_case, "assessment", "meetings", "support")
    text = " ".join(text_of(made.read()).split())
    for words in (
        f"{version}",
        "Summary All calm. Plan Go on. What changed A job.",
        "nothing is added up",
        "Against the start of support Cannot say Nobody has asked him.",
        "Whom the person turns to Ms Okoro, his form tutor.",
    ):
        assert words in text, words
    assert "Still angry." not in text


def test_of_what_is_written_in_detail_the_latest_stands_in_it_with_what_disputes_it(
    monkeypatch, whole_case, coordinator, text_of
):
    def in_detail() -> CaseSummary:
        summary = operations.request_case_summary(whole_case, by=coordinator, sections=["contacts"])
        operations.make_case_summary(summary, by=system_user())
        return summary

    written_in_detail(whole_case, coordinator)
    contact = {"way": "visit", "contact_with": "parent", "reached": False, "what": "Nobody was at home."}
    day = clock.today() - timedelta(days=1)
    earlier = cases.operations.log_contact(whole_case, by=coordinator, contacted_on=day, **contact)
    factories.dispute(whole_case, coordinator, earlier, words="We were in the garden.")
    text = " ".join(text_of(in_detail().read()).split())
    assert text.index("We were in the garden.") < text.index("They rang about the bus pass.")
    monkeypatch.setattr(case_summary, "MOST_IN_DETAIL", 1)
    text = " ".join(text_of(in_detail().read()).split())
    assert "The latest 1." in text
    assert "They rang about the bus pass." in text
    assert "Nobody was at home." not in text


def test_every_page_bears_marking_reader_copy_moment_and_its_number(whole_summary, text_of):
    text = text_of(whole_summary.read())
    pages = text.count("OFFICIAL-SENSITIVE")
    assert pages >= 2
    assert text.count(f"Copy 1 ({whole_summary.reference}) for Cora Coordinator, ") == pages
    assert f"Page 1 of {pages}" in text
    assert f"Page {pages} of {pages}" in text


def test_neither_the_type_of_concern_nor_the_referrer_stands_in_it(whole_case, referral, coordinator, officer, text_of):
    concern_type = ConcernType.objects.get(code="incel")
    referrals.operations.record_concern_type(referral, by=coordinator, concern_type=concern_type)
    text = text_of(summary_for(coordinator, whole_case).read())
    assert concern_type.label not in text
    assert officer.name not in text
    assert officer.email not in text


def test_free_text_is_text(case, referral, officer, coordinator, text_of):
    referrals.operations.add_to_referral(referral, by=officer, text='<img src="file:///etc/passwd"> & <b>more</b>')
    assert '<img src="file:///etc/passwd"> & <b>more</b>' in text_of(summary_for(coordinator, case).read())


def test_each_reader_gets_what_that_reader_may_see(monkeypatch, whole_case, representative, text_of):
    monkeypatch.setitem(rules, "panels.view_decision", Rule("panels.view_decision", "panels.Decision", []))
    text = text_of(summary_for(representative, whole_case).read())
    assert "Meet his grandmother." in text
    assert "A mentor could help him find other company." not in text


def test_the_stored_file_is_the_one_of_the_hash(summary):
    with summary.file.open("rb") as stored:
        assert hashlib.sha256(stored.read()).hexdigest() == summary.sha256


def test_what_a_killed_attempt_left_is_replaced(case, coordinator):
    summary = operations.request_case_summary(case, by=coordinator)
    left = summary.file.storage.save(f"reports.casesummary/{summary.reference}.pdf", ContentFile(b"half a file"))
    operations.make_case_summary(summary, by=system_user())
    assert summary.file.name == left
    assert summary.read().startswith(b"%PDF")


# What it records


def test_the_service_made_it_in_one_entry(summary, case):
    entry = AuditEntry.objects.about(case).first()
    assert (entry.what, entry.by) == ("reports.make_case_summary", f"accounts.User:{system_user().pk}")


def test_rung_twice_it_is_made_once(case, coordinator, do_errands):
    summary = operations.request_case_summary(case, by=coordinator)
    do_errands()
    made_at = CaseSummary.objects.get(pk=summary.pk).made_at
    OutboxRow.objects.update(done_at=None)
    do_errands()
    assert CaseSummary.objects.get(pk=summary.pk).made_at == made_at
    assert AuditEntry.objects.filter(what="reports.make_case_summary").count() == 1


# When it refuses


def test_a_made_summary_is_not_made_again(summary):
    with pytest.raises(AlreadyDone):
        operations.make_case_summary(summary, by=system_user())


@pytest.fixture
def right_was_lost(case, childrens_services, coordinator, representative):
    """A summary whose reader's agency no longer shares the case when it is to be made."""
    factories.share(case, childrens_services, coordinator)
    summary = operations.request_case_summary(case, by=representative)
    cases.operations.stop_sharing_case(Share.objects.get(), by=coordinator)
    return summary


def test_nothing_is_made_for_one_who_may_no_longer_see_the_case(right_was_lost):
    with pytest.raises(Refused, match="You could no longer see this case"):
        operations.make_case_summary(right_was_lost, by=system_user())


def test_why_nothing_was_made_is_kept_and_told_once_the_reader_may_see_the_case_again(
    client, right_was_lost, case, childrens_services, coordinator, representative, do_errands
):
    do_errands()
    right_was_lost.refresh_from_db()
    assert (right_was_lost.made_at, bool(right_was_lost.file)) == (None, False)
    assert not OutboxRow.objects.filter(task="reports.make_case_summary", done_at=None).exists()
    assert AuditEntry.objects.about(case).first().what == "reports.refuse_case_summary"
    client.force_login(representative)
    assert client.get(right_was_lost.get_absolute_url()).status_code == 404
    factories.share(case, childrens_services, coordinator)
    page = client.get(right_was_lost.get_absolute_url()).content.decode()
    assert "could not be made" in page
    assert "You could no longer see this case when it was to be made" in page


def test_a_page_that_cannot_be_rendered_is_tried_again_later(monkeypatch, officer, panel, coordinator, do_errands):
    monkeypatch.setattr(pdf, "LONGEST_SECONDS", 1)
    case = factories.case(factories.referral(officer, parents="Word " * 200_000), coordinator, panel)
    summary = operations.request_case_summary(case, by=coordinator)
    with pytest.raises(child.TooMuch):
        do_errands()
    row = OutboxRow.objects.get(task="reports.make_case_summary")
    assert (row.done_at, row.attempts, row.fault) == (None, 1, "TooMuch")
    summary.refresh_from_db()
    assert summary.state == "making"


# Who may


def test_only_the_unattended_service_makes_it(case, coordinator, chair):
    summary = operations.request_case_summary(case, by=coordinator)
    with pytest.raises(PermissionDenied):
        operations.make_case_summary(summary, by=coordinator)
    with pytest.raises(NotVisible):
        operations.make_case_summary(summary, by=chair)
    assert not CaseSummary.objects.get().made_at


# How often it queries


def test_it_queries_the_same_for_one_action_and_for_twenty(
    unprinted, whole_case, coordinator, childrens_services, chair
):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            summary_for(coordinator, whole_case)
        return len(captured)

    queries()
    at_one = queries()
    for number in range(19):
        factories.action(whole_case, childrens_services, chair, what=f"Action {number}")
    assert queries() == at_one
