"""The pages of referrals."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from prevent_cases.accounts.models import Area
from prevent_cases.pages.drafts import CheckDraft, DraftPart, DraftTaskList, Part, StartDraft
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import OperationPage, RecordList, RecordPage
from referrals import forms, operations
from referrals.models import Referral, Stage


@login_required
def refer(request: HttpRequest) -> HttpResponse:
    """Before you start: danger first, then what will happen. Open to whoever may refer somewhere."""
    context = {
        "areas": Area.objects.permitted(request.user, "referrals.make_referral"),
        "drafts": Draft.objects.filter(owner=request.user, operation=operations.submit_referral.name).order_by(
            "-saved_at"
        ),
    }
    return render(request, "referrals/refer.html", context)


class SubmitReferral:
    """What the pages of a referral in the making share."""

    model = Area
    operation = operations.submit_referral
    task_list_url = "referrals:draft"
    parts = (
        Part("person", "The person", forms.PersonForm),
        Part("concern", "What worries you", forms.ConcernForm),
        Part("told", "Who knows of this referral", forms.ToldForm),
        Part("steps", "What has been done already", forms.StepsForm),
        Part("urgency", "How urgent it is", forms.UrgencyForm),
        Part("referrer", "Who you are", forms.ReferrerForm),
    )


class StartReferral(SubmitReferral, StartDraft):
    pass


class ReferralDraft(SubmitReferral, DraftTaskList):
    pass


class ReferralPart(SubmitReferral, DraftPart):
    pass


class CheckReferral(SubmitReferral, CheckDraft):
    form_class = forms.DeclarationForm
    gone_url = "referrals:list_own_referrals"

    def destination(self, result: Referral) -> str:
        return reverse("referrals:sent", args=[result.reference])


class Sent(RecordPage):
    """Confirmation: the reference, and what happens next."""

    model = Referral
    permission = "referrals.follow_referral"


class FollowReferral(RecordPage):
    """The referrer's own page: where it stands, what they sent, what they may be told."""

    model = Referral
    permission = "referrals.follow_referral"

    def context(self, request, record):
        return {"additions": record.additions.all()}


class AddToReferral(OperationPage):
    model = Referral
    operation = operations.add_to_referral
    form_class = forms.AddToReferralForm

    def destination(self, record, result):
        return reverse("referrals:follow_referral", args=[record.reference])


class ListOwnReferrals(RecordList):
    """What I have sent."""

    model = Referral
    permission = "referrals.follow_referral"


class ListReferrals(RecordList):
    """The worklist of those who receive and oversee referrals."""

    model = Referral

    def queryset(self, request):
        stage = request.GET.get("stage", Stage.SUBMITTED)
        return Referral.objects.filter(stage=stage) if stage in Stage.values else Referral.objects.all()

    def context(self, request, page):
        return {"stages": Stage.choices, "stage": request.GET.get("stage", Stage.SUBMITTED)}


class ViewReferral(RecordPage):
    model = Referral

    def context(self, request, record):
        return {"additions": record.additions.all()}


class EndReferral(OperationPage):
    model = Referral
    operation = operations.end_referral
    form_class = forms.EndReferralForm


class RecordConcernType(OperationPage):
    model = Referral
    operation = operations.record_concern_type
    form_class = forms.ConcernTypeForm
