"""Configuration of the outbox."""

from django.apps import AppConfig


class LaterConfig(AppConfig):
    name = "prevent_cases.later"
    label = "later"
    verbose_name = "outbox"
