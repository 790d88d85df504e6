"""The list of cases, and a case as a whole."""

from collections.abc import Callable

from django.db.models import BigIntegerField, OuterRef, Q, QuerySet

from cases.known import disputed, earlier_cases, entries_known, lay_beside, of_trail
from cases.models import (
    LIVE,
    Allocation,
    Case,
    CaseReferral,
    CaseTransfer,
    LegalHold,
    OfferOutcome,
    OwnerCover,
    PanelOffer,
    Section36Decision,
    to_assess_anew,
)
from cases.models.keeping import keeping_to_review
from cases.permissions.case import of_seen_case
from cases.views.keeping import of_keeping
from prevent_cases.access import rules
from prevent_cases.accounts.models import Area, User
from prevent_cases.pages.history import RecordHistoryPage
from prevent_cases.pages.together import Asked, AskedRecords
from prevent_cases.pages.views import RecordList, RecordPage
from prevent_cases.pages.visits import since_last_visit
from prevent_cases.prepared import Given, PreparedRecords
from referrals.models import Referral
from referrals.permissions.own_words import record_own_words
from referrals.permissions.source import shown_source
from referrals.permissions.triage import know_referrer
from referrals.views.as_sent import as_sent, show
from referrals.views.hold import hold_on, of_hold

# What the list leads to, area by area, for those who may.
OF_AREAS = {
    "may_see_owners": "cases.view_owners",
    "may_govern": "cases.list_broken_glasses",
    "may_look": "cases.look_for_case",
    "may_see_agreements": "cases.list_agreements",
}


# What a higher app knows of any case that comes next in it, by the name under which it is read with the case: each is
# given the reader and the case.
COMES_NEXT: dict[str, Callable[[User, Given], QuerySet]] = {}


class ListCases(RecordList):
    """The cases a person may see: their area's, their panel's, those shared with their agency."""

    model = Case

    def queryset(self, request):
        if "keeping" in request.GET:
            # By what is missing nobody notices a legal hold of which they may not know.
            known = LegalHold.objects.permitted(request.user, "cases.view_legalhold").standing()
            return keeping_to_review(Case.objects.all(), known)
        if "ended" in request.GET:
            return Case.objects.all()
        live = Case.objects.filter(stage__in=LIVE)
        return live.filter(owner=request.user) if "mine" in request.GET else live

    def kept_as(self, request):
        return next((each for each in ("keeping", "ended", "mine") if each in request.GET), "")

    def context(self, request, page):
        areas = request.user.posts.kept("areas with cases", lambda: self.areas(request.user))()
        return {
            "shown": self.kept_as(request),
            "areas": areas,
            "works_for_agency": bool(request.user.posts.agencies()),
            "owners_of": any(area.may_see_owners for area in areas),
            "may_govern": any(area.may_govern for area in areas),
        }

    @staticmethod
    def areas(user) -> PreparedRecords:
        held = {name: rules[permission].held_by(user) for name, permission in OF_AREAS.items()}
        any_held = Q(*((name, True) for name in held), _connector=Q.OR)
        return PreparedRecords(Area.objects.annotate(**held).filter(any_held).order_by("name"))


class ViewCase(RecordPage):
    """Where a case stands: what comes next, what others have done since one's last visit, and whose it is."""

    model = Case

    def context(self, request, record):
        asked = request.user.posts.kept("case", lambda: Asked(**self.kinds(request.user)))
        of_record = {"case": record.pk, "area": record.area_id, "owner": record.owner_id}
        asked.fetch(record, **of_record, individual=record.individual_id)
        lay_beside("decision", record.decisions, record.decisions_disputed)
        since = since_last_visit(record, request.user, entries_known(record))
        offers, transfers = record.offers_shown, [each for each in record.transfers_shown if each.case_id == record.pk]
        return hold_on(record) | {
            "since": since,
            "offers_waiting": [offer for offer in offers if not offer.outcome],
            "taken_on": [offer for offer in offers if offer.outcome],
            "transfers_waiting": [each for each in transfers if not each.outcome and not record.ended_at],
            "went": [each for each in transfers if each.outcome == OfferOutcome.ACCEPTED],
            "came": [each for each in record.transfers_shown if each.becomes_id == record.pk],
        }

    @staticmethod
    def kinds(user) -> dict[str, QuerySet]:
        """What the page reads of any case."""
        keys = ("case", "area", "owner", "individual")
        case, area, owner, individual = (Given(name, BigIntegerField()) for name in keys)
        offers = PanelOffer.objects.filter(case=case, outcome__in=("", OfferOutcome.ACCEPTED))
        transfers = CaseTransfer.objects.permitted(user, "cases.view_casetransfer")
        covers = OwnerCover.objects.current().filter(area=area, away=owner)
        return {
            "decisions": of_seen_case(Section36Decision, case).on_carried().select_related("decided_by", "referral"),
            "decisions_disputed": disputed(user).filter(decision__case=case),
            "due": CaseReferral.objects.filter(case=case).to_decide(),
            "allocations": of_seen_case(Allocation, case).select_related("allocated_by"),
            # Whoever sees a case sees to which panels it was offered.
            "offers_shown": offers.select_related("to_panel", "from_panel").order_by("-pk"),
            # Not everybody who sees a case reads where it goes or came from.
            "transfers_shown": transfers.filter(Q(case=case) | Q(becomes=case)).select_related("to_area", "case__area"),
            "earlier": earlier_cases(user, individual=individual, area=area, pk__lt=case).only(
                "reference", "stage", "ended_at"
            ),
            "covers": covers.select_related("covered_by"),
            "to_assess": to_assess_anew(Case.objects.filter(pk=case)).only("reference"),
            **of_keeping(case, user),
            **of_trail(user, case),
            **of_hold(individual, user),
            **{name: of_case(user, case) for name, of_case in COMES_NEXT.items()},
        }


class Concerns(RecordPage):
    """The referrals that a case carries, as they were sent, with what was said since."""

    model = Case

    def context(self, request, record):
        # Whoever sees a case sees the referrals that it carries.
        asked = request.user.posts.kept("concerns", lambda: self.asked(request.user))
        referrals = asked.fetch(case=record.pk)
        for referral in referrals:
            show(referral, shown_source(referral, knows_referrer=referral.knows_referrer))
        return {"referrals": referrals}

    @staticmethod
    def asked(user) -> AskedRecords:
        case = Given("case", BigIntegerField())
        carried = Referral.objects.filter(carried_by__case=case).select_related("for_agency", "area")
        referrals = carried.annotate(
            knows_referrer=know_referrer.held_by(user),
            may_record_own_words=record_own_words.held_by(user),
        ).order_by("pk")
        return AskedRecords(referrals, **as_sent(OuterRef("pk")))


class CaseHistory(RecordHistoryPage):
    """What was done about this case, and that somebody in another area was told that the person may be known here."""

    model = Case

    def entries(self, record):
        user = self.request.user
        case = Given("case", BigIntegerField())
        user.posts.kept("trail", lambda: Asked(**of_trail(user, case))).fetch(record, case=record.pk)
        return entries_known(record)
