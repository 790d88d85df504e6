"""Plain text: read in whatever it is written in, and kept as UTF-8."""

import re

from prevent_cases.documents import not_taken
from prevent_cases.documents.not_taken import NotTaken

WAYS_OF_WRITING = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# What a browser, an office or a shell would take for more than text.
IN_CODE = re.compile(r"\s*(<[!?a-z]|\{\\rtf|%!|#!|mime-version:|content-type:)", re.IGNORECASE)


def clean(received: bytes) -> bytes:
    written = next((way for mark, way in WAYS_OF_WRITING.items() if received.startswith(mark)), "utf-8")
    try:
        text = received.decode(written)
    except UnicodeDecodeError:
        text = _in_one_byte_letters(received)
    if CONTROL.search(text):
        raise NotTaken(not_taken.NO_TEXT)
    if IN_CODE.match(text):
        raise NotTaken(not_taken.WEB_PAGE)
    if not text.strip():
        raise NotTaken(not_taken.EMPTY)
    return text.encode()


def _in_one_byte_letters(received: bytes) -> str:
    """As Windows wrote it here for thirty years."""
    try:
        return received.decode("cp1252")
    except UnicodeDecodeError:
        raise NotTaken(not_taken.NO_TEXT) from None
