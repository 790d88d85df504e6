"""To whom anything of a case went, and who is to be told what was put right, as JSON."""

from typing import Any

from django.urls import reverse
from rest_framework import serializers

import cases.operations
from cases.api.dispute import DisputeSerializer
from cases.forms.disclosure import RecordDisclosureForm, RecordDisclosureInErrorForm
from cases.models import Case, OutsideDisclosure
from cases.permissions.explained import address_if_known
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from reports import operations
from reports.api.case import DisputedSerializer
from reports.disclosures import ledger, not_undone
from reports.forms import AcknowledgeCaseForm, SayCorrectionToldForm, terms_to_acknowledge
from reports.models import Correction
from reports.shown import fetch_corrections


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
    recipient = serializers.CharField()
    authorised = serializers.CharField()
    acknowledged = serializers.CharField()
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


class CorrectionSerializer(serializers.ModelSerializer):
    """Of what somebody is to be told, and when and how they were."""

    told_by = serializers.CharField(source="told_by.name", allow_null=True, default=None)

    class Meta:
        model = Correction
        fields = ("reference", "to_whom", "section", "found", "found_at", "told_on", "how", "words", "told_by")


class CorrectionsSerializer(serializers.Serializer):
    """Who had what was put right since: those to be told, by recipient, and those who have been, the latest first."""

    reference = serializers.CharField()
    to_tell = CorrectionSerializer(many=True)
    told = CorrectionSerializer(many=True, source="told_of")

    def to_representation(self, case: Case) -> dict[str, Any]:
        fetch_corrections(case, self.context["request"].user)
        return super().to_representation(case)


class Corrections(RecordEndpoint):
    model = Case
    permission = "cases.view_disclosures"
    serializer_class = CorrectionsSerializer


class SayCorrectionTold(OperationEndpoint):
    model = Correction
    operation = operations.say_correction_told
    form_class = SayCorrectionToldForm


class TermsSerializer(serializers.Serializer):
    """On which terms somebody has something of a case; they acknowledge it by its ``reference``."""

    reference = serializers.CharField()
    what = serializers.CharField()
    purpose = serializers.CharField()
    lawful_basis = serializers.CharField()
    until = serializers.CharField()


class TermsToAcknowledgeSerializer(serializers.Serializer):
    """All that somebody has of a case and has not acknowledged."""

    results = TermsSerializer(many=True)

    def to_representation(self, case: Case) -> dict[str, Any]:
        return super().to_representation({"results": terms_to_acknowledge(case, self.context["request"].user)})


class TermsToAcknowledge(RecordEndpoint):
    model = Case
    permission = operations.acknowledge_case.name
    serializer_class = TermsToAcknowledgeSerializer


class AcknowledgeCase(OperationEndpoint):
    model = Case
    operation = operations.acknowledge_case
    form_class = AcknowledgeCaseForm

    def destination(self, record, result):
        return address_if_known(record, self.request.user)


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
