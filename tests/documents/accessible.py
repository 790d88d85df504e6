"""What PDF/UA-1 asks of a PDF, as far as it can be told by a program: the faults found, each as a sentence.

Not veraPDF, which is no package of ours: written from the Matterhorn Protocol, whose numbers are beside the checks.
"""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from fontTools.ttLib import TTFont

STANDARD = {
    "/Document", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote", "/Caption", "/NonStruct", "/P", "/H1", "/H2", "/H3",
    "/H4", "/H5", "/H6", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD", "/THead", "/TBody", "/TFoot",
    "/Span", "/Link", "/Figure",
}  # fmt: skip
PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "EI"}
SHOWS = {"Tj", "TJ", "'", '"'}


def faults(made: bytes) -> list[str]:
    with pikepdf.open(BytesIO(made)) as document:
        return [*of_document(document), *of_pages(document), *of_tree(document), *of_fonts(document)]


def of_document(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    with document.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "06-002: it does not say that it is PDF/UA-1"
        if not metadata.get("dc:title"):
            yield "06-003: it has no title"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "07-001: its window bears a file name and not its title"
    if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
        yield "06-001: it is not tagged"
    if not str(root.get("/Lang", "")):
        yield "11-006: it has no language"
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if key in root:
            yield f"29-001: it does or asks something ({key})"
    if "/JavaScript" in root.get("/Names", {}) or "/EmbeddedFiles" in root.get("/Names", {}):
        yield "21-001: there is a script or a file in it"


def marked_content(page: pikepdf.Page) -> Iterator[tuple[str, list, list]]:
    """Each operator that paints, with the marks around it: ``Artifact`` or the number of its element."""
    marks, font = [], ""
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BMC", "BDC"):
            number = operands[1].get("/MCID") if name == "BDC" else None
            marks.append("Artifact" if operands[0] == "/Artifact" else number)
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            font = str(operands[0])
        elif name in PAINTS:
            yield name, [each for each in marks if each is not None], [font, *operands]


def of_pages(document: pikepdf.Pdf) -> Iterator[str]:
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    tags_of = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    for number, page in enumerate(document.pages, start=1):
        tags, used = tags_of[int(page.StructParents)], set()
        for operator, marks, _ in marked_content(page):
            if not marks:
                yield f"01-005: page {number}: {operator} is neither tagged nor the page's own"
            if len(marks) > 1:
                yield f"01-003: page {number}: {operator} stands in {marks}"
            used |= {int(each) for each in marks if each != "Artifact"}
        for each in used:
            if not isinstance(tags[each], pikepdf.Dictionary) or not hangs_in_the_tree(tags[each]):
                yield f"01-006: page {number}: what is tagged {each} hangs in no tree"
            elif each not in [kid for kid in kids_of(tags[each]) if isinstance(kid, int)]:
                yield f"01-006: page {number}: the element of {each} does not know it"


def hangs_in_the_tree(element: pikepdf.Dictionary) -> bool:
    while element.get("/Type") != "/StructTreeRoot":
        parent = element.P
        if not any(isinstance(kid, pikepdf.Dictionary) and kid.objgen == element.objgen for kid in kids_of(parent)):
            return False
        element = parent
    return True


def kids_of(element: pikepdf.Dictionary) -> list:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def elements(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    """All below one, in the order in which they are read."""
    for kid in kids_of(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def kinds_below(element: pikepdf.Dictionary) -> set[str]:
    return {str(kid.S) for kid in kids_of(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid}


def holds_something(element: pikepdf.Dictionary) -> bool:
    return any(isinstance(kid, int) or holds_something(kid) for kid in kids_of(element))


def of_tree(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root.StructTreeRoot
    all_elements = list(elements(root))
    for kind in {str(each.S) for each in all_elements} - STANDARD:
        yield f"02-001: {kind} is no element of the standard"
    level = 0
    for each in all_elements:
        kind = str(each.S)
        if re.fullmatch("/H[1-6]", kind):
            if int(kind[2]) > level + 1:
                yield f"14-003: a heading {kind} comes after one of level {level}"
            level = int(kind[2])
            if not holds_something(each):
                yield f"14-007: a heading {kind} is empty"
        elif kind == "/Figure" and not str(each.get("/Alt", "")):
            yield "13-004: a figure has no words"
        elif kind == "/L" and kinds_below(each) - {"/LI", "/L", "/Caption"}:
            yield f"09-004: a list holds {kinds_below(each)}"
        elif kind == "/LI" and kinds_below(each) - {"/Lbl", "/LBody", "/L"}:
            yield f"09-005: an item of a list holds {kinds_below(each)}"
        elif kind == "/Table":
            yield from of_table(each, root)
    if not level:
        yield "14-002: it has no heading"


def of_table(table: pikepdf.Dictionary, root: pikepdf.Dictionary) -> Iterator[str]:
    names = root.get("/IDTree", {}).get("/Names", [])
    known = {str(names[at]) for at in range(0, len(names), 2)}
    if kinds_below(table) - {"/THead", "/TBody", "/TFoot", "/TR", "/Caption"}:
        yield f"09-004: a table holds {kinds_below(table)}"
    rows = [each for each in elements(table) if each.S == "/TR"]
    widths, headed = Counter(), False
    for row in rows:
        if kinds_below(row) - {"/TH", "/TD"}:
            yield f"09-004: a row holds {kinds_below(row)}"
        cells = [each for each in elements(row) if each.S in ("/TH", "/TD")]
        widths[sum(int(cell.A.get("/ColSpan", 1)) for cell in cells)] += 1
        for cell in cells:
            if cell.S == "/TH" and cell.A.get("/Scope") not in ("/Row", "/Column", "/Both"):
                yield "15-003: a header cell does not say what it heads"
            headed |= cell.S == "/TH"
            if lost := {str(each) for each in cell.A.get("/Headers", [])} - known:
                yield f"15-003: a cell names headers that are nowhere: {lost}"
    if not headed:
        yield "15-001: a table has no header"
    if len(widths) > 1 and not any(cell.A.get("/RowSpan") for row in rows for cell in elements(row) if "/A" in cell):
        yield f"15-005: the rows of a table have {dict(widths)} cells"


def of_fonts(document: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(document.pages, start=1):
        for operator, _, (font_name, *operands) in marked_content(page):
            if operator not in SHOWS:
                continue
            font = page.Resources.Font[font_name]
            if "/ToUnicode" not in font:
                yield f"31-027: page {number}: {font.get('/BaseFont')} does not say which letters it shows"
            if font.Subtype == "/Type0" and glyphs_in(operands) & missing_glyphs(font):
                yield f"31-030: page {number}: a letter that {font.BaseFont} does not have"
    for each in document.objects:
        is_font = isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        if is_font and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(each.keys()):
            yield f"31-009: {each.FontName} is not in it"


def glyphs_in(operands: list) -> set[int]:
    """The numbers of the glyphs that an operator shows."""
    shown = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
    codes = b"".join(bytes(each) for each in shown if isinstance(each, pikepdf.String))
    return {int.from_bytes(codes[at : at + 2]) for at in range(0, len(codes), 2)}


def missing_glyphs(font: pikepdf.Dictionary) -> set[int]:
    """Those for which a box is shown: the first, and all that the font does not hold."""
    descriptor = font.DescendantFonts[0].FontDescriptor
    held = descriptor.get("/FontFile2") or descriptor.FontFile3
    with TTFont(BytesIO(held.read_bytes())) as read:
        return {0, *range(read["maxp"].numGlyphs, 2**16)}


def letters_shown(made: bytes) -> set[str]:
    """Every letter that the fonts in it say they show."""
    found = set()
    with pikepdf.open(BytesIO(made)) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each:
                table = each.ToUnicode.read_bytes().decode("latin-1")
                for words in re.findall(r"<[0-9a-fA-F]+>\s*<([0-9a-fA-F]+)>", table):
                    found |= set(bytes.fromhex(words).decode("utf-16-be"))
    return found
