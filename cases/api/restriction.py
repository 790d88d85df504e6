"""The endpoints of restricted cases."""

from rest_framework import serializers

from cases import operations
from cases.forms.restriction import NameReaderForm, RestrictCaseForm
from cases.models import Case, LegalHold, NamedReader, Restriction
from cases.shown.areas import restrictions
from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.api.parts import PartSerializer


class HeldForSerializer(PartSerializer):
    """A legal hold, by its matter."""

    class Meta:
        model = LegalHold
        fields = ("reference", "matter")


class RestrictedSerializer(PartSerializer):
    """A restricted case: that it is there, whom to ask, what holds it, and whether somebody is worried now
    and reaches nobody.
    """

    case = serializers.CharField(source="case.reference")
    owner = serializers.CharField(source="case.owner.name")
    ended_at = serializers.DateTimeField(source="case.ended_at", allow_null=True)
    retention_review_on = serializers.DateField(source="case.retention_review_on", allow_null=True)
    legal_holds = HeldForSerializer(many=True, source="case.holds_shown")
    worried_now = serializers.BooleanField()

    class Meta:
        model = Restriction
        fields = (
            "reference", "case", "owner", "restricted_by", "restricted_at", "ended_at", "retention_review_on",
            "legal_holds", "worried_now",
        )  # fmt: skip


class RestrictionsSerializer(serializers.Serializer):
    """The restricted cases of an area, the longest restricted first: that they are there, and nothing they say."""

    restrictions = serializers.SerializerMethodField()

    def get_restrictions(self, area: Area) -> RestrictedSerializer(many=True):
        return RestrictedSerializer(restrictions(area, self.context["request"].user), many=True).data


class Restrictions(RecordEndpoint):
    model = Area
    permission = "cases.list_restrictions"
    serializer_class = RestrictionsSerializer


class RestrictCase(OperationEndpoint):
    model = Case
    operation = operations.restrict_case
    form_class = RestrictCaseForm


class NameReader(OperationEndpoint):
    model = Restriction
    operation = operations.name_reader
    form_class = NameReaderForm


class RemoveReader(OperationEndpoint):
    model = NamedReader
    operation = operations.remove_reader


class LiftRestriction(OperationEndpoint):
    model = Restriction
    operation = operations.lift_restriction
