"""The pages of the section 36 decision, and of the second signature where a case ends with it."""

from cases import operations
from cases.forms.section36 import Section36Form, SignSection36Form
from cases.models import Case
from referrals.views.hold import StoppedByHold


class DecideSection36(StoppedByHold):
    model = Case
    operation = operations.decide_section36
    form_class = Section36Form


class SignSection36(StoppedByHold):
    model = Case
    operation = operations.sign_section36
    form_class = SignSection36Form
