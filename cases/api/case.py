"""The endpoints of a case as a whole, of what it was referred for, and of its trail."""

from typing import Any

from rest_framework import serializers

from cases.api.dispute import DisputeSerializer
from cases.api.ownership import OwnerCoverSerializer
from cases.models import (
    Allocation,
    Case,
    CaseTransfer,
    LegalHold,
    PanelOffer,
    RetentionReview,
    Section36Decision,
)
from cases.shown.case import concerns, overview, trail
from prevent_cases.api.endpoints import RecordEndpoint, RecordListEndpoint
from prevent_cases.api.parts import part
from prevent_cases.pages.history import history_asked
from referrals.api.triage import ReferralSerializer
from referrals.models import Hold


class CaseSerializer(serializers.ModelSerializer):
    initials = serializers.CharField(source="individual.initials")
    age = serializers.IntegerField(source="individual.age", allow_null=True)
    area = serializers.CharField(source="area.slug")
    panel = serializers.CharField(source="panel.slug")
    owner = serializers.CharField(source="owner.name")

    class Meta:
        model = Case
        fields = (
            "reference",
            "stage",
            "initials",
            "age",
            "area",
            "panel",
            "owner",
            "opened_at",
            "ended_at",
            "retention_review_on",
        )


class HistoryLineSerializer(serializers.Serializer):
    at = serializers.DateTimeField()
    sentence = serializers.CharField()
    by = serializers.CharField()


class SinceLastVisitSerializer(serializers.Serializer):
    """What others have done since ``at``, newest first; ``has_more`` where it was more than is said here."""

    at = serializers.DateTimeField()
    lines = HistoryLineSerializer(many=True)
    has_more = serializers.BooleanField()


Section36Serializer = part(
    Section36Decision,
    "pk", "reasonable_grounds", "grounds", "health_or_care_considered", "health_or_care", "end_reason", "end_stage",
    "decided_by", "decided_as", "decided_at", "checked_by", "checked_at", "stands", "why_not",
    "in_error_at", "in_error_by", "in_error_reason",
    end_reason_name=serializers.CharField(source="get_end_reason_display"),
    referral=serializers.CharField(source="referral.reference"),
    disputes=DisputeSerializer(many=True, read_only=True, source="said_against"),
)  # fmt: skip
AllocationSerializer = part(
    Allocation, "owner", "note", "allocated_by", "allocated_at",
    disputes=DisputeSerializer(many=True, read_only=True, source="said_against"),
)  # fmt: skip
OfferSerializer = part(PanelOffer, "reference", "from_panel", "to_panel", "outcome", "offered_at", "answered_at")
TransferSerializer = part(
    CaseTransfer,
    "reference", "to_area", "outcome", "offered_at", "answered_at",
    from_area=serializers.CharField(source="case.area"),
)  # fmt: skip
HoldSerializer = part(Hold, "reference", "set_at", "review_on")
LegalHoldSerializer = part(
    LegalHold, "reference", "placed_by", "placed_at", next_review_on=serializers.DateField(read_only=True)
)
KeptSerializer = part(
    RetentionReview,
    "pk", "because", "reason", "child_weighed", "review_on", "reviewed_by", "reviewed_at", "checked_by", "checked_at",
    "stands", "why_not",
)  # fmt: skip


class OneCaseSerializer(CaseSerializer):
    """A case as its page shows it to its reader; ``section36_due`` are the referrals that wait for the decision, and
    ``signature_due_on`` is by when one that was made is to be signed.
    """

    born_on = serializers.DateField(source="individual.born_on", allow_null=True)
    earlier_cases = serializers.SerializerMethodField()
    owners = AllocationSerializer(source="allocations", many=True)
    stand_in = OwnerCoverSerializer(source="covers", many=True)
    section36_decisions = Section36Serializer(source="decisions", many=True)
    section36_due = serializers.SerializerMethodField()
    section36_due_on = serializers.DateField(allow_null=True)
    signature_due_on = serializers.DateField(allow_null=True)
    first_panel_due_on = serializers.DateField(allow_null=True)
    panel_offers = OfferSerializer(source="offers_shown", many=True)
    transfers = TransferSerializer(source="transfers_shown", many=True)
    hold = HoldSerializer(allow_null=True)
    legal_holds = LegalHoldSerializer(source="holds_shown", many=True)
    kept_because = KeptSerializer(source="kept_shown", many=True)
    since_last_visit = SinceLastVisitSerializer(allow_null=True, source="since")

    class Meta(CaseSerializer.Meta):
        # A day on which somebody agreed is said with whether that is disputed (docs/adr/0026), so not in lists.
        fields = (
            *CaseSerializer.Meta.fields,
            "born_on",
            "consent_given_on",
            "consent_is_disputed",
            "reassess_on",
            "earlier_cases",
            "owners",
            "stand_in",
            "section36_decisions",
            "section36_due",
            "section36_due_on",
            "signature_due_on",
            "first_panel_due_on",
            "panel_offers",
            "transfers",
            "hold",
            "legal_holds",
            "kept_because",
            "since_last_visit",
        )

    def get_earlier_cases(self, case: Case) -> list[str]:
        return [each.reference for each in case.earlier]

    def get_section36_due(self, case: Case) -> list[str]:
        return [due.referral.reference for due in case.undecided if not due.made_at]

    def to_representation(self, case: Case) -> dict[str, Any]:
        shown = overview(case, self.context["request"].user)
        case.hold, case.since = shown["hold"], shown["since"]
        for name in ("section36_due", "signature_due", "first_panel_due"):
            setattr(case, f"{name}_on", shown[name].on if name in shown else None)
        return super().to_representation(case)


class ConcernsSerializer(serializers.Serializer):
    """The referrals that a case carries, as they were sent, with what was said since."""

    reference = serializers.CharField()
    referrals = serializers.SerializerMethodField()

    def get_referrals(self, case: Case) -> ReferralSerializer(many=True):
        return ReferralSerializer(concerns(case, self.context["request"].user), many=True, context=self.context).data


class HistorySerializer(serializers.Serializer):
    """What was done about a case, newest first; with ``?views=yes`` also who looked. ``next`` is where the next page
    starts: ``?after=``.
    """

    records = HistoryLineSerializer(many=True)
    next = serializers.CharField()

    def to_representation(self, case: Case) -> dict[str, Any]:
        request = self.context["request"]
        return super().to_representation(history_asked(trail(case, request.user), request.query_params))


class ListCases(RecordListEndpoint):
    model = Case
    serializer_class = CaseSerializer


class ViewCase(RecordEndpoint):
    model = Case
    serializer_class = OneCaseSerializer


class Concerns(RecordEndpoint):
    model = Case
    serializer_class = ConcernsSerializer


class CaseHistory(RecordEndpoint):
    model = Case
    serializer_class = HistorySerializer
