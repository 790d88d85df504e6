"""Files that are not what they say: code called text, programs called pictures, archives, and the scanner's trial."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterator

from tests.documents.hostile import CANARY, EICAR

SCRIPT = f"<script>alert('{CANARY}')</script>"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
IN_CODE = {
    "svg-script": SVG.format(SCRIPT),
    "svg-foreign-object": '<?xml version="1.0"?>' + SVG.format(f"<foreignObject>{SCRIPT}</foreignObject>"),
    "svg-external-use": SVG.format('<use href="http://evil.example/x.svg#a"/>'),
    "svg-onload": SVG.format("").replace("<svg", f"<svg onload=\"alert('{CANARY}')\""),
    "html": f"<!DOCTYPE html><html><body>{SCRIPT}</body></html>",
    "html-after-spaces": f"\n\t  <html>{SCRIPT}</html>",
    "html-comment-first": f"<!-- -->{SCRIPT}",
    "xxe": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "billion-laughs": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>',
    "rtf-object": "{\\rtf1{\\object\\objemb{\\*\\objdata 4d5a}}}",
    "mail-with-html": f"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n{SCRIPT}",
    "postscript": "%!PS-Adobe-3.0\n(/etc/passwd) (r) file",
    "shell": "#!/bin/sh\nrm -rf /",
    "php": "<?php system($_GET['x']); ?>",
    "xslt": '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>',
}  # fmt: skip
# How programs, archives, recordings and other pictures begin.
BEGINNINGS = {
    "exe": b"MZ\x90\0\x03" + b"\0" * 60 + b"PE\0\0",
    "elf": b"\x7fELF\x02\x01\x01" + bytes(60),
    "mach-o": b"\xcf\xfa\xed\xfe" + bytes(60),
    "java-class": b"\xca\xfe\xba\xbe\0\0\0\x34" + bytes(60),
    "dex": b"dex\n035\0" + bytes(60),
    "wasm": b"\0asm\x01\0\0\0" + bytes(60),
    "flash": b"FWS\x0a" + bytes(60),
    "shortcut": b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F" + bytes(60),
    "ole-word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
    "rar": b"Rar!\x1a\x07\x01\0" + bytes(60),
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(60),
    "cab": b"MSCF\0\0\0\0" + bytes(60),
    "gif": b"GIF89a" + bytes(60),
    "bmp": b"BM" + bytes(60),
    "tiff": b"II*\0" + bytes(60),
    "icon": b"\0\0\x01\0\x01\0" + bytes(60),
    "webp": b"RIFF\x24\0\0\0WEBPVP8 " + bytes(60),
    "photoshop": b"8BPS\0\x01" + bytes(60),
    "mp3": b"ID3\x03\0\0\0\0\0\0" + bytes(60),
    "mp4": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(60),
    "heic": b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + bytes(60),
    "avif": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1" + bytes(60),
    "sqlite": b"SQLite format 3\0" + bytes(60),
    "deb": b"!<arch>\ndebian-binary   " + bytes(60),
    "font": b"wOFF\0\x01\0\0" + bytes(60),
    "zeros": bytes(4096),
    "noise": bytes(range(256)) * 16,
}


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(content: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("../../note.txt")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return out.getvalue()


def bomb_of_bombs(levels: int) -> bytes:
    content = bytes(2_000_000)
    for _ in range(levels):
        content = zipped(**{f"{each}.zip": content for each in "abcdef"})
    return content


def files() -> Iterator[tuple[str, str, bytes]]:
    for name, code in IN_CODE.items():
        for extension in ("pdf", "jpg", "txt"):
            yield f"{name}, called .{extension}", f"report.{extension}", code.encode()
    yield "html in UTF-16", "notes.txt", IN_CODE["html"].encode("utf-16")
    yield "html after a byte order mark", "notes.txt", b"\xef\xbb\xbf" + IN_CODE["html"].encode()
    for name, content in BEGINNINGS.items():
        for extension in ("pdf", "png"):
            yield f"{name}, called .{extension}", f"photo.{extension}", content
    note = CANARY.encode()
    archives = {
        "zip": zipped(note=note),
        "zip of zips": bomb_of_bombs(3),
        "gzip": gzip.compress(note),
        "bzip2": bz2.compress(note),
        "xz": lzma.compress(note),
        "tar that leads out": tarred(note),
        "gzip bomb": gzip.compress(bytes(50_000_000)),
    }
    yield from ((f"{name}, called .docx", "report.docx", content) for name, content in archives.items())
    yield from ((f"{name}, called .pdf", "report.pdf", content) for name, content in archives.items())
    yield "nothing at all", "empty.pdf", b""
    yield "spaces only", "blank.txt", b"   \n\n  "
    yield "text with NULs", "notes.txt", b"one\0two"
    yield "text with escapes for a terminal", "notes.txt", b"\x1b]0;title\x07 hello"
    virus = {
        "plain": EICAR,
        "plain with a line's end": EICAR + b"\r\n",
        "zipped": zipped(virus=EICAR),
        "zipped twice": zipped(inner=zipped(virus=EICAR)),
        "gzipped": gzip.compress(EICAR),
        "at the end of a long text": b"A note. " * 2000 + EICAR,
    }
    for name, content in virus.items():
        yield f"virus, {name}", "notes.txt", content
