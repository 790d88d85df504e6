"""The worklist: filtered, sorted and searched on the server, the oldest deadline first."""

from collections.abc import Mapping

from django.http import QueryDict

from prevent_cases import clock
from prevent_cases.pages.views import RecordList
from prevent_cases.reference.working_days import WorkingDays
from referrals.forms.worklist import OPEN, WorklistForm
from referrals.models import LIVE, Referral


class ListReferrals(RecordList):
    """The worklist of those who receive and oversee referrals."""

    model = Referral

    def queryset(self, request):
        return filtered(asked(request.GET), request.user)

    def sorted_by(self, request):
        said = asked(request.GET)
        # What has been decided is due no more.
        return "due_on" if said["stage"] in (OPEN, *LIVE) and said["sort"] == "due" else ""

    def context(self, request, page):
        said = asked(request.GET)
        of_area = WorkingDays.of_each({referral.area for referral in page.records}) if page.records else {}
        for referral in page.records:
            referral.due_words = of_area[referral.area_id].words(referral.due_on) if referral.due_on else ""
        narrowed = {name for name, value in said.items() if value and name not in ("stage", "sort")}
        agency = page.records[0].for_agency.name if said["agency"] and page.records else ""
        return {
            "form": WorklistForm(initial=said),
            "narrowed": narrowed or said["stage"] != OPEN,
            "agency": agency,
            "by_deadline": bool(self.sorted_by(request)),
        }


def asked(query: QueryDict) -> Mapping:
    """What was asked in the address, without what cannot be understood."""
    form = WorklistForm(query)
    form.is_valid()
    said = {name: form.cleaned_data.get(name) or field.initial for name, field in form.fields.items()}
    return said | {"stage": said["stage"] or OPEN, "sort": said["sort"] or "due", "only": said["only"] or []}


def filtered(said: Mapping, user):
    """The referrals that were asked for; which of them the reader may see is another's question."""
    found = Referral.objects.all()
    if said["stage"] == OPEN:
        found = found.filter(due_on__isnull=False)
    elif said["stage"] in LIVE:
        found = found.filter(stage=said["stage"], due_on__isnull=False)
    elif said["stage"] != "all":
        found = found.filter(stage=said["stage"])
    if "urgent" in said["only"]:
        found = found.filter(is_urgent=True)
    if "overdue" in said["only"]:
        found = found.filter(due_on__lt=clock.today())
    if "mine" in said["only"]:
        found = found.filter(handled_by=user)
    if said["sector"]:
        found = found.filter(for_agency__sector=said["sector"])
    if said["agency"]:
        found = found.filter(for_agency__slug=said["agency"])
    return found.named(said["q"]) if said["q"] else found
