"""The endpoints of what the public sends. Sending is by the form alone, which is throttled."""

from rest_framework import serializers

from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from referrals import operations
from referrals.forms import public as forms
from referrals.models import PublicConcern

LISTED = ("reference", "sent_at", "outcome", "answered_at", "forgotten_at")


class ListedPublicConcernSerializer(serializers.ModelSerializer):
    class Meta:
        model = PublicConcern
        fields = LISTED


class PublicConcernSerializer(serializers.ModelSerializer):
    class Meta:
        model = PublicConcern
        fields = (*LISTED, "who", "where", "worry", "sender_name", "sender_contact", "sender_relation", "why")


class ListPublicConcerns(RecordListEndpoint):
    model = PublicConcern
    serializer_class = ListedPublicConcernSerializer


class ViewPublicConcern(RecordEndpoint):
    model = PublicConcern
    serializer_class = PublicConcernSerializer


class BeginReferralForPublic(OperationEndpoint):
    """What it begins is gone on with on the page that is answered; or sent at once (``SubmitReferral``)."""

    model = PublicConcern
    operation = operations.begin_referral_for_public


class AnswerPublicConcern(OperationEndpoint):
    model = PublicConcern
    operation = operations.answer_public_concern
    form_class = forms.AnswerPublicConcernForm
