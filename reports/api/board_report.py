"""The board report of an area as JSON."""

from typing import Any

from rest_framework import serializers

from prevent_cases.accounts.models import Area
from prevent_cases.api import answers
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.api.problems import Invalid
from prevent_cases.documents.api import OpenDocument
from prevent_cases.pages.views import made_form
from reports import operations
from reports.forms import PeriodForm
from reports.models import BoardReport


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
    recipients = JourneyRowSerializer(source="recipient_rows", many=True)

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
