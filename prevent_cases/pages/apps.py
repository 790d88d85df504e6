"""Configuration of the pages and their drafts."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PagesConfig(AppConfig):
    name = "prevent_cases.pages"
    label = "pages"

    def ready(self):
        # Every rule with all its grounds, in workers and commands too, and lower apps' before what higher ones add.
        autodiscover_modules("permissions")
