"""The regular round that seals the trail."""

from celery import shared_task

from prevent_cases.audit import sealing


@shared_task(name="audit.seal")
def seal():
    sealing.seal()
