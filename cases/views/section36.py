"""The pages of the section 36 decision, and of the second signature where a case ends with it."""

from cases import operations
from cases.forms.section36 import Section36Form, SignSection36Form
from cases.models import Case, Section36Decision
from prevent_cases.pages.views import OperationPage


class DecideSection36(OperationPage):
    model = Case
    operation = operations.decide_section36
    form_class = Section36Form


class SignSection36(OperationPage):
    model = Case
    operation = operations.sign_section36
    form_class = SignSection36Form

    def context(self, request, record):
        seen = Section36Decision.objects.permitted(request.user, "cases.view_section36decision").filter(case=record)
        made = seen.on_carried().filter(in_error_at=None)
        return {"decisions": made.select_related("case", "referral", "decided_by", "checked_by").order_by("pk")}
