"""That nothing of a case is opened, sent or handed to anybody without a line in its ledger of disclosures: of each
operation on cases, and on what they carry, it is said which line it is, or why it discloses nothing.
"""

from collections.abc import Iterable, Iterator

from reports.disclosures import branches
from tests.architecture import product
from tests.architecture.product import assert_none

APPS = ("actions", "cases", "panels", "referrals", "reports")

# Which kind of line stands in the ledger once it has been carried out.
IN_THE_LEDGER = {
    "cases.share_case": "shared",
    "cases.put_colleague_on_case": "shared",
    "cases.change_share": "changed",
    "cases.limit_share": "changed",
    "cases.prolong_share": "changed",
    "cases.stop_sharing_case": "ended",
    "cases.ask_for_information": "asked",
    "referrals.disclose_copy": "copy",
    "reports.hand_out_case_summary": "summary",
    "reports.request_case_summary": "summary",
    "cases.arrange_intervention": "brief",
    "cases.say_letter_sent": "letter",
    "cases.break_glass": "glass",
    "cases.sign_transfer": "offered",
    "cases.answer_transfer": "passed",
    "panels.answer_transfer": "passed",
    "reports.say_correction_told": "corrected",
    "cases.record_disclosure": "outside",
    "cases.undo_same_person": "before",
}

# No disclosure, because …
NO_DISCLOSURE = {
    "it is written into the case or its referral, and read by whoever reads that already: their shares are lines": """
        actions.agree_action actions.answer_action_dispute actions.complete_action actions.record_action_dispute
        actions.record_action_in_error cases.add_case_files cases.add_contribution cases.add_contribution_files
        cases.agree_session cases.answer_dispute cases.answer_information_request
        cases.answer_information_request_anew cases.answer_intervention cases.answer_urgent_concern
        cases.complete_assessment cases.continue_support cases.decide_section36 cases.end_consent
        cases.mark_contribution cases.move_case cases.note_own_account cases.plan_support cases.record_answer_in_error
        cases.record_asking
        cases.record_assessment_in_error cases.record_birthday cases.record_consent cases.record_consent_in_error
        cases.record_contact_in_error cases.record_disclosure_in_error cases.record_dispute
        cases.record_exit_plan_in_error cases.record_file_in_error
        cases.record_letter_in_error cases.record_own_account_in_error
        cases.record_plan_in_error cases.record_session_in_error cases.record_urgent_concern_in_error
        cases.record_being_told_in_error cases.record_withdrawal cases.refuse_case_file cases.release_case_file
        cases.report_session cases.sign_section36 cases.take_back_session panels.answer_action_dispute
        panels.answer_decision_dispute panels.decide_item panels.record_action_dispute panels.record_attendance
        panels.record_attendance_in_error
        panels.record_consent panels.record_decision_dispute panels.record_decision_in_error panels.record_review
        panels.record_review_in_error panels.record_section36_in_error panels.record_withdrawal
        referrals.acknowledge_additions referrals.answer_dispute referrals.answer_found_untrue
        referrals.answer_withdrawal referrals.assess_referral referrals.bring_along
        referrals.confirm_no_further_action referrals.go_on_without_answers referrals.judge_urgency
        referrals.note_untrue_elsewhere referrals.propose_found_untrue referrals.propose_no_further_action
        referrals.record_concern_type referrals.record_monitoring referrals.record_national_reference
        referrals.record_own_words referrals.record_parallel_referral referrals.refuse_file referrals.release_file
        referrals.send_back_to_triage""",
    "it says to whom somebody spoke, and what these learnt of the case is recorded as told outside this system": """
        actions.hand_over_action cases.log_contact cases.plan_exit cases.record_being_told""",
    "it goes to those who answer for cases of this area by their posts, and what opened to them the trail keeps": """
        cases.allocate_case cases.answer_panel_offer cases.answer_request_to_see cases.arrange_cover cases.end_cover
        cases.end_owner_cover cases.hand_over_cases cases.name_cover cases.name_reader cases.offer_to_panel
        cases.take_back_panel_offer cases.raise_urgent_concern panels.accept_referral panels.answer_panel_offer
        panels.ask_for_conference panels.call_conference panels.end_meeting panels.leave_conference_uncalled
        panels.list_case panels.list_waiting_cases panels.make_minutes panels.plan_meetings panels.put_on_next_agenda
        panels.start_meeting cases.open_case""",
    "it closes something, or keeps it, and opens nothing": """
        cases.carry_legal_hold cases.close_broken_glass cases.end_exclusion cases.end_intervention
        cases.end_legal_hold cases.exclude_person cases.judge_broken_glass cases.keep_case cases.lift_restriction
        cases.place_legal_hold cases.recall_information_request cases.remove_reader cases.restrict_case
        cases.review_legal_hold cases.seal_case_file cases.sign_keeping cases.withdraw_contribution
        referrals.carry_hold referrals.lift_hold referrals.recall_from_gateway referrals.review_hold
        referrals.seal_file referrals.set_hold referrals.forget_enquiry referrals.forget_public_concern
        referrals.remove_disclosed_copy referrals.remove_draft referrals.remove_own_copy
        reports.remove_board_report reports.remove_case_summary reports.refuse_board_report
        reports.refuse_case_summary referrals.refuse_disclosed_copy referrals.refuse_own_copy""",
    "it is an e-mail that names nobody, to whoever has their line or their post already": """
        cases.move_information_deadline cases.move_information_request cases.remind_of_information_request
        cases.tell_of_answer_to_offer cases.tell_of_answer_to_request cases.tell_of_answer_to_transfer
        cases.tell_of_broken_glass cases.tell_of_information_request cases.tell_of_intervention
        cases.tell_of_panel_offer cases.tell_of_parting cases.tell_of_request_to_see cases.tell_of_stop
        cases.tell_of_transfer cases.tell_of_urgent_concern cases.tell_of_withdrawal
        cases.tell_to_whom_glass_is_left panels.invite_to_conference panels.tell_organisers referrals.move_deadline
        referrals.move_gateway_deadline referrals.tell_advisers referrals.tell_best_placed referrals.tell_colleagues
        referrals.tell_enquirer referrals.tell_gateway referrals.tell_of_addition referrals.tell_of_deadlines
        referrals.tell_of_public_concern referrals.tell_of_withdrawal referrals.tell_receivers
        referrals.tell_receiving_area referrals.tell_referrer referrals.tell_second_reader referrals.tell_sender""",
    "it prepares or makes what another operation, which is in the ledger, gives to somebody": """
        cases.decline_transfer cases.make_letter cases.offer_to_area cases.place_transfer cases.take_back_transfer
        cases.write_letter actions.hand_over_with_case referrals.make_disclosed_copy reports.make_case_summary""",
    "it is looked for by somebody who learns no more than their posts open, and the trail keeps that": """
        cases.ask_to_see cases.look_for_case cases.say_purpose cases.search_area reports.acknowledge_case""",
    "it is of no one case: agreements, places of projects, tables, and numbers alone": """
        cases.change_project cases.close_project cases.end_agreement cases.open_project cases.record_agreement
        cases.record_approval cases.refuse_approval referrals.add_routing_row referrals.change_routing_row
        referrals.remove_routing_row reports.make_board_report reports.request_board_report""",
    "it joins or parts what was said of people, and who reads it then the case itself says": """
        cases.confirm_same_person referrals.record_same_person referrals.record_separation
        referrals.say_different_person""",
    "it is before there is a case, or of what somebody asked or sent who is no part of one": """
        referrals.accept_transfer referrals.answer_enquiry referrals.answer_for_gateway
        referrals.answer_public_concern referrals.ask_for_advice referrals.ask_gateway referrals.ask_second_reader
        referrals.begin_referral_for_public referrals.decline_transfer referrals.end_referral
        referrals.give_second_reading referrals.hand_back_draft referrals.hand_over_draft referrals.offer_transfer
        referrals.record_acceptance referrals.send_public_concern referrals.sign_gateway_answer
        referrals.submit_referral referrals.take_back_draft referrals.take_back_transfer""",
    "it is between an area and whoever referred, of that referral alone, which keeps what was said": """
        referrals.add_files referrals.add_to_referral referrals.answer_feedback referrals.answer_questions
        referrals.ask_referrer referrals.give_feedback referrals.let_lead_know referrals.make_own_copy
        referrals.request_early_help_form referrals.request_own_copy referrals.return_to_referrer
        referrals.withdraw_referral""",
}


def operations() -> list[str]:
    return [each.name for each in product.operations() if each.name.partition(".")[0] in APPS]


def unanswered(names: Iterable[str]) -> Iterator[str]:
    answered = set(IN_THE_LEDGER).union(*map(str.split, NO_DISCLOSURE.values()))
    yield from (f"{name}: say which line of the ledger it is, or why none" for name in names if name not in answered)


def test_of_each_operation_it_is_said_whether_it_discloses_something():
    assert_none(unanswered(operations()))


def test_each_has_one_answer_and_none_is_of_an_operation_that_is_no_more():
    answers = [*IN_THE_LEDGER, *(name for names in NO_DISCLOSURE.values() for name in names.split())]
    assert sorted(answers) == sorted(set(answers) & set(operations()))


def test_each_kind_of_line_comes_of_an_operation(case, coordinator):
    assert set(IN_THE_LEDGER.values()) == set(branches(case, coordinator))


def test_an_operation_without_an_answer_is_found():
    assert list(unanswered(["cases.post_case"])) == ["cases.post_case: say which line of the ledger it is, or why none"]
