"""Pages that stand when little else does, and paper."""

import re
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from django.conf import settings
from django.template import engines
from django.template.loader import get_template
from django.utils import timezone
from weasyprint import CSS, HTML

TEMPLATES = Path(settings.BASE_DIR) / "templates"
BUILT = Path(settings.BASE_DIR) / "static" / "built"


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "429", "500", "503"])
def test_an_error_page_needs_no_request_no_database_and_no_context(name):
    html = get_template(f"{name}.html").render()
    assert re.search(r"<h1>.+</h1>", html)
    assert "– Prevent Cases</title>" in html
    # And what to do now.
    assert re.search(r"<p>(<a href=|Go back[, ]|Wait |You can use it again)", html)


def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


ALL = sorted(path for path in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("path", ALL, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_can_be_read_and_keeps_to_the_content_policy(path):
    get_template(str(path.relative_to(TEMPLATES)))
    assert re.findall(r'<style|<script(?![^>]*\bsrc=)| style=| on[a-z]+="|hx-on|"js:|javascript:', source(path)) == []


# What is done by itself where scripts run, and by which words of the same page, or of the one it is part of, without.
WITHOUT_SCRIPT = {
    "components/progress.html": ("documents/view_document.html", "{% refresh_while_waiting record.state %}"),
    "documents/_chosen.html": ("documents/_chosen.html", '<a class="govuk-link" href="{{ files_page }}">Look again'),
    "layouts/draft_part.html": ("layouts/draft_part.html", '{% button "Save and continue"'),
    "pages/_saved.html": ("layouts/draft_part.html", '{% button "Save and continue"'),
}


def test_what_is_done_by_itself_can_be_done_without_a_script():
    by_itself = {str(path.relative_to(TEMPLATES)) for path in ALL if re.search(r"\bhx-", source(path))}
    assert by_itself == WITHOUT_SCRIPT.keys()
    for name, (page, words) in WITHOUT_SCRIPT.items():
        assert words in source(TEMPLATES / page), name
    # A button of no form does nothing without one: hidden until a script shows it, or in what only a script shows.
    of_no_form = [found for path in ALL for found in re.findall(r'<button[^>]*type="button"[^>]*>', source(path))]
    assert [found for found in of_no_form if " hidden" not in found] == [
        '<button class="app-link-button" type="button">'  # Stay signed in.
    ]


@pytest.fixture
def pdf():
    template = engines["django"].from_string(
        '{% extends "layouts/print.html" %}{% block content %}<table>'
        '<thead><tr><th scope="col">Agency</th></tr></thead><tbody>'
        "{% for row in rows %}<tr><td>Row {{ row }}</td></tr>{% endfor %}</tbody></table>{% endblock %}"
    )
    html = template.render(
        {
            "title": "Summary of a case",
            "marking": "OFFICIAL-SENSITIVE",
            "reader": "Rowan Field",
            "copy_number": 3,
            "moment": datetime(2026, 11, 22, 9, 30, tzinfo=timezone.get_default_timezone()),
            "rows": range(90),
        }
    )
    document = pypdfium2.PdfDocument(
        HTML(string=html).write_pdf(stylesheets=[CSS(BUILT / "print.css")], pdf_variant="pdf/ua-1")
    )
    yield document
    document.close()


def test_every_sheet_of_a_pdf_bears_its_marking_its_copy_and_its_number(pdf):
    sheets = [page.get_textpage().get_text_range() for page in pdf]
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        assert "OFFICIAL-SENSITIVE" in sheet
        assert "Copy 3 for Rowan Field, 22 November 2026 at 09:30" in sheet
        assert f"Page {number} of {len(sheets)}" in sheet
        assert "Agency" in sheet
    assert pdf.get_metadata_value("Title") == "Summary of a case"
