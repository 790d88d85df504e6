"""A case as a whole, the referrals that it carries, and its trail."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db.models import BigIntegerField, OuterRef, Q, QuerySet

from cases.known import disputed, done_since, earlier_cases, entries_known, lay_beside, names_in_trail, of_trail
from cases.models import (
    Allocation,
    Case,
    CaseReferral,
    CaseTransfer,
    Deadlines,
    Due,
    LegalHold,
    OfferOutcome,
    OwnerCover,
    PanelOffer,
    RetentionReview,
    Section36Decision,
    Stage,
    to_assess_anew,
)
from cases.permissions.case import of_seen_case
from cases.permissions.section36 import signed_by_whom
from prevent_cases.accounts.models import User
from prevent_cases.audit.models import EntryQuerySet
from prevent_cases.pages.together import Asked, AskedRecords
from prevent_cases.pages.visits import since_last_visit
from prevent_cases.prepared import Given
from referrals.models import Referral
from referrals.permissions.own_words import record_own_words
from referrals.permissions.source import shown_source
from referrals.permissions.triage import know_referrer
from referrals.views.as_sent import as_sent, show
from referrals.views.hold import hold_on, of_hold

# What a higher app knows of any case that comes next in it, by the name under which it is read with the case: each is
# given the reader and the case.
COMES_NEXT: dict[str, Callable[[User, Given], QuerySet]] = {}


def overview(case: Case, user: User) -> dict[str, Any]:
    """Where a case stands: what comes next, what others have done since one's last visit, and whose it is."""
    asked = user.posts.kept("case", lambda: Asked(**kinds(user)))
    of_record = {"case": case.pk, "area": case.area_id, "owner": case.owner_id}
    asked.fetch(case, **of_record, individual=case.individual_id)
    for decision in case.decisions:
        decision.case = case
    lay_beside("decision", case.decisions, case.decisions_disputed)
    lay_beside("allocation", case.allocations.all(), case.allocations_disputed)
    for decision in case.decisions:
        if decision.is_to_sign:
            decision.signed_by_whom = signed_by_whom(decision, case, user)
    came = [each for each in case.transfers_shown if each.becomes_id == case.pk]
    offers, transfers = case.offers_shown, [each for each in case.transfers_shown if each.case_id == case.pk]
    return hold_on(case) | {
        "since": since_last_visit(case, user, partial(done_since, **names_in_trail(case))),
        "offers_waiting": [offer for offer in offers if not offer.outcome],
        "taken_on": [offer for offer in offers if offer.outcome],
        "transfers_waiting": [each for each in transfers if not each.outcome and not case.ended_at],
        "went": [each for each in transfers if each.outcome == OfferOutcome.ACCEPTED],
        "came": came,
        "keeping_waits": any(each.is_to_sign for each in case.kept_shown),
        **due_days(case, has_its_own_day=bool(came)),
    }


def due_days(case: Case, *, has_its_own_day: bool) -> dict[str, Due]:
    """By when the section 36 decision and the first panel are due, of a case as its page has read it.

    A decision that waits for a second signature is due like one that is to be made. What came from another area has its
    own day for the panel.
    """
    waits = case.stage == Stage.AWAITING_PANEL and not (case.panel_decisions or has_its_own_day)
    if not (case.undecided or waits):
        return {}
    deadlines, due = Deadlines.of_each([case.area]), {}
    for name, asked in (
        ("section36_due", [each.asked_at for each in case.undecided if not each.made_at]),
        ("signature_due", [each.asked_at for each in case.undecided if each.made_at]),
    ):
        if asked:
            due[name] = deadlines.section36(case.area, min(asked))
    if waits:
        found = [each.decided_at for each in case.decisions if each.reasonable_grounds and not each.in_error_at]
        due["first_panel_due"] = deadlines.first_panel(case.area, min(found, default=case.opened_at))
    return due


def kinds(user: User) -> dict[str, QuerySet]:
    """What the page reads of any case."""
    keys = ("case", "area", "owner", "individual")
    case, area, owner, individual = (Given(name, BigIntegerField()) for name in keys)
    offers = PanelOffer.objects.filter(case=case, outcome__in=("", OfferOutcome.ACCEPTED))
    transfers = CaseTransfer.objects.permitted(user, "cases.view_casetransfer")
    covers = OwnerCover.objects.current().filter(area=area, away=owner)
    return {
        "decisions": of_seen_case(Section36Decision, case)
        .on_carried()
        .select_related("decided_by", "checked_by", "referral", "in_error_by"),
        "decisions_disputed": disputed(user).filter(decision__case=case),
        "allocations_disputed": disputed(user).filter(allocation__case=case),
        "undecided": CaseReferral.objects.filter(case=case).undecided().with_asked_at(),
        "allocations": of_seen_case(Allocation, case).select_related("owner", "allocated_by"),
        # Whoever sees a case sees to which panels it was offered.
        "offers_shown": offers.select_related("to_panel", "from_panel").order_by("-pk"),
        # Not everybody who sees a case reads where it goes or came from.
        "transfers_shown": transfers.filter(Q(case=case) | Q(becomes=case)).select_related("to_area", "case__area"),
        "earlier": earlier_cases(user, individual=individual, area=area, pk__lt=case).only(
            "reference", "stage", "ended_at"
        ),
        "covers": covers.select_related("away", "covered_by"),
        "to_assess": to_assess_anew(Case.objects.filter(pk=case)).only("reference"),
        **of_keeping(case, user),
        **of_trail(user, case),
        **of_hold(individual, user),
        **{name: of_case(user, case) for name, of_case in COMES_NEXT.items()},
    }


def of_keeping(case: Case | Given, user) -> dict[str, QuerySet]:
    """The legal holds that stand and the reviews that kept a case, as far as this reader may know them."""
    holds = LegalHold.objects.permitted(user, "cases.view_legalhold").standing().filter(case=case)
    kept = RetentionReview.objects.permitted(user, "cases.view_retentionreview").filter(case=case)
    return {
        "holds_shown": holds.with_next_review().select_related("placed_by").order_by("pk"),
        "kept_shown": kept.select_related("reviewed_by", "checked_by").order_by("-pk"),
    }


def concerns(case: Case, user: User) -> list[Referral]:
    """The referrals that a case carries, as they were sent, with what was said since: whoever sees it sees them."""
    asked = user.posts.kept("concerns", lambda: referrals_asked(user))
    referrals = asked.fetch(case=case.pk)
    for referral in referrals:
        show(referral, shown_source(referral, knows_referrer=referral.knows_referrer))
    return referrals


def referrals_asked(user: User) -> AskedRecords:
    case = Given("case", BigIntegerField())
    carried = Referral.objects.filter(carried_by__case=case).select_related("for_agency", "area")
    referrals = carried.annotate(
        knows_referrer=know_referrer.held_by(user),
        may_record_own_words=record_own_words.held_by(user),
    ).order_by("pk")
    return AskedRecords(referrals, **as_sent(OuterRef("pk")))


def trail(case: Case, user: User) -> EntryQuerySet:
    """What was done about a case, and that somebody in another area was told that the person may be known here."""
    given = Given("case", BigIntegerField())
    user.posts.kept("trail", lambda: Asked(**of_trail(user, given))).fetch(case, case=case.pk)
    return entries_known(case)
