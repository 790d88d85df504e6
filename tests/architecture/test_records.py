"""Records: every model is one or says why not, says what it is under and what its fields hold, and keeps its guard."""

import ast
import typing
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Model
from django.test.utils import isolate_apps

from prevent_cases.access import rules
from prevent_cases.accounts.models import Area
from prevent_cases.audit.history import Event
from prevent_cases.audit.records import OutsideOperation, Record, RecordQuerySet
from referrals.models import Individual, Referral
from tests.architecture import product
from tests.architecture.product import Module, assert_none

NO_RECORDS = {
    "accounts.User": "signing in saves it; operations note its changes",
    "audit.AuditChain": "the trail itself",
    "audit.AuditEntry": "the trail itself",
    "audit.DigestKey": "the trail's own keys, destroyed with the individual",
    "audit.Seal": "the trail itself",
    "cases.CaseGroupPermission": "guardian's rows, a projection of Share",
    "cases.CaseUserPermission": "guardian's rows, a projection of Share",
    "documents.Upload": "one person's own file until they send it; only sealing it is an operation",
    "later.OutboxRow": "a queue, with keys only",
    "pages.Draft": "one person's own answers until they send them",
    "pages.SentOnce": "which key was used and where it led, for a day; the records are what was done",
    "reference.ConcernType": "a code list, changed by migrations",
    "reference.CaseEndReason": "a code list, changed by migrations",
    "reference.OnwardService": "a code list, changed by migrations",
    "reference.NationalContact": "a code list, changed by migrations",
    "reference.NationalFormBlock": "a code list, changed by migrations",
    "referrals.DraftReferral": "pages.Draft by what it is to become",
    "referrals.MatchKey": "derived from what referrals say; its history would be a copy that outlives the individual",
}
# Parts that are shown on the page of what they are under, to whoever sees that, and nowhere else.
SEEN_WITH_THEIR_WHOLE = {
    "cases.CaseReferral",
    "cases.FactorEntry",
    "reference.FrameworkDomain",
    "reference.FrameworkFactor",
    "reference.ScalePoint",
    "referrals.AgeSaid",
    "referrals.ConcernEntry",
    "referrals.EndProposal",
    "referrals.FoundUntrue",
    "referrals.IdentityDecision",
    "referrals.IdentityLink",
    "referrals.ParallelReferral",
    "referrals.ReferralAddition",
    "referrals.ReferralFeedback",
    "referrals.ReferralQuestion",
    "referrals.ReferralTransfer",
    "referrals.SecondReading",
    "referrals.SupportNeed",
    "referrals.TriageAssessment",
    "referrals.TriageDecision",
    "referrals.UrgencyJudgement",
    "referrals.Withdrawal",
    "reports.SummarisedContribution",
}
CLASSES = {"public", "personal", "special", "sealed"}
# Personal, but of nobody whom a concern is about: subject access to these follows the person, not an individual.
OF_PROFESSIONALS = {
    "referrals.Enquiry": "asked about nobody in particular; its words are forgotten by themselves",
    "referrals.PublicConcern": "not yet about anybody; its words are forgotten by themselves",
    "panels.Attendance": "who spoke for an agency at a meeting",
    "cases.AreaSearch": "why somebody searched a whole area; what they looked for is not kept",
}

PAST_THE_GUARD = ("save_base", "_raw_delete", "raw")
WRITES = ("create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create")


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
    except (AttributeError, KeyError, FieldDoesNotExist) as fault:
        yield f"{model._meta.label} is under nothing there is: {fault}"
        return
    if len(parts) == 10:
        yield f"{model._meta.label} is under itself"
    elif model is not Area and all("under" not in vars(kind) for kind in model.__mro__ if kind is not Record):
        yield f"{model._meta.label} does not say what it is under"
    elif is_personal(model) and parts[-1] is not Individual and model._meta.label not in OF_PROFESSIONALS:
        yield f"{model._meta.label} is personal and leads to no individual"


def is_personal(model: type[Record]) -> bool:
    return bool(set(model.field_classes.values()) - {"public"})


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
        for name in ("update", "delete", "bulk_create", "bulk_update"):
            if getattr(manager._queryset_class, name) is not getattr(RecordQuerySet, name):
                yield f"{model._meta.label}.{manager.name}.{name} is not the refusing one"


def stepping_around(module: Module) -> Iterator[str]:
    """Python that writes records past their guard: the plain manager, ``save_base``, a statement of one's own."""
    for name, call in module.calls():
        source = ast.unparse(call.func)
        plain_manager = "_base_manager" in source and name in WRITES
        # What prepared and kept questions execute is what Django compiled from queries that read.
        reads = {"prevent_cases.prepared", "prevent_cases.pages.together"}
        own = reads | {"prevent_cases.audit", "prevent_cases.embedded"}
        statement = name == "execute" and not {module.name, module.package} & own
        if name in PAST_THE_GUARD or plain_manager or statement:
            yield f"{module.name}:{call.lineno}: {source}"


RECORDS = [model for model in product.models() if issubclass(model, Record)]
EVERY_CHECK = [badly_classed, ends_nowhere, unguarded, without_history, without_view_rule]


def test_every_model_is_a_record_or_says_why_not():
    assert_none(fault for model in product.models() for fault in no_record(model))


@pytest.mark.parametrize("check", EVERY_CHECK, ids=lambda check: check.__name__)
def test_no_record_is(check):
    assert_none(fault for model in RECORDS for fault in check(model))


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
    assert_none(fault for module in product.modules() for fault in stepping_around(module))


# The checks bite


@pytest.fixture
def planted():
    """Models that break every promise, in a registry of their own."""
    with isolate_apps("home"):

        class Note(Model):
            class Meta:
                app_label = "home"

        class Visit(Record):
            where = models.TextField()
            everything = models.Manager()
            field_classes = {"where": "secret", "when": "public"}

            class Meta:
                app_label = "home"

            def save(self, **kwargs):
                super(Record, self).save(**kwargs)

        class Visitor(Record):
            under = "visit"
            visit = models.ForeignKey(Visit, models.PROTECT)
            name = models.TextField()
            field_classes = {"name": "personal"}

            class Meta:
                app_label = "home"

        yield Note, Visit, Visitor


def test_a_model_that_is_no_record_is_found(planted):
    assert list(no_record(planted[0])) == ["home.Note is no Record, and nobody says why"]


def test_a_record_that_breaks_a_promise_is_found(planted):
    _, visit, visitor = planted
    assert list(badly_classed(visit)) == ["home.Visit.when is no field", "home.Visit.where is secret"]
    assert list(ends_nowhere(visit)) == ["home.Visit does not say what it is under"]
    assert list(ends_nowhere(visitor)) == ["home.Visitor is personal and leads to no individual"]
    assert list(without_history(visit)) == ["home.Visit has no history"]
    assert list(without_view_rule(visit)) == ["home.Visit has no rule home.view_visit"]
    assert set(unguarded(visit)) == {
        "home.Visit.save is not the guarded one",
        "home.Visit.everything.update is not the refusing one",
        "home.Visit.everything.delete is not the refusing one",
        "home.Visit.everything.bulk_create is not the refusing one",
        "home.Visit.everything.bulk_update is not the refusing one",
    }


def test_a_field_without_a_class_is_found(monkeypatch):
    monkeypatch.setattr(Area, "field_classes", {"name": "public"})
    assert "accounts.Area.slug has no class" in badly_classed(Area)


def test_a_record_under_nothing_there_is_is_found(monkeypatch):
    monkeypatch.setattr(Referral, "under", "person")
    assert "is under nothing there is" in next(ends_nowhere(Referral))


@pytest.mark.parametrize(
    "written",
    [
        "case.save_base()",
        "Case._base_manager.filter(pk=1).update(stage='active')",
        "Case.objects.raw('UPDATE cases_case SET stage = 1')",
        "cursor.execute('DELETE FROM cases_case')",
    ],
)
def test_code_that_steps_around_the_guard_is_found(written):
    assert list(stepping_around(Module("cases.operations", written))) != []
