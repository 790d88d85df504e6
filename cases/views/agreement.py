"""The register of agreements on sharing in an area."""

from django.urls import reverse

from cases import operations
from cases.forms import agreement as forms
from cases.models import AgreementParty, SharingAgreement
from prevent_cases import clock
from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import OperationPage, RecordPage
from prevent_cases.reference.models import SharingPolicy


class Agreements(RecordPage):
    """Those in force, the soonest to lapse first; and those that were."""

    model = Area
    permission = "cases.list_agreements"

    def context(self, request, record):
        seen = SharingAgreement.objects.permitted(request.user, "cases.view_sharingagreement").filter(area=record)
        agreements = list(seen.order_by("until", "pk"))
        parties = AgreementParty.objects.permitted(request.user, "cases.view_agreementparty")
        parties = parties.filter(agreement__area=record).select_related("agency").order_by("pk")
        for each in agreements:
            each.with_whom = ", ".join(str(party) for party in parties if party.agreement_id == each.pk)
        holds = [each for each in agreements if each.state in ("In force", "To come")]
        return {
            "holds": holds,
            "over": [each for each in reversed(agreements) if each not in holds],
            "policy": SharingPolicy.of(record),
            "today": clock.today(),
        }


class RecordAgreement(OperationPage):
    model = Area
    operation = operations.record_agreement
    form_class = forms.RecordAgreementForm

    def destination(self, record, result):
        return reverse("cases:agreements", args=[record.slug])


class ViewSharingAgreement(RecordPage):
    model = SharingAgreement

    def context(self, request, record):
        parties = AgreementParty.objects.permitted(request.user, "cases.view_agreementparty")
        return {"agencies": parties.filter(agreement=record).select_related("agency").order_by("pk")}


class EndAgreement(OperationPage):
    model = SharingAgreement
    operation = operations.end_agreement
    form_class = forms.EndAgreementForm
