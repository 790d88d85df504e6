"""The endpoints of sharing a case, and of who can see it, and why."""

from typing import Any

from rest_framework import serializers

from cases import operations
from cases.forms.exclusion import ExplainAccessForm
from cases.forms.sharing import (
    ChangeShareForm,
    LimitShareForm,
    ProlongShareForm,
    PutColleagueOnCaseForm,
    ShareCaseForm,
)
from cases.models import BrokenGlass, Case, Exclusion, NamedReader, Purpose, RequestToSee, Restriction, Share
from cases.shown.access import explained, seen_by
from prevent_cases.access import May
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, form_in_address
from prevent_cases.api.parts import part


class ReaderSerializer(serializers.Serializer):
    name = serializers.CharField()
    as_what = serializers.CharField()


class ReadersSerializer(serializers.Serializer):
    """All on one ground; ``more`` where not all are named."""

    why = serializers.CharField()
    people = ReaderSerializer(many=True)
    more = serializers.BooleanField()


class WhoCanSeeSerializer(serializers.Serializer):
    """Who can see a case and why, and why its reader can; with whom it is shared, who broke the glass, and what
    those opened it for who do not work on it. Who is excluded is there for those who may exclude, and empty for others.
    """

    reasons = serializers.ListField(child=serializers.CharField())
    readers = ReadersSerializer(many=True)
    know_of_it = ReadersSerializer(many=True)
    asked = part(RequestToSee, "reference", "asked_by", "agency", "asked_at")(many=True)
    shares = part(
        Share,
        "reference", "agency", "colleague", "level", "purpose", "lawful_basis", "shared_at", "until", "ended_at",
        despite_agreement=serializers.CharField(source="despite_shown"),
        acknowledged=serializers.CharField(source="acknowledged_in_words"),
    )(many=True, source="ever_shared")  # fmt: skip
    restriction = part(Restriction, "reference", "reason", "restricted_by", "restricted_at")(allow_null=True)
    named = part(NamedReader, "reference", "person", "named_by", "named_at")(many=True, source="now_named")
    excluded = part(Exclusion, "reference", "person", "kind", "reason", "excluded_by", "excluded_at")(many=True)
    broken_glasses = part(
        BrokenGlass, "reference", "broken_by", "kind", "reason", "broken_at", "was_right", "judged_at"
    )(many=True, source="glasses")
    purposes = part(Purpose, "reference", "said_by", "kind", "words", "said_at")(many=True, source="purposes_shown")

    def to_representation(self, case: Case) -> dict[str, Any]:
        user = self.context["request"].user
        return super().to_representation(seen_by(case, user, May.on(user, case)) | vars(case))


class ExplainedSerializer(serializers.Serializer):
    """Whether the one in ``?person=`` can see a case, and the sentences that say why or why not."""

    person = serializers.CharField()
    sees = serializers.BooleanField()
    sentences = serializers.ListField(child=serializers.CharField())

    def to_representation(self, case: Case) -> dict[str, Any]:
        form = form_in_address(ExplainAccessForm, case, self.context["request"])
        return super().to_representation(explained(case, form.cleaned_data["person"]))


class WhoCanSee(RecordEndpoint):
    model = Case
    serializer_class = WhoCanSeeSerializer


class ExplainAccess(RecordEndpoint):
    model = Case
    permission = "cases.explain_access"
    serializer_class = ExplainedSerializer


class ShareCase(OperationEndpoint):
    model = Case
    operation = operations.share_case
    form_class = ShareCaseForm


class ChangeShare(OperationEndpoint):
    model = Share
    operation = operations.change_share
    form_class = ChangeShareForm


class LimitShare(OperationEndpoint):
    model = Share
    operation = operations.limit_share
    form_class = LimitShareForm


class ProlongShare(OperationEndpoint):
    model = Share
    operation = operations.prolong_share
    form_class = ProlongShareForm


class PutColleagueOnCase(OperationEndpoint):
    model = Case
    operation = operations.put_colleague_on_case
    form_class = PutColleagueOnCaseForm


class StopSharingCase(OperationEndpoint):
    model = Share
    operation = operations.stop_sharing_case
