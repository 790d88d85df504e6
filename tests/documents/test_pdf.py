"""From a template to a PDF: what it gives, and what free text cannot make it do."""

import base64
import contextlib
import logging
import re
import zlib

import pypdfium2
import pytest

from prevent_cases.documents import pdf

CANARY = "kestrel-that-must-not-be-read"


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


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("Welsh", "Siân Ŵyn ap Rhŷs"),
        ("Arabic", "محمد عبد الله"),
        ("Urdu", "ٹھیک، ڈاکٹر گُلزار"),
        ("Bengali", "মোহাম্মদ রহমান"),
        ("Punjabi", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"),
        ("Somali", "Cabdiraxmaan Xuseen"),
        ("Polish", "Łukasz Żółć"),
    ],
)
def test_names_are_printed_in_their_own_letters(language, name, caplog):
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        pdf.write_pdf(page(f"<p>{name}</p>"))
    without_glyph = [record.getMessage() for record in caplog.records if "notdef" in record.msg]
    assert not without_glyph, f"No font has these {language} letters: install fonts-liberation2 and fonts-noto-core."


# What free text cannot make it do


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
