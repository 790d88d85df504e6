"""The endpoints of those who receive referrals."""

from rest_framework import serializers

from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from referrals import operations
from referrals.forms import triage as forms
from referrals.models import Referral

LISTED = ("reference", "stage", "initials", "age_at_referral", "from_agency", "urgency", "submitted_at")


AS_SENT = (
    "given_names", "family_name", "born_on", "age_given", "gender", "address", "what_happened", "how_known",
    "person_told", "parent_told", "told_reason", "steps_taken", "urgency_reason",
)  # fmt: skip


class ListedReferralSerializer(serializers.ModelSerializer):
    """What a list shows: never the type of concern."""

    initials = serializers.CharField()
    age_at_referral = serializers.IntegerField(allow_null=True)
    from_agency = serializers.CharField(source="for_agency.name")

    class Meta:
        model = Referral
        fields = LISTED


class ReferralSerializer(ListedReferralSerializer):
    """A referral as sent, for those who receive it."""

    class Meta:
        model = Referral
        fields = (*LISTED, *AS_SENT)


class ListReferrals(RecordListEndpoint):
    model = Referral
    serializer_class = ListedReferralSerializer


class ViewReferral(RecordEndpoint):
    model = Referral
    serializer_class = ReferralSerializer


class EndReferral(OperationEndpoint):
    model = Referral
    operation = operations.end_referral
    form_class = forms.EndReferralForm


class RecordConcernType(OperationEndpoint):
    model = Referral
    operation = operations.record_concern_type
    form_class = forms.ConcernTypeForm
