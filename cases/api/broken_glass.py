"""The endpoints of breaking the glass."""

from typing import Any

from rest_framework import serializers

from cases import operations
from cases.forms.broken_glass import BreakGlassForm, JudgeBrokenGlassForm
from cases.models import BrokenGlass, Case
from cases.shown.areas import broken_glasses
from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.api.parts import PartSerializer


class JudgedSerializer(PartSerializer):
    """Glass that was broken, and what was thought of it, if it has been judged."""

    case = serializers.CharField(source="case.reference")
    noticed = serializers.ListField(
        child=serializers.CharField(), help_text="What tells that they may know the person."
    )

    class Meta:
        model = BrokenGlass
        fields = (
            "reference", "case", "broken_by", "kind", "reason", "was_restricted", "broken_at", "ends_at", "closed_at",
            "judge_by", "was_right", "judgement", "judged_by", "judged_at", "noticed",
        )  # fmt: skip


class CountedSerializer(serializers.Serializer):
    broken_by = serializers.CharField(source="broken_by__name")
    number = serializers.IntegerField()
    right = serializers.IntegerField()
    not_right = serializers.IntegerField()
    late = serializers.IntegerField(help_text="How often it was, or is, not judged in time.")


class BrokenGlassesSerializer(serializers.Serializer):
    """What was broken in an area: to judge, most pressing first; judged, newest first; and how often by whom."""

    to_judge = JudgedSerializer(many=True)
    judged = JudgedSerializer(many=True)
    counted = CountedSerializer(many=True)

    def to_representation(self, area: Area) -> dict[str, Any]:
        return super().to_representation(broken_glasses(area, self.context["request"].user))


class BrokenGlasses(RecordEndpoint):
    model = Area
    permission = "cases.list_broken_glasses"
    serializer_class = BrokenGlassesSerializer


class BreakGlass(OperationEndpoint):
    model = Case
    operation = operations.break_glass
    form_class = BreakGlassForm


class CloseBrokenGlass(OperationEndpoint):
    model = BrokenGlass
    operation = operations.close_broken_glass


class JudgeBrokenGlass(OperationEndpoint):
    model = BrokenGlass
    operation = operations.judge_broken_glass
    form_class = JudgeBrokenGlassForm
