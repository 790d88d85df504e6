"""The Celery application: the bell for rows of the outbox, and the clock of the regular rounds."""

import os

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prevent_cases.settings")

app = Celery("prevent_cases")
app.config_from_object("django.conf:settings", namespace="CELERY")


@setup_logging.connect
def keep_django_logging(**kwargs):
    """Celery would replace the structured logs of settings.py by its own."""
