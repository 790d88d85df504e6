"""Filling in the blank form in Word, as people and their programs do."""

import io
from collections.abc import Callable

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from referrals.forms.task_list import IN_WORD

ANSWERS = {
    "First names": "Ashwin",
    "Last name": "Birch",
    "Other names and spellings": "Ash\nAshwin Birtch",
    "Date of birth": "27 March 2011",
    "Gender": "Male",
    "Where does the person live?": "In this area",
    "Address": "1 Example Street\nHarrowmere",
    "Is the person in prison, or supervised by probation or youth justice?": "No",
    "Are there children in the household?": "Yes",
    "Which children?": "Asha, 9",
    "Entry 1: What happened?": "He said “they’ll all see” on Friday.",
    "Entry 1: How do you know?": "I saw or heard it myself",
    "Entry 1: When was it?": "20/11/2026",
    "Entry 2: What happened?": "He seems lonely.",
    "Entry 2: How do you know?": "It is my opinion",
    "Does what the person does online play a part?": "Yes",
    "Is the person in contact with people or groups who draw them into this?": "I do not know",
    "What worries me is mainly about religious practice, dress, or lawful political speech": "No",
    "Need 1: What is needed?": "Autism, ADHD or the like",
    "Need 1: What exactly?": "Autism, diagnosed in 2024.",
    "Need 1: How is this known?": "A record or a letter says so",
    "Have the police been called?": "Yes",
    "When were they called, and what came of it?": "On Monday; reference 17.",
    "Is the person known to MAPPA or MARAC?": "I do not know",
    "Is this urgent?": "Yes: somebody should look at this today",
    "Why is it urgent?": "He speaks of Friday.",
    "What do you do there?": "Class teacher",
}

# The same, as the pages would have sent it.
IN_DRAFT = {
    "person": {
        "given_names": ["Ashwin"],
        "family_name": ["Birch"],
        "other_names": ["Ash\nAshwin Birtch"],
        "born_on_day": ["27"],
        "born_on_month": ["march"],
        "born_on_year": ["2011"],
        "gender": ["male"],
    },
    "contact": {
        "lives_here": ["here"],
        "address": ["1 Example Street\nHarrowmere"],
        "under_supervision": ["no"],
    },
    "family": {"lives_with_children": ["yes"], "household_children": ["Asha, 9"]},
    "concern": {
        "entries-w1-row": ["1"],
        "entries-w1-text": ["He said “they’ll all see” on Friday."],
        "entries-w1-how_known": ["seen"],
        "entries-w1-happened_on_day": ["20"],
        "entries-w1-happened_on_month": ["11"],
        "entries-w1-happened_on_year": ["2026"],
        "entries-w2-row": ["2"],
        "entries-w2-text": ["He seems lonely."],
        "entries-w2-how_known": ["opinion"],
        "online_part": ["yes"],
        "in_contact": ["unknown"],
    },
    "background": {"rests_on_lawful_expression": [""]},
    "needs": {
        "support_needs-w1-row": ["1"],
        "support_needs-w1-kind": ["neurodiversity"],
        "support_needs-w1-fact": ["Autism, diagnosed in 2024."],
        "support_needs-w1-source": ["record"],
    },
    "steps": {
        "police_called": ["yes"],
        "police_called_result": ["On Monday; reference 17."],
        "mappa_marac": ["unknown"],
    },
    "urgency": {"urgency": ["urgent"], "urgency_reason": ["He speaks of Friday."]},
    "referrer": {"referrer_role": ["Class teacher"]},
}


def filled(answers: dict[str, str], write: Callable, change: Callable = lambda document: None) -> bytes:
    """The blank form with these answers, written by ``write(cell, words)``; then changed as a whole."""
    document = docx.Document(io.BytesIO(IN_WORD.blank()))
    rows = {row.cells[0].paragraphs[0].text: row for table in document.tables for row in table.rows}
    for question, words in answers.items():
        write(rows[question].cells[1], words)
    change(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def in_the_control(cell, words: str) -> None:
    """As Word keeps what is typed into a control, lines and all."""
    control = cell._tc.find(f".//{qn('w:sdt')}")
    control.sdtPr.remove(control.sdtPr.find(qn("w:showingPlcHdr"))) if hasattr(control, "sdtPr") else None
    content = control.find(qn("w:sdtContent"))
    for run in list(content):
        content.remove(run)
    content.append(run_of(words))


def over_the_control(cell, words: str) -> None:
    """The control is gone: only the question beside it tells what was asked."""
    cell.text = words


def beside_the_control(cell, words: str) -> None:
    """The words that a control shows stay, and the answer stands below."""
    cell.add_paragraph(words)


def in_pieces(cell, words: str) -> None:
    """As other programs keep it: a run for each piece, marked for spelling and formatting in the middle of words."""
    control = cell._tc.find(f".//{qn('w:sdt')}")
    control.getparent().remove(control)
    paragraph = cell.paragraphs[0]
    for number, line in enumerate(words.split("\n")):
        if number:
            paragraph = cell.add_paragraph()
        for at in range(0, len(line), 3):
            paragraph.add_run(line[at : at + 3]).bold = bool(at % 2)
            paragraph._p.append(OxmlElement("w:proofErr"))


def run_of(words: str):
    run = OxmlElement("w:r")
    for number, line in enumerate(words.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        text = OxmlElement("w:t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(text)
    return run
