"""From a file that somebody sent to a copy that can be opened: what it is by its content, rebuilt without the rest.

Nothing of it is believed, neither its name nor what the browser says of it. All of this runs in a child process.
"""

from collections.abc import Callable
from dataclasses import dataclass

import filetype

from prevent_cases.documents.cleaning import images, not_taken, pdfs, text, word
from prevent_cases.documents.cleaning.not_taken import NotTaken


@dataclass(frozen=True)
class Kind:
    """A kind of file that is taken: how it begins, what a copy is called and sent as, and what makes the copy."""

    begins: bytes
    extension: str
    content_type: str
    clean: Callable[[bytes], bytes]


KINDS = {
    "pdf": Kind(b"%PDF-", "pdf", "application/pdf", pdfs.clean),
    "jpeg": Kind(b"\xff\xd8\xff", "jpg", "image/jpeg", images.clean_jpeg),
    "png": Kind(b"\x89PNG\r\n\x1a\n", "png", "image/png", images.clean_png),
    "word": Kind(
        b"PK\x03\x04",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        word.clean,
    ),
    # Whatever begins like nothing known, and reads as text.
    "text": Kind(b"", "txt", "text/plain; charset=utf-8", text.clean),
}


ARCHIVES = {"zip", "tar", "rar", "gz", "bz2", "7z", "xz", "cab", "Z", "lz", "lz4", "zst", "ar", "rpm", "deb"}


def kind_of(received: bytes) -> str:
    """The name of the kind that a file is by its content. Raises :class:`NotTaken` where it is another."""
    if not received:
        raise NotTaken(not_taken.EMPTY)
    for name, kind in KINDS.items():
        if kind.begins and received.startswith(kind.begins):
            return name
    if other := filetype.guess(received):
        raise NotTaken(_why_not(other))
    return "text"


def _why_not(other: filetype.Type) -> str:
    if other.extension in ("heic", "heif", "avif"):
        return not_taken.HEIC
    if other.mime.startswith(("video/", "audio/")):
        return not_taken.RECORDING
    return not_taken.ARCHIVE if other.extension in ARCHIVES else not_taken.OTHER_KIND


def clean(received: bytes) -> tuple[str, bytes]:
    """The kind of a file, and the copy of it that may be opened. Raises :class:`NotTaken`."""
    kind = kind_of(received)
    return kind, KINDS[kind].clean(received)
