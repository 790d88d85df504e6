"""Whether a file that somebody sent may be opened: the scanner is asked, then a copy is made in a child process."""

import functools
import gc
import json
from collections.abc import Callable

import structlog

from prevent_cases.documents import not_taken, scanner
from prevent_cases.documents.child import ChildFailed, TooMuch, in_child
from prevent_cases.documents.kinds import Checked
from prevent_cases.documents.not_taken import NotTaken

log = structlog.get_logger(__name__)

# For each file: seconds of the processor, and memory beyond what the worker holds (512 MB together).
LONGEST_SECONDS = 5
MOST_MEMORY = 384 * 1024**2
CHUNK = 64 * 1024


def check(received: bytes) -> Checked:
    """Raises :class:`~prevent_cases.documents.scanner.ScannerAway` while no scanner answers: then nothing is known."""
    if virus := scanner.virus_in(received[at : at + CHUNK] for at in range(0, len(received), CHUNK)):
        log.warning("virus found", virus=virus)
        return Checked(why_not=not_taken.VIRUS)
    try:
        return Checked(*copy_of(received))
    except NotTaken as refusal:
        return Checked(why_not=str(refusal))


def copy_of(received: bytes) -> tuple[str, bytes]:
    """The kind of a file, and the copy of it that may be opened. Raises :class:`NotTaken`."""

    clean = load()

    def work() -> bytes:
        try:
            kind, copy = clean(received)
        except NotTaken as refusal:
            return json.dumps(["", str(refusal)]).encode() + b"\n"
        return json.dumps([kind, ""]).encode() + b"\n" + copy

    try:
        said, _, copy = in_child(work, LONGEST_SECONDS, MOST_MEMORY).partition(b"\n")
    except TooMuch:
        raise NotTaken(not_taken.TOO_MUCH) from None
    except ChildFailed as fault:
        # No file of an ordinary program does this, but a fault of ours would: it is seen.
        log.exception("file not checked", fault=str(fault))
        raise NotTaken(not_taken.BROKEN) from None
    kind, why_not = json.loads(said)
    if why_not:
        raise NotTaken(why_not)
    return kind, copy


@functools.cache
def load() -> Callable[[bytes], tuple[str, bytes]]:
    """What opens files from outside: loaded once, and into no process but the one whose children do it."""
    from prevent_cases.documents.cleaning import clean

    # A child that looks for garbage among what it shares with us would copy every page of it.
    gc.collect()
    gc.freeze()
    return clean


def read_form(copy: bytes) -> bytes:
    """What somebody wrote in a cleaned Word document, as JSON. Raises :class:`ChildFailed` where it cannot be read."""
    load()
    from prevent_cases.documents.cleaning import filled

    return in_child(lambda: filled.read(copy), LONGEST_SECONDS, MOST_MEMORY)
