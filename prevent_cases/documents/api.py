"""The endpoints of files: a program sends each by itself and then names them in an operation; and opens stored ones."""

from http import HTTPStatus
from typing import Any

from django.core.files.base import File
from django.forms import Form
from django.http import Http404, HttpResponse
from django.urls import reverse
from rest_framework import serializers
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from prevent_cases.api.endpoints import Endpoint, OperationEndpoint, RecordEndpoint, only_once
from prevent_cases.api.problems import Invalid
from prevent_cases.documents import operations, receiving
from prevent_cases.documents.bringing_in import how_far, receive_form
from prevent_cases.documents.forms import BringInForm, ChooseFilesForm
from prevent_cases.documents.models import Upload
from prevent_cases.documents.opening import Opening
from prevent_cases.operations import Operation
from prevent_cases.pages import once
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import permitted_record


class UploadSerializer(serializers.ModelSerializer):
    """How a file stands: waiting, ready, refused (and why), sealed."""

    class Meta:
        model = Upload
        fields = ("reference", "state", "why_not", "kind", "size")


def files_sent(form_class: type[Form], request: Request) -> list[File]:
    form = form_class({}, request.FILES)
    if not form.is_valid():
        raise Invalid({name: list(errors) for name, errors in form.errors.items()})
    return form.cleaned_data["files"]


class ReceiveFile(Endpoint):
    """Files (``files``, multipart/form-data), put into quarantine; whoever sent them has an hour to use them."""

    serializer_class = UploadSerializer
    form_class = ChooseFilesForm
    parser_classes = (MultiPartParser,)

    def post(self, request: Request) -> Response:
        with only_once(request, lambda: once.files_in(request)) as sent:
            if not sent.answer:
                chosen = files_sent(self.form_class, request)
                received = [receiving.receive(each, by=request.user) for each in chosen]
                sent.keep(body=UploadSerializer(received, many=True).data)
        return Response(sent.answer["body"], status=HTTPStatus.CREATED)


class BroughtInSerializer(serializers.Serializer):
    """A form that was brought in: how its file stands, and once it has been read the page of its draft."""

    reference = serializers.CharField()
    state = serializers.CharField()
    why_not = serializers.CharField(allow_blank=True)
    address = serializers.CharField(allow_blank=True)


class BringIn(Endpoint):
    """A filled form (``files``, multipart/form-data), read unattended by ``errand`` into a draft of an operation."""

    drafted: Operation
    errand: str
    serializer_class = UploadSerializer
    form_class = BringInForm
    parser_classes = (MultiPartParser,)

    def post(self, request: Request, **lookup: Any) -> Response:
        with only_once(request, lambda: once.files_in(request)) as sent:
            if not sent.answer:
                record = permitted_record(self.model, request.user, self.drafted.permission, **lookup)
                (chosen,) = files_sent(self.form_class, request)
                upload = receive_form(chosen, by=request.user, errand=self.errand, record=record.pk)
                sent.keep(body=UploadSerializer([upload], many=True).data)
        return Response(sent.answer["body"], status=HTTPStatus.CREATED)


class BroughtIn(Endpoint):
    """How far that is. Once it has been read, ``address`` is the page on which the draft is gone on with."""

    drafted: Operation
    task_list_url: str
    serializer_class = BroughtInSerializer

    def get(self, request: Request, reference: str) -> Response:
        found = how_far(reference, request.user, self.drafted)
        if found is None:
            raise Http404
        if isinstance(found, Draft):
            said = {"state": "read", "why_not": "", "address": reverse(self.task_list_url, args=[found.reference])}
        else:
            said = {"state": found.state, "why_not": found.why_not, "address": ""}
        return Response({"reference": reference} | said)


class ViewUpload(RecordEndpoint):
    model = Upload
    serializer_class = UploadSerializer


class SealUpload(OperationEndpoint):
    model = Upload
    operation = operations.seal_upload


class WhateverIsAccepted(BaseContentNegotiation):
    """A file goes out as what it is. Only what is wrong is said as JSON."""

    def select_renderer(self, request, renderers, format_suffix=None):
        return renderers[0], renderers[0].media_type


class OpenDocument(Opening, Endpoint):
    """A stored file itself, such as a PDF; 404 while it is being made, 409 with the sentence of what stops it."""

    content_negotiation_class = WhateverIsAccepted

    def get(self, request: Request, **lookup: Any) -> HttpResponse:
        return self.opened(request, **lookup)
