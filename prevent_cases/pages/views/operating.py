"""The page of an operation."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db.models import Model
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from prevent_cases.access import SayFirst
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import Operation, Refused
from prevent_cases.pages import once, unsent
from prevent_cases.pages.views.page import Page
from prevent_cases.pages.views.reading import permitted_record, viewed


def made_form(form_class: type[Form], record, user, *data: Any) -> Form:
    """A form; one that depends on the record or the person takes them (``Form.for_record``)."""
    made_for = getattr(form_class, "for_record", None)
    return made_for(record, user, *data) if made_for else form_class(*data)


def address_after(record, result: Any) -> str:
    """The page of what an operation made, if it has one, otherwise of the record it was carried out on."""
    return (result if hasattr(result, "get_absolute_url") else record).get_absolute_url()


def said_after(operation: Operation, form: Form) -> str:
    """What whoever did it is told: the operation's own sentence, or that of a form that knows which way it went."""
    return getattr(form, "done", operation.sentence)


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
        if (written := unsent.take(request)) is None:
            return self.show(request, record, self.form(request, record))
        messages.warning(request, unsent.HERE_AGAIN)
        return self.show(request, record, self.form(request, record, written))

    def post(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        with once.form_sending(request, by=request.user) as sent:
            if sent.answer:
                return self.done(request, **sent.answer)
            try:
                record = permitted_record(self.model, request.user, self.operation.permission, **lookup)
            except SayFirst:
                unsent.keep(request)
                raise
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
            sent.keep(address=address, said=said_after(self.operation, form), is_new=result is not None)
        return self.done(request, **sent.answer)

    def done(self, request: HttpRequest, address: str, said: str) -> HttpResponse:
        messages.success(request, said)
        return redirect(address)

    def form(self, request: HttpRequest, record, *data: Any) -> Form:
        return made_form(self.form_class, record, request.user, *data)

    def show(self, request: HttpRequest, record, form: Form, status: int = 200) -> HttpResponse:
        AuditEntry.view(record, by=request.user, what=self.operation.permission)
        # First: the obstacle asks of what was fetched for the page.
        context = {"record": record, "operation": self.operation, "form": form} | self.context(request, record)
        # On an answer with errors the obstacle, if any, stands among them already.
        obstacle = "" if form.is_bound else self.obstacle(request, record)
        return self.render(request, context | {"obstacle": obstacle}, status=status)

    def obstacle(self, request: HttpRequest, record) -> str:
        return str(self.operation.obstacle(record))

    def context(self, request: HttpRequest, record) -> dict[str, Any]:
        return {}

    def destination(self, record, result: Any) -> str:
        """Where success leads."""
        return address_after(record, result)
