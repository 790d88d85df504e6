"""Saying for what one opens a case on which one does not work, and who said so."""

from django.utils.http import url_has_allowed_host_and_scheme

from cases import operations
from cases.forms.purpose import SayPurposeForm
from cases.models import Case, Purpose
from cases.shown.noticed import lay_noticed
from prevent_cases.pages.views import OperationPage, RecordList


class SayPurpose(OperationPage):
    model = Case
    operation = operations.say_purpose
    form_class = SayPurposeForm

    def destination(self, record, result):
        page = self.request.GET.get("next", "")
        # Never to another site, whoever made the link.
        return page if url_has_allowed_host_and_scheme(page, None) else record.get_absolute_url()


class ListPurposes(RecordList):
    model = Purpose

    def context(self, request, page):
        lay_noticed(page.records, "said_by")
        return {}
