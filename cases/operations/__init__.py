"""What is done on a case, by subject."""

from cases.operations.age import record_birthday
from cases.operations.agreement import end_agreement, record_agreement
from cases.operations.area_search import search_area
from cases.operations.assessment import complete_assessment, record_assessment_in_error
from cases.operations.broken_glass import (
    break_glass,
    close_broken_glass,
    judge_broken_glass,
    tell_of_broken_glass,
    tell_to_whom_glass_is_left,
)
from cases.operations.consent import (
    end_consent,
    record_being_told,
    record_being_told_in_error,
    record_consent,
    record_consent_in_error,
    record_withdrawal,
    tell_of_withdrawal,
)
from cases.operations.contact_log import log_contact, record_contact_in_error
from cases.operations.contributions import add_contribution, mark_contribution, withdraw_contribution
from cases.operations.cover import end_cover, name_cover
from cases.operations.disclosure import record_disclosure, record_disclosure_in_error
from cases.operations.dispute import answer_dispute, record_dispute
from cases.operations.exclusion import end_exclusion, exclude_person
from cases.operations.files import (
    add_case_files,
    add_contribution_files,
    refuse_case_file,
    release_case_file,
    seal_case_file,
)
from cases.operations.information import (
    answer_information_request,
    answer_information_request_anew,
    ask_for_information,
    move_information_deadline,
    move_information_request,
    recall_information_request,
    record_answer_in_error,
    remind_of_information_request,
    tell_of_information_request,
)
from cases.operations.interventions import (
    agree_session,
    answer_intervention,
    answer_urgent_concern,
    arrange_intervention,
    end_intervention,
    raise_urgent_concern,
    record_session_in_error,
    record_urgent_concern_in_error,
    report_session,
    take_back_session,
    tell_of_intervention,
    tell_of_stop,
    tell_of_urgent_concern,
)
from cases.operations.keeping import carry_legal_hold, end_legal_hold, keep_case, place_legal_hold, review_legal_hold
from cases.operations.letters import make_letter, record_letter_in_error, say_letter_sent, what_stops, write_letter
from cases.operations.looking import (
    answer_request_to_see,
    ask_to_see,
    look_for_case,
    tell_of_answer_to_request,
    tell_of_request_to_see,
)
from cases.operations.moving import move_case
from cases.operations.opening import open_case
from cases.operations.own_account import note_own_account, record_own_account_in_error
from cases.operations.ownership import allocate_case, arrange_cover, end_owner_cover, hand_over_cases
from cases.operations.panel_offer import (
    answer_panel_offer,
    offer_to_panel,
    take_back_panel_offer,
    tell_of_answer_to_offer,
    tell_of_panel_offer,
)
from cases.operations.purpose import say_purpose
from cases.operations.restriction import lift_restriction, name_reader, remove_reader, restrict_case
from cases.operations.same_person import confirm_same_person, tell_of_parting, undo_same_person
from cases.operations.section36 import decide_section36, sign_section36
from cases.operations.sharing import (
    change_share,
    limit_share,
    prolong_share,
    put_colleague_on_case,
    share_case,
    stop_sharing_case,
)
from cases.operations.support import (
    continue_support,
    plan_exit,
    plan_support,
    record_exit_plan_in_error,
    record_plan_in_error,
)
from cases.operations.transfer import (
    answer_transfer,
    decline_transfer,
    offer_to_area,
    place_transfer,
    sign_transfer,
    take_back_transfer,
    tell_of_answer_to_transfer,
    tell_of_transfer,
)
from cases.operations.who_helps import change_project, close_project, open_project, record_approval, refuse_approval

__all__ = [
    "add_case_files",
    "add_contribution",
    "add_contribution_files",
    "agree_session",
    "allocate_case",
    "answer_dispute",
    "answer_information_request",
    "answer_information_request_anew",
    "answer_intervention",
    "answer_panel_offer",
    "answer_request_to_see",
    "answer_transfer",
    "answer_urgent_concern",
    "arrange_cover",
    "arrange_intervention",
    "ask_for_information",
    "ask_to_see",
    "break_glass",
    "carry_legal_hold",
    "change_project",
    "change_share",
    "close_broken_glass",
    "close_project",
    "complete_assessment",
    "confirm_same_person",
    "continue_support",
    "decide_section36",
    "decline_transfer",
    "end_agreement",
    "end_consent",
    "end_cover",
    "end_exclusion",
    "end_intervention",
    "end_legal_hold",
    "end_owner_cover",
    "exclude_person",
    "hand_over_cases",
    "judge_broken_glass",
    "keep_case",
    "lift_restriction",
    "limit_share",
    "log_contact",
    "look_for_case",
    "make_letter",
    "mark_contribution",
    "move_case",
    "move_information_deadline",
    "move_information_request",
    "name_cover",
    "name_reader",
    "note_own_account",
    "offer_to_area",
    "offer_to_panel",
    "open_case",
    "open_project",
    "place_legal_hold",
    "place_transfer",
    "plan_exit",
    "plan_support",
    "prolong_share",
    "put_colleague_on_case",
    "raise_urgent_concern",
    "recall_information_request",
    "record_agreement",
    "record_answer_in_error",
    "record_approval",
    "record_assessment_in_error",
    "record_being_told",
    "record_being_told_in_error",
    "record_birthday",
    "record_consent",
    "record_consent_in_error",
    "record_contact_in_error",
    "record_disclosure",
    "record_disclosure_in_error",
    "record_dispute",
    "record_exit_plan_in_error",
    "record_letter_in_error",
    "record_own_account_in_error",
    "record_plan_in_error",
    "record_session_in_error",
    "record_urgent_concern_in_error",
    "record_withdrawal",
    "refuse_approval",
    "refuse_case_file",
    "release_case_file",
    "remind_of_information_request",
    "remove_reader",
    "report_session",
    "restrict_case",
    "review_legal_hold",
    "say_letter_sent",
    "say_purpose",
    "seal_case_file",
    "search_area",
    "share_case",
    "sign_section36",
    "sign_transfer",
    "stop_sharing_case",
    "take_back_panel_offer",
    "take_back_session",
    "take_back_transfer",
    "tell_of_answer_to_offer",
    "tell_of_answer_to_request",
    "tell_of_answer_to_transfer",
    "tell_of_broken_glass",
    "tell_of_information_request",
    "tell_of_intervention",
    "tell_of_panel_offer",
    "tell_of_parting",
    "tell_of_request_to_see",
    "tell_of_stop",
    "tell_of_transfer",
    "tell_of_urgent_concern",
    "tell_of_withdrawal",
    "tell_to_whom_glass_is_left",
    "undo_same_person",
    "what_stops",
    "withdraw_contribution",
    "write_letter",
]
