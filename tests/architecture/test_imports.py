"""Imports run one way, and so does everything by which one app could know of a higher one without importing it."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

from prevent_cases.access import rules
from tests.architecture import product
from tests.architecture.product import RANKS, ROOT, File, Module, assert_none

LOOKED_UP = ("get_model", "get_app_config", "is_installed", "import_module", "find_spec")


# -- The contract -----------------------------------------------------------------------------------------------------


def lint(folder: Path) -> str:
    """What import-linter complains of in a folder; "" when every contract holds."""
    command = "from importlinter.cli import lint_imports_command as check; check()"
    done = subprocess.run([sys.executable, "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode else ""


def outside_the_contract(packages: list[str], parts: list[str]) -> Iterator[str]:
    """Packages at the top level, and parts of the ground, to which the contract gives no place."""
    for name in packages:
        if name not in product.CONTRACTS["root_packages"]:
            yield f"{name} is no root package of import-linter"
        if name != "prevent_cases" and name not in RANKS:
            yield f"{name} has no place in the order of apps"
    for name in parts:
        if name not in RANKS:
            yield f"{name} has no place in the order of the ground"


def parts_of_the_ground() -> list[str]:
    top = (ROOT / "prevent_cases").iterdir()
    found = [path for path in top if path.suffix == ".py" or (path / "__init__.py").exists()]
    return [f"prevent_cases.{path.stem}" for path in found if path.stem != "__init__"]


def test_the_contracts_hold():
    assert lint(ROOT) == ""


def test_every_first_party_package_has_its_place():
    assert_none(outside_the_contract(product.packages(), parts_of_the_ground()))


# -- The four back doors ----------------------------------------------------------------------------------------------


def apps_above(rank: int) -> set[str]:
    """The labels of the apps higher than a rank."""
    return {name.rpartition(".")[2] for name, its_rank in RANKS.items() if its_rank > rank and is_app(name)}


def is_app(name: str) -> bool:
    return any(config.name == name for config in apps.get_app_configs())


def naming_upward(module: Module) -> Iterator[str]:
    """A higher app's name in a string: of a permission, a URL, a template, a model that is looked up."""
    higher = "|".join(apps_above(module.rank))
    if not higher:
        return
    for text in module.strings():
        if re.match(rf"(templates/)?({higher})[.:/]\w", text):
            yield f"{module.name} names {text!r}"
    for name, call in module.calls():
        for given in call.args[:1]:
            if name in LOOKED_UP and isinstance(given, ast.Constant) and re.match(rf"({higher})\b", str(given.value)):
                yield f"{module.name}:{call.lineno} looks up {given.value!r}"


def walking_back(module: Module) -> Iterator[str]:
    """A reverse lookup: the name that a higher app's key gave to the way back."""
    backward = names_given_from_above(module.rank)
    for node in ast.walk(module.tree):
        names = []
        if isinstance(node, ast.Attribute):
            names = [node.attr]
        elif isinstance(node, ast.keyword) and node.arg:
            names = node.arg.split("__")
        for name in backward.intersection(names):
            yield f"{module.name}:{node.lineno if hasattr(node, 'lineno') else ''} goes back by {name}"
    for text in module.strings():
        if re.fullmatch(r"-?[a-z0-9]+(_{1,2}[a-z0-9]+)*", text):
            for name in backward.intersection(text.lstrip("-").split("__")):
                yield f"{module.name} goes back by {name} in {text!r}"


@cache
def names_given_from_above(rank: int) -> set[str]:
    """The names by which models up to a rank are led to models above it, and which mean nothing else down there."""
    from_above, ours = set(), set()
    for model in product.models():
        if rank_of(model) > rank:
            continue
        ours |= {field.name for field in model._meta.get_fields() if field.concrete}
        for relation in model._meta.related_objects:
            names = {relation.name, relation.get_accessor_name()}
            if rank_of(relation.related_model) > rank:
                from_above |= names
            else:
                ours |= names
    return from_above - ours


def rank_of(model: type[Model]) -> int:
    return Module(model.__module__, "").rank


def walking_to_rows(template: File) -> Iterator[str]:
    """A template that goes from a record to rows of its own accord, where a rule says who may see such rows.

    Rows come from the page, which asks the rule. A part without a rule of its own is seen as its whole is.
    """
    for path in re.findall(r"\b[a-z_]\w*(?:\.\w+)+", inside_tags(template.text)):
        for name in rows_under_a_rule().intersection(path.split(".")[1:]):
            yield f"{template.path}: {path} walks to {name}"


def inside_tags(text: str) -> str:
    """What stands in a template's tags and variables, without words in quotes and without loops over a dictionary."""
    tags = " ".join(re.findall(r"\{[{%](.*?)[%}]\}", text, re.DOTALL))
    return re.sub(r"\"[^\"]*\"|'[^']*'|for \w+, \w+ in [\w.]+\.items\b", "", tags)


def rows_under_a_rule() -> set[str]:
    """The ways from a record to rows of another model that has a rule for seeing it."""
    return {
        relation.get_accessor_name()
        for model in product.models()
        for relation in model._meta.related_objects
        if relation.one_to_many
        and f"{relation.related_model._meta.app_label}.view_{relation.related_model._meta.model_name}" in rules
    }


@pytest.mark.parametrize("check", [naming_upward, walking_back], ids=lambda check: check.__name__)
def test_no_module_knows_of_a_higher_app_by(check):
    assert_none(fault for module in product.modules() for fault in check(module))


def test_no_template_walks_to_rows_that_a_rule_guards():
    assert_none(fault for template in product.templates() for fault in walking_to_rows(template))


# The checks bite


PLANTED = {
    "between apps": (
        "referrals/models.py",
        "from panels.models import Meeting",
        "referrals is not allowed to import panels:",
    ),
    "within an app": ("cases/operations.py", "from cases import views", "cases.operations -> cases.views"),
    "within home": ("home/forms.py", "from home import views", "home.forms -> home.views"),
    "within the ground": (
        "prevent_cases/documents/kinds.py",
        "from prevent_cases.documents import receiving",
        "prevent_cases.documents.kinds -> prevent_cases.documents.receiving",
    ),
    "a room without a place": ("cases/drawers.py", "", "not listed as layers:\n\n- cases.drawers"),
    "in a circle": (
        "prevent_cases/audit/models.py",
        "from prevent_cases.audit import sealing",
        "cycles are allowed in prevent_cases.audit",
    ),
    "in a circle of the demonstration": ("demonstration/diary.py", "from demonstration import load", ".diary -> .load"),
}


@pytest.fixture(scope="module")
def complaints(tmp_path_factory):
    """What import-linter says of the Python of the product, in a folder of its own, with all of these planted."""
    copied = tmp_path_factory.mktemp("copied")
    for package in product.packages():
        shutil.copytree(ROOT / package, copied / package, ignore=shutil.ignore_patterns("*.pyc", "migrations"))
    shutil.copy(ROOT / "pyproject.toml", copied)
    for file, written, _ in PLANTED.values():
        with (copied / file).open("a") as module:
            module.write(f"\n{written}\n")
    return lint(copied)


@pytest.mark.parametrize("what", PLANTED)
def test_what_breaks_a_contract_is_found(complaints, what):
    assert PLANTED[what][2] in complaints


def test_a_package_without_a_place_is_found():
    assert list(outside_the_contract(["budget"], ["prevent_cases.sharing"])) == [
        "budget is no root package of import-linter",
        "budget has no place in the order of apps",
        "prevent_cases.sharing has no place in the order of the ground",
    ]


@pytest.mark.parametrize(
    "written",
    [
        'Meeting = apps.get_model("panels.Meeting")',
        'Meeting = apps.get_model("panels", "Meeting")',
        'reverse("panels:view_meeting", args=[1])',
        'rules["panels.view_meeting"]',
        'template_name = "panels/view_meeting.html"',
    ],
)
def test_a_higher_app_named_in_a_string_is_found(written):
    assert list(naming_upward(Module("cases.views", written))) != []
    assert list(naming_upward(Module("panels.views", written))) == []


@pytest.mark.parametrize(
    "written",
    [
        "Case.objects.filter(Q(agenda_items__meeting=1))",
        "Case.objects.order_by('-agenda_items__position')",
        "case.agenda_items.all()",
    ],
)
def test_a_reverse_lookup_is_found(written):
    assert "agenda_items" in next(walking_back(Module("cases.operations", written)))
    assert list(walking_back(Module("panels.operations", written))) == []


@pytest.mark.parametrize(
    "written",
    ["{% for action in record.actions.all %}", "{{ case.shares.count }}", "{% if item.meeting.attendances %}"],
)
def test_a_template_that_walks_to_rows_is_found(written):
    assert list(walking_to_rows(File("templates/x.html", written))) != []


def test_a_part_is_seen_as_its_whole_and_a_dictionary_is_no_record():
    text = (
        "{% for each in referral.additions.all %}{% for name, value in form.answers.items %}{{ record.actions_words }}"
    )
    assert list(walking_to_rows(File("templates/x.html", text))) == []
