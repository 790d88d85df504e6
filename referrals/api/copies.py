"""The endpoints of copies."""

from rest_framework import serializers

from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.documents.api import OpenDocument
from referrals import operations
from referrals.forms.copies import DiscloseCopyForm
from referrals.models import DisclosedCopy, OwnCopy, Referral

HOW_FAR = ("reference", "referral", "asked_at", "made_at", "state", "trouble")


class OwnCopySerializer(serializers.ModelSerializer):
    referral = serializers.CharField(source="referral.reference")

    class Meta:
        model = OwnCopy
        fields = (*HOW_FAR, "layout")


class DisclosedCopySerializer(OwnCopySerializer):
    class Meta:
        model = DisclosedCopy
        fields = (*HOW_FAR, "door", "to_whom", "purpose", "lawful_basis")


class RequestOwnCopy(OperationEndpoint):
    model = Referral
    operation = operations.request_own_copy


class RequestEarlyHelpForm(OperationEndpoint):
    model = Referral
    operation = operations.request_early_help_form


class ViewOwnCopy(RecordEndpoint):
    model = OwnCopy
    serializer_class = OwnCopySerializer


class OpenOwnCopy(OpenDocument):
    model = OwnCopy


class DiscloseCopy(OperationEndpoint):
    model = Referral
    operation = operations.disclose_copy
    form_class = DiscloseCopyForm


class ViewDisclosedCopy(RecordEndpoint):
    model = DisclosedCopy
    serializer_class = DisclosedCopySerializer


class OpenDisclosedCopy(OpenDocument):
    model = DisclosedCopy
