"""From a file that somebody sent to a copy that can be opened: what it is by its content, rebuilt without the rest.

Nothing of it is believed, neither its name nor what the browser says of it. All of this runs in a child process.
"""

import filetype

from prevent_cases.documents import not_taken
from prevent_cases.documents.cleaning import images, pdfs, text, word
from prevent_cases.documents.kinds import KINDS
from prevent_cases.documents.not_taken import NotTaken

CLEANERS = {
    "pdf": pdfs.clean,
    "jpeg": images.clean_jpeg,
    "png": images.clean_png,
    "word": word.clean,
    "text": text.clean,
}
ARCHIVES = {"zip", "tar", "rar", "gz", "bz2", "7z", "xz", "cab", "Z", "lz", "lz4", "zst", "ar", "rpm", "deb"}


def clean(received: bytes) -> tuple[str, bytes]:
    """The kind of a file, and the copy of it that may be opened. Raises :class:`NotTaken`."""
    kind = kind_of(received)
    return kind, CLEANERS[kind](received)


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
