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
from cases.operations.moving import move_case
from cases.operations.opening import open_case
from cases.operations.ownership import allocate_case, arrange_cover, end_cover, hand_over_cases
from cases.operations.same_person import confirm_same_person, tell_of_parting, undo_same_person
from cases.operations.section36 import decide_section36
from cases.operations.sharing import put_colleague_on_case, share_case, stop_sharing_case

__all__ = [
    "allocate_case",
    "arrange_cover",
    "complete_assessment",
    "confirm_same_person",
    "decide_section36",
    "end_consent",
    "end_cover",
    "hand_over_cases",
    "log_contact",
    "move_case",
    "open_case",
    "put_colleague_on_case",
    "record_being_told",
    "record_being_told_in_error",
    "record_consent",
    "record_consent_in_error",
    "record_contact_in_error",
    "share_case",
    "stop_sharing_case",
    "tell_of_parting",
    "undo_same_person",
]
