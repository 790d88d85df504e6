"""The endpoints of advice without identity."""

from rest_framework import serializers

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from referrals import operations
from referrals.forms import enquiries as forms
from referrals.models import Enquiry

COUNTED = ("reference", "sector", "asked_at", "answered_at", "forgotten_at")


class ListedEnquirySerializer(serializers.ModelSerializer):
    class Meta:
        model = Enquiry
        fields = COUNTED


class EnquirySerializer(serializers.ModelSerializer):
    class Meta:
        model = Enquiry
        fields = (*COUNTED, "question", "answer")


class ListEnquiries(RecordListEndpoint):
    model = Enquiry
    serializer_class = ListedEnquirySerializer


class ViewEnquiry(RecordEndpoint):
    model = Enquiry
    serializer_class = EnquirySerializer


class AskForAdvice(OperationEndpoint):
    model = Area
    operation = operations.ask_for_advice
    form_class = forms.AskForAdviceForm


class AnswerEnquiry(OperationEndpoint):
    model = Enquiry
    operation = operations.answer_enquiry
    form_class = forms.AnswerEnquiryForm


class ForgetEnquiry(OperationEndpoint):
    model = Enquiry
    operation = operations.forget_enquiry
