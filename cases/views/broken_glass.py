"""Breaking the glass, closing it again, and judging it."""

from django.urls import reverse

from cases import operations
from cases.forms.broken_glass import InDangerForm, JudgeBrokenGlassForm, NoDangerForm
from cases.models import BrokenGlass, GlassKind
from cases.permissions.broken_glass import list_broken_glasses
from cases.shown.areas import MOST_LISTED, broken_glasses
from cases.views.looking import ShutCase
from prevent_cases.accounts.models import Area
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import key_of
from prevent_cases.look.forms import Form
from prevent_cases.pages.views import OperationPage, RecordPage


class BreakGlass(ShutCase):
    operation = operations.break_glass
    form_class = InDangerForm

    def form(self, request, record, *data):
        """Of the two, that which was sent."""
        if data and data[0].get("kind") != GlassKind.IN_DANGER:
            self.form_class = NoDangerForm
        return super().form(request, record, *data)

    def destination(self, record, result):
        return record.get_absolute_url()


class CloseBrokenGlass(OperationPage):
    model = BrokenGlass
    operation = operations.close_broken_glass
    form_class = Form

    def destination(self, record, result):
        return reverse("cases:list_cases")


class JudgeBrokenGlass(OperationPage):
    model = BrokenGlass
    operation = operations.judge_broken_glass
    form_class = JudgeBrokenGlassForm

    def context(self, request, record):
        # What they opened and did meanwhile, in the trail's own words, which say nothing of what stands there.
        entries = AuditEntry.objects.about(record.case).filter(
            by=key_of(record.broken_by), at__gte=record.broken_at, at__lte=record.ends_at
        )
        return {"entries": entries[:MOST_LISTED], "list": list_for(request.user, record)}

    def destination(self, record, result):
        return list_for(self.request.user, record)


def list_for(user, glass: BrokenGlass) -> str:
    """The list of them, or home for a chair to whom this one was left."""
    area = glass.case.area
    may_list = list_broken_glasses.permits(user, area)
    return reverse("cases:broken_glasses", args=[area.slug]) if may_list else "/"


class BrokenGlasses(RecordPage):
    """All that was broken in an area: those to judge first, then the newest; and how often by whom."""

    model = Area
    permission = "cases.list_broken_glasses"

    def context(self, request, record):
        return broken_glasses(record, request.user)
