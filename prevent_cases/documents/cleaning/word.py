"""Word documents: a new package of the parts that show something, without what acts, calls or tells who wrote it.

Text, tables, pictures, notes and comments stay. Fields become the text that they show, links lose where they lead.
"""

import io
import posixpath
import re
import stat
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from prevent_cases.documents import not_taken
from prevent_cases.documents.cleaning.images import clean_inside
from prevent_cases.documents.not_taken import NotTaken

MOST_PARTS = 2000
MOST_UNPACKED = 60_000_000
TYPES_PART, PACKAGE_RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
OF_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OF_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = f"{WORD}document.main+xml"
KEPT_TYPES = {
    MAIN,
    *(f"{WORD}{part}+xml" for part in ("styles", "numbering", "settings", "fontTable", "header", "footer")),
    *(f"{WORD}{part}+xml" for part in ("footnotes", "endnotes", "comments")),
    "application/vnd.openxmlformats-officedocument.theme+xml",
}
KEPT_FAMILIES = "application/vnd.openxmlformats-officedocument.drawingml."
PICTURES = {"image/png", "image/jpeg", "image/jpg", "image/gif"}
# Pictures for which there is always a plain one beside them.
SPARE_PICTURES = {"image/svg+xml"}
# Elements that go with all that is in them, and those of which what is in them stays.
REMOVED = {
    "instrText", "delInstrText", "fldChar", "attachedTemplate", "altChunk", "subDoc", "mailMerge", "docVars", "rsids",
    "object", "OLEObject", "control", "externalData", "hlinkClick", "hlinkHover", "hlinkMouseOver",
}  # fmt: skip
UNWRAPPED = {"fldSimple", "hyperlink", "smartTag", "customXml"}
DESCRIBING = {"fldData", "smartTagPr", "customXmlPr"}
NAMES_OF_FORMATS = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "http://purl.oclc.org/ooxml/",
)
LEADS_AWAY = re.compile(r"\s*([a-z][a-z0-9+.-]*:)?(//|\\\\)|\s*(file|mhtml|javascript|data|mailto):", re.IGNORECASE)
DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")


def clean(received: bytes) -> bytes:
    try:
        parts = dict(_unpacked(received))
        return _packed(*_anew(parts))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError):
        raise NotTaken(not_taken.BROKEN) from None
    except (etree.XMLSyntaxError, KeyError, ValueError):
        raise NotTaken(not_taken.BROKEN) from None


# -- The package ------------------------------------------------------------------------------------------------------


def _unpacked(received: bytes) -> Iterator[tuple[str, bytes]]:
    """Each part with its bytes, none of whose sizes is believed; nothing is ever written to a place that it names."""
    left = MOST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(received)) as package:
        members = [member for member in package.infolist() if not member.is_dir()]
        if TYPES_PART not in package.namelist():
            raise NotTaken(not_taken.ARCHIVE)
        if len(members) > MOST_PARTS:
            raise NotTaken(not_taken.TOO_MUCH)
        if any(member.flag_bits & 1 for member in members):
            raise NotTaken(not_taken.PROTECTED)
        names = [member.filename for member in members]
        if len({name.lower() for name in names}) < len(names) or any(map(_leads_out, members)):
            raise NotTaken(not_taken.BROKEN)
        for member in members:
            with package.open(member) as part:
                content = part.read(left + 1)
            left -= len(content)
            if left < 0:
                raise NotTaken(not_taken.TOO_MUCH)
            yield member.filename, content


def _leads_out(member: zipfile.ZipInfo) -> bool:
    """Names no place in the package, or is a link."""
    name = member.orig_filename
    outside = name.startswith("/") or ".." in name.split("/") or any(sign in name for sign in "\\:\0")
    return outside or stat.S_ISLNK(member.external_attr >> 16)


def _packed(types: bytes, parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {TYPES_PART: types, **parts}.items():
            # The one moment that says nothing.
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


# -- What stays of it -------------------------------------------------------------------------------------------------


def _anew(parts: dict[str, bytes]) -> tuple[bytes, dict[str, bytes]]:
    """The new list of types, and the parts that are kept."""
    types = _types(parts)
    _refuse_what_is_more_than_a_document(types)
    mains = [name for name, kind in types.items() if kind == MAIN]
    if len(mains) != 1:
        raise NotTaken(not_taken.OTHER_KIND)
    kept = {name: kind for name, kind in types.items() if _is_kept(kind)}
    made = {PACKAGE_RELATIONSHIPS: _relationships(parts[PACKAGE_RELATIONSHIPS], "", set(mains))[0]}
    reached = mains
    for name in reached:
        if kept[name] in PICTURES:
            made[name] = clean_inside(parts[name])
            continue
        beside, gone = _relationships_of(name), set()
        if beside in parts:
            made[beside], gone, led_to = _relationships(parts[beside], posixpath.dirname(name), set(kept))
            reached += [each for each in led_to if each not in reached]
        made[name] = _disarmed(_tree(parts[name]), gone)
    return _list_of_types({name: kept[name] for name in reached}), made


def _types(parts: dict[str, bytes]) -> dict[str, str]:
    """The type of each part but those that say how parts hang together."""
    listed = _tree(parts[TYPES_PART])
    by_name = {
        each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in listed.iter(f"{OF_TYPES}Override")
    }
    by_ending = {
        each.get("Extension", "").lower(): each.get("ContentType", "") for each in listed.iter(f"{OF_TYPES}Default")
    }
    return {
        name: by_name.get(name) or by_ending.get(name.rpartition(".")[2].lower(), "")
        for name in parts
        if name != TYPES_PART and not name.endswith(".rels")
    }


def _refuse_what_is_more_than_a_document(types: dict[str, str]) -> None:
    for name, kind in types.items():
        told = f"{name} {kind}".lower()
        if "macroenabled" in told or "vbaproject" in told or "vbadata" in told:
            raise NotTaken(not_taken.MACROS)
        if re.search(r"/(embeddings|activex)/|oleobject|activex|\.package\b|afchunk", told):
            raise NotTaken(not_taken.FILE_INSIDE)
        if kind.startswith("image/") and kind not in PICTURES | SPARE_PICTURES:
            raise NotTaken(not_taken.DRAWING)


def _is_kept(kind: str) -> bool:
    return kind in KEPT_TYPES | PICTURES or (kind.startswith(KEPT_FAMILIES) and kind.endswith("+xml"))


def _list_of_types(kept: dict[str, str]) -> bytes:
    listed = etree.Element(f"{OF_TYPES}Types", nsmap={None: OF_TYPES.strip("{}")})
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    etree.SubElement(listed, f"{OF_TYPES}Default", Extension="rels", ContentType=relationships)
    for name, kind in kept.items():
        etree.SubElement(listed, f"{OF_TYPES}Override", PartName=f"/{name}", ContentType=kind)
    return _written(listed)


# -- How its parts hang together --------------------------------------------------------------------------------------


def _relationships_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relationships(content: bytes, folder: str, kept: set[str]) -> tuple[bytes, set[str], list[str]]:
    """The relationships to parts that are kept; the ids of all others; and which parts those kept lead to."""
    listed, gone, led_to = _tree(content), set(), []
    for each in list(listed.iter(f"{OF_RELATIONSHIPS}Relationship")):
        target = unquote(each.get("Target", "")).partition("#")[0]
        place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        if each.get("TargetMode", "Internal") == "Internal" and place in kept:
            led_to.append(place)
        else:
            gone.add(each.get("Id", ""))
            each.getparent().remove(each)
    return _written(listed), gone, list(dict.fromkeys(led_to))


# -- XML --------------------------------------------------------------------------------------------------------------


def _tree(content: bytes) -> etree._Element:
    """No entities, no outside: a document type is in no honest part."""
    if DOCTYPE.search(content):
        raise NotTaken(not_taken.BROKEN)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.doctype:
        raise NotTaken(not_taken.BROKEN)
    return root


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _disarmed(root: etree._Element, gone: set[str]) -> bytes:
    for element in list(root.iter(etree.Element)):
        name = etree.QName(element).localname
        parent = element.getparent()
        if parent is None:
            continue
        if name in UNWRAPPED:
            _unwrap(element, parent)
        elif name in REMOVED or _points_to(element, gone):
            parent.remove(element)
        else:
            for attribute, value in list(element.attrib.items()):
                if LEADS_AWAY.match(value) and not value.startswith(NAMES_OF_FORMATS):
                    del element.attrib[attribute]
    return _written(root)


def _points_to(element: etree._Element, gone: set[str]) -> bool:
    names = ((etree.QName(name).namespace or "", value) for name, value in element.attrib.items())
    return any(value in gone for namespace, value in names if namespace.endswith("/relationships"))


def _unwrap(element: etree._Element, parent: etree._Element) -> None:
    """Put what is in an element where it stood; what only describes it goes."""
    at = parent.index(element)
    parent[at : at + 1] = [child for child in element if etree.QName(child).localname not in DESCRIBING]
