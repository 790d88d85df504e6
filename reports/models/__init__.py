"""What reports keeps: the documents that it makes, and who is to be told that something was put right."""

from reports.models.board_report import BoardReport
from reports.models.case_summary import HANDED_OUT, IN_DETAIL, MOST_IN_DETAIL, CaseSummary, Section, every_section
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
]
