"""What hears every attempt to connect."""

import contextlib
import socket

import pytest


@pytest.fixture
def listening():
    """The address of a socket that would hear every attempt to connect, and how many it heard."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)

        def heard() -> int:
            count = 0
            with contextlib.suppress(BlockingIOError):
                while True:
                    server.accept()[0].close()
                    count += 1
            return count

        yield f"http://127.0.0.1:{server.getsockname()[1]}", heard
