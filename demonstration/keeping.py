"""What is kept in Eastmarsh though it has ended, and a decision of a panel that is disputed."""

from datetime import timedelta

import cases.operations
import panels.operations
from cases.models import Case, LegalHold
from cases.models.keeping import keeping_to_review
from demonstration.diary import Diary
from demonstration.places import Place
from panels.models import AgendaItem
from prevent_cases import clock
from referrals.models import DisputeOutcome, WhoseWords

MATTER = "Eastmarsh Local Inquiry 14"
HELD_BECAUSE = "The inquiry has asked every agency to keep what it knew of people referred from the college that year."
STILL_HELD = "It has put off its report until the spring."
NEEDED = "A complaint about how the family was told is not settled. What was said and when is needed until it is."
DISPUTED = "They wrote that I agreed to a mentor before anybody had asked me. I said that I would think about it."
ANSWER = (
    "The minutes are right that support was offered. That you had agreed was not so then, and is not written there."
)


def keep_and_dispute(place: Place, diary: Diary) -> None:
    governance = place.people["governance"]

    def ended():
        return Case.objects.filter(area=place.area, ended_at__isnull=False).order_by("pk")

    def hold() -> None:
        if case := ended().first():
            until = clock.today() + timedelta(days=90)
            said = {"matter": MATTER, "reason": HELD_BECAUSE, "review_on": until}
            held = cases.operations.place_legal_hold(case, by=governance, **said)
            diary.enter(clock.now() + timedelta(days=85), lambda: review(held))

    def review(held) -> None:
        until = clock.today() + timedelta(days=120)
        cases.operations.review_legal_hold(held, by=governance, reason=STILL_HELD, review_on=until)

    def keep() -> None:
        if case := keeping_to_review(ended(), LegalHold.objects.standing()).first():
            until = clock.today() + timedelta(days=182)
            cases.operations.keep_case(case, by=governance, reason=NEEDED, review_on=until)
            diary.enter(clock.now() + timedelta(days=4), lambda: sign(case))

    def sign(case: Case) -> None:
        seen = case.retention_reviews.to_sign().get().pk
        cases.operations.sign_keeping(case, by=place.chair, seen=seen, agrees=True)

    def dispute(newest: int, *, answered: bool) -> None:
        offered = AgendaItem.objects.filter(case__area=place.area, decision__judgement="enter", case__ended_at=None)
        if (item := offered.order_by("-pk")[newest : newest + 1].first()) is None:
            return
        said = {"whose": WhoseWords.PERSON, "words": DISPUTED, "said_on": clock.today()}
        said_against = panels.operations.record_decision_dispute(item, by=place.coordinator, **said)
        if answered:
            stands = {"outcome": DisputeOutcome.STANDS, "answer": ANSWER}
            panels.operations.answer_decision_dispute(said_against, by=place.coordinator, **stands)

    for event, days in (
        (hold, 100),
        (keep, 12),
        (lambda: dispute(0, answered=False), 3),
        (lambda: dispute(1, answered=True), 2),
    ):
        diary.enter(diary.until - timedelta(days=days), event)
