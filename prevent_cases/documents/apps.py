"""Configuration of documents."""

from django.apps import AppConfig
from django.http import multipartparser


class DocumentsConfig(AppConfig):
    name = "prevent_cases.documents"
    label = "documents"

    def ready(self):
        # Django reads no more of what stands before a file than 1,024 bytes, and answers a longer name with a bare
        # error. It is read, and shortened as any long name is (``models.shown_name``).
        multipartparser.MAX_TOTAL_HEADER_SIZE = 64 * 1024
