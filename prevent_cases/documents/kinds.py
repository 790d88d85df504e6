"""Which kinds of files are taken, and what comes of checking one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of file: how it begins, and what a copy of it is called and sent as."""

    begins: bytes
    extension: str
    content_type: str


KINDS = {
    "pdf": Kind(b"%PDF-", "pdf", "application/pdf"),
    "jpeg": Kind(b"\xff\xd8\xff", "jpg", "image/jpeg"),
    "png": Kind(b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    "word": Kind(b"PK\x03\x04", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    # Whatever begins like nothing known, and reads as text.
    "text": Kind(b"", "txt", "text/plain; charset=utf-8"),
}


@dataclass(frozen=True)
class Checked:
    """What came of a check: a copy of a kind, or the sentence why there is none."""

    kind: str = ""
    copy: bytes = b""
    why_not: str = ""
