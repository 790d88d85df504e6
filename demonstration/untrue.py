"""What was found untrue in Eastmarsh: one referral by two people, and one that waits for the second of them."""

from datetime import timedelta

import referrals.operations
from demonstration import words
from demonstration.diary import Diary
from demonstration.places import Place
from referrals.models import EndReason, FoundUntrue, HowKnown, Referral

# How many days ago it was proposed; and after how many days a second person agreed, if one has answered.
PROPOSED = [(90, 2), (2, None)]


class Finding:
    """One referral of which it turned out that what it says was made up."""

    def __init__(self, place: Place):
        self.place = place
        self.referral: Referral | None = None

    def propose(self) -> None:
        self.referral = last_hearsay(self.place)
        referrals.operations.propose_found_untrue(
            self.referral, by=self.place.coordinator, reason=words.MADE_UP_AFTER_ALL
        )

    def answer(self) -> None:
        referrals.operations.answer_found_untrue(
            self.referral, by=self.place.people["governance"], agreed=True, answer_reason=words.ASKED_THEM_TOO
        )


def last_hearsay(place: Place) -> Referral:
    """The last that ended with too little to go on, of those in which nobody says that they saw anything themselves."""
    ended = Referral.objects.filter(area=place.area, decision__end_reason=EndReason.TOO_LITTLE)
    told = ended.exclude(entries__how_known=HowKnown.SEEN).exclude(pk__in=FoundUntrue.objects.values("referral"))
    return told.order_by("-decision__decided_at", "-pk").first()


def find_untrue(place: Place, diary: Diary) -> None:
    for days_ago, answered_after in PROPOSED:
        finding, moment = Finding(place), diary.until - timedelta(days=days_ago)
        diary.enter(moment, finding.propose)
        if answered_after:
            diary.enter(moment + timedelta(days=answered_after), finding.answer)
