"""Going on with a part of a draft at the question somebody was at, on whichever computer and after signing in again."""

import re
from dataclasses import dataclass

from django.forms import BaseForm

from prevent_cases.pages.windows import Answers
from prevent_cases.pages.words import asked, is_of

NAME_OF_A_QUESTION = re.compile(r"id_[\w-]{1,100}", re.ASCII)


@dataclass(frozen=True)
class Question:
    """One question of a page: its label, and the id of the box somebody was in."""

    label: str
    target: str


def place_in(slug: str, at: str, before: str) -> str:
    """Where below the task list somebody is; where that is no question, where they were on this page before."""
    page = f"{slug}/"
    if NAME_OF_A_QUESTION.fullmatch(at):
        return f"{page}#{at}"
    return before if before.startswith(page) else page


def question_at(form: BaseForm, place: str) -> Question | None:
    """The question of this form at which somebody was; None where it is not there (any more)."""
    at = place.partition("#")[2]
    for of, bound in asked(form):
        if re.fullmatch(rf"{re.escape(bound.auto_id)}(_\d+)?", at):
            return Question(f"{of}{bound.label}", at)
    return None


def changed_last(form: BaseForm, before: Answers, now: Answers) -> str:
    """Of the questions whose answer changed the last one on the page: without a script it is all that can be known."""
    changed = [name for name in before.keys() | now.keys() if before.get(name) != now.get(name)]
    targets = [bound.target for _, bound in asked(form) if any(is_of(bound, name) for name in changed)]
    return targets[-1] if targets else ""
