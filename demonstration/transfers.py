"""Cases that go between areas: one that Havenbrook took on from Eastmarsh, and one that Stonewharf offers to it."""

from datetime import timedelta

import cases.operations
import panels.operations
from cases.known import decided_singly, referred_singly
from cases.models import Case, CaseTransfer, UrgentConcern
from cases.operations.transfer import may_go_over
from demonstration.diary import Diary
from demonstration.places import Place
from demonstration.shut import live
from prevent_cases import clock
from prevent_cases.reference.models import LawfulBasis
from referrals.models import Hold

GONE = {
    "reason": "The family has moved in with the grandmother. The tenancy here ended last week, and they will stay.",
    "new_address": "14 Brook Lane, Havenbrook (with the grandmother)",
    "summary": "Calmer than in spring. The quarrels at home are rarer since the move was settled. What helped most was "
    "one adult who kept coming; the person asks who that will be now.",
    "needed": "A place to go to during the day from the first week on, and a call before the first meeting.",
    "stays": "The tutor here rings once a week until somebody in Havenbrook has taken that over.",
}
OFFERED = {
    "reason": "Lives with an aunt in Eastmarsh since the weekend. Both say that this is for good.",
    "new_address": "Flat 6, 3 Reed Row, Eastmarsh (with the aunt)",
    "summary": "Keeps what was agreed. New company since the move, of which we know little; speaks well of the aunt.",
    "needed": "Somebody who meets the person near the new home, in the first week.",
    "stays": "",
}


def to_go(place: Place):
    """Live cases with which nothing else is done just now."""
    held = Hold.objects.filter(lifted_at=None).values("individual")
    worried = UrgentConcern.objects.filter(answered_at=None).values("case")
    free = live(place).filter(restrictions=None, panel_offers=None, area_offers=None, exclusions=None)
    return (
        free.filter(interventions=None)
        .exclude(individual__in=held)
        .exclude(pk__in=worried)
        .select_related("individual", "panel")
    )


def offer(case: Case, here: Place, there: Place, words: dict[str, str]) -> CaseTransfer:
    transfer = cases.operations.offer_to_area(
        case,
        by=here.coordinator,
        to_area=there.area,
        lawful_basis=LawfulBasis.PUBLIC_TASK,
        effective_on=clock.today(),
        pieces=may_go_over(case, here.coordinator),
        referred=referred_singly(case, here.coordinator),
        decided=decided_singly(case, here.coordinator),
        **words,
    )
    if transfer.signed_at is None:
        cases.operations.sign_transfer(transfer, by=here.chair)
    return transfer


def go_between_areas(places: dict[str, Place], diary: Diary) -> None:
    """At the very end, so that nothing that was planned for either case is left undone."""
    here, taken_on_in, offers = (places[name] for name in ("Eastmarsh", "Havenbrook", "Stonewharf"))

    def go() -> None:
        if case := to_go(here).last():
            transfer = offer(case, here, taken_on_in, GONE)
            panel = taken_on_in.panels["Channel Panel"]
            cases.operations.place_transfer(transfer, by=taken_on_in.coordinator, panel=panel)
            panels.operations.answer_transfer(
                transfer, by=taken_on_in.chair, accepted=True, answer="We ring them today."
            )

    def come() -> None:
        if case := to_go(offers).last():
            offer(case, offers, here, OFFERED)

    diary.enter(diary.until - timedelta(minutes=12), go)
    diary.enter(diary.until - timedelta(minutes=10), come)
