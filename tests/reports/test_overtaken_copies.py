"""Copies that hold something disputed since, answered since or recorded in error: nobody opens them any more."""

import pytest
from django.urls import reverse

import actions.operations
import cases.operations
import panels.operations
import referrals.operations
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference.models import LawfulBasis, Section36Policy
from referrals.models import DisclosedCopy, Door, OwnCopy
from reports import operations
from reports.models import CaseSummary, Section
from tests import factories
from tests.cases.test_decide_section36 import ENDS

pytestmark = pytest.mark.usefixtures("unprinted")

WHY = {"purpose": "To help him.", "lawful_basis": LawfulBasis.PUBLIC_TASK}


def made(case, by, *sections, **said) -> CaseSummary:
    said = factories.confirmed(case, by, sections) | {"referred": []} | said
    summary = operations.request_case_summary(case, by=by, sections=sections, **said)
    operations.make_case_summary(summary, by=system_user())
    return summary


def opened(client, copy) -> int:
    name = f"{copy._meta.app_label}:open_{copy._meta.model_name}"
    return client.get(reverse(name, args=[copy.reference])).status_code


@pytest.fixture
def happens(whole_case, coordinator, childrens_services, representative, referral):
    """By section: what befalls something that stands in it, each a function."""
    case = whole_case
    assessment = factories.assessment(case, coordinator, factories.framework(case.area))
    piece = factories.contribution(case, childrens_services, representative)
    item = case.agenda_items.get()
    said = {"whose": "parent", "how": "call", "words": "He is a good boy.", "said_on": clock.today()}
    account = cases.operations.note_own_account(case, by=coordinator, **said)
    contact = {
        "way": "call",
        "contact_with": "person",
        "reached": True,
        "what": "He rang.",
        "contacted_on": clock.today(),
    }
    told = {"whom": "parent", "told": True, "on": clock.today(), "what": "Of the referral."}
    file = factories.case_file(case, coordinator)
    given = case.interventions.get()
    worry = cases.operations.raise_urgent_concern(given, by=given.answered_by, words="He did not go home.")
    cases.operations.answer_urgent_concern(worry, by=coordinator, what_was_done="He is at his aunt's.")
    written = {
        "own_words": account,
        "contacts": cases.operations.log_contact(case, by=coordinator, **contact),
        "told": cases.operations.record_being_told(case, by=coordinator, **told),
        "support": case.support_plans.get(),
        "worries": worry,
        "section36": case.section36_decisions.get(),
        "assessment": assessment,
        "contributions": piece,
    }

    def disputed_and_answered(section):
        said = []
        return [
            lambda: said.append(factories.dispute(case, coordinator, written[section])),
            lambda: cases.operations.answer_dispute(said[0], by=coordinator, outcome="stands", answer="It was so."),
        ]

    own, against = [], []
    words = {"whose": "person", "words": "I never said it.", "said_on": clock.today()}
    answer = {"by": coordinator, "outcome": "stands", "answer": "He was asked."}
    reason = {"by": coordinator, "reason": "Of somebody else."}
    of_referral, of_case, of_panel = referrals.operations, cases.operations, panels.operations
    return {
        "referrals": [
            lambda: own.append(
                of_referral.record_own_words(referral, by=coordinator, entry=referral.entries.first(), **words)
            ),
            lambda: of_referral.answer_dispute(own[0], **answer),
        ],
        "own_words": [
            disputed_and_answered("own_words")[0],
            lambda: of_case.record_own_account_in_error(account, **reason),
        ],
        "section36": disputed_and_answered("section36"),
        "contacts": [
            *disputed_and_answered("contacts"),
            lambda: of_case.record_contact_in_error(written["contacts"], **reason),
        ],
        "told": [
            *disputed_and_answered("told"),
            lambda: of_case.record_being_told_in_error(written["told"], **reason),
        ],
        "worries": [
            *disputed_and_answered("worries"),
            lambda: of_case.record_urgent_concern_in_error(worry, **reason),
        ],
        "agreement": [lambda: of_case.record_consent_in_error(case.consents.get(), **reason)],
        "assessment": [
            *disputed_and_answered("assessment"),
            lambda: of_case.record_assessment_in_error(assessment, **reason),
        ],
        "contributions": disputed_and_answered("contributions"),
        "meetings": [
            lambda: against.append(factories.decision_dispute(item, coordinator)),
            lambda: of_panel.answer_decision_dispute(against[0], **answer),
        ],
        "support": disputed_and_answered("support")[:1],
        "sessions": [lambda: of_case.record_session_in_error(given.held_sessions.get(), **reason)],
        "actions": [lambda: actions.operations.record_action_in_error(case.actions.get(), **reason)],
        "files": [lambda: of_case.record_file_in_error(file, **reason)],
    }


def test_whatever_befalls_something_in_a_summary_shuts_it_and_no_summary_that_does_not_hold_it(
    client, whole_case, coordinator, happens, todays
):
    """Whatever befalls a third of the sections, by turns."""
    assert happens.keys() | {"access"} == set(Section.values)
    client.force_login(coordinator)
    standing = {section: made(whole_case, coordinator, section) for section in happens}
    for section, events in todays(happens.items(), 3):
        # How many sessions there were stands with support.
        shut = {section, "support"} if section == "sessions" else {section}
        for happen in events:
            holds = standing[section]
            assert opened(client, holds) == 200, section
            happen()
            assert opened(client, holds) == 404, section
            # Of the others it is asked what shuts them; all are opened at the end.
            assert {name for name, each in standing.items() if each.says_what_is_so_no_more()} == shut
            standing |= {name: made(whole_case, coordinator, name) for name in shut}
    # Whatever it was that befell it.
    page = client.get(holds.get_absolute_url()).content.decode()
    assert "can no longer be opened" in page
    assert "Since it was made, something in it has been disputed" in page
    assert reverse("reports:request_case_summary", args=[whole_case.reference]) in page
    read = client.get(reverse("reports_api:view_casesummary", args=[holds.reference])).json()
    assert (read["state"], "ask for a new one" in read["trouble"]) == ("over", True)
    # Each new one says what is so now.
    assert {opened(client, each) for each in standing.values()} == {200}


def test_a_dispute_of_a_referral_that_it_does_not_hold_shuts_no_summary(
    client, case, coordinator, officer, police, panel
):
    def join(by):
        joined = factories.referral(by)
        cases.operations.confirm_same_person(joined, by=coordinator, individual=case.individual, reason="Same.")
        factories.case(joined, coordinator, panel)
        return joined

    unticked = join(factories.person(police, PostKind.OFFICER, "Con Constable"))
    summary = made(case, coordinator, Section.REFERRALS)
    later = join(officer)
    own = case.carried_referrals.order_by("pk").first().referral
    for referral, status in ((unticked, 200), (later, 200), (own, 404)):
        referrals.operations.record_own_words(
            referral, by=coordinator, entry=referral.entries.get(), whose="person", words="No.", said_on=clock.today()
        )
        client.force_login(coordinator)
        assert opened(client, summary) == status, referral


def test_what_came_after_a_summary_does_not_shut_it_nor_what_its_reader_may_not_read(
    client, whole_case, coordinator, chair, childrens_services, representative
):
    for_chair = factories.contribution(whole_case, childrens_services, representative, "chair_only")
    framework = factories.framework(whole_case.area)
    factories.assessment(whole_case, coordinator, framework)
    summary = made(whole_case, coordinator, *Section.values)
    later = factories.assessment(whole_case, coordinator, framework)
    factories.dispute(whole_case, coordinator, later)
    factories.dispute(whole_case, chair, for_chair)
    client.force_login(coordinator)
    assert opened(client, summary) == 200


def test_a_file_in_error_shuts_only_a_summary_that_named_it_beside_what_it_belongs_to(
    whole_case, coordinator, childrens_services, representative
):
    case, reason = whole_case, {"reason": "Of somebody else."}
    pieces = [factories.contribution(case, childrens_services, representative) for _ in range(2)]
    consent = case.consents.get()
    of_consent = factories.case_file(case, coordinator, consent=consent)
    of_piece, of_withdrawn = (factories.case_file(case, representative, contribution=each) for each in pieces)
    cases.operations.withdraw_contribution(pieces[1], by=representative, reason="Of his brother.")
    chosen = [("files",), ("agreement",), ("contributions",), ("agreement", "files"), ("contributions", "files")]

    def shut() -> list[tuple[str, ...]]:
        return [sections for sections, each in summaries.items() if each.says_what_is_so_no_more()]

    summaries = {sections: made(case, coordinator, *sections) for sections in chosen}
    later = factories.case_file(case, coordinator)
    for file, by, told in (
        (later, coordinator, []),
        (of_withdrawn, representative, []),
        (of_consent, coordinator, [("agreement", "files")]),
        (of_piece, representative, [("agreement", "files"), ("contributions", "files")]),
    ):
        cases.operations.record_file_in_error(file, by=by, **reason)
        assert shut() == told, file
    # An answer that is in error itself is said to be, and its files are not named.
    of_wrong = factories.case_file(case, coordinator, consent=consent)
    cases.operations.record_consent_in_error(consent, by=coordinator, **reason)
    summaries = {sections: made(case, coordinator, *sections) for sections in chosen}
    cases.operations.record_file_in_error(of_wrong, by=coordinator, **reason)
    assert shut() == []


def test_a_summary_holds_a_section_36_decision_from_when_it_was_signed(
    client, area, case, referral, coordinator, chair
):
    factories.policy(area, Section36Policy, council_decides=True)
    decision = cases.operations.decide_section36(case, by=coordinator, referral=referral, **ENDS)
    waited = made(case, coordinator, "section36")
    cases.operations.sign_section36(case, by=chair, seen=factories.to_sign(case), agrees=True)
    signed = made(case, coordinator, "section36")
    factories.dispute(case, coordinator, decision)
    client.force_login(coordinator)
    assert [opened(client, each) for each in (waited, signed)] == [200, 404]


def test_whoever_holds_one_that_was_handed_out_is_to_get_the_new_one(client, whole_case, chair):
    summary = operations.hand_out_case_summary(whole_case, by=chair, body="His GP", recipient_kind="partner", **WHY)
    operations.make_case_summary(summary, by=system_user())
    factories.decision_dispute(whole_case.agenda_items.get(), chair)
    client.force_login(chair)
    assert opened(client, summary) == 404
    page = client.get(summary.get_absolute_url()).content.decode()
    assert reverse("reports:hand_out_case_summary", args=[whole_case.reference]) in page
    assert "Give the new one to whoever has this one" in page


def test_copies_of_a_referral_too_and_an_answer_shuts_only_those_in_which_it_would_stand(
    client, referral, officer, coordinator, do_errands
):
    def both() -> tuple[OwnCopy, DisclosedCopy]:
        own = referrals.operations.request_own_copy(referral, by=officer)
        why = {"door": Door.CHILDREN, "to_whom": "Duty", **WHY}
        disclosed = referrals.operations.disclose_copy(referral, by=coordinator, **why)
        do_errands()
        return own, disclosed

    def statuses(copies) -> list[int]:
        found = []
        for copy in copies:
            client.force_login(copy.asked_by)
            found.append(opened(client, copy))
        return found

    before = both()
    said = {"whose": "person", "words": "I never said it.", "said_on": clock.today()}
    referrals.operations.record_own_words(referral, by=coordinator, **said)
    assert statuses(before) == [200, 200]  # An account of it all disputes nothing.
    dispute = referrals.operations.record_own_words(referral, by=coordinator, entry=referral.entries.first(), **said)
    assert statuses(before) == [404, 404]
    for copy in before:
        client.force_login(copy.asked_by)
        assert "Ask for a new copy" in client.get(copy.get_absolute_url()).content.decode()
    after = both()
    assert statuses(after) == [200, 200]
    referrals.operations.answer_dispute(dispute, by=coordinator, outcome="stands", answer="Two people heard it.")
    assert statuses(after) == [200, 404]
