"""The endpoints of a case's files."""

from rest_framework import serializers

from cases import operations
from cases.forms.contact_log import InErrorForm
from cases.forms.files import AboutCaseFilesForm, AboutFilesForm
from cases.models import Case, CaseFile, Contribution
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.documents.api import OpenDocument
from prevent_cases.documents.forms import ChosenFilesField


class CaseFileSerializer(serializers.ModelSerializer):
    """How a file stands: waiting, ready, refused (and why), sealed; and what it is part of, or shows."""

    contribution = serializers.CharField(source="contribution.reference", default="")
    consent = serializers.CharField(source="consent.reference", default="")

    class Meta:
        model = CaseFile
        fields = (
            "reference",
            "what",
            "given_name",
            "contribution",
            "consent",
            "state",
            "why_not",
            "kind",
            "size",
            "added_at",
            "in_error_at",
            "in_error_reason",
        )


class ViewFile(RecordEndpoint):
    model = CaseFile
    serializer_class = CaseFileSerializer


class NamedCaseFilesForm(AboutCaseFilesForm):
    """The files are named by the references that they were given when they were received."""

    files = ChosenFilesField()

    @classmethod
    def for_record(cls, record, user, *data):
        form = super().for_record(record, user, *data)
        form.fields["files"].offer(user)
        return form


class NamedContributionFilesForm(AboutFilesForm):
    """The same."""

    files = ChosenFilesField()

    @classmethod
    def for_record(cls, record, user, *data):
        form = cls(*data)
        form.fields["files"].offer(user)
        return form


class AddCaseFiles(OperationEndpoint):
    model = Case
    operation = operations.add_case_files
    form_class = NamedCaseFilesForm


class AddContributionFiles(OperationEndpoint):
    model = Contribution
    operation = operations.add_contribution_files
    form_class = NamedContributionFilesForm


class OpenFile(OpenDocument):
    model = CaseFile


class SealFile(OperationEndpoint):
    model = CaseFile
    operation = operations.seal_case_file


class RecordFileInError(OperationEndpoint):
    model = CaseFile
    operation = operations.record_file_in_error
    form_class = InErrorForm
