"""Draft pages: a task list whose answers are kept in one Draft until they become an operation's arguments.

An app gives the same ``operation``, ``model`` and ``parts`` to a start, a task list, a part and a check page.
"""

from prevent_cases.pages.drafts.answering import DraftPart, DraftTaskList
from prevent_cases.pages.drafts.page import DraftPage, Part
from prevent_cases.pages.drafts.sending import CheckDraft
from prevent_cases.pages.drafts.starting import ChangeParts, RemoveDraft, StartDraft

__all__ = [
    "ChangeParts",
    "CheckDraft",
    "DraftPage",
    "DraftPart",
    "DraftTaskList",
    "Part",
    "RemoveDraft",
    "StartDraft",
]
