"""Pictures that tell where they were taken, unfold to more than there is memory, or are something else as well."""

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.documents.hostile import CANARY
from tests.documents.hostile.lies import SCRIPT, zipped

NOTE = CANARY.encode()


def picture(kind: str, mode: str = "RGB", **options) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (40, 30)).save(out, kind, **options)
    return out.getvalue()


def with_place() -> Image.Exif:
    """Where it was taken, by whom, and how the camera was held."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = 6, CANARY
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[29] = "N", CANARY
    return exif


def segment(jpeg: bytes, marker: int, content: bytes) -> bytes:
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content + jpeg[2:]


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(*chunks: bytes, width: int = 1, height: int = 1, content: bytes = b"\0\0\0\0") -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(content, 1))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + data + chunk(b"IEND", b"")


def jpeg_of(width: int, height: int) -> bytes:
    """A JPEG that says that it is so large."""
    found = picture("JPEG")
    at = found.index(b"\xff\xc0") + 5
    return found[:at] + struct.pack(">HH", height, width) + found[at + 4 :]


def files() -> Iterator[tuple[str, str, bytes]]:
    jpeg, plain = picture("JPEG"), picture("PNG")
    texts = PngInfo()
    texts.add_text("Author", CANARY)
    texts.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{CANARY}</x:xmpmeta>")
    jpegs = {
        "place and camera": picture("JPEG", exif=with_place()),
        "a comment": segment(jpeg, 0xFE, NOTE),
        "a script in a comment": segment(jpeg, 0xFE, SCRIPT.encode()),
        "XMP": segment(jpeg, 0xE1, b"http://ns.adobe.com/xap/1.0/\0" + NOTE),
        "IPTC": segment(jpeg, 0xED, b"Photoshop 3.0\x008BIM" + NOTE),
        "a colour profile that tells": picture("JPEG", icc_profile=NOTE * 20),
        "a script after its end": jpeg + SCRIPT.encode(),
        "a zip after its end": jpeg + zipped(note=NOTE),
        "PHP after its end": jpeg + b"<?php echo '" + NOTE + b"'; ?>",
        "said to be 65,500 wide and high": jpeg_of(65500, 65500),
        "said to be 20,000 wide and high": jpeg_of(20000, 20000),
        "broken off": jpeg[: len(jpeg) // 2],
        "nothing but its beginning": b"\xff\xd8\xff",
        "a segment longer than the file": jpeg[:2] + b"\xff\xe1\xff\xff" + jpeg[2:40],
        "in the colours of print": picture("JPEG", "CMYK"),
    }
    pngs = {
        "place and camera": picture("PNG", exif=with_place()),
        "texts": picture("PNG", pnginfo=texts),
        "pixel flood": png(width=20000, height=20000, content=bytes(1_000_000)),
        "pixel flood of four thousand million": png(width=2**31 - 1, height=2**31 - 1),
        "more data than picture": png(content=bytes(200_000_000)),
        "a text that unfolds": png(chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(100_000_000), 1))),
        "a profile that unfolds": png(chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(100_000_000), 1))),
        "a script in a text": png(chunk(b"tEXt", b"a\0" + SCRIPT.encode())),
        "a zip after its end": plain + zipped(note=NOTE),
        "a page after its end": plain + SCRIPT.encode(),
        "broken off": plain[:-20],
        "a wrong check sum": plain[:40] + bytes([plain[40] ^ 1]) + plain[41:],
        "no size": png(width=0, height=0),
        "frames": chunk(b"acTL", struct.pack(">II", 9999, 0)).join([plain[:33], plain[33:]]),
    }  # fmt: skip
    for what, content in jpegs.items():
        yield f"a JPEG with: {what}", "photo.jpg", content
    for what, content in pngs.items():
        yield f"a PNG with: {what}", "photo.png", content
    yield "a GIF that is a script", "photo.gif", b"GIF89a/*" + bytes(50) + b"*/=1;alert('" + NOTE + b"')"
    yield "a PNG called .jpg", "photo.jpg", plain
