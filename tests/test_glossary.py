"""The words of the screens: nobody is called what they are never called, on any page, in any message or document."""

import inspect
import re
from collections.abc import Iterator
from functools import cache

import pytest

from prevent_cases import glossary
from tests.architecture import product
from tests.architecture.product import ROOT, File, Module, assert_none

QUOTED_WORDS = re.compile(r"\"([^\"]*)\"|'([^']*)'")


def ill_said(where: str, text: str) -> Iterator[str]:
    """What is said in a text that is never said here, quotations aside."""
    text = " ".join(text.lower().split())
    for quotation in glossary.QUOTED:
        text = text.replace(quotation, "")
    for pattern, instead in glossary.NEVER_SAID.items():
        for found in re.finditer(rf"\b({pattern})\b", text):
            around = text[max(0, found.start() - 40) : found.end() + 40]
            yield f"{where}: {found[0]!r} in {around!r}; say {instead}"


def read_on_page(template: File) -> str:
    """What people read of a template: its text, and the words in quotes that its tags are given. No comments."""
    text = re.sub(r"\{% comment.*?endcomment %\}|\{#.*?#\}", "", template.text, flags=re.DOTALL)
    return re.sub(
        r"\{[{%](.*?)[%}]\}",
        lambda tag: " ".join(double or single for double, single in QUOTED_WORDS.findall(tag[1])),
        text,
        flags=re.DOTALL,
    )


def read_from_python(module: Module) -> str:
    """The texts in a module: labels, choices, sentences, obstacles, errors. Docstrings are for its readers."""
    return "\n".join(module.strings())


@cache
def texts() -> list[tuple[str, str]]:
    """All that people read, with where it stands."""
    return list(_texts())


def _texts() -> Iterator[tuple[str, str]]:
    for template in product.templates():
        yield template.path, read_on_page(template)
    for module in product.modules():
        if module.name != glossary.__name__:
            yield module.name, read_from_python(module)
    for operation in product.operations():
        yield operation.name, inspect.getdoc(operation.function)
    for path in [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("prevent_cases/*/migrations/*.py")]:
        yield path.name, read_from_python(Module(path.stem, path.read_text()))
    for path in ROOT.glob("static/source/**/*.js"):
        yield path.name, path.read_text()


def test_nobody_is_called_what_they_are_never_called():
    assert_none(fault for where, text in texts() for fault in ill_said(where, text))


def test_every_quotation_is_quoted_somewhere():
    everything = " ".join(" ".join(text.lower().split()) for _, text in texts())
    assert [quotation for quotation in glossary.QUOTED if quotation not in everything] == []


# The check bites


@pytest.mark.parametrize(
    "text",
    [
        "The subject of this referral",
        "He was radicalised online",
        "A known extremist",
        "People vulnerable to being drawn into terrorism",
        "There are grounds to believe that she is vulnerable.",
        "Risk score: 7",
    ],
)
def test_what_is_never_said_is_found(text):
    planted = [
        read_on_page(File("templates/x.html", f"<p>{text}</p>")),
        read_on_page(File("templates/x.html", f'{{% row "{text}" %}}{{% endrow %}}')),
        read_from_python(Module("cases.forms", f"CHOICES = [('a', {text!r})]\nsentence = f'{text}: {{x}}'")),
    ]
    assert all(list(ill_said("x", each)) for each in planted)


def test_the_question_of_the_act_may_be_quoted_and_names_in_code_are_not_read():
    question = "Are there reasonable grounds to believe\n  that the person is vulnerable to being drawn into terrorism?"
    page = File(
        "templates/x.html", f"<p>{question}</p>{{# The subject #}}{{{{ subject }}}}{{% if subject %}}{{% endif %}}"
    )
    assert list(ill_said("x", read_on_page(page))) == []
    assert list(ill_said("x", read_from_python(Module("x", '"""The subject."""\nsend(subject=SUBJECT)')))) == []
