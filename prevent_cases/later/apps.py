"""Configuration of the outbox."""

from django.apps import AppConfig


class LaterConfig(AppConfig):
    name = "prevent_cases.later"
    label = "later"
    verbose_name = "outbox"

    def ready(self):
        """Know every task and its queue in every process: whoever commits a row rings for it."""
        from prevent_cases.celery import app

        app.autodiscover_tasks(force=True)
