"""Looking for what came through: a copy opened as its readers would open it, folded parts and all."""

import io
import zipfile
import zlib

import pikepdf
from pikepdf import Dictionary, Stream
from PIL import Image

from tests.documents.hostile import CANARY, EICAR

NEVER = [
    CANARY.encode(),
    CANARY.encode("utf-16-le"),
    EICAR,
    b"<script",
    b"<?php",
    b"vbaProject",
    b"DDEAUTO",
    b"/JavaScript",
]
FORBIDDEN_KEYS = {"/JS", "/AA", "/OpenAction", "/XFA", "/EF", "/AF", "/Metadata", "/Info", "/EmbeddedFiles", "/URI"}
ENDS = {"pdf": b"%%EOF\n", "jpeg": b"\xff\xd9", "png": b"IEND\xaeB`\x82"}


def what_came_through(kind: str, copy: bytes) -> list[str]:
    """Sentences about what is in a copy and should not be."""
    if kind == "text":
        return []  # It reads as it was written, and is nothing but text to whatever opens it.
    inside = b"\n".join([copy, *{"pdf": _of_pdf, "word": _of_word}.get(kind, lambda copy: [])(copy)])
    found = [f"It holds {each!r}." for each in NEVER if each in inside]
    if kind == "pdf":
        found += [f"It has {key}." for key in sorted(_keys(copy) & FORBIDDEN_KEYS)]
    elif kind == "word" and b'TargetMode="External"' in inside:
        found.append("It leads outside.")
    elif kind in ("jpeg", "png"):
        with Image.open(io.BytesIO(copy)) as image:
            found += [
                f"It says {name}."
                for name in image.info
                if name not in ("jfif", "jfif_version", "jfif_unit", "jfif_density")
            ]
            found += ["It has EXIF."] if image.getexif() else []
    if not copy.endswith(ENDS.get(kind, b"")):
        found.append("Something follows its end.")
    return found


def _of_pdf(copy: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, Stream)]
        unfolded = []
        for stream in streams:
            raw = stream.read_raw_bytes()
            unfolded.append(raw)
            try:
                unfolded.append(zlib.decompress(raw))
            except zlib.error:
                continue
        return [*unfolded, *(each.unparse() for each in pdf.objects)]


def _keys(copy: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        dictionaries = [each for each in [*pdf.objects, pdf.trailer] if isinstance(each, Dictionary | Stream)]
        return {key for each in dictionaries for key in each.keys()}  # noqa: SIM118


def _of_word(copy: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        return [package.read(name) for name in package.namelist()]
