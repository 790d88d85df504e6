"""What WeasyPrint leaves open of PDF/UA-1, put right in each PDF before it is written (ADR 0024).

It tags what stands in the margins as if it were read, says of no header cell what it heads, keeps no tree of the ids by
which cells name their headers, and makes an item of its own of every term of a list and of every description.
"""

from collections.abc import Iterator
from typing import Any

import pydyf


def put_right(document, pdf: pydyf.PDF) -> None:
    """A finisher of WeasyPrint: it gets the pages as they were laid out, and the PDF that is to be written."""
    objects = {each.reference: each for each in pdf.objects}
    root = objects[pdf.catalog["StructTreeRoot"]]
    elements = [each for each in pdf.objects if isinstance(each, dict) and each.get("Type") == "/StructElem"]
    say_what_headers_head(elements, objects)
    keep_ids(root, elements, pdf)
    join_terms(document, elements, objects)
    leave_margins_out(root, pdf, objects)


def say_what_headers_head(elements: list[Any], objects: dict) -> None:
    for cell in elements:
        if cell["S"] == "/TH":
            rows = objects[objects[cell["P"]]["P"]]
            cell["A"]["Scope"] = "/Column" if rows["S"] == "/THead" else "/Row"


def keep_ids(root, elements: list[Any], pdf: pydyf.PDF) -> None:
    named = sorted((each["ID"].data, each) for each in elements if "ID" in each)
    if named:
        names = pydyf.Array(part for name, each in named for part in (name, each.reference))
        tree = pydyf.Dictionary({"Names": names})
        pdf.add_object(tree)
        root["IDTree"] = tree.reference


def lists(box) -> Iterator[Any]:
    if box.element_tag in ("dl", "ol", "ul"):
        yield box
    for child in getattr(box, "children", ()):
        yield from lists(child)


def join_terms(document, elements: list[Any], objects: dict) -> None:
    """Of a term and its description one item: its label and its body. Both were made in the order of their boxes."""
    of_boxes = [box for page in document.pages for box in lists(page._page_box)]
    of_tags = [each for each in elements if each["S"] == "/L"]
    for box, tag in zip(of_boxes, of_tags, strict=False):
        if box.element_tag == "dl" and len(box.children) == len(tag["K"]):
            join_terms_of(tag, [child.element_tag for child in box.children], objects)


def join_terms_of(tag, children: list[str], objects: dict) -> None:
    items = pydyf.Array()
    for child, reference in zip(children, tag["K"], strict=True):
        item = objects[reference]
        (body,) = item["K"]
        if child == "dt":
            objects[body]["S"] = "/Lbl"
        elif items:
            # What a description goes on with on the next page has no term there, and stays an item by itself.
            before = objects[items[-1]]
            before["K"].append(body)
            objects[body]["P"] = before.reference
            continue
        items.append(reference)
    tag["K"] = items


def leave_margins_out(root, pdf: pydyf.PDF, objects: dict) -> None:
    """Mark what hangs in no branch of the tree as the page's own."""
    (top,) = root["K"]
    read = set(objects[top]["K"])

    def is_read(reference) -> bool:
        while objects[reference]["P"] != top:
            reference = objects[reference]["P"]
        return reference in read

    numbers = objects[root["ParentTree"]]["Nums"]
    tags_of = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for number in pdf.pages["Kids"][::3]:
        page = pdf.objects[number]
        tags = tags_of[page["StructParents"]]
        unread = {place for place, reference in enumerate(tags) if not is_read(reference)}
        for place in unread:
            tags[place] = "null"
        stream = objects[page["Contents"]].stream
        for at in [at for at, operator in enumerate(stream) if operator == b"BDC"]:
            if stream[at - 1].get("MCID") in unread:
                # What stands on every page belongs to the page, and not to what is read aloud.
                stream[at - 2 : at] = [b"/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]
