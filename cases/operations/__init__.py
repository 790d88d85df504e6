"""What is done on a case, by subject."""

from cases.operations.assessment import complete_assessment
from cases.operations.consent import (
    end_consent,
    record_being_told,
    record_being_told_in_error,
    record_consent,
    record_consent_in_error,
)
from cases.operations.contact_log import log_contact, record_contact_in_error
from cases.operations.contributions import add_contribution, mark_contribution, withdraw_contribution
from cases.operations.cover import end_cover, name_cover
from cases.operations.information import (
    answer_information_request,
    answer_information_request_anew,
    ask_for_information,
    move_information_deadline,
    move_information_request,
    recall_information_request,
    remind_of_information_request,
    tell_of_information_request,
)
from cases.operations.moving import move_case
from cases.operations.opening import open_case
from cases.operations.ownership import allocate_case, arrange_cover, end_owner_cover, hand_over_cases
from cases.operations.same_person import confirm_same_person, tell_of_parting, undo_same_person
from cases.operations.section36 import decide_section36
from cases.operations.sharing import put_colleague_on_case, share_case, stop_sharing_case
from cases.operations.support import plan_support

__all__ = [
    "add_contribution",
    "allocate_case",
    "answer_information_request",
    "answer_information_request_anew",
    "arrange_cover",
    "ask_for_information",
    "complete_assessment",
    "confirm_same_person",
    "decide_section36",
    "end_consent",
    "end_cover",
    "end_owner_cover",
    "hand_over_cases",
    "log_contact",
    "mark_contribution",
    "move_case",
    "move_information_deadline",
    "move_information_request",
    "name_cover",
    "open_case",
    "plan_support",
    "put_colleague_on_case",
    "recall_information_request",
    "record_being_told",
    "record_being_told_in_error",
    "record_consent",
    "record_consent_in_error",
    "record_contact_in_error",
    "remind_of_information_request",
    "share_case",
    "stop_sharing_case",
    "tell_of_information_request",
    "tell_of_parting",
    "undo_same_person",
    "withdraw_contribution",
]
