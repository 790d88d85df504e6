"""Records: every model is one or says why not, says what it is under and what its fields hold, and keeps its guard."""

import ast
import typing
from collections.abc import Iterable, Iterator

import pytest
from django.apps import apps
from django.db import models
from django.db.models import Manager, Model

from prevent_cases.access import rules
from prevent_cases.accounts.models import Area
from prevent_cases.audit.history import Event
from prevent_cases.audit.records import OutsideOperation, Record, RecordQuerySet
from referrals.models import Individual, Referral
from tests.architecture import product
from tests.architecture.product import Module

NO_RECORDS = {
    "accounts.User": "signing in saves it; operations note its changes",
    "audit.AuditChain": "the trail itself",
    "audit.AuditEntry": "the trail itself",
    "audit.DigestKey": "the trail's own keys, destroyed with the individual",
    "audit.Seal": "the trail itself",
    "cases.CaseGroupPermission": "guardian's rows, a projection of Share",
    "cases.CaseUserPermission": "guardian's rows, a projection of Share",
    "later.OutboxRow": "a queue, with keys only",
    "pages.Draft": "one person's own answers until they send them",
    "reference.ConcernType": "a code list, changed by migrations",
}
# Parts that are shown on the page of what they are under, to whoever sees that, and nowhere else.
SEEN_WITH_THEIR_WHOLE = {
    "cases.CaseReferral",
    "referrals.IdentityLink",
    "referrals.ReferralAddition",
    "referrals.TriageDecision",
}
CLASSES = {"public", "personal", "special", "sealed"}
# Personal, but of nobody whom a concern is about: subject access to these follows the person, not an individual.
OF_PROFESSIONALS = {"panels.Attendance": "who spoke for an agency at a meeting"}

BY_STATEMENT = ("save_base", "_raw_delete", "raw")


def no_record(model: type[Model]) -> Iterator[str]:
    if not issubclass(model, Record) and model._meta.label not in NO_RECORDS:
        yield f"{model._meta.label} is no Record, and nobody says why"


def without_history(model: type[Model]) -> Iterator[str]:
    """A model whose values before and after a change no trigger keeps."""
    tracked = {event.pgh_tracked_model for event in apps.get_models() if issubclass(event, Event)}
    if model not in tracked:
        yield f"{model._meta.label} has no history"


def badly_classed(model: type[Record]) -> Iterator[str]:
    """Fields of its own without a class; classes nobody knows, or of fields there are not."""
    fields = {field.name: field for field in model._meta.concrete_fields}
    own = {name for name, field in fields.items() if not field.is_relation and not field.primary_key}
    classes = getattr(model, "field_classes", {})
    yield from (f"{model._meta.label}.{name} has no class" for name in sorted(own - classes.keys()))
    yield from (f"{model._meta.label}.{name} is no field" for name in sorted(classes.keys() - fields.keys()))
    yield from (f"{model._meta.label}.{name} is {kind}" for name, kind in classes.items() if kind not in CLASSES)


def chain(model: type[Model]) -> Iterator[type[Model]]:
    """A model, the one it is under, and so on up; read off the keys, or off what a property says that it returns."""
    while model is not None:
        yield model
        under = getattr(model, "under", None)
        model = model_at(model, under) if under else None


def model_at(model: type[Model], name: str) -> type[Model]:
    attribute = getattr(model, name)
    if isinstance(attribute, property):
        return typing.get_type_hints(attribute.fget)["return"]
    return model._meta.get_field(name).related_model


def ends_nowhere(model: type[Record]) -> Iterator[str]:
    """A record that does not say what it is under, or that holds personal data and does not lead to an individual."""
    try:
        parts = [part for _, part in zip(range(10), chain(model), strict=False)]
    except (AttributeError, KeyError, models.FieldDoesNotExist) as fault:
        yield f"{model._meta.label} is under nothing there is: {fault}"
        return
    if len(parts) == 10:
        yield f"{model._meta.label} is under itself"
    elif "under" not in vars(model) and parts[-1] is model and model._meta.label not in {"accounts.Area"}:
        yield f"{model._meta.label} does not say what it is under"
    elif set(model.field_classes.values()) - {"public"} and parts[-1] is not Individual:
        if model._meta.label not in OF_PROFESSIONALS:
            yield f"{model._meta.label} is personal and leads to no individual"


def without_view_rule(model: type[Record]) -> Iterator[str]:
    name = f"{model._meta.app_label}.view_{model._meta.model_name}"
    if name not in rules and model._meta.label not in SEEN_WITH_THEIR_WHOLE:
        yield f"{model._meta.label} has no rule {name}"


def unguarded(model: type[Record]) -> Iterator[str]:
    """Ways in which a record could change outside an operation, or many at once."""
    for name in ("save", "delete", "change"):
        if getattr(model, name) is not getattr(Record, name):
            yield f"{model._meta.label}.{name} is not the guarded one"
    for manager in model._meta.managers:
        if not issubclass(manager._queryset_class, RecordQuerySet):
            yield f"{model._meta.label}.{manager.name} is a manager that changes what it likes"
    for name in ("update", "delete", "bulk_create", "bulk_update"):
        for manager in model._meta.managers:
            if getattr(manager._queryset_class, name) is not getattr(RecordQuerySet, name):
                yield f"{model._meta.label}.{manager.name}.{name} is not the refusing one"


def stepping_around(module: Module) -> Iterator[str]:
    """Python that writes records past their guard: the plain manager, ``save_base``, a statement of one's own."""
    for name, call in module.calls():
        source = ast.unparse(call.func)
        if name in BY_STATEMENT or "_base_manager" in source and name in ("update", "delete", "create", "bulk_create"):
            yield f"{module.name}:{call.lineno}: {source}"
        if name == "execute" and module.package not in ("prevent_cases.audit", "prevent_cases.embedded"):
            yield f"{module.name}:{call.lineno}: {source}"


RECORDS = [model for model in product.models() if issubclass(model, Record)]
EVERY_CHECK = [badly_classed, ends_nowhere, unguarded, without_history, without_view_rule]


def test_every_model_is_a_record_or_says_why_not():
    assert [fault for model in product.models() for fault in no_record(model)] == []


@pytest.mark.parametrize("check", EVERY_CHECK, ids=lambda check: check.__name__)
def test_no_record_is(check):
    assert [fault for model in RECORDS for fault in check(model)] == []


def test_what_is_listed_is_there():
    labels = {model._meta.label for model in product.models()}
    assert NO_RECORDS.keys() | SEEN_WITH_THEIR_WHOLE | OF_PROFESSIONALS.keys() <= labels


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model._meta.label)
def test_nothing_writes_a_record_outside_an_operation(model):
    ways = [
        lambda: model().save(),
        lambda: model(pk=1).delete(),
        lambda: model.objects.create(),
        lambda: model.objects.all().delete(),
        lambda: model.objects.update(pk=1),
        lambda: model.objects.bulk_create([model()]),
        lambda: model.objects.bulk_update([model(pk=1)], ["pk"]),
    ]
    for way in ways:
        with pytest.raises(OutsideOperation):
            way()


def test_no_code_steps_around_the_guard():
    assert [fault for module in product.modules() for fault in stepping_around(module)] == []


# The checks bite


class Planted(Record):
    """Not under anything, of no class, without history or rule, and with a manager that changes what it likes."""

    name = models.TextField()
    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="+")

    field_classes = {"nickname": "personal", "name": "secret"}
    everything = Manager()

    class Meta:
        app_label = "tests"

    def save(self, **kwargs):
        super(Record, self).save(**kwargs)
