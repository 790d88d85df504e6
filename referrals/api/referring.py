"""The endpoints of a referrer."""

from rest_framework import serializers

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from referrals import operations
from referrals.forms import referring as forms
from referrals.models import Referral


class FollowedReferralSerializer(serializers.ModelSerializer):
    """Where it stands, for the referrer: the released words and nothing else of the decision."""

    stage = serializers.CharField(source="stage_told")
    words_for_referrer = serializers.CharField(source="decision.words_for_referrer", default="")

    class Meta:
        model = Referral
        fields = ("reference", "stage", "submitted_at", "words_for_referrer")


class FollowReferral(RecordEndpoint):
    model = Referral
    permission = "referrals.follow_referral"
    serializer_class = FollowedReferralSerializer


class SubmitReferral(OperationEndpoint):
    model = Area
    operation = operations.submit_referral
    form_class = forms.SubmitReferralForm


class AddToReferral(OperationEndpoint):
    model = Referral
    operation = operations.add_to_referral
    form_class = forms.AddToReferralForm
