"""Configuration of the programming interface."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "prevent_cases.api"
    label = "api"
