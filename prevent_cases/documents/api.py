"""The endpoints of files that are not sent yet: a program sends each by itself, and then names them in an operation."""

from http import HTTPStatus

from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from prevent_cases.api.endpoints import Endpoint, OperationEndpoint, RecordEndpoint, only_once
from prevent_cases.api.problems import Invalid
from prevent_cases.documents import operations, receiving
from prevent_cases.documents.forms import ChooseFilesForm
from prevent_cases.documents.models import Upload
from prevent_cases.pages import once


class UploadSerializer(serializers.ModelSerializer):
    """How a file stands: waiting, ready, refused (and why), sealed."""

    class Meta:
        model = Upload
        fields = ("reference", "state", "why_not", "kind", "size")


class ReceiveFile(Endpoint):
    """Files (``files``, multipart/form-data), put into quarantine; whoever sent them has an hour to use them."""

    serializer_class = UploadSerializer
    form_class = ChooseFilesForm
    parser_classes = (MultiPartParser,)

    def post(self, request: Request) -> Response:
        with only_once(request, lambda: once.files_in(request)) as sent:
            if not sent.answer:
                sent.keep(body=self.received(request))
        return Response(sent.answer["body"], status=HTTPStatus.CREATED)

    def received(self, request: Request) -> list[dict]:
        form = self.form_class({}, request.FILES)
        if not form.is_valid():
            raise Invalid({name: list(errors) for name, errors in form.errors.items()})
        received = [receiving.receive(chosen, by=request.user) for chosen in form.cleaned_data["files"]]
        return UploadSerializer(received, many=True).data


class ViewUpload(RecordEndpoint):
    model = Upload
    serializer_class = UploadSerializer


class SealUpload(OperationEndpoint):
    model = Upload
    operation = operations.seal_upload
