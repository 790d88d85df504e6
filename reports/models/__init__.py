"""What reports keeps: the documents that it makes, who is to be told that something was put right, and who acknowledged
what was shared with them.
"""

from reports.models.acknowledgement import Acknowledgement, of_share, of_summary, summaries_in_use, with_acknowledged
from reports.models.board_report import BoardReport
from reports.models.case_summary import (
    HANDED_OUT,
    IN_DETAIL,
    MOST_IN_DETAIL,
    CaseSummary,
    Section,
    every_section,
    parted_since_asked,
)
from reports.models.confirmed import (
    ConfirmedContribution,
    ConfirmedItem,
    ConfirmedReferral,
    SummarisedContribution,
)
from reports.models.correction import Correction, ToldHow

__all__ = [
    "HANDED_OUT",
    "IN_DETAIL",
    "MOST_IN_DETAIL",
    "Acknowledgement",
    "BoardReport",
    "CaseSummary",
    "ConfirmedContribution",
    "ConfirmedItem",
    "ConfirmedReferral",
    "Correction",
    "Section",
    "SummarisedContribution",
    "ToldHow",
    "every_section",
    "of_share",
    "of_summary",
    "parted_since_asked",
    "summaries_in_use",
    "with_acknowledged",
]
