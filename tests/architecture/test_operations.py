"""Operations: each says in a sentence what was done, is tested, asks a rule, and has a page that can be shown."""

import inspect
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import pytest
from django import forms
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from prevent_cases.access import rules
from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint
from prevent_cases.documents.views import OpenDocument
from prevent_cases.documents.word_pages import BlankForm
from prevent_cases.operations import Operation
from prevent_cases.pages.views import OperationPage, Page
from referrals.forms.triage import EndReferralForm
from referrals.operations import add_to_referral
from tests.architecture import product
from tests.architecture.product import Address, Module, assert_none

# Has a page and no endpoint, and why.
WITHOUT_ENDPOINT = {"referrals.remove_draft": "what endpoints are sent is sent at once: they have no drafts"}
# What an operation knows nothing of: how it was asked for.
OUTSIDE = ("django.http", "django.forms", "django.views", "django.shortcuts", "celery", "rest_framework")


def badly_said(operation: Operation) -> Iterator[str]:
    """An operation whose docstring does not begin with a sentence for the person and for the history."""
    lines = (inspect.getdoc(operation.function) or "").splitlines()
    if not lines or not re.fullmatch(r"[A-Z][^\n]{3,110}\.", lines[0]):
        yield f"{operation.name} does not say in its first line what was done"
    elif len(lines) > 1 and lines[1]:
        yield f"{operation.name}: its sentence goes on in the second line"
    elif " " not in lines[0].partition(". ")[0]:
        yield f"{operation.name}: a history, which says no more, would say it in one word"


def untested(operation: Operation, tests: dict[str, str]) -> Iterator[str]:
    """An operation that the tests of its app neither call, nor ask for at its address, nor find in the trail."""
    app, _, verb = operation.name.partition(".")
    # What it is called comes first, for which a text is searched ten times as fast.
    used = rf"{verb}(?:(?<=[:.\"]{verb})\b|(?<!\w{verb})(?<!def {verb})\()"
    if not re.search(used, tests.get(app, "")):
        yield f"{operation.name} is carried out nowhere in tests/{app}/"


def texts_of_tests() -> dict[str, str]:
    folders = [folder for folder in (product.ROOT / "tests").iterdir() if folder.is_dir()]
    return {folder.name: "\n".join(path.read_text() for path in sorted(folder.glob("test_*.py"))) for folder in folders}


def badly_shaped(operation: Operation) -> Iterator[str]:
    """An operation that breaks the laws of its kind: a rule that there is, a record first, ``by`` whom by name."""
    if operation.permission not in rules:
        yield f"{operation.name} asks {operation.permission}, which no rule declares"
    (_, record), *others = inspect.signature(operation.function).parameters.items()
    if record.kind is not record.POSITIONAL_OR_KEYWORD:
        yield f"{operation.name} is not carried out on a record"
    named = {name: parameter.kind for name, parameter in others}
    if named.get("by") is not inspect.Parameter.KEYWORD_ONLY:
        yield f"{operation.name} does not say by whom"


def without_template(address: Address) -> Iterator[str]:
    """A page whose template, called as the address is, is not there or cannot be read."""
    page = address.view_class
    if not (page and issubclass(page, Page) and hasattr(page, "get")) or issubclass(page, OpenDocument | BlankForm):
        return
    name = page.template_name or f"{address.name.replace(':', '/')}.html"
    try:
        get_template(name)
    except TemplateDoesNotExist as missing:
        yield f"{address.name}: {missing} is not there"


def unanswered(page: type[OperationPage]) -> Iterator[str]:
    """Arguments of an operation that its form does not ask, and questions that the operation does not take."""
    parameters = inspect.signature(page.operation.function).parameters.values()
    taken = {each.name: each for each in parameters if each.kind is each.KEYWORD_ONLY and each.name != "by"}
    if any(each.kind is each.VAR_KEYWORD for each in parameters):
        return
    asked = set(page.form_class.base_fields)
    needed = {name for name, each in taken.items() if each.default is each.empty}
    yield from (f"{page.__name__} does not ask {name}" for name in sorted(needed - asked))
    yield from (
        f"{page.__name__} asks {name}, which the operation does not take" for name in sorted(asked - taken.keys())
    )


def knowing_too_much(module: Module) -> Iterator[str]:
    """Operations and models that import how they are asked for."""
    if re.search(r"\.(operations|models)\b", module.name) and module.package != "prevent_cases.later":
        for line in re.findall(r"^\s*(?:from|import) (\S+)", module.text, re.MULTILINE):
            if line.startswith(OUTSIDE):
                yield f"{module.name} imports {line}"


def without_endpoint(pages: Iterable[type], endpoints: Iterable[type]) -> Iterator[str]:
    """An operation that people can carry out on a page, and programs cannot."""
    carried_out = {endpoint.operation.name for endpoint in endpoints} | WITHOUT_ENDPOINT.keys()
    for page in pages:
        if page.operation.name not in carried_out:
            yield f"{page.__name__} carries out {page.operation.name}, which no endpoint does"


def served_by(kind: type) -> list[type]:
    classes = [address.view_class for address in product.addresses()]
    return [each for each in classes if each and issubclass(each, kind)]


def test_every_operation_says_what_was_done():
    assert_none(fault for operation in product.operations() for fault in badly_said(operation))


def test_every_operation_has_a_test():
    tests = texts_of_tests()
    assert_none(fault for operation in product.operations() for fault in untested(operation, tests))


def test_every_operation_asks_a_rule_and_says_by_whom():
    assert_none(fault for operation in product.operations() for fault in badly_shaped(operation))


def test_every_page_has_its_template():
    assert_none(fault for address in product.addresses() for fault in without_template(address))


def test_every_form_asks_its_operations_arguments():
    assert_none(fault for page in served_by(OperationPage) for fault in unanswered(page))


def test_no_heading_stands_twice_over_the_questions_of_a_form():
    forms = {page.form_class for page in served_by(OperationPage) if getattr(page.form_class, "groups", None)}
    assert len(forms) > 3
    assert_none(f"{form.__name__}: {title}" for form in forms for title in headed_twice(form))


def headed_twice(form: type) -> list[str]:
    title_of = {name: title for title, names in form.groups.items() for name in names}
    titles = [title for title, _ in groupby(title_of.get(name) for name in form.base_fields) if title]
    return [title for title in titles if titles.count(title) > 1]


def test_what_a_page_carries_out_an_endpoint_does_too():
    pages, endpoints = served_by(OperationPage), served_by(OperationEndpoint)
    assert_none(without_endpoint(pages, endpoints))
    assert {page.operation.name for page in pages} - {each.operation.name for each in endpoints} == {*WITHOUT_ENDPOINT}


def test_no_operation_knows_how_it_was_asked_for():
    assert_none(fault for module in product.modules() for fault in knowing_too_much(module))


# The checks bite


def test_questions_of_one_heading_that_stand_apart_are_found():
    class Apart(forms.Form):
        groups = {"Who": ["name", "age"], "Why": ["reason"]}
        name, reason, age = forms.CharField(), forms.CharField(), forms.CharField()

    assert headed_twice(Apart) == ["Who", "Who"]


def made(function, permission="accounts.keep_area") -> Operation:
    return Operation(function, permission, None, True)


def no_sentence(area: Area, *, by):
    """rename the area"""


def two_lines(area: Area, *, by):
    """Area renamed.
    And more.
    """


def one_word(area: Area, *, by):
    """Renamed. Everybody is told."""


def nobody(area: Area, name):
    """Area renamed."""


@pytest.mark.parametrize("function", [no_sentence, two_lines, one_word])
def test_an_operation_without_its_sentence_is_found(function):
    assert list(badly_said(made(function))) != []


@pytest.mark.parametrize("written", ["def test_somebody(): ...", "from x import nobody", "def nobody(): ...  # nobody"])
def test_an_operation_without_a_test_is_found(written):
    planted = made(nobody)
    app = planted.name.partition(".")[0]
    assert list(untested(planted, {app: written})) == [f"{planted.name} is carried out nowhere in tests/{app}/"]
    assert list(untested(planted, {app: f"{written}\nnobody(area, by=person)"})) == []


def test_an_operation_that_asks_no_rule_or_says_not_by_whom_is_found():
    planted = made(nobody, permission="accounts.rename_area")
    assert list(badly_shaped(planted)) == [
        f"{planted.name} asks accounts.rename_area, which no rule declares",
        f"{planted.name} does not say by whom",
    ]


def test_a_page_without_a_template_is_found():
    class RenameArea(OperationPage):
        pass

    planted = Address("/x/", "accounts:rename_area", RenameArea.as_view(), ())
    assert list(without_template(planted)) == ["accounts:rename_area: accounts/rename_area.html is not there"]


def test_a_form_that_asks_something_else_is_found():
    class AddToReferral(OperationPage):
        operation = add_to_referral
        form_class = EndReferralForm

    assert "AddToReferral does not ask text" in unanswered(AddToReferral)
    assert "AddToReferral asks rationale, which the operation does not take" in unanswered(AddToReferral)


def test_a_page_without_an_endpoint_is_found():
    class RenameArea(OperationPage):
        operation = made(nobody)

    name = RenameArea.operation.name
    assert list(without_endpoint([RenameArea], [])) == [f"RenameArea carries out {name}, which no endpoint does"]


def test_an_operation_that_knows_of_requests_is_found():
    planted = Module("cases.operations", "from django.http import HttpRequest\n")
    assert list(knowing_too_much(planted)) == ["cases.operations imports django.http"]
