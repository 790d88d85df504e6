"""What is done at panels, by subject."""

from panels.operations.acceptance import accept_referral
from panels.operations.conference import (
    decide_item,
    end_meeting,
    record_attendance,
    record_attendance_in_error,
    record_decision_in_error,
    start_meeting,
)
from panels.operations.consent import record_consent, record_withdrawal
from panels.operations.dispute import (
    answer_action_dispute,
    answer_decision_dispute,
    record_action_dispute,
    record_decision_dispute,
)
from panels.operations.meetings import list_case, list_waiting_cases, plan_meetings, put_on_next_agenda
from panels.operations.minutes import make_minutes
from panels.operations.panel_offer import answer_panel_offer
from panels.operations.reviews import record_review, record_review_in_error
from panels.operations.section36 import record_section36_in_error
from panels.operations.transfer import answer_transfer
from panels.operations.urgent import (
    ask_for_conference,
    call_conference,
    invite_to_conference,
    leave_conference_uncalled,
    tell_organisers,
)

__all__ = [
    "accept_referral",
    "answer_action_dispute",
    "answer_decision_dispute",
    "answer_panel_offer",
    "answer_transfer",
    "ask_for_conference",
    "call_conference",
    "decide_item",
    "end_meeting",
    "invite_to_conference",
    "leave_conference_uncalled",
    "list_case",
    "list_waiting_cases",
    "make_minutes",
    "plan_meetings",
    "put_on_next_agenda",
    "record_action_dispute",
    "record_attendance",
    "record_attendance_in_error",
    "record_consent",
    "record_decision_dispute",
    "record_decision_in_error",
    "record_review",
    "record_review_in_error",
    "record_section36_in_error",
    "record_withdrawal",
    "start_meeting",
    "tell_organisers",
]
