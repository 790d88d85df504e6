"""What is done on a case, by subject."""

from cases.operations.consent import record_consent
from cases.operations.moving import move_case
from cases.operations.opening import open_case
from cases.operations.same_person import confirm_same_person, tell_of_parting, undo_same_person
from cases.operations.section36 import decide_section36
from cases.operations.sharing import put_colleague_on_case, share_case, stop_sharing_case

__all__ = [
    "confirm_same_person",
    "decide_section36",
    "move_case",
    "open_case",
    "put_colleague_on_case",
    "record_consent",
    "share_case",
    "stop_sharing_case",
    "tell_of_parting",
    "undo_same_person",
]
