"""Advice without identity: what officers of Eastmarsh asked, what they were told, and what has been forgotten."""

from datetime import timedelta

import referrals.operations
from demonstration.diary import Diary
from demonstration.errands import carry_out_errands
from demonstration.places import Place
from referrals.models import Enquiry
from referrals.tasks import forget_enquiries

ANSWERED_AFTER = timedelta(days=1)
# How many days ago, who asked, and what was asked and answered; "" waits for its answer.
ASKED = [
    (
        90,
        "lead",
        "A pupil shares short films that make fun of everybody. Where does that become something to refer?",
        "Ask what the films mean to them. If they begin to single out a group, or the pupil withdraws, refer.",
    ),
    (
        5,
        "teacher",
        "Somebody in class asked whether violence is ever right. May we discuss that, or is it a referral?",
        "Do discuss it: asking is no sign of anything. Refer when somebody says that they would do it, or praises it.",
    ),
    (1, "nhs", "Does a patient have to agree before we refer them, when they are an adult?", ""),
]


class Advice:
    """One question, as it is asked and answered."""

    def __init__(self, place: Place, diary: Diary, asked_by: str, question: str, answer: str):
        self.place = place
        self.diary = diary
        self.asked_by = place.people[asked_by]
        self.question = question
        self.answer = answer
        self.enquiry: Enquiry | None = None

    def begin(self, days_ago: int) -> None:
        moment = self.diary.until - timedelta(days=days_ago)
        self.diary.enter(moment, self.ask)
        if self.answer:
            self.diary.enter(moment + ANSWERED_AFTER, self.give)

    def ask(self) -> None:
        self.enquiry = referrals.operations.ask_for_advice(
            self.place.area,
            by=self.asked_by,
            for_agency=self.place.agency_of[self.asked_by],
            question=self.question,
            names_nobody=True,
        )
        carry_out_errands()

    def give(self) -> None:
        referrals.operations.answer_enquiry(self.enquiry, by=self.place.coordinator, answer=self.answer)
        carry_out_errands()


def ask_for_advice(place: Place, diary: Diary) -> None:
    for days_ago, asked_by, question, answer in ASKED:
        Advice(place, diary, asked_by, question, answer).begin(days_ago)
    diary.enter(diary.until - timedelta(hours=5), forget_enquiries)
