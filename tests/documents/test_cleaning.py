"""From a file that somebody sent to a copy that may be opened: what stays, what goes, what is not taken."""

import io
import zipfile

import docx
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from prevent_cases.documents import not_taken
from prevent_cases.documents import pdf as pdfs
from prevent_cases.documents.checking import copy_of
from prevent_cases.documents.cleaning import clean
from prevent_cases.documents.not_taken import NotTaken
from tests.documents.hostile import Hostile, hostile_files
from tests.documents.hostile.found import what_came_through
from tests.documents.hostile.pictures import picture, with_place

# What stays


def test_a_pdf_still_shows_its_pages_and_words():
    made = pdfs.write_pdf("<html lang='en'><title>A</title><h1>What was seen</h1><p>By the gate.</p></html>")
    kind, copy = clean(made)
    assert kind == "pdf"
    words = pypdfium2.PdfDocument(copy)[0].get_textpage().get_text_range()
    assert "What was seen" in words
    assert "By the gate." in words


def test_a_word_document_keeps_its_text_tables_pictures_and_the_words_of_its_links():
    document = docx.Document()
    document.add_heading("What was seen")
    document.add_paragraph("By the gate.")
    document.add_table(1, 1).cell(0, 0).text = "On Monday"
    document.add_picture(io.BytesIO(picture("PNG")))
    out = io.BytesIO()
    document.save(out)
    kind, copy = clean(out.getvalue())
    again = docx.Document(io.BytesIO(copy))
    assert kind == "word"
    assert [each.text for each in again.paragraphs[:2]] == ["What was seen", "By the gate."]
    assert again.tables[0].cell(0, 0).text == "On Monday"
    assert len(again.inline_shapes) == 1
    assert again.paragraphs[0].style.name == "Heading 1"


def test_a_photograph_is_turned_as_it_was_held_and_says_nothing_of_where():
    sideways = Image.new("RGB", (40, 30), "red")
    out = io.BytesIO()
    sideways.save(out, "JPEG", exif=with_place())
    kind, copy = clean(out.getvalue())
    with Image.open(io.BytesIO(copy)) as image:
        assert (kind, image.size, dict(image.getexif())) == ("jpeg", (30, 40), {})


def test_a_picture_with_a_clear_background_keeps_it():
    with Image.open(io.BytesIO(clean(picture("PNG", "RGBA"))[1])) as image:
        assert image.mode == "RGBA"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Zażółć gęślą jaźń".encode(), "Zażółć gęślą jaźń"),
        ("\ufeffmarked".encode(), "marked"),
        ("محمد".encode("utf-16"), "محمد"),
        ("It’s £5".encode("cp1252"), "It’s £5"),
    ],
)
def test_text_is_kept_in_one_way_of_writing(written, read):
    assert clean(written) == ("text", read.encode())


# What is not taken, and what is said


@pytest.mark.parametrize(
    ("beginning", "sentence"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0heicmif1", not_taken.HEIC),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", not_taken.RECORDING),
        (b"Rar!\x1a\x07\x01\0", not_taken.ARCHIVE),
        (b"MZ\x90\0", not_taken.OTHER_KIND),
        (b"<html>", not_taken.WEB_PAGE),
        (b"\x1b[2J", not_taken.NO_TEXT),
        (b"", not_taken.EMPTY),
    ],
)
def test_each_kind_that_is_not_taken_is_told_what_to_do_instead(beginning, sentence):
    with pytest.raises(NotTaken, match=sentence.replace("(", r"\(").replace(")", r"\)")):
        clean(beginning)


def test_every_sentence_says_what_to_do():
    sentences = [text for name, text in vars(not_taken).items() if name.isupper() and isinstance(text, str)]
    assert len(sentences) > 10
    for sentence in sentences:
        assert sentence.endswith(".")
        assert any(verb in sentence for verb in ("Add", "add", "Save", "Describe", "describe", "Choose")), sentence


# Hostile files


def test_hostile_files_are_refused_with_a_sentence_or_kept_inert():
    """Every tenth of them; `python3 run.py prove hostile-files` sends them all through the whole service."""
    everything = hostile_files()
    assert len({hostile.what for hostile in everything}) > 200
    faults = [fault for hostile in everything[::10] for fault in faults_of(hostile)]
    assert faults == []


def faults_of(hostile: Hostile) -> list[str]:
    try:
        kind, copy = copy_of(hostile.content)
    except NotTaken as refusal:
        return [] if str(refusal).endswith(".") else [f"{hostile}: no sentence"]
    return [f"{hostile}: {fault}" for fault in what_came_through(kind, copy)]


def test_the_check_for_what_came_through_finds_what_it_should():
    with pikepdf.new() as acting:
        acting.add_blank_page()
        acting.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("x"))
        out = io.BytesIO()
        acting.save(out)
    assert "It has /OpenAction." in what_came_through("pdf", out.getvalue())
    assert what_came_through("jpeg", picture("JPEG", exif=with_place())) != []
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/_rels/document.xml.rels", '<Relationship TargetMode="External"/>')
    assert what_came_through("word", packed.getvalue()) == ["It leads outside."]
