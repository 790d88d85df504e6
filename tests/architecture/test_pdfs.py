"""Every kind of PDF that is made here: tagged as PDF/UA-1 asks, with letters for all that stands in it."""

from celery import current_app
from django.apps import apps

from prevent_cases.documents.models import Document
from prevent_cases.later.models import OutboxRow
from prevent_cases.later.outbox import queues
from tests.documents.accessible import faults


def test_a_document_of_every_kind_is_accessible(world, todays):
    """Of a third of the kinds, by turns."""
    errands = [name for name, queue in queues.items() if queue == "pdf"]
    waiting = OutboxRow.objects.filter(task__in=errands, done_at=None).order_by("task", "-pk").distinct("task")
    rows = {row.task.partition(".make_")[2].replace("_", ""): row for row in waiting}
    kinds = {model._meta.model_name: model for model in apps.get_models() if issubclass(model, Document)}
    assert len(kinds) >= 6
    assert rows.keys() == kinds.keys(), "the world has none to make of some kind, or nothing that makes one"
    for name in todays(kinds, 3):
        current_app.tasks[rows[name].task](rows[name].pk)
        made = kinds[name].objects.exclude(made_at=None).first()
        assert faults(made.read()) == [], name
