"""The regular round that forgets what was sent under which key."""

from celery import shared_task

from prevent_cases.pages import once


@shared_task(name="pages.forget_sent")
def forget_sent():
    once.forget()
