"""What is kept in files, by subject: PDFs of our own making, and files that people send."""

from prevent_cases.documents.models.document import LONG_WAIT, Altered, Document, ForReader, stored_name
from prevent_cases.documents.models.kept import keeps
from prevent_cases.documents.models.sent import KeptFile, SentFile, State, Upload, shown_name

__all__ = [
    "LONG_WAIT",
    "Altered",
    "Document",
    "ForReader",
    "KeptFile",
    "SentFile",
    "State",
    "Upload",
    "keeps",
    "shown_name",
    "stored_name",
]
