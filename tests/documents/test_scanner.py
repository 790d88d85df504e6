"""Asking a real clamd: what it finds, and that its silence is never taken for an answer."""

import os
import signal
import socket
import threading
import time

import pytest

from prevent_cases.documents import checking, not_taken
from prevent_cases.documents import scanner as asking
from prevent_cases.documents.kinds import Checked
from prevent_cases.documents.scanner import ScannerAway, virus_in
from tests.documents.hostile import EICAR
from tests.documents.hostile.lies import zipped
from tests.documents.hostile.word import packed, parts

FOUND = "Eicar-Test-Signature.UNOFFICIAL"


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(asking, "PATIENCE", 0.5)


# What it says


def test_a_clean_file_has_no_virus(scanner):
    assert virus_in([b"An ordinary ", b"note."]) == ""
    assert virus_in([]) == ""


@pytest.mark.parametrize(
    "content",
    [
        EICAR,
        zipped(virus=EICAR),
        zipped(inner=zipped(virus=EICAR)),
        packed(parts() | {"word/x.txt": EICAR}),
        b"A note. " * 50_000 + EICAR,
    ],
    ids=["plain", "zipped", "zipped twice", "in a Word document", "after a long text"],
)
def test_a_virus_is_found_wherever_it_is(scanner, content):
    assert virus_in([content]) == FOUND
    assert virus_in(content[at : at + 7] for at in range(0, len(content), 7)) == FOUND
    assert checking.check(content) == Checked(why_not=not_taken.VIRUS)


# When it says nothing


def test_a_scanner_that_is_not_there_has_said_nothing(scanner):
    os.kill(scanner.process.pid, signal.SIGKILL)
    scanner.process.wait()
    with pytest.raises(ScannerAway, match="does not answer"):
        checking.check(b"An ordinary note.")


def test_a_scanner_that_hangs_has_said_nothing(scanner, impatient):
    os.kill(scanner.process.pid, signal.SIGSTOP)
    try:
        began = time.monotonic()
        with pytest.raises(ScannerAway, match="does not answer"):
            checking.check(b"An ordinary note.")
        assert time.monotonic() - began < 5
    finally:
        os.kill(scanner.process.pid, signal.SIGCONT)
    assert virus_in([b"An ordinary note."]) == ""


def test_where_no_scanner_is_set_up_nothing_is_clean(settings):
    settings.CLAMD_URL = ""
    with pytest.raises(ScannerAway, match="No scanner is set up"):
        checking.check(b"An ordinary note.")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0",
        b"stream: ",
        b"INSTREAM size limit exceeded. ERROR\0",
        b"stream: Too large ERROR\0",
        b"stream: OKAY\0",
    ],
)
def test_any_other_answer_is_none(settings, answer):
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.CLAMD_URL = f"tcp://127.0.0.1:{server.getsockname()[1]}"

        def say():
            with server.accept()[0] as connection:
                connection.recv(1024)
                connection.sendall(answer)

        speaking = threading.Thread(target=say)
        speaking.start()
        with pytest.raises(ScannerAway):
            virus_in([b"An ordinary note."])
        speaking.join()
