"""Reports as JSON: the same operations and records as the pages."""

from typing import Any

from django.urls import reverse
from rest_framework import serializers

import cases.operations
from cases.api.dispute import DisputeSerializer
from cases.forms.disclosure import RecordDisclosureForm, RecordDisclosureInErrorForm
from cases.models import Case, CaseFile, CaseTransfer, OutsideDisclosure
from panels.models import Minutes
from prevent_cases.accounts.models import Area
from prevent_cases.api import answers
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.api.parts import part
from prevent_cases.api.problems import Invalid
from prevent_cases.documents.api import OpenDocument
from prevent_cases.pages.views import made_form
from referrals.api.files import FileSerializer
from reports import operations
from reports.chronology import chronology
from reports.disclosures import ledger, not_undone
from reports.forms import CaseSummaryForm, HandOutCaseSummaryForm, PeriodForm
from reports.models import BoardReport, CaseSummary
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
    added = part(CaseFile, "reference", "what", "given_name", "state", "size", "added_at")(
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


class BoardReportSerializer(serializers.ModelSerializer):
    area = serializers.CharField(source="area.slug")

    class Meta:
        model = BoardReport
        fields = (
            "reference",
            "area",
            "since",
            "until",
            "exact",
            "asked_at",
            "made_at",
            "open_until",
            "state",
            "trouble",
        )


class FigureSerializer(serializers.Serializer):
    """A number, null where it is not shown, and what its percentage is of, null where there is none."""

    number = serializers.IntegerField(allow_null=True)
    base = serializers.IntegerField(allow_null=True)


class JourneyRowSerializer(serializers.Serializer):
    label = serializers.CharField()
    now = FigureSerializer()
    before = FigureSerializer()


class RowSerializer(serializers.Serializer):
    label = serializers.CharField()
    figures = FigureSerializer(many=True)


class TableSerializer(serializers.Serializer):
    title = serializers.CharField()
    rows = RowSerializer(many=True)
    total = RowSerializer()


class FiguresSerializer(serializers.Serializer):
    """The board report of an area for the period in ``?since=&until=``, or for the current year."""

    since = serializers.DateField(source="period.since")
    until = serializers.DateField(source="period.until")
    counted_to = serializers.DateTimeField()
    exact = serializers.BooleanField()
    left_out = FigureSerializer(help_text="How many are not counted, because two people found them untrue.")
    journey = JourneyRowSerializer(source="journey_rows", many=True)
    tables = TableSerializer(many=True)
    broken_glass = JourneyRowSerializer(source="glass_rows", many=True)

    def to_representation(self, area: Area) -> dict[str, Any]:
        request = self.context["request"]
        asked = request.query_params.dict()
        form = made_form(
            PeriodForm, area, request.user, *([answers.of(PeriodForm.base_fields, asked)] if asked else [])
        )
        figures = form.figures()
        if figures is None:
            raise Invalid({name: list(errors) for name, errors in form.errors.items()})
        return super().to_representation(figures)


class RequestCaseSummary(OperationEndpoint):
    model = Case
    operation = operations.request_case_summary
    form_class = CaseSummaryForm


class HandOutCaseSummary(OperationEndpoint):
    model = Case
    operation = operations.hand_out_case_summary
    form_class = HandOutCaseSummaryForm


class PieceSerializer(serializers.Serializer):
    agency = serializers.CharField()
    released_by = serializers.CharField()


class DisclosureSerializer(serializers.Serializer):
    """One line of the ledger; ``at`` is a day only where nobody knows more."""

    at = serializers.DateTimeField()
    what = serializers.CharField()
    whom = serializers.CharField()
    told = serializers.CharField()
    purpose = serializers.CharField()
    lawful_basis = serializers.CharField()
    by = serializers.CharField()
    despite_agreement = serializers.CharField()
    in_error = serializers.CharField()
    pieces = PieceSerializer(many=True)
    disputes = DisputedSerializer(many=True)


class DisclosureLedgerSerializer(serializers.Serializer):
    """To whom anything of a case went, newest first; ``next`` is where the next page starts: ``?after=``."""

    results = DisclosureSerializer(many=True)
    next = serializers.CharField()

    def to_representation(self, case: Case) -> dict[str, Any]:
        request = self.context["request"]
        page = ledger(case, request.user, request.query_params.get("after", ""))
        return {"results": DisclosureSerializer(page.lines, many=True).data, "next": page.next}


class NotUndoneSerializer(serializers.Serializer):
    """The day on which support was last withdrawn, with what is disputed of it, and what had gone to others by then."""

    withdrawn_on = serializers.DateField(allow_null=True)
    disputes = DisputeSerializer(many=True)
    results = DisclosureSerializer(many=True)
    next = serializers.CharField()

    def to_representation(self, case: Case) -> dict[str, Any]:
        request = self.context["request"]
        found = not_undone(case, request.user, request.query_params.get("after", ""))
        withdrawn, page = found["withdrawn"], found["ledger"]
        said = {
            "withdrawn_on": withdrawn and withdrawn.answered_on,
            "disputes": withdrawn.said_against if withdrawn else [],
        }
        return super().to_representation(said | {"results": page.lines, "next": page.next})


class NotUndone(RecordEndpoint):
    model = Case
    permission = "cases.view_disclosures"
    serializer_class = NotUndoneSerializer


class Disclosures(RecordEndpoint):
    model = Case
    permission = "cases.view_disclosures"
    serializer_class = DisclosureLedgerSerializer


class RecordDisclosure(OperationEndpoint):
    model = Case
    operation = cases.operations.record_disclosure
    form_class = RecordDisclosureForm

    def destination(self, record, result):
        return reverse("reports:disclosures", args=[record.reference])


class RecordDisclosureInError(OperationEndpoint):
    model = OutsideDisclosure
    operation = cases.operations.record_disclosure_in_error
    form_class = RecordDisclosureInErrorForm

    def destination(self, record, result):
        return reverse("reports:disclosures", args=[record.case.reference])


class ViewCaseSummary(RecordEndpoint):
    model = CaseSummary
    serializer_class = CaseSummarySerializer


class OpenCaseSummary(OpenDocument):
    model = CaseSummary


class ViewBoardReportOfArea(RecordEndpoint):
    model = Area
    permission = "reports.view_board_report"
    serializer_class = FiguresSerializer


class RequestBoardReport(OperationEndpoint):
    model = Area
    operation = operations.request_board_report
    form_class = PeriodForm


class ViewBoardReport(RecordEndpoint):
    model = BoardReport
    serializer_class = BoardReportSerializer


class OpenBoardReport(OpenDocument):
    model = BoardReport
