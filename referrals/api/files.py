"""The endpoints of a referral's files."""

from rest_framework import serializers

from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.documents.api import OpenDocument
from prevent_cases.documents.forms import ChosenFilesForm
from referrals import operations
from referrals.api.referring import ReferrerEndpoint
from referrals.models import Referral, ReferralFile


class FileSerializer(serializers.ModelSerializer):
    """How a file stands: waiting, ready, refused (and why), sealed."""

    class Meta:
        model = ReferralFile
        fields = ("reference", "given_name", "state", "why_not", "kind", "size", "added_at")


class ListedFilesSerializer(serializers.ModelSerializer):
    files = FileSerializer(many=True)

    class Meta:
        model = Referral
        fields = ("reference", "files")


class ListFiles(RecordEndpoint):
    """Whoever sees a referral sees its files; there are few."""

    model = Referral
    serializer_class = ListedFilesSerializer


class ViewFile(RecordEndpoint):
    model = ReferralFile
    serializer_class = FileSerializer


class AddFiles(ReferrerEndpoint):
    """The files are named by the references that they were given when they were received."""

    operation = operations.add_files
    form_class = ChosenFilesForm


class SealFile(OperationEndpoint):
    model = ReferralFile
    operation = operations.seal_file


class OpenFile(OpenDocument):
    model = ReferralFile
