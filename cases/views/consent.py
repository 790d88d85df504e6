"""The pages of the three things that are called consent."""

from django.db.models import Prefetch

from cases import operations
from cases.forms.consent import AskingForm, BeingToldForm, BirthdayForm, OnDayForm
from cases.forms.contact_log import InErrorForm
from cases.known import with_awaited, with_disputes
from cases.models import BeingTold, Case, CaseFile, Consent, ConsentAnswer, Share, agreement_that_counts
from cases.permissions.case import of_seen_case
from prevent_cases import clock
from prevent_cases.pages.views import OperationPage, RecordPage
from referrals.models import Referral, said_of
from referrals.views.hold import known_hold


class ConsentPage(RecordPage):
    """Agreement to receive support, the lawful basis to share, and having been told: each under its own heading."""

    model = Case

    def context(self, request, record):
        day = OnDayForm(request.GET) if "on_day" in request.GET else OnDayForm(initial={"on": clock.today()})
        asked_on = day.cleaned_data["on"] if day.is_bound and day.is_valid() else None
        files = CaseFile.objects.permitted(request.user, "cases.view_casefile")
        lines = with_disputes(
            "consent",
            with_awaited(of_seen_case(Consent, record))
            .select_related("recorded_by", "in_error_by")
            .prefetch_related(Prefetch("files", files.order_by("pk"), to_attr="files_shown"))
            .order_by("-answered_on", "-pk"),
            request.user,
        )
        by_key = {line.pk: line for line in lines}

        def shown(line: Consent | None) -> Consent | None:
            return line and by_key[line.pk]

        standing = [line for line in lines if not line.in_error_at]
        latest = next((line for line in standing if line.answer != ConsentAnswer.ASKED), None)
        told = of_seen_case(BeingTold, record).select_related("recorded_by", "in_error_by").order_by("-on", "-pk")
        shares = of_seen_case(Share, record).select_related("agency", "colleague").filter(ended_at=None)
        return {
            "lines": lines,
            "has_answered": latest is not None,
            "in_force": shown(agreement_that_counts(record)),
            "withdrawn": latest if latest and latest.answer == ConsentAnswer.WITHDRAWN else None,
            "day": day,
            "asked_on": asked_on,
            "agreed": asked_on and shown(record.consents.in_force_on(asked_on)),
            "latest": asked_on and shown(record.consents.latest_by(asked_on)),
            "unanswered": asked_on and shown(record.consents.unanswered_on(asked_on)),
            "waiting": next((line for line in lines if line.is_awaited), None),
            "hold": known_hold(record, request.user),
            "told": with_disputes("being_told", told, request.user),
            "shares": shares,
            "referrals": Referral.objects.filter(carried_by__case=record).order_by("pk"),
        }


class RecordAsking(OperationPage):
    model = Case
    operation = operations.record_asking
    form_class = AskingForm


class RecordBirthday(OperationPage):
    model = Case
    operation = operations.record_birthday
    form_class = BirthdayForm

    def context(self, request, record):
        return {"said": said_of(record.individual).select_related("said_by")}


class RecordConsentInError(OperationPage):
    model = Consent
    operation = operations.record_consent_in_error
    form_class = InErrorForm

    def context(self, request, record):
        with_disputes("consent", [record])
        return {}


class RecordBeingTold(OperationPage):
    model = Case
    operation = operations.record_being_told
    form_class = BeingToldForm


class RecordBeingToldInError(OperationPage):
    model = BeingTold
    operation = operations.record_being_told_in_error
    form_class = InErrorForm

    def context(self, request, record):
        with_disputes("being_told", [record])
        return {}
