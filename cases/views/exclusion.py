"""The pages of named exclusions."""

from django.urls import reverse

from cases import operations
from cases.forms.exclusion import ExcludePersonForm
from cases.models import Case, Exclusion
from prevent_cases.look.forms import Form
from prevent_cases.pages.views import OperationPage


class ExcludePerson(OperationPage):
    model = Case
    operation = operations.exclude_person
    form_class = ExcludePersonForm

    def destination(self, record, result):
        # Whoever excludes themselves has seen it for the last time.
        if result.person == self.request.user:
            return reverse("cases:list_cases")
        return result.get_absolute_url()


class EndExclusion(OperationPage):
    model = Exclusion
    operation = operations.end_exclusion
    form_class = Form
