"""Work in a child process: what the child holds of its parent, and what its limits do."""

import itertools
import os
import re
import socket
import time

import pytest

from prevent_cases.documents.child import ChildFailed, TooMuch, in_child

CANARY = "kestrel-that-must-not-be-read"
LIMITS = (60, 1024**3)


def test_the_child_holds_nothing_of_its_parents_but_a_pipe(listening):
    def inherited() -> bytes:
        held = [f"/proc/self/fd/{name}" for name in os.listdir("/proc/self/fd") if int(name) > 2]
        # The listing itself was open while it was made, and is not any more.
        return "\n".join(os.readlink(each) for each in held if os.path.lexists(each)).encode()

    assert re.fullmatch(r"pipe:\[\d+\]", in_child(inherited, *LIMITS).decode())


def test_the_child_reaches_no_network_where_the_system_allows_that(listening):
    address, heard = listening
    port = int(address.rpartition(":")[2])

    def networks() -> bytes:
        return os.readlink("/proc/self/ns/net").encode()

    def connect() -> bytes:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return b"connected"

    if in_child(networks, *LIMITS).decode() != os.readlink("/proc/self/ns/net"):
        with pytest.raises(ChildFailed, match="OSError"):
            in_child(connect, *LIMITS)
        assert heard() == 0
    else:  # No process gets a network of its own here: the fetcher alone holds, and this sees what it holds back.
        assert in_child(connect, *LIMITS) == b"connected"


# Limits


def test_a_child_that_wants_too_much_memory_ends_and_its_parent_lives():
    with pytest.raises(TooMuch, match="failed with MemoryError"):
        in_child(lambda: b"x" * (128 * 1024**2), 60, 64 * 1024**2)


def test_a_child_that_works_too_long_is_ended():
    with pytest.raises(TooMuch, match="ended by signal"):
        in_child(lambda: next(each for each in itertools.count() if each < 0), 1, 1024**3)


def test_a_child_that_only_waits_is_ended():
    with pytest.raises(TooMuch, match="ended by signal 14"):
        in_child(lambda: time.sleep(20), 1, 1024**3)


def test_a_fault_in_the_child_is_named_and_its_words_are_not():
    def fail():
        raise ValueError(CANARY)

    with pytest.raises(ChildFailed, match="failed with ValueError") as failure:
        in_child(fail, *LIMITS)
    assert CANARY not in str(failure.value)
