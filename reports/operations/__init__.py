"""What is done with reports, by subject: case summaries, board reports, what is acknowledged and what put right."""

from reports.operations.acknowledgement import acknowledge_case
from reports.operations.board_report import (
    make_board_report,
    refuse_board_report,
    remove_board_report,
    request_board_report,
)
from reports.operations.case_summary import (
    hand_out_case_summary,
    make_case_summary,
    refuse_case_summary,
    remove_case_summary,
    request_case_summary,
)
from reports.operations.correction import say_correction_told

__all__ = [
    "acknowledge_case",
    "hand_out_case_summary",
    "make_board_report",
    "make_case_summary",
    "refuse_board_report",
    "refuse_case_summary",
    "remove_board_report",
    "remove_case_summary",
    "request_board_report",
    "request_case_summary",
    "say_correction_told",
]
