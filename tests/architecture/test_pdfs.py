"""Every kind of PDF that is made here: tagged as PDF/UA-1 asks, with letters for all that stands in it."""

from celery import current_app
from django.apps import apps

from prevent_cases.documents.models import Document
from prevent_cases.later.models import OutboxRow
from prevent_cases.later.outbox import queues
from tests.documents.accessible import faults


def test_a_document_of_every_kind_is_accessible(world):
    errands = [name for name, queue in queues.items() if queue == "pdf"]
    for row in OutboxRow.objects.filter(task__in=errands, done_at=None).order_by("task", "-pk").distinct("task"):
        current_app.tasks[row.task](row.pk)
    kinds = [model for model in apps.get_models() if issubclass(model, Document)]
    assert len(kinds) >= 6
    for kind in kinds:
        made = kind.objects.exclude(made_at=None).first()
        assert made, f"{kind._meta.verbose_name}: the world has none to make"
        assert faults(made.read()) == [], kind._meta.verbose_name
