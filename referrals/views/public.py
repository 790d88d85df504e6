"""The public form of an area, open to everybody while the area has one, and the pages of those who answer it."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from prevent_cases.accounts.models import Area, system_user
from prevent_cases.operations import Refused
from prevent_cases.pages import once
from prevent_cases.pages.views import OperationPage, RecordList, RecordPage
from prevent_cases.reference.models import ReferringPolicy
from referrals import operations
from referrals.forms import public as forms
from referrals.models import PublicConcern


class PublicPage(View):
    """A page of an area that has a form for the public; for others it does not exist."""

    def dispatch(self, request: HttpRequest, slug: str, **place: str) -> HttpResponse:
        self.area = get_object_or_404(Area, slug=slug)
        self.policy = ReferringPolicy.of(self.area)
        get_object_or_404(Area.objects.filter(pk=self.area.pk if self.policy.public_form else None))
        return super().dispatch(request, **place)

    def show(self, request: HttpRequest, status: int = 200, **context) -> HttpResponse:
        template = f"referrals/{request.resolver_match.url_name}.html"
        return render(request, template, context | {"area": self.area, "policy": self.policy}, status=status)


class PublicForm(PublicPage):
    """Taken so many times from one source and in one area, and then no more (``ACCOUNT_RATE_LIMITS``)."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, form=forms.PublicConcernForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        service = system_user()
        with once.form_sending(request, by=service) as sent:
            if sent.answer:
                return redirect(sent.answer["address"])
            form = forms.PublicConcernForm(request.POST)
            if form.is_valid() and (objection := sent.objection()):
                form.add_error(None, objection)
            if not form.is_valid():
                return self.show(request, form=form, status=422)
            if not ratelimit.consume(request, action="public_concern", key=self.area.slug):
                form.add_error(None, "More has been sent than can be read now. Ring instead, or send this in an hour.")
                return self.show(request, form=form, refused=True, status=429)
            try:
                concern = operations.send_public_concern(self.area, by=service, **form.cleaned_data)
            except Refused as refusal:
                form.add_error(None, refusal.sentence)
                return self.show(request, form=form, status=409)
            address = reverse("referrals:public_receipt", args=[self.area.slug, concern.reference])
            sent.keep(address=address, is_new=True)
        return redirect(sent.answer["address"])


class PublicAreas(View):
    """Where anybody finds the form of their area, and whom to ring where there is none."""

    def get(self, request: HttpRequest) -> HttpResponse:
        areas = Area.objects.order_by("name")
        policies = ReferringPolicy.of_each(areas)
        opened = [area for area in areas if policies[area.pk].public_form]
        return render(request, "referrals/public_areas.html", {"areas": opened})


class PublicReceipt(PublicPage):
    """That something was sent: its reference and its day, and nothing of what it says."""

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        sent = PublicConcern.objects.filter(area=self.area).only("reference", "sent_at")
        return self.show(request, concern=get_object_or_404(sent, reference=reference))


class ListPublicConcerns(RecordList):
    model = PublicConcern


class ViewPublicConcern(RecordPage):
    model = PublicConcern

    def context(self, request, record):
        return {"policy": ReferringPolicy.of(record.area)}


class BeginReferralForPublic(OperationPage):
    model = PublicConcern
    operation = operations.begin_referral_for_public


class AnswerPublicConcern(OperationPage):
    model = PublicConcern
    operation = operations.answer_public_concern
    form_class = forms.AnswerPublicConcernForm
