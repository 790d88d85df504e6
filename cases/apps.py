"""Configuration of cases."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"
