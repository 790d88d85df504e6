"""The list of cases, and a case as a whole."""

from django.db.models import OuterRef

from cases.models import LIVE, Case, Consent, Section36Decision
from cases.permissions.case import of_seen_case
from prevent_cases.pages.history import RecordHistoryPage
from prevent_cases.pages.together import fetch_together
from prevent_cases.pages.views import RecordList, RecordPage
from referrals.candidates import entries_about
from referrals.models import Referral
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


class CaseHistory(RecordHistoryPage):
    """What was done about this case, and that somebody in another area was told that the person may be known here."""

    model = Case

    def entries(self, record):
        return entries_about(record, record.individual)
