"""The pages of cases."""

from django.db.models import OuterRef

from cases import forms, operations
from cases.comparison import compare
from cases.models import LIVE, Case, CaseReferral, Consent, Section36Decision, Share
from cases.permissions import of_seen_case
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.pages.history import RecordHistoryPage
from prevent_cases.pages.together import fetch_together
from prevent_cases.pages.views import OperationPage, RecordList, RecordPage
from referrals.candidates import entries_about
from referrals.forms.identity import ConfirmSamePersonForm, UndoSamePersonForm
from referrals.models import Referral, merge_in_force
from referrals.permissions.source import shown_source
from referrals.permissions.triage import know_referrer
from referrals.views.as_sent import as_sent, show
from referrals.views.hold import hold_on, of_hold


class ListCases(RecordList):
    """The cases a person may see: their area's, their panel's, those shared with their agency."""

    model = Case

    def queryset(self, request):
        return Case.objects.all() if "ended" in request.GET else Case.objects.filter(stage__in=LIVE)

    def context(self, request, page):
        return {"ended": "ended" in request.GET}


class ViewCase(RecordPage):
    model = Case

    def context(self, request, record):
        fetch_together(
            [record],
            decisions=of_seen_case(Section36Decision, record).on_carried().select_related("decided_by"),
            consents=of_seen_case(Consent, record),
            **of_hold(record.individual, request.user),
        )
        # Whoever sees a case sees the referrals that it carries.
        carried = Referral.objects.filter(carried_by__case=record).select_related("for_agency", "area")
        referrals = carried.annotate(knows_referrer=know_referrer.held_by(request.user)).order_by("pk").in_bulk()
        fetch_together(referrals.values(), **as_sent(OuterRef("pk")))
        for referral in referrals.values():
            show(referral, shown_source(referral, knows_referrer=referral.knows_referrer))
        for decision in record.decisions:
            decision.referral = referrals[decision.referral_id]
        decided = {decision.referral_id for decision in record.decisions}
        waits = record.is_live and record.panel.acts_as_channel
        return hold_on(record) | {
            "referrals": referrals.values(),
            "consents": record.consents.all(),
            "section36_due": [referral for key, referral in referrals.items() if waits and key not in decided],
        }


class WhoCanSee(RecordPage):
    """Who can see this case, and why; and why the reader can."""

    model = Case

    def context(self, request, record):
        shares = Share.objects.permitted(request.user, "cases.view_share").filter(case=record)
        return {
            "shares": shares.select_related("agency", "colleague", "shared_by"),
            "today": clock.today(),
            "reasons": rules["cases.view_case"].reasons(request.user, record),
        }


class CaseHistory(RecordHistoryPage):
    """What was done about this case, and that somebody in another area was told that the person may be known here."""

    model = Case

    def entries(self, record):
        return entries_about(record, record.individual)


class SamePerson(RecordPage):
    """A referral beside the earlier ones of whoever may be the same person."""

    model = Referral
    permission = "referrals.triage_referral"

    def context(self, request, record):
        comparison = compare(record, request.user)
        return {"comparison": comparison, "merge": merge_in_force(record) if comparison.earlier else None}


class ConfirmSamePerson(OperationPage):
    model = Referral
    operation = operations.confirm_same_person
    form_class = ConfirmSamePersonForm


class UndoSamePerson(OperationPage):
    model = Referral
    operation = operations.undo_same_person
    form_class = UndoSamePersonForm

    def context(self, request, record):
        carried = CaseReferral.objects.filter(referral=record).select_related("case").first()
        parts_from = carried.case if carried and carried.has_others_beside_it else None
        return {"merge": merge_in_force(record), "parts_from": parts_from}


class ShareCase(OperationPage):
    model = Case
    operation = operations.share_case
    form_class = forms.ShareCaseForm


class PutColleagueOnCase(OperationPage):
    model = Case
    operation = operations.put_colleague_on_case
    form_class = forms.PutColleagueOnCaseForm


class StopSharingCase(OperationPage):
    model = Share
    operation = operations.stop_sharing_case
    form_class = forms.StopSharingCaseForm


class DecideSection36(OperationPage):
    model = Case
    operation = operations.decide_section36
    form_class = forms.Section36Form


class RecordConsent(OperationPage):
    model = Case
    operation = operations.record_consent
    form_class = forms.ConsentForm
