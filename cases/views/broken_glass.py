"""Breaking the glass, closing it again, and judging it."""

from django.db.models import Count
from django.urls import reverse

from cases import operations
from cases.forms.broken_glass import BreakGlassForm, JudgeBrokenGlassForm
from cases.models import BrokenGlass, Case
from cases.permissions.broken_glass import list_broken_glasses, who_judges
from prevent_cases.accounts.models import Area
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import key_of
from prevent_cases.look.forms import Form
from prevent_cases.pages.views import OperationPage, RecordPage
from prevent_cases.reference.models import BrokenGlassPolicy

MOST_LISTED = 200


class BreakGlass(OperationPage):
    model = Case
    operation = operations.break_glass
    form_class = BreakGlassForm

    def context(self, request, record):
        return {"policy": BrokenGlassPolicy.of(record.area), "judges": who_judges(record, request.user)}

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
        seen = BrokenGlass.objects.permitted(request.user, "cases.view_brokenglass").filter(case__area=record)
        judge = BrokenGlass.objects.permitted(request.user, "cases.judge_broken_glass").to_judge()
        with_people = seen.select_related("case", "broken_by", "judged_by")
        counted = seen.order_by().values("broken_by__name", "broken_by").annotate(number=Count("pk"))
        return {
            "to_judge": with_people.to_judge().order_by("judge_by", "pk"),
            "mine": set(judge.filter(case__area=record).values_list("pk", flat=True)),
            "judged": with_people.exclude(judged_at=None).order_by("-pk")[:MOST_LISTED],
            "counted": counted.order_by("-number", "broken_by__name")[:MOST_LISTED],
        }
