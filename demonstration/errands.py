"""The errands that operations leave: done in the past as the workers would have done them, except the PDFs."""

from celery import current_app

from prevent_cases.later.models import OutboxRow
from prevent_cases.later.outbox import queues


def carry_out_errands() -> None:
    """Do what waits, at this moment. Making PDFs takes long and has its own worker, which will find its rows."""
    tasks = [task for task, queue in queues.items() if queue != "pdf"]
    for row in OutboxRow.objects.filter(done_at=None, task__in=tasks).order_by("pk"):
        current_app.tasks[row.task](row.pk)
