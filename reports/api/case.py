"""What is read of a case as a whole, as JSON: the same operations and records as the pages."""

from typing import Any

from rest_framework import serializers

from cases.models import Case, CaseFile, CaseTransfer
from panels.models import Minutes
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.api.parts import part
from prevent_cases.documents.api import OpenDocument
from referrals.api.files import FileSerializer
from reports import operations
from reports.chronology import chronology
from reports.forms import CaseSummaryForm, HandOutCaseSummaryForm
from reports.models import CaseSummary
from reports.sheet import sheet
from reports.shown import fetch_files
from reports.transfer_pack import pack


class CaseSummarySerializer(serializers.ModelSerializer):
    case = serializers.CharField(source="case.reference")

    class Meta:
        model = CaseSummary
        fields = ("reference", "case", "number", "sections", "asked_at", "made_at", "open_until", "state", "trouble")


class SaidSerializer(serializers.Serializer):
    words = serializers.CharField()
    on = serializers.CharField()
    by = serializers.CharField()


class PartSerializer(serializers.Serializer):
    title = serializers.CharField()
    source = serializers.CharField()
    said = SaidSerializer(many=True)
    gaps = serializers.ListField(child=serializers.CharField())


class StatutorySheetSerializer(serializers.Serializer):
    """What the law asks of a case, part by part: what is recorded of it, in words, and what is missing."""

    reference = serializers.CharField()
    parts = serializers.SerializerMethodField()

    def get_parts(self, case: Case) -> PartSerializer(many=True):
        return PartSerializer(sheet(case, self.context["request"].user), many=True).data


class StatutorySheet(RecordEndpoint):
    model = Case
    serializer_class = StatutorySheetSerializer


class PackRowSerializer(serializers.Serializer):
    """``file`` is the reference of a file that its reader may open, or ""."""

    term = serializers.CharField()
    words = serializers.CharField()
    file = serializers.CharField()


class PackEntrySerializer(serializers.Serializer):
    heading = serializers.CharField()
    rows = PackRowSerializer(many=True)


class PackSectionSerializer(serializers.Serializer):
    title = serializers.CharField()
    entries = PackEntrySerializer(many=True)


class TransferPackSerializer(serializers.Serializer):
    """What of a case the area reads to which it is offered."""

    reference = serializers.CharField()
    sections = serializers.SerializerMethodField()

    def get_sections(self, transfer: CaseTransfer) -> PackSectionSerializer(many=True):
        return PackSectionSerializer(pack(transfer, self.context["request"].user), many=True).data


class TransferPack(RecordEndpoint):
    model = CaseTransfer
    serializer_class = TransferPackSerializer


class DisputedSerializer(serializers.Serializer):
    """What is said against something, in whose words, and what was answered, if it was."""

    heading = serializers.CharField()
    words = serializers.CharField()
    said_on = serializers.DateField()
    due_on = serializers.DateField()
    outcome = serializers.CharField()
    answer = serializers.CharField()
    answered_at = serializers.DateTimeField(allow_null=True)


class HappeningSerializer(serializers.Serializer):
    on = serializers.DateField()
    title = serializers.CharField()
    text = serializers.CharField()
    by = serializers.CharField()
    disputes = DisputedSerializer(many=True)


class MinutesSerializer(serializers.ModelSerializer):
    panel = serializers.CharField(source="item.meeting.panel.slug")
    starts_at = serializers.DateTimeField(source="item.meeting.starts_at")

    class Meta:
        model = Minutes
        fields = ("reference", "panel", "starts_at", "made_at")


class SentFileSerializer(FileSerializer):
    referral = serializers.CharField(source="referral.reference")

    class Meta(FileSerializer.Meta):
        fields = (*FileSerializer.Meta.fields, "referral")


class CaseFilesSerializer(serializers.Serializer):
    """What is kept as a file: sent with referrals about the person, added to the case, written at meetings, made for
    its reader.
    """

    reference = serializers.CharField()
    sent = SentFileSerializer(many=True, source="files_sent")
    added = part(CaseFile, "reference", "what", "given_name", "state", "size", "added_at", "in_error_at")(
        many=True, source="files_added"
    )
    minutes = MinutesSerializer(many=True, source="files_of_meetings")
    summaries = part(CaseSummary, "reference", "asked_at", "made_at", "open_until")(many=True, source="files_made")

    def to_representation(self, case: Case) -> dict[str, Any]:
        fetch_files(case, self.context["request"].user)
        return super().to_representation(case)


class CaseFiles(RecordEndpoint):
    model = Case
    serializer_class = CaseFilesSerializer


class ChronologySerializer(serializers.Serializer):
    """What happened, in the order of its days, as far as its reader may see it; ``next`` is the day after which the
    next page starts: ``?after=``.
    """

    reference = serializers.CharField()
    happened = HappeningSerializer(many=True)
    next = serializers.CharField()

    def to_representation(self, case: Case) -> dict[str, Any]:
        request = self.context["request"]
        page = chronology(case, request.user, request.query_params.get("after", ""))
        happened = HappeningSerializer(page.happened, many=True).data
        return {"reference": case.reference, "happened": happened, "next": page.next}


class Chronology(RecordEndpoint):
    model = Case
    serializer_class = ChronologySerializer


class RequestCaseSummary(OperationEndpoint):
    model = Case
    operation = operations.request_case_summary
    form_class = CaseSummaryForm


class HandOutCaseSummary(OperationEndpoint):
    model = Case
    operation = operations.hand_out_case_summary
    form_class = HandOutCaseSummaryForm


class ViewCaseSummary(RecordEndpoint):
    model = CaseSummary
    serializer_class = CaseSummarySerializer


class OpenCaseSummary(OpenDocument):
    model = CaseSummary
