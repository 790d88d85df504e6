"""Configuration of the look."""

from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "prevent_cases.look"
    label = "look"
