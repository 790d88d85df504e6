"""Pictures: decoded and encoded anew, so that nothing is left of a file but what is seen.

Where it was taken, by which camera and of whom goes with the rest. They are turned as the camera was held first.
"""

import io

from PIL import Image, ImageOps

from prevent_cases.documents import not_taken
from prevent_cases.documents.not_taken import MOST_PIXELS, NotTaken

# Refused before anything is decoded; Pillow would only warn at first.
Image.MAX_IMAGE_PIXELS = None
QUALITY = 90
# Segments of a JPEG that a picture needs: its frame, its colours and how they were made.
NEEDED_SEGMENTS = {0xE0, 0xEE}
COLOURS = b"ICC_PROFILE\0"


def clean_jpeg(received: bytes) -> bytes:
    return _anew(received, "JPEG", ("L", "RGB"), quality=QUALITY)


def clean_png(received: bytes) -> bytes:
    return _anew(received, "PNG", ("1", "L", "LA", "RGB", "RGBA"))


def clean_inside(received: bytes) -> bytes:
    """A picture inside a document, which stays of its kind because the document names it."""
    for name, modes in {"JPEG": ("L", "RGB"), "PNG": ("L", "LA", "RGB", "RGBA"), "GIF": ("P", "L", "RGB")}.items():
        if _is(received, name):
            return _anew(received, name, modes)
    raise NotTaken(not_taken.DRAWING)


def _is(received: bytes, name: str) -> bool:
    begins = {"JPEG": b"\xff\xd8\xff", "PNG": b"\x89PNG\r\n\x1a\n", "GIF": b"GIF8"}
    return received.startswith(begins[name])


def _anew(received: bytes, name: str, modes: tuple[str, ...], **options) -> bytes:
    try:
        with Image.open(io.BytesIO(received), formats=[name]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise NotTaken(not_taken.TOO_MUCH)
            ImageOps.exif_transpose(image, in_place=True)
            image.load()
            if image.mode not in modes:
                image = image.convert("RGBA" if image.has_transparency_data and "RGBA" in modes else "RGB")
            # What Pillow would carry over: comments, profiles, texts, the time.
            image.info = {}
            out = io.BytesIO()
            image.save(out, name, **options)
            return out.getvalue()
    except (OSError, SyntaxError, ValueError):
        raise NotTaken(not_taken.BROKEN) from None


def without_metadata(jpeg: bytes) -> bytes:
    """A JPEG as it is, less the segments that tell of its making. For those inside a PDF, which are not decoded."""
    kept, at = [jpeg[:2]], 2
    while jpeg[at : at + 1] == b"\xff" and len(jpeg) >= at + 4:
        marker, end = jpeg[at + 1], at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if marker == 0xDA:  # Here begins the picture itself.
            return b"".join([*kept, jpeg[at:]])
        tells = marker == 0xFE or (0xE0 <= marker <= 0xEF and marker not in NEEDED_SEGMENTS)
        if not tells or jpeg[at + 4 : end].startswith(COLOURS):
            kept.append(jpeg[at:end])
        at = end
    raise NotTaken(not_taken.BROKEN)
