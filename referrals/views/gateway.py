"""The pages of the police gateway: asking it, its answer, the supervisor's signature."""

from datetime import timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.shortcuts import resolve_url

from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.pages.views import OperationPage, RecordList
from prevent_cases.reference.working_days import WorkingDays
from referrals import operations
from referrals.forms import gateway as forms
from referrals.models import AnyReferral, GatewayAnswer, GatewayRequest, IdentityLink, Referral
from referrals.views.identity import seen_earlier

# What was answered longer ago is rather asked anew.
LOOKED_BACK = timedelta(days=90)


def of_gateway(referral: Referral | AnyReferral, user) -> dict[str, QuerySet]:
    """What the gateway was asked and has answered, as far as somebody may see it (``fetch_together``)."""
    requests = GatewayRequest.objects.permitted(user, "referrals.view_gatewayrequest").filter(referral=referral.pk)
    answers = GatewayAnswer.objects.permitted(user, "referrals.view_gatewayanswer")
    may_answer = rules["referrals.answer_for_gateway"].held_by(user)
    return {
        "seen_requests": requests.select_related("agency", "asked_by").annotate(may_answer=may_answer),
        "seen_answers": answers.filter(request__referral=referral.pk).select_related("answered_by", "checked_by"),
    }


class ListAnsweredRequests(RecordList):
    """What the police gateway has answered: what the police do can change, and somebody be put on hold after all.

    That it was asked, and when, is all that is left to it of a referral, whatever has become of that.
    """

    model = GatewayRequest
    permission = "referrals.look_back_at_request"
    fetch_with = ("referral",)

    def queryset(self, request):
        return GatewayRequest.objects.filter(answered_at__gte=clock.now() - LOOKED_BACK)

    def context(self, request, page):
        links = IdentityLink.objects.filter(ended_at=None, referral__in=[each.referral_id for each in page.records])
        whom = {link.referral_id: link.individual for link in links.select_related("individual")}
        return {"answered": [(record, whom[record.referral_id]) for record in page.records]}


class AskGateway(OperationPage):
    model = Referral
    operation = operations.ask_gateway
    form_class = forms.AskGatewayForm


class OfGateway(OperationPage):
    """Who answers for the gateway sees the referral until it has answered, and is led home."""

    def destination(self, record, result):
        return resolve_url(settings.LOGIN_REDIRECT_URL)


class AnswerForGateway(OfGateway):
    model = GatewayRequest
    operation = operations.answer_for_gateway
    form_class = forms.AnswerForGatewayForm

    def context(self, request, record):
        sent_back = GatewayAnswer.objects.permitted(request.user, "referrals.view_gatewayanswer")
        return {
            "due": WorkingDays.of(record.referral.area).words(record.due_on),
            "seen_earlier": seen_earlier(record.referral, request.user).count(),
            "sent_back": sent_back.filter(request=record, stands=False).select_related("checked_by").last(),
        }


class SignGatewayAnswer(OfGateway):
    model = GatewayAnswer
    operation = operations.sign_gateway_answer
    form_class = forms.SignGatewayAnswerForm


class RecallFromGateway(OperationPage):
    model = GatewayRequest
    operation = operations.recall_from_gateway
    form_class = forms.RecallFromGatewayForm
