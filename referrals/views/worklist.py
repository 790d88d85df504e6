"""The worklist: filtered, sorted and searched on the server, the oldest deadline first."""

from collections.abc import Mapping
from functools import cached_property

from prevent_cases.pages.views import RecordList
from prevent_cases.reference.working_days import WorkingDays
from referrals.forms.worklist import OPEN, asked, by_day, drawn, drawn_once, filtered
from referrals.models import Referral


class ListReferrals(RecordList):
    """The worklist of those who receive and oversee referrals."""

    model = Referral
    fetch_with = ("for_agency",)
    columns = (
        "reference", "area_id", "stage", "is_urgent", "given_names", "family_name", "born_on", "age_given",
        "submitted_at", "for_agency__slug", "for_agency__name", "due_on", "due_before", "due_moved_at",
        "unread_at",
    )  # fmt: skip

    @cached_property
    def said(self) -> Mapping:
        return asked(self.request.GET)

    def queryset(self, request):
        return filtered(self.said, request.user)

    def kept_as(self, request):
        return None if self.narrowed else (self.said["stage"], self.said["sort"])

    def sorted_by(self, request):
        return by_day(self.said)

    @cached_property
    def narrowed(self) -> set[str]:
        """What was asked besides which stages, and in which order."""
        return {name for name, value in self.said.items() if value and name not in ("stage", "sort")}

    def context(self, request, page):
        said = self.said
        of_area = WorkingDays.of_each({referral.area_id for referral in page.records}) if page.records else {}
        for referral in page.records:
            referral.due_words = of_area[referral.area_id].words(referral.due_on) if referral.due_on else ""
        agency = page.records[0].for_agency.name if said["agency"] and page.records else ""
        return {
            "questions": drawn(said) if self.narrowed else drawn_once(said["stage"], said["sort"]),
            "narrowed": self.narrowed or said["stage"] != OPEN,
            "agency": agency,
            "by_deadline": bool(self.sorted_by(request)),
        }
