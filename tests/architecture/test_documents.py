"""Documents: those written from the code are fresh, and what is referred to is there."""

import os
import re
from collections.abc import Iterator
from difflib import unified_diff

import pytest

import run
from tests.architecture import documents, product
from tests.architecture.product import ROOT, File, assert_none

# Set to write them anew.
WRITE = "WRITE_DOCUMENTS"
# What docs/how-to/add-an-operation.md adds.
INVENTED = "hand_to_panel"


def stale(path: str, fresh: str, test: str) -> Iterator[str]:
    """A document that does not say what the code says."""
    file = ROOT / path
    kept = file.read_text() if file.exists() else ""
    if kept != fresh:
        changed = "\n".join(unified_diff(kept.splitlines(), fresh.splitlines(), "kept", "fresh", n=1, lineterm=""))
        yield f"{path} is stale: {WRITE}=yes python3 run.py test {test}\n{changed}"


def dangling(file: File) -> Iterator[str]:
    """A reference to what is not there: a path from the top, a link from where the file is, a proof by its name."""
    for path in re.findall(r"\bdocs/[\w/-]+(?:\.md)?", file.text):
        if not list(ROOT.glob(f"{path}*")):
            yield f"{file.path} refers to {path}"
    if file.path.endswith(".md"):
        for link in re.findall(r"\]\(([^):#]+)\)", file.text):
            if not ((ROOT / file.path).parent / link).exists():
                yield f"{file.path} links to {link}"
        for path in re.findall(r"`(\w+/[\w/.-]+\.py)`", file.text):
            if not (ROOT / path).exists() and INVENTED not in path:
                yield f"{file.path} refers to {path}"
        for name in re.findall(r"\bprove ([a-z][a-z-]+)", file.text):
            if name not in run.PROOFS:
                yield f"{file.path} tells to prove {name}"


def out_of_order(names: list[str]) -> Iterator[str]:
    """Decision records that are not numbered one after the other."""
    for number, name in enumerate(sorted(names), start=1):
        if not name.startswith(f"{number:04}-"):
            yield f"{name} should be {number:04}"


def uncited_goals(files: list[File], goals: str) -> Iterator[str]:
    """Figures cited by an id that docs/goals.md does not explain."""
    for file in files:
        for cited in set(re.findall(r"\b[SARPUV]-\d\d\b", file.text)):
            if f"**{cited}**" not in goals:
                yield f"{file.path} cites {cited}"


@pytest.mark.parametrize("name", ["states", "operations"])
def test_what_is_written_from_the_code_is_fresh(name):
    compare_or_write(f"docs/{name}.md", getattr(documents, name)())


def test_who_may_do_what_is_fresh(world):
    compare_or_write("docs/permissions.md", documents.permissions(world))


def compare_or_write(path: str, fresh: str, test: str = "tests/architecture/test_documents.py") -> None:
    if os.environ.get(WRITE) == "yes":
        (ROOT / path).write_text(fresh)
    assert_none(stale(path, fresh, test))


def test_what_is_referred_to_is_there():
    assert_none(fault for file in product.files() for fault in dangling(file))


def test_decisions_are_numbered_one_after_the_other():
    assert_none(out_of_order([path.name for path in ROOT.glob("docs/adr/*.md")]))


def test_every_figure_cited_is_explained():
    assert_none(uncited_goals(product.files(), (ROOT / "docs" / "goals.md").read_text()))


# The checks bite


def test_a_stale_document_is_found():
    fresh, test = documents.states(), "test_x.py"
    assert list(stale("docs/states.md", fresh, test)) == []
    (said,) = stale("docs/states.md", fresh.replace("Awaiting panel", "Waiting"), test)
    assert said.startswith(f"docs/states.md is stale: {WRITE}=yes python3 run.py test {test}\n")
    assert "\n+" in said
    assert list(stale("nowhere.md", fresh, test)) != []


@pytest.mark.parametrize(
    "text", ["see docs/" + "adr/0999", "[there](nowhere.md)", "`cases/drawers.py`", "`run.py prove nothing`"]
)
def test_a_reference_to_nothing_is_found(text):
    assert list(dangling(File("x.md", text))) != []


def test_a_gap_between_decisions_is_found():
    assert list(out_of_order(["0001-a.md", "0003-b.md"])) == ["0003-b.md should be 0002"]


def test_a_figure_that_nobody_explains_is_found():
    cited = f"S-{1:02}"
    assert list(uncited_goals([File("x.py", cited)], "")) == [f"x.py cites {cited}"]
    assert list(uncited_goals([File("x.py", cited)], f"- **{cited}** ...")) == []
