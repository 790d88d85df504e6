"""The questions of a task list as a Word document, made from the same list as the pages, so that they never differ.

Each question is a row of a table: what is asked, and a control to answer in, whose tag names the question.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import docx
from django import forms
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from prevent_cases.look.forms import DateField
from prevent_cases.look.repeated import RepeatedField
from prevent_cases.pages.drafts import Part

# So often a question stands there that may be answered several times.
OFFERED = 4
WRITE, CHOOSE = "Write here", "Choose an answer"
HEADINGS = ("Question", "Your answer")


@dataclass(frozen=True)
class Question:
    """One row. ``part`` and ``name`` say where its answer belongs in a draft; ``row`` is its place among several."""

    part: str
    name: str
    label: str
    field: forms.Field
    repeated: str = ""
    row: int = 0

    @property
    def tag(self) -> str:
        """What the control is called, whatever is written in it."""
        return ".".join([self.part, *([self.repeated, str(self.row)] if self.repeated else []), self.name])

    @property
    def choices(self) -> list[tuple[str, str]]:
        if isinstance(self.field, forms.BooleanField):
            return [("on", "Yes"), ("", "No")]
        return [(str(value), str(label)) for value, label in getattr(self.field, "choices", ()) if value != ""]


def questions(parts: Iterable[Part]) -> Iterator[Question]:
    """Every question but those whose answers are records here, which no paper can know."""
    for part in parts:
        for name, asked in part.form_class.base_fields.items():
            if isinstance(asked, RepeatedField):
                for row in range(1, OFFERED + 1):
                    for inner, each in asked.form_class.base_fields.items():
                        label = f"{asked.noun.capitalize()} {row}: {each.label}"
                        yield Question(part.slug, inner, label, each, name, row)
            elif not isinstance(asked, forms.ModelChoiceField):
                yield Question(part.slug, name, asked.label, asked)


@dataclass(frozen=True)
class WordForm:
    """A form as it is downloaded: its title, what stands before the questions, the parts of its task list."""

    title: str
    before: tuple[str, ...]
    parts: tuple[Part, ...] = field(repr=False)

    def blank(self) -> bytes:
        document = docx.Document()
        about = document.core_properties
        about.title, about.author, about.language = self.title, "Prevent Cases", "en-GB"
        about.comments = about.last_modified_by = ""
        _speak_english(document)
        document.add_heading(self.title, 0)
        for words in self.before:
            document.add_paragraph(words)
        asked = list(questions(self.parts))
        for part in self.parts:
            document.add_heading(part.title, 1)
            _table(document, [question for question in asked if question.part == part.slug])
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    @property
    def own_words(self) -> set[str]:
        """What stands in the blank form outside the answers, told apart without regard to marks and spaces."""
        return {bare(words) for words in (self.title, *self.before, *(part.title for part in self.parts), *HEADINGS)}


def bare(words: str) -> str:
    """Words as they are compared: what a typing hand or a word processor changes does not count."""
    return " ".join(re.sub(r"[^\w\s]|_", "", words.casefold()).split())


def _speak_english(document) -> None:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    properties = document.styles["Normal"].element.get_or_add_rPr()
    for other in properties.findall(qn("w:lang")):
        properties.remove(other)
    properties.append(language)


def _table(document, asked: list[Question]) -> None:
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    heading = table.rows[0]
    for cell, words in zip(heading.cells, HEADINGS, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    heading._tr.get_or_add_trPr().append(repeated)
    for question in asked:
        left, right = table.add_row().cells
        left.paragraphs[0].add_run(question.label).bold = True
        for words in filter(None, [question.field.help_text, _how_to(question)]):
            left.add_paragraph(str(words))
        right.paragraphs[0]._p.append(_control(question))
    for row in table.rows:
        for cell, width in zip(row.cells, (Cm(7), Cm(9)), strict=True):
            cell.width = width


def _how_to(question: Question) -> str:
    if isinstance(question.field, DateField):
        return "Day, month and year."
    return "One of: " + "; ".join(label for _, label in question.choices) if question.choices else ""


def _control(question: Question):
    """A control to write or to choose in, which says what it is to those who hear the document."""
    control, about, content = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
    for name, value in (("w:alias", question.label[:64]), ("w:tag", question.tag)):
        element = OxmlElement(name)
        element.set(qn("w:val"), value)
        about.append(element)
    about.append(OxmlElement("w:showingPlcHdr"))
    if question.choices:
        choices = OxmlElement("w:dropDownList")
        for _, label in question.choices:
            item = OxmlElement("w:listItem")
            item.set(qn("w:displayText"), label)
            item.set(qn("w:value"), label)
            choices.append(item)
        about.append(choices)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = CHOOSE if question.choices else WRITE
    run.append(text)
    content.append(run)
    control.extend([about, content])
    return control
