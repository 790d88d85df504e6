"""What members of the public sent to Eastmarsh, whose partnership has a form for them: one waits, one was a play."""

from datetime import timedelta

import referrals.operations
from demonstration.diary import Diary
from demonstration.places import Place
from prevent_cases.accounts.models import system_user
from referrals.models import PublicConcern, PublicOutcome

# How many days ago, what was sent, and why nobody was referred; "" waits for its answer.
SENT = [
    (
        12,
        {
            "who": "A young man who sits in the library most days",
            "where": "The library in the High Street",
            "worry": "He read aloud from a play about a bomber, twice. People left.",
        },
        "The library told us: he rehearses a school play. No concern.",
    ),
    (
        1,
        {
            "who": "My nephew, he is 17",
            "where": "He goes to the college, and lives with my sister",
            "worry": "Since the spring he says that some people deserve to be blown up, and that he knows how. He used "
            "to laugh about such talk. I have not seen anything; he told me.",
            "sender_name": "Alma Aunt",
            "sender_contact": "01632 960147, after six",
            "sender_relation": "I am his aunt",
        },
        "",
    ),
]


class Sent:
    """One concern, as it is sent and answered."""

    def __init__(self, place: Place, written: dict[str, str], why: str):
        self.place = place
        self.written = written
        self.why = why
        self.concern: PublicConcern | None = None

    def send(self) -> None:
        self.concern = referrals.operations.send_public_concern(self.place.area, by=system_user(), **self.written)

    def answer(self) -> None:
        referrals.operations.answer_public_concern(
            self.concern, by=self.place.coordinator, outcome=PublicOutcome.NOTHING, why=self.why
        )


def send_from_public(place: Place, diary: Diary) -> None:
    for days_ago, written, why in SENT:
        sent, moment = Sent(place, written, why), diary.until - timedelta(days=days_ago)
        diary.enter(moment, sent.send)
        if why:
            diary.enter(moment + timedelta(days=1), sent.answer)
