"""Configuration of the code lists."""

from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    name = "prevent_cases.reference"
    label = "reference"
