"""From a template to a PDF: what it gives, and what free text cannot make it do."""

import base64
import contextlib
import re
import zlib
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from prevent_cases.documents import pdf
from prevent_cases.documents.child import TooMuch, in_child
from tests.documents.accessible import elements, faults, letters_shown

CANARY = "kestrel-that-must-not-be-read"
EMPTY_PICTURE = "%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"


def page(content: str) -> str:
    return f'<!DOCTYPE html><html lang="en"><head><title>A page</title></head><body>{content}</body></html>'


def text_of(made: bytes) -> str:
    document = pypdfium2.PdfDocument(made)
    return "\n".join(each.get_textpage().get_text_range() for each in document)


def inside(made: bytes) -> bytes:
    """The file with its compressed parts opened."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL)
    opened = []
    for stream in streams:
        with contextlib.suppress(zlib.error):
            opened.append(zlib.decompressobj().decompress(stream))
    return b"\n".join([made, *opened])


# What it gives


def test_a_template_becomes_a_tagged_pdf_with_marking_reader_copy_moment_and_page_numbers():
    context = {"title": "Anything", "reader": "Rosa Representative", "copy_number": "H7KQ2MXT4B"}
    made = pdf.render("layouts/print.html", context)
    assert made.startswith(b"%PDF-1.7")
    assert b'pdfuaid:part="1"' in inside(made)
    assert b"/StructTreeRoot" in inside(made)
    text = text_of(made)
    assert "OFFICIAL-SENSITIVE" in text
    assert "Copy H7KQ2MXT4B for Rosa Representative" in text
    assert "Page 1 of 1" in text


def test_the_same_html_gives_the_same_bytes():
    first, second = (pdf.write_pdf(page("<h1>Twice</h1><p>Once more</p>")) for _ in range(2))
    assert first == second


LISTS = "<dl><dt>Term</dt><dd>Words<br>and more</dd><dt>Other</dt><dd>Long {}</dd></dl><ol><li>First</li></ol>"
TABLE = (
    '<table><caption>All</caption><thead><tr><th scope="col">What</th><th scope="col">When</th></tr></thead>'
    "<tbody>{}</tbody></table>"
)
ROW = '<tr><th scope="row">Meet him</th><td>Monday</td></tr>'


def test_it_is_tagged_as_pdf_ua_asks_over_many_pages_in_lists_tables_and_margins():
    content = LISTS.format("word " * 1500) + TABLE.format(ROW * 60) + '<p class="marking">Marked</p>'
    made = pdf.write_pdf(page(f"<h1>All of it</h1><h2>In parts</h2>{content}"))
    assert faults(made) == []
    assert len(pypdfium2.PdfDocument(made)) >= 4
    with pikepdf.open(BytesIO(made)) as document:
        kinds = [str(each.S) for each in elements(document.Root.StructTreeRoot)]
        # A term and its description are one item, also where it goes on over the page.
        assert kinds.count("/Lbl") == 2 + 1  # And the number of the list.


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<h1>One</h1><h3>Three</h3>", "14-003"),
        ("<p>No heading</p>", "14-002"),
        (f'<h1>x</h1><img src="data:image/svg+xml,{EMPTY_PICTURE}">', "13-004"),
        ("<h1>x</h1><table><tr><td>1</td></tr></table>", "15-001"),
        ('<h1>x</h1><table><tr><th scope="row">1</th><td>2</td></tr><tr><td>1</td></tr></table>', "15-005"),
        ("<h1>x</h1><p>\U00016d40</p>", "31-030"),
    ],
)
def test_what_is_not_accessible_is_noticed(content, found):
    assert {each[:6] for each in faults(pdf.write_pdf(page(content)))} == {found}


def test_what_weasyprint_leaves_open_is_noticed_where_it_is_not_put_right(monkeypatch):
    monkeypatch.setattr(pdf, "put_right", lambda *made: None)
    content = f'<h1>x</h1>{TABLE.format(ROW)}<p class="marking">Marked</p>'
    assert {each[:6] for each in faults(pdf.write_pdf(page(content)))} == {"01-006", "15-003"}


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("Hebrew", "יוסף כהן"),
        ("Hindi", "राजेश कुमार"),
        ("Tamil", "சுரேஷ் குமார்"),
        ("Chinese", "王小明 張偉"),
        ("Korean", "김철수"),
        ("Vietnamese", "Nguyễn Thị Hường"),
        ("Yoruba, with marks that no letter holds", "Ṣọlá Ọ̀ṣọ́ Z̆̃ǎ̱"),
        ("emoji", "😀 👩"),
        ("Arabic in English", "(known as محمد abroad)"),
        ("Welsh", "Siân Ŵyn ap Rhŷs"),
        ("Arabic", "محمد عبد الله"),
        ("Urdu", "ٹھیک، ڈاکٹر گُلزار"),
        ("Bengali", "মোহাম্মদ রহমান"),
        ("Punjabi", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"),
        ("Somali", "Cabdiraxmaan Xuseen"),
        ("Polish", "Łukasz Żółć"),
    ],
)
def test_names_are_printed_in_their_own_letters(language, name):
    made = pdf.write_pdf(page(f"<h1>{name}</h1>"))
    assert not faults(made), f"No font has these {language} letters: install the fonts that run.py names."
    # Of letters that the language makes into one sign, the sign says all of them.
    assert {each for each in name if each != "\u09be"} <= letters_shown(made) | {" "}


# What free text cannot make it do


def long_page() -> bytes:
    return pdf.write_pdf(page("<p>x</p>" * 10_000))


def much_memory() -> bytes:
    """In one piece: what a test process has let go of could hold many small ones."""
    return bytes(1024**3)


@pytest.mark.parametrize(
    ("work", "seconds", "memory"), [(long_page, 1, pdf.MOST_MEMORY), (much_memory, pdf.LONGEST_SECONDS, 1024**2)]
)
def test_what_takes_too_much_time_or_memory_ends_the_child_alone(work, seconds, memory):
    pdf.load()
    with pytest.raises(TooMuch):
        in_child(work, seconds, memory)
    assert pdf.render("layouts/print.html", {"title": "Word"}).startswith(b"%PDF")


@pytest.fixture
def secret_file(tmp_path):
    file = tmp_path / "secret.txt"
    file.write_text(CANARY)
    return file.as_uri()


PAYLOADS = [
    '<img src="{url}" alt="x">',
    '<link rel="attachment" href="{url}">',
    '<a rel="attachment" href="{url}">x</a>',
    '<link rel="stylesheet" href="{url}">',
    '<style>@import "{url}";</style>',
    "<style>@font-face {{ font-family: F; src: url({url}) }} p {{ font-family: F }}</style><p>x</p>",
    "<style>li {{ background: url({url}); list-style-image: url({url}) }}</style><ul><li>x</li></ul>",
    "<style>p::before {{ content: url({url}) }}</style><p>x</p>",
    '<object data="{url}"></object><embed src="{url}"><iframe src="{url}"></iframe>',
    '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><image href="{url}"/><use href="{url}#x"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><title>x</title>'
    '<image xlink:href="{url}"/></svg>',
    '<base href="{url}/"><img src="x.png" alt="x">',
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_html_reads_a_file_or_opens_a_connection(payload, secret_file, listening):
    address, heard = listening
    nested = '<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}"/></svg>'
    for url in (secret_file, address, "ftp://127.0.0.1:1/x"):
        in_data = base64.b64encode(nested.format(url=url).encode()).decode()
        content = payload.format(url=url) + f'<img alt="x" src="data:image/svg+xml;base64,{in_data}">'
        made = pdf.write_pdf(page(content))
        assert CANARY.encode() not in inside(made)
        assert CANARY not in text_of(made)
        assert not pypdfium2.PdfDocument(made).count_attachments()
    assert heard() == 0
