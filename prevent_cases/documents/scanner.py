"""Asking the virus scanner: clamd, over its socket. It alone can say that a file is clean, and silence never does."""

import socket
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from django.conf import settings

# Seconds: to be let in, and for each step of the talk.
PATIENCE_AT_THE_DOOR, PATIENCE = 2, 15


class ScannerAway(Exception):
    """No scanner is set up, it did not answer, or it said neither that the file is clean nor what is in it."""


def virus_in(chunks: Iterable[bytes]) -> str:
    """The name of what the scanner found, or "" for a clean file. Raises :class:`ScannerAway`."""
    try:
        with _connect() as connection:
            connection.settimeout(PATIENCE)
            connection.sendall(b"zINSTREAM\0")
            for chunk in chunks:
                connection.sendall(len(chunk).to_bytes(4, "big") + chunk)
            connection.sendall(bytes(4))
            said = b""
            while not said.endswith(b"\0") and (more := connection.recv(4096)):
                said += more
    except OSError as fault:
        raise ScannerAway(f"The scanner does not answer: {type(fault).__name__}.") from None
    answer = said.decode(errors="replace").rstrip("\0")
    if answer == "stream: OK":
        return ""
    if answer.endswith(" FOUND"):
        return answer.removeprefix("stream: ").removesuffix(" FOUND")
    raise ScannerAway(f"The scanner did not finish: {answer[:100]}")


def _connect() -> socket.socket:
    place = urlsplit(settings.CLAMD_URL)
    if place.scheme == "tcp":
        return socket.create_connection((place.hostname, place.port), timeout=PATIENCE_AT_THE_DOOR)
    if place.scheme != "unix":
        raise ScannerAway("No scanner is set up.")
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(PATIENCE_AT_THE_DOOR)
    try:
        connection.connect(unquote(place.path))
    except OSError:
        connection.close()
        raise
    return connection
