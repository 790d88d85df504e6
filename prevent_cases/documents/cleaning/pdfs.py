"""PDFs: written anew from the objects that show something, without what acts, what is attached and who made it."""

import io
import zlib
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from prevent_cases.documents import not_taken
from prevent_cases.documents.cleaning.images import without_metadata
from prevent_cases.documents.not_taken import MOST_PIXELS, NotTaken

MOST_PAGES = 2000
# Bytes that all streams together may unfold to, so that no reader's machine is filled.
MOST_UNFOLDED = 150_000_000
STEP = 16_000_000
OF_THE_CATALOGUE = {
    "/Type", "/Version", "/Pages", "/PageLabels", "/Names", "/Dests", "/Outlines", "/Lang", "/MarkInfo",
    "/StructTreeRoot", "/OCProperties", "/AcroForm",
}  # fmt: skip
# Scripts, what happens by itself, other files, forms of XML, thumbnails, who made it.
NEVER_KEPT = {
    "/AA", "/JS", "/XFA", "/AF", "/EF", "/RF", "/RichMediaContent", "/RichMediaSettings", "/Metadata", "/PieceInfo",
    "/LastModified", "/OPI", "/Ref", "/Thumb", "/Movie", "/Sound", "/3DD",
}  # fmt: skip
# Every action of the standard but going to a place in the same document.
ACTIONS = {
    "/JavaScript", "/Launch", "/URI", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToR", "/GoToE", "/GoToDp",
    "/Thread", "/Sound", "/Movie", "/Hide", "/Named", "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView",
    "/RichMediaExecute",
}  # fmt: skip
ACTING_NOTES = {"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"}
NOTES = {
    "/Link", "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Popup", "/Widget", "/Redact",
}  # fmt: skip
UNFOLDING = {"/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"}
PICTURE = {"/DCTDecode", "/DCT"}


def clean(received: bytes) -> bytes:
    try:
        with pikepdf.open(io.BytesIO(received)) as pdf:
            if pdf.is_encrypted:
                raise NotTaken(not_taken.PROTECTED)
            return _anew(pdf)
    except pikepdf.PasswordError:
        raise NotTaken(not_taken.PROTECTED) from None
    except (pikepdf.PdfError, pikepdf.PikepdfError, TypeError, ValueError, KeyError, zlib.error):
        raise NotTaken(not_taken.BROKEN) from None


def _anew(pdf: Pdf) -> bytes:
    if not 0 < len(pdf.pages) <= MOST_PAGES:
        raise NotTaken(not_taken.BROKEN if not len(pdf.pages) else not_taken.TOO_MUCH)
    _keep(pdf.Root, OF_THE_CATALOGUE)
    if isinstance(pdf.Root.get("/Names"), Dictionary):
        _keep(pdf.Root.Names, {"/Dests"})
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for page in pdf.pages:
        if isinstance(notes := page.obj.get("/Annots"), Array):
            page.obj.Annots = Array([note for note in notes if _name(note, "/Subtype") in NOTES])
    unfolded = 0
    for part in _parts(pdf):
        _disarm(part)
        if isinstance(part, Stream):
            unfolded += _unfolded(part)
            if unfolded > MOST_UNFOLDED:
                raise NotTaken(not_taken.TOO_MUCH)
    out = io.BytesIO()
    pdf.save(
        out,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    # What was pieced together from a broken file may be no better.
    with pikepdf.open(io.BytesIO(out.getvalue()), attempt_recovery=False) as copy:
        if len(copy.pages) != len(pdf.pages):
            raise NotTaken(not_taken.BROKEN)
    return out.getvalue()


def _parts(pdf: Pdf) -> Iterator[Object]:
    """Every dictionary and stream of the file, those inside others too."""
    for each in pdf.objects:
        waiting = [each]
        while waiting:
            part = waiting.pop()
            if isinstance(part, Dictionary | Stream):
                yield part
                inside = [part.get(key) for key in part.keys()]  # noqa: SIM118 (a stream gives its keys only so)
            elif isinstance(part, Array):
                inside = list(part)
            else:
                continue
            waiting += [child for child in inside if isinstance(child, Object) and not child.is_indirect]


def _keep(part: Object, names: set[str]) -> None:
    for key in set(part.keys()) - names - {"/Length"}:
        del part[key]


def _name(part: Object, key: str) -> str:
    value = part.get(key) if isinstance(part, Dictionary | Stream) else None
    return str(value) if isinstance(value, Name) else ""


def _disarm(part: Object) -> None:
    if _name(part, "/S") in ACTIONS or _name(part, "/Subtype") in ACTING_NOTES or _name(part, "/Type") == "/Filespec":
        _keep(part, set())
    if _name(part, "/Type") == "/EmbeddedFile" and isinstance(part, Stream):
        part.write(b"")
    for key in NEVER_KEPT & set(part.keys()):
        del part[key]
    if isinstance(part, Stream):
        # The content of another file.
        for key in {"/F", "/FFilter", "/FDecodeParms"} & set(part.keys()):
            del part[key]


def _unfolded(stream: Stream) -> int:
    """How many bytes a stream unfolds to; a picture in it loses what tells of its making."""
    filters = stream.get("/Filter")
    names = [str(each) for each in filters] if isinstance(filters, Array) else [str(filters)] if filters else []
    width, height = stream.get("/Width"), stream.get("/Height")
    if isinstance(width, int) and isinstance(height, int) and width * height > MOST_PIXELS:
        raise NotTaken(not_taken.TOO_MUCH)
    folds = [name for name in names if name in UNFOLDING]
    if len(folds) > 1:
        raise NotTaken(not_taken.TOO_MUCH)
    raw = stream.read_raw_bytes()
    if names and names[-1] in PICTURE:
        picture = _inflated(raw) if names[:-1] in (["/FlateDecode"], ["/Fl"]) else raw
        if len(names) == 1 or picture is not raw:
            parms = stream.get("/DecodeParms")
            parms = list(parms)[-1] if isinstance(parms, Array) else parms
            stream.write(without_metadata(picture), filter=Name.DCTDecode, decode_parms=parms)
        return len(picture)
    if names in (["/FlateDecode"], ["/Fl"]):
        return len(_inflated(raw))
    return len(stream.read_bytes()) if folds and len(names) == len(folds) else len(raw)


def _inflated(raw: bytes) -> bytes:
    """Unfolded, if that is not too much. A stream that breaks off is shown by readers as far as it goes."""
    inflating, parts, size = zlib.decompressobj(), [], 0
    while raw and not inflating.eof:
        try:
            parts.append(inflating.decompress(raw, STEP))
        except zlib.error:
            break
        size += len(parts[-1])
        if size > MOST_UNFOLDED:
            raise NotTaken(not_taken.TOO_MUCH)
        raw = inflating.unconsumed_tail
    return b"".join(parts)
