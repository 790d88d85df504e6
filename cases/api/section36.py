"""The endpoint of the section 36 decision."""

from cases import operations
from cases.forms.section36 import Section36Form
from cases.models import Case
from prevent_cases.api.endpoints import OperationEndpoint


class DecideSection36(OperationEndpoint):
    model = Case
    operation = operations.decide_section36
    form_class = Section36Form
