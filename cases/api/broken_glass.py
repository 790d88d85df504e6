"""The endpoints of breaking the glass."""

from cases import operations
from cases.forms.broken_glass import BreakGlassForm, JudgeBrokenGlassForm
from cases.models import BrokenGlass, Case
from prevent_cases.api.endpoints import OperationEndpoint


class BreakGlass(OperationEndpoint):
    model = Case
    operation = operations.break_glass
    form_class = BreakGlassForm


class CloseBrokenGlass(OperationEndpoint):
    model = BrokenGlass
    operation = operations.close_broken_glass


class JudgeBrokenGlass(OperationEndpoint):
    model = BrokenGlass
    operation = operations.judge_broken_glass
    form_class = JudgeBrokenGlassForm
