"""Lists of records, page by page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse

from prevent_cases.access import view_rule
from prevent_cases.audit.models import AuditEntry
from prevent_cases.pages.views.page import Page
from prevent_cases.pages.views.reading import fetched
from prevent_cases.prepared import PreparedRecords, among

PAGE_SIZE = 25

COUNT_CAP = 500


@dataclass(frozen=True)
class ListedPage:
    """A page of records, newest first, with the reference that the next page starts after."""

    records: list
    next: str
    count_words: str


def listed_page(
    queryset, user, permission: str, after: str = "", by: str = "", fetch_with=None, columns=(), kept_as=None
) -> ListedPage:
    """The page of permitted records of ``queryset`` after the one that ``after`` names: newest first, or by a day.

    A page by a day says that day before the reference, since the record before it may have another by now.
    """
    model = queryset.model
    start = ()
    if "\x00" in after:  # The database cannot even be asked for it.
        raise Http404
    if after:
        day, _, reference = after.rpartition("_")
        key = model.objects.permitted(user, permission).filter(reference=reference).values_list("pk", flat=True).first()
        if key is None or bool(day) != bool(by):
            raise Http404
        start = (day_said(day), key) if by else (key,)
    sorted_as = {"by": by, "kept_as": kept_as}
    counted = queryset.permitted_page(user, permission, size=COUNT_CAP, **sorted_as)
    keys = queryset.permitted_page(user, permission, after=start, size=PAGE_SIZE, **sorted_as) if after else counted
    more = len(keys) > PAGE_SIZE
    read = user.posts.kept(
        ("listed", model, fetch_with, columns),
        lambda: PreparedRecords(fetched(model, fetch_with).only(*columns).filter(among("pk", "keys"))),
    )
    found = {record.pk: record for record in read(keys=keys[:PAGE_SIZE])}
    records = [found[key] for key in keys[:PAGE_SIZE] if key in found]
    words = f"More than {COUNT_CAP}" if len(counted) > COUNT_CAP else str(len(counted))
    return ListedPage(records, place_of(records[-1], by) if more else "", words)


def place_of(record, by: str) -> str:
    return f"{getattr(record, by)}_{record.reference}" if by else record.reference


def day_said(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise Http404 from None


class RecordList(Page):
    """The records a person may see, page by page; the same cost however many there are that they may not.

    One that shows more of them than what tells them apart is a view of each, and is written as one.
    """

    model: type[Model]
    permission: str = ""
    fetch_with: tuple[str, ...] | None = None  # As with one record.
    columns: tuple[str, ...] = ()  # All, unless the page says which it shows: of a wide table it is worth it.
    shows_content = False

    def get(self, request: HttpRequest) -> HttpResponse:
        permission = self.permission or view_rule(self.model).name
        after = request.GET.get("after", "")
        which, by = self.kept_as(request), self.sorted_by(request)
        if which is None:
            kept_as, found = None, self.queryset(request)
        else:
            kept_as = (type(self), which)
            found = request.user.posts.kept(("listed among", *kept_as), lambda: self.queryset(request))
        page = listed_page(found, request.user, permission, after, by, self.fetch_with, self.columns, kept_as)
        if self.shows_content:
            AuditEntry.view(*page.records, by=request.user, what=permission)
        return self.render(request, {"page": page} | self.context(request, page))

    def queryset(self, request: HttpRequest):
        """The records among which the permitted ones are listed."""
        return self.model.objects.all()

    def kept_as(self, request: HttpRequest) -> Any:
        """Which of a few lists this is, if it is made of the reader's posts and the day alone (``kept``)."""
        return None

    def sorted_by(self, request: HttpRequest) -> str:
        """The day by which they are sorted, where it is not the newest that come first."""
        return ""

    def context(self, request: HttpRequest, page: ListedPage) -> dict[str, Any]:
        return {}
