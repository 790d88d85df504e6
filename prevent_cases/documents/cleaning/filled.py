"""What somebody wrote in a Word document: its tables row by row, and its other paragraphs. Runs in a child process."""

import io
import json
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MAIN_PART = "word/document.xml"
# Nobody writes more in a form, and all of it is kept in one row of the database.
MOST_LETTERS = 200_000


def read(copy: bytes) -> bytes:
    """From a copy that was cleaned: JSON of rows ``[tag, question, answer]`` and of paragraphs outside tables."""
    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        name = MAIN_PART if MAIN_PART in package.namelist() else _main_part(package)
        root = etree.fromstring(package.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
    for copied_twice in list(root.iter(FALLBACK)):
        copied_twice.getparent().remove(copied_twice)
    rows, rest, left = [], [], MOST_LETTERS
    for row, words in _parts(root.find(f"{W}body")):
        kept = [each[: max(left, 0)] for each in (row or [words])]
        left -= sum(map(len, kept))
        if row:
            rows.append(kept)
        elif kept[0]:
            rest += kept
    return json.dumps({"rows": rows, "rest": rest}).encode()


def _main_part(package: zipfile.ZipFile) -> str:
    types = etree.fromstring(package.read("[Content_Types].xml"))
    return next(
        each.get("PartName").lstrip("/")
        for each in types
        if each.get("ContentType", "").endswith("wordprocessingml.document.main+xml")
    )


def _parts(body: etree._Element) -> Iterator[tuple[list[str], str]]:
    """Each row of a table that asks and answers, or the words of what is none, in the order of the document."""
    for element in body:
        if element.tag == f"{W}sdt":
            content = element.find(f"{W}sdtContent")
            yield from _parts(content if content is not None else [])
        elif element.tag == f"{W}tbl":
            for row in element.iter(f"{W}tr"):
                yield _row(row)
        else:
            yield [], _text(element)


def _row(row: etree._Element) -> tuple[list[str], str]:
    cells = list(row.iterchildren(f"{W}tc"))
    for control in row.iterchildren(f"{W}sdt"):
        cells += control.iter(f"{W}tc")
    if len(cells) < 2:
        return [], "\n".join(map(_text, cells))
    asked, *answers = cells
    tags = [tag.get(f"{W}val", "") for cell in answers for tag in cell.iter(f"{W}tag")]
    question = next(asked.iter(f"{W}p"), asked)
    return [tags[0] if tags else "", _text(question), "\n".join(filter(None, map(_text, answers)))], ""


def _text(element: etree._Element) -> str:
    """The words, a line for each paragraph, whatever runs and controls they are cut into."""
    paragraphs = list(element.iter(f"{W}p")) or [element]
    return "\n".join("".join(map(_letters, paragraph.iter())) for paragraph in paragraphs).strip()


def _letters(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    return {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}.get(element.tag, "")
