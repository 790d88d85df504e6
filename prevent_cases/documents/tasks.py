"""What happens unattended with files that were chosen and not sent yet; and what a PDF worker begins with."""

from celery import shared_task
from celery.signals import worker_init

from prevent_cases.documents import pdf, receiving
from prevent_cases.documents.models import State, Upload
from prevent_cases.later.outbox import errand


@errand("documents.check_upload", queue="files", longest_wait=receiving.ASKED_AGAIN)
def check_upload(upload_id: int):
    upload = Upload.objects.filter(pk=upload_id, state=State.WAITING).first()
    if upload:
        receiving.check_upload(upload)


@shared_task(name="documents.tidy")
def tidy():
    receiving.tidy()


@worker_init.connect
def load_before_forking(sender, **kwargs):
    """A PDF's child process is forked from the worker: what its first page would bring is there already."""
    if "pdf" in sender.app.amqp.queues.consume_from:
        pdf.load()
