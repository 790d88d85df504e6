"""From what stands in a filled form to the answers of a draft: recognised by tag or by question, or kept beside it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django import forms

from prevent_cases.documents.word_form import CHOOSE, WRITE, Question, WordForm, bare, questions
from prevent_cases.look.forms import BOXES, DateField

LEFT_OPEN = {"", bare(WRITE), bare(CHOOSE)}
# What people put before the one they choose, or leave before those that they do not.
CHOSEN = re.compile(r"^\s*(?:[☒☑✓✔✗✘]|[(\[]\s*[xX]\s*[)\]]|[xX](?=\s))\s*")
NOT_CHOSEN = re.compile(r"^\s*(?:[☐□]|[(\[]\s*[)\]])")
A_DAY = re.compile(r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[\s./-]+(\d{1,2}|[a-z]{3,})[\s./,-]+(\d{4})\.?")
A_DAY_OF_A_MACHINE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
MOST_BESIDE = 20_000

Answers = dict[str, dict[str, list[str]]]


@dataclass
class Filled:
    """The answers of a draft by part, and whatever found no place in them."""

    answers: Answers = field(default_factory=dict)
    beside: list[str] = field(default_factory=list)

    def answer(self, question: Question, values: dict[str, str]) -> None:
        part = self.answers.setdefault(question.part, {})
        if question.repeated:
            prefix = f"{question.repeated}-w{question.row}"
            part[f"{prefix}-row"] = [str(question.row)]
            values = {f"{prefix}-{name}": value for name, value in values.items()}
        part.update({name: [value] for name, value in values.items()})


def recognise(form: WordForm, rows: Iterable[list[str]], rest: Iterable[str]) -> Filled:
    """Sort what was read. What was written and cannot be used stands beside, with its question."""
    asked = list(questions(form.parts))
    by_tag = {question.tag: question for question in asked}
    by_words = {bare(question.label): question for question in asked}
    filled, answered = Filled(), set()
    for tag, words, answer in rows:
        answer = written_in(answer)
        question = by_tag.get(tag) or by_words.get(bare(words))
        if bare(answer) in LEFT_OPEN or (question is None and bare(words) in form.own_words):
            continue
        values = None if question is None or question.tag in answered else values_of(question, answer)
        if values is None:
            filled.beside.append(f"{words}\n{answer}".strip())
        else:
            answered.add(question.tag)
            filled.answer(question, values)
    filled.beside += [words for words in rest if bare(words) not in form.own_words | LEFT_OPEN]
    return filled


def written_in(answer: str) -> str:
    """Without the words that a control shows before it is used, and without what the database cannot keep."""
    lines = [line.rstrip() for line in answer.replace("\x00", "").replace("\r", "\n").split("\n")]
    return "\n".join(line for line in lines if line not in (WRITE, CHOOSE)).strip()


def values_of(question: Question, answer: str) -> dict[str, str] | None:
    """The answer as the page would send it, by name; None where the page could not show it."""
    if question.choices:
        chosen = chosen_of(question.choices, answer)
        return None if chosen is None else {question.name: chosen}
    if isinstance(question.field, DateField):
        boxes = boxes_of(answer)
        return boxes and {f"{question.name}_{box}": text for box, text in boxes.items()}
    if isinstance(question.field, forms.TimeField):
        return {question.name: answer.replace(".", ":")} if re.fullmatch(r"\d{1,2}[:.]\d\d", answer) else None
    if isinstance(question.field, forms.IntegerField):
        return {question.name: answer} if re.fullmatch(r"[0-9]{1,3}", answer) else None
    return {question.name: answer}


def chosen_of(choices: list[tuple[str, str]], answer: str) -> str | None:
    """The one choice that was ticked, or that alone was written; None where it is none or several."""
    lines = [line for line in answer.split("\n") if line.strip()]
    ticked = [CHOSEN.sub("", line) for line in lines if CHOSEN.match(line)]
    said = ticked or [line for line in lines if not NOT_CHOSEN.match(line)]
    values = {value for value, label in choices for line in said if bare(line) == bare(label)}
    if len(said) != 1 or not values:
        # As people shorten it: "Yes" for "Yes: somebody should look at this today".
        short = {value for value, label in choices if len(said) == 1 and bare(said[0]) == bare(label.split(":")[0])}
        values = values if len(said) == 1 and values else short
    return values.pop() if len(values) == 1 else None


def boxes_of(answer: str) -> dict[str, str] | None:
    text = " ".join(answer.casefold().split())
    if match := A_DAY.fullmatch(text):
        return dict(zip(BOXES, match.groups(), strict=True))
    if match := A_DAY_OF_A_MACHINE.fullmatch(text):
        return dict(zip(BOXES, reversed(match.groups()), strict=True))
    return None
