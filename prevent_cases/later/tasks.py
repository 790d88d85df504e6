"""The regular round that rings for what is not done."""

from celery import shared_task

from prevent_cases.later import outbox


@shared_task(name="later.sweep")
def sweep():
    outbox.sweep()
