"""The endpoints of a hold."""

from rest_framework import serializers

from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from referrals import operations
from referrals.forms import hold as forms
from referrals.models import Hold, Individual


class HoldSerializer(serializers.ModelSerializer):
    individual = serializers.CharField(source="individual.reference")

    class Meta:
        model = Hold
        fields = ("reference", "individual", "set_at", "review_on", "lifted_at")


class ViewHold(RecordEndpoint):
    model = Hold
    serializer_class = HoldSerializer


class SetHold(OperationEndpoint):
    model = Individual
    operation = operations.set_hold
    form_class = forms.ReviewOnForm


class ReviewHold(OperationEndpoint):
    model = Hold
    operation = operations.review_hold
    form_class = forms.ReviewOnForm


class LiftHold(OperationEndpoint):
    model = Hold
    operation = operations.lift_hold
