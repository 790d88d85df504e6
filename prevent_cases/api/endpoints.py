"""The endpoint classes: a record, a list of records, an operation; each the counterpart of a page class."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db.models import Model, prefetch_related_objects
from django.forms import Form
from django.http import Http404
from rest_framework.exceptions import ParseError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from prevent_cases.access import view_rule
from prevent_cases.api import answers
from prevent_cases.api.problems import Invalid, SentOtherwise, faults_of
from prevent_cases.api.schema import IDEMPOTENCY_KEY, EndpointSchema
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import Operation, Refused
from prevent_cases.pages import once
from prevent_cases.pages.views import address_after, listed_page, made_form, permitted_record, said_after

LONGEST_KEY = 255


class Endpoint(APIView):
    """The start of every endpoint: in the list of what can be asked it stands under its app and its own name."""

    schema = EndpointSchema()
    model: type[Model]
    permission: str = ""
    serializer_class: type[BaseSerializer]

    def permission_asked(self) -> str:
        return self.permission or view_rule(self.model).name


class RecordEndpoint(Endpoint):
    """One record. The view is written to the trail before anything is shown."""

    def get(self, request: Request, **lookup: Any) -> Response:
        permission = self.permission_asked()
        record = permitted_record(self.model, request.user, permission, **lookup)
        AuditEntry.view(record, by=request.user, what=permission)
        return Response(self.serializer_class(record, context={"request": request}).data)


def form_in_address(form_class: type[Form], record: Model, request: Request) -> Form:
    """A form about a record, filled in from the address. Raises Invalid where it is not valid."""
    fields = made_form(form_class, record, request.user).fields
    form = made_form(form_class, record, request.user, answers.of(fields, request.query_params.dict()))
    if not form.is_valid():
        raise Invalid(faults_of(form))
    return form


class RecordListEndpoint(Endpoint):
    """The records a person may see, newest first; ``next`` is where the next page starts: ``?after=``.

    ``form_class`` asks, in the address, which of them and in which order; ``reads_with`` names the relations that a
    serializer follows, which are read for a page and not for each.
    """

    form_class: type[Form] = Form
    reads_with: tuple[str, ...] = ()

    def get(self, request: Request) -> Response:
        after = request.query_params.get("after", "")
        by = self.sorted_by(request)
        page = listed_page(self.queryset(request), request.user, self.permission_asked(), after, by)
        prefetch_related_objects(page.records, *self.reads_with)
        self.lay_beside(page.records)
        results = self.serializer_class(page.records, many=True, context={"request": request}).data
        return Response({"results": results, "next": page.next})

    def queryset(self, request: Request):
        """The records among which the permitted ones are listed."""
        return self.model.objects.all()

    def lay_beside(self, records: list[Model]) -> None:
        """What their page shows besides, read for all at once."""

    def sorted_by(self, request: Request) -> str:
        """The day by which they are sorted, where it is not the newest that come first."""
        return ""


def sent_in(request: Request) -> Any:
    try:
        return request.data
    except RecursionError:
        raise ParseError("This is nested too deeply.") from None


@contextmanager
def only_once(request: Request, content: Callable[[], Any]) -> Iterator[once.Sending]:
    """Under the key that a program names in ``Idempotency-Key``, with quotation marks or without, what it sends."""
    key = request.headers.get(IDEMPOTENCY_KEY)
    if key is not None and not 0 < len(key := key.strip().strip('"')) <= LONGEST_KEY:
        raise ParseError(f"A key has 1 to {LONGEST_KEY} characters.")
    with once.sending(request, by=request.user, key=key or "", content=content) as sent:
        if sent.is_other:
            raise SentOtherwise
        yield sent


class OperationEndpoint(Endpoint):
    """An operation. Its form says what is valid, here as on its page."""

    operation: Operation
    form_class: type[Form] = Form

    def handle_exception(self, exc: Exception) -> Response:
        if isinstance(exc, (PermissionDenied, Http404, ObjectDoesNotExist, Refused)):
            self.operation.note_refusal(by=self.request.user, **self.kwargs)
        return super().handle_exception(exc)

    def post(self, request: Request, **lookup: Any) -> Response:
        with only_once(request, lambda: sent_in(request)) as sent:
            if not sent.answer:
                sent.keep(**self.carried_out(request, **lookup))
        return Response(sent.answer["body"], status=sent.answer["status"])

    def carried_out(self, request: Request, **lookup: Any) -> dict[str, Any]:
        record = permitted_record(self.model, request.user, self.operation.permission, **lookup)
        # Asked of the form as it is made for this record, which may have questions of its own.
        fields = made_form(self.form_class, record, request.user).fields
        form = made_form(self.form_class, record, request.user, answers.of(fields, sent_in(request)))
        if not form.is_valid():
            raise Invalid(faults_of(form))
        result = self.operation(record, by=request.user, **form.cleaned_data)
        status = HTTPStatus.CREATED if isinstance(result, Model) else HTTPStatus.OK
        said = {"sentence": said_after(self.operation, form), "address": self.destination(record, result)}
        return {"body": said, "status": status}

    def destination(self, record, result: Any) -> str:
        """The page that shows what came of it, to whoever did it."""
        return address_after(record, result)
