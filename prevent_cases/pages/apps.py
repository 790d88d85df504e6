"""Configuration of the pages and their drafts."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "prevent_cases.pages"
    label = "pages"
