"""The page classes: a record, a list of records, an operation. Each asks the permission; none can be told not to.

A page fetches and authorises in one call. What a person may not see is 404; what they may see but not do is 403; what
is not possible now is the page with the sentence of the obstacle.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db.models import BigIntegerField, BooleanField, F, Func, Model, QuerySet, TextField
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View

from prevent_cases.access import May, rules, view_rule
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import Operation, Refused
from prevent_cases.pages import once
from prevent_cases.prepared import Given, PreparedRecords

PAGE_SIZE = 25
COUNT_CAP = 500


def permitted_record(model: type[Model], user, permission: str, read=None, **lookup: Any) -> Model:
    """The record, if ``user`` holds ``permission`` on it. Raises Http404 (not visible) or PermissionDenied."""
    read = read or fetched

    def permitted(name: str) -> Model | None:
        records = lambda: read(model).filter(rules[name].condition(user))  # noqa: E731
        return the_one(records, user, ("permitted", name, read), **lookup)

    if (record := permitted(permission)) is not None:
        return record
    if permitted(view_rule(model).name) is not None:
        raise PermissionDenied
    raise Http404


def the_one(records: Callable[[], QuerySet], user, kept_as: tuple, **lookup: str | int) -> Model | None:
    """The one of ``records`` that a lookup finds.

    They are made of the user's posts and the day alone, and kept with these (docs/adr/0018) under ``kept_as``.
    """
    kinds = {str: TextField(), int: BigIntegerField()}

    def prepared() -> PreparedRecords:
        given = {name: Given(name, kinds[type(value)]) for name, value in lookup.items()}
        return PreparedRecords(records().filter(**given)[:1])  # ``first`` would sort by every column that is read.

    find = user.posts.kept((*kept_as, *lookup), prepared)
    return next(iter(find(**lookup)), None)


def fetched(model: type[Model], fetch_with: tuple[str, ...] | None = None):
    """Records with the parts their pages show, so that a page asks no query a row (``Model.fetch_with``)."""
    if fetch_with is None:
        fetch_with = getattr(model, "fetch_with", ())
    return model._base_manager.select_related(*fetch_with)


def viewed(model: type[Model], fetch_with: tuple[str, ...] | None = None):
    """The same with whatever else the record of a page is shown with (``Model.viewed_with``)."""
    read = fetched(model, fetch_with)
    return model.viewed_with(read) if hasattr(model, "viewed_with") else read


def viewed_record(model: type[Model], user, permission: str, fetch_with=None, **lookup: Any) -> tuple[Model, May]:
    """As ``permitted_record``, and all that ``user`` may do with it."""

    def records() -> QuerySet:
        return viewed(model, fetch_with).annotate(**May.asked(user, model))

    record = the_one(records, user, ("viewed", model, fetch_with), **lookup)
    if record is None:
        raise Http404
    may = May(record)
    if not getattr(may, rules[permission].verb):
        raise PermissionDenied if getattr(may, view_rule(model).verb) else Http404
    return record, may


def made_form(form_class: type[Form], record, user, *data: Any) -> Form:
    """A form; one that depends on the record or the person takes them (``Form.for_record``)."""
    made_for = getattr(form_class, "for_record", None)
    return made_for(record, user, *data) if made_for else form_class(*data)


def address_after(record, result: Any) -> str:
    """The page of what an operation made, if it has one, otherwise of the record it was carried out on."""
    return (result if hasattr(result, "get_absolute_url") else record).get_absolute_url()


class Page(LoginRequiredMixin, View):
    """The start of every page here: somebody is signed in, and the template is called as the address is."""

    template_name: str = ""

    def dispatch(self, request: HttpRequest, *args: Any, **lookup: Any) -> HttpResponse:
        try:
            return super().dispatch(request, *args, **lookup)
        except Http404:
            if (answer := self.gone(request, **lookup)) is None:
                raise
            return answer

    def gone(self, request: HttpRequest, **lookup: Any) -> HttpResponse | None:
        """What is answered to somebody from whom this has gone on to where they may see it; else it does not exist."""
        return None

    def render(self, request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
        match = request.resolver_match
        template = self.template_name or f"{match.app_name or match.namespace}/{match.url_name}.html"
        return render(request, template, context, status=status)


class RecordPage(Page):
    """One record. The view is written to the trail before anything is shown."""

    model: type[Model]
    fetch_with: tuple[str, ...] | None = None  # The model's own, unless the page needs others.
    permission: str = ""
    may: May

    def get(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        permission = self.permission or view_rule(self.model).name
        record, self.may = viewed_record(self.model, request.user, permission, self.fetch_with, **lookup)
        AuditEntry.view(record, by=request.user, what=permission)
        context = {"record": record, "may": self.may}
        return self.render(request, context | self.context(request, record))

    def context(self, request: HttpRequest, record) -> dict[str, Any]:
        """What the template shows besides the record."""
        return {}


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
        lambda: PreparedRecords(of_keys(fetched(model, fetch_with).only(*columns))),
    )
    found = {record.pk: record for record in read(keys=keys[:PAGE_SIZE])}
    records = [found[key] for key in keys[:PAGE_SIZE] if key in found]
    words = f"More than {COUNT_CAP}" if len(counted) > COUNT_CAP else str(len(counted))
    return ListedPage(records, place_of(records[-1], by) if more else "", words)


class IsAmong(Func):
    """Whether a value is among those of an array."""

    template, arg_joiner = "%(expressions)s)", " = ANY("
    output_field = BooleanField()


def of_keys(records: QuerySet) -> QuerySet:
    """Those whose keys are ``Given``."""
    return records.filter(IsAmong(F("pk"), Given("keys", ArrayField(BigIntegerField()))))


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
        found, by = self.queryset(request), self.sorted_by(request)
        which = self.kept_as(request)
        kept_as = None if which is None else (type(self), which)
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


class OperationPage(Page):
    """An operation: its form's fields are the operation's arguments; what it says on success is its own sentence.

    Sent twice, the same form is carried out once and leads to the same place (``pages.once``).
    """

    model: type[Model]
    operation: Operation
    form_class: type[Form] = Form

    def dispatch(self, request: HttpRequest, *args: Any, **lookup: Any) -> HttpResponse:
        try:
            return super().dispatch(request, *args, **lookup)
        except (PermissionDenied, Http404):
            if request.method == "POST":  # Whoever only looks at the page has tried nothing.
                self.operation.note_refusal(by=request.user, **lookup)
            raise

    def get(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        record = permitted_record(self.model, request.user, self.operation.permission, viewed, **lookup)
        return self.show(request, record, self.form(request, record))

    def post(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        with once.form_sending(request, by=request.user) as sent:
            if sent.answer:
                return self.done(request, **sent.answer)
            record = permitted_record(self.model, request.user, self.operation.permission, **lookup)
            form = self.form(request, record, request.POST, request.FILES)
            if form.is_valid() and (objection := sent.objection()):
                form.add_error(None, objection)
            if not form.is_valid():
                return self.show(request, record, form, status=422)
            try:
                result = self.operation(record, by=request.user, **form.cleaned_data)
            except Refused as refusal:
                form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
                self.operation.note_refusal(by=request.user, **lookup)
                return self.show(request, record, form, status=409)
            except ObjectDoesNotExist:
                raise Http404 from None
            address = self.destination(record, result)
            sent.keep(address=address, is_new=result is not None)
        return self.done(request, address)

    def done(self, request: HttpRequest, address: str) -> HttpResponse:
        messages.success(request, self.operation.sentence)
        return redirect(address)

    def form(self, request: HttpRequest, record, *data: Any) -> Form:
        return made_form(self.form_class, record, request.user, *data)

    def show(self, request: HttpRequest, record, form: Form, status: int = 200) -> HttpResponse:
        AuditEntry.view(record, by=request.user, what=self.operation.permission)
        # First: the obstacle asks of what was fetched for the page.
        context = {"record": record, "operation": self.operation, "form": form} | self.context(request, record)
        # On an answer with errors the obstacle, if any, stands among them already.
        obstacle = "" if form.is_bound else str(self.operation.obstacle(record))
        return self.render(request, context | {"obstacle": obstacle}, status=status)

    def context(self, request: HttpRequest, record) -> dict[str, Any]:
        return {}

    def destination(self, record, result: Any) -> str:
        """Where success leads."""
        return address_after(record, result)
