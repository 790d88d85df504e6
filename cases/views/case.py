"""The list of cases, and a case as a whole."""

from django.db.models import Prefetch, Q, prefetch_related_objects

from cases.models import Case, LegalHold, RetentionReview
from cases.models.keeping import keeping_to_review
from cases.shown.case import concerns, overview, trail
from prevent_cases.access import rules
from prevent_cases.accounts.models import Area
from prevent_cases.pages.history import RecordHistoryPage
from prevent_cases.pages.views import RecordList, RecordPage
from prevent_cases.prepared import PreparedRecords

# What the list leads to, area by area, for those who may.
OF_AREAS = {
    "may_see_owners": "cases.view_owners",
    "may_govern": "cases.list_broken_glasses",
    "may_look": "cases.look_for_case",
    "may_see_agreements": "cases.list_agreements",
    "may_see_help": "cases.list_help",
}


class ListCases(RecordList):
    """The cases a person may see: their area's, their panel's, those shared with their agency."""

    model = Case
    fetch_with = ("individual", "owner")
    columns = (
        "reference", "individual__given_names", "individual__family_name", "individual__born_on", "owner__name",
        "stage", "opened_at", "retention_review_on",
    )  # fmt: skip

    def queryset(self, request):
        if "keeping" in request.GET:
            # By what is missing nobody notices a legal hold of which they may not know.
            known = LegalHold.objects.permitted(request.user, "cases.view_legalhold").standing()
            return keeping_to_review(Case.objects.all(), known)
        if "ended" in request.GET:
            return Case.objects.all()
        live = Case.objects.filter(ended_at=None)
        return live.filter(owner=request.user) if "mine" in request.GET else live

    def kept_as(self, request):
        return next((each for each in ("keeping", "ended", "mine") if each in request.GET), "")

    def context(self, request, page):
        areas = request.user.posts.kept("areas with cases", lambda: self.areas(request.user))()
        shown = self.kept_as(request)
        if shown == "keeping":
            kept = RetentionReview.objects.permitted(request.user, "cases.view_retentionreview").to_sign()
            prefetch_related_objects(page.records, Prefetch("retention_reviews", kept, to_attr="kept_to_sign"))
        return {
            "shown": shown,
            "areas": areas,
            "works_for_agency": bool(request.user.posts.agencies()),
            "owners_of": any(area.may_see_owners for area in areas),
            "may_govern": any(area.may_govern for area in areas),
        }

    @staticmethod
    def areas(user) -> PreparedRecords:
        held = {name: rules[permission].held_by(user) for name, permission in OF_AREAS.items()}
        any_held = Q(*((name, True) for name in held), _connector=Q.OR)
        return PreparedRecords(Area.objects.annotate(**held).filter(any_held).order_by("name"))


class ViewCase(RecordPage):
    """Where a case stands: what comes next, what others have done since one's last visit, and whose it is."""

    model = Case

    def context(self, request, record):
        return overview(record, request.user)


class Concerns(RecordPage):
    """The referrals that a case carries, as they were sent, with what was said since."""

    model = Case

    def context(self, request, record):
        return {"referrals": concerns(record, request.user)}


class CaseHistory(RecordHistoryPage):
    """What was done about this case, and that somebody in another area was told that the person may be known here."""

    model = Case

    def entries(self, record):
        return trail(record, self.request.user)
