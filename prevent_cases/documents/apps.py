"""Configuration of documents."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "prevent_cases.documents"
    label = "documents"
