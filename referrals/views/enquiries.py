"""The pages of advice without identity: asking, reading, answering, forgetting."""

from datetime import timedelta

from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import OperationPage, RecordList, RecordPage
from prevent_cases.reference.models import EnquiryPolicy
from referrals import operations
from referrals.forms import enquiries as forms
from referrals.models import Enquiry

COUNTED_OVER = timedelta(days=365)


class AskForAdvice(OperationPage):
    model = Area
    operation = operations.ask_for_advice
    form_class = forms.AskForAdviceForm

    def context(self, request, record):
        return {"policy": EnquiryPolicy.of(record)}


class ListEnquiries(RecordList):
    """What I asked, or may answer; whoever answers also sees how much is asked, and from where."""

    model = Enquiry

    def context(self, request, page):
        received = Enquiry.objects.permitted(request.user, "referrals.answer_enquiry")
        return {
            "areas": Area.objects.permitted(request.user, "referrals.make_referral"),
            "counts": received.by_sector(clock.now() - COUNTED_OVER),
        }


class ViewEnquiry(RecordPage):
    model = Enquiry

    def context(self, request, record):
        return {"policy": EnquiryPolicy.of(record.area)}


class AnswerEnquiry(OperationPage):
    model = Enquiry
    operation = operations.answer_enquiry
    form_class = forms.AnswerEnquiryForm


class ForgetEnquiry(OperationPage):
    model = Enquiry
    operation = operations.forget_enquiry

    def destination(self, record, result):
        return reverse("referrals:list_enquiries")
