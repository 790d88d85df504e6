"""Each text that something under a case holds is among those into which the proof of the canaries writes one, and its
readers are written by hand (``who_reads_the_words.txt``). Run that by `python3 run.py prove canaries`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, Field, JSONField, Model, TextField

from cases.models import Case, LoggedContact
from prevent_cases.audit.records import Record
from tests.architecture import product
from tests.architecture.all_that_is_said import UNSAID, say_more
from tests.architecture.leading_up import leading_to
from tests.architecture.product import assert_none
from tests.architecture.test_who_reads_the_file import everybody, world
from tests.architecture.world import the_case
from tests.browser.written import texts_of

__all__ = ["world"]

TABLE = Path(__file__).with_name("who_reads_the_words.txt")
# By hand: codes, and what our own code makes.
NO_WORDS = {
    "cases.CaseFile.kind", "cases.Section36Decision.end_reason", "panels.Decision.end_reason",
    "panels.Decision.onward_service", "reports.CaseSummary.sections",
}  # fmt: skip
NAMES_AND_DIGESTS = ("reference", "sha256")
# What is only there in a case that has ended, or goes to another area.
OF_OTHER_CASES = {"cases.CaseTransfer", "cases.ExitPlan", "cases.RetentionReview", "panels.Review"}


def under_cases() -> Iterator[type[Record]]:
    return (model for model in product.models() if issubclass(model, Record) and leads_to_cases(model))


def leads_to_cases(model: type[Model]) -> bool:
    while model is not Case:
        try:
            model = model._meta.get_field(model.under).related_model if getattr(model, "under", None) else None
        except FieldDoesNotExist:  # A referral is under whom it is about, as somebody has said.
            return False
        if model is None:
            return False
    return True


def names_of_texts_of_cases() -> set[str]:
    return {name_of(field) for model in under_cases() for field in texts_of(model)}


def name_of(field: Field) -> str:
    return f"{field.model._meta.label}.{field.name}"


def may_hold_words(field: Field) -> bool:
    return isinstance(field, CharField | TextField | JSONField | ArrayField) and not field.choices


def overlooked(model: type[Record]) -> Iterator[str]:
    planted = texts_of(model)
    for field in filter(may_hold_words, model._meta.concrete_fields):
        if not (field in planted or field.name in NAMES_AND_DIGESTS or name_of(field) in NO_WORDS):
            yield f"no canary is written into {name_of(field)}"
    kinds = {line.split("|")[0].split(" ")[0] for line in TABLE.read_text().splitlines()}
    if planted and model._meta.label not in kinds:
        yield f"nobody has said who reads the words of {model._meta.label}"


def test_a_canary_is_written_into_each_text_and_its_readers_are_known():
    assert_none(fault for model in under_cases() for fault in overlooked(model))
    assert names_of_texts_of_cases() > UNSAID


def test_something_is_said_of_each_kind(world):
    case = the_case()
    say_more(case, everybody(world))
    unsaid = {
        model._meta.label for model in under_cases() if texts_of(model) and next(leading_to(model, case), None) is None
    }
    assert unsaid == OF_OTHER_CASES


@pytest.mark.parametrize("field", [CharField(max_length=8), JSONField()], ids=["short", "json"])
def test_a_text_that_is_overlooked_is_noticed(monkeypatch, field):
    field.name, field.model = "nickname", LoggedContact
    monkeypatch.setattr(LoggedContact._meta, "concrete_fields", [field])
    assert list(overlooked(LoggedContact)) == ["no canary is written into cases.LoggedContact.nickname"]
