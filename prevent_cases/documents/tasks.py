"""What happens unattended with files that were chosen and not sent yet."""

from celery import shared_task

from prevent_cases.documents import receiving
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
