"""What is kept in Eastmarsh though it has ended; and what is disputed of decisions, an assessment and a brief there."""

from datetime import timedelta

import cases.operations
import panels.operations
from cases.models import Case, Dispute, FactorEntry, Intervention, KeptBecause, LegalHold, Stage
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
WEIGHED = (
    "He was fifteen. He and his mother want it kept until the complaint is settled; less of it would not answer it."
)
DISPUTED = "They wrote that I agreed to a mentor before anybody had asked me. I said that I would think about it."
ANSWER = (
    "The minutes are right that support was offered. That you had agreed was not so then, and is not written there."
)
FACTOR_DISPUTED = "I never said that about them. I said that I was fed up with everybody, them and us."
FACTOR_ANSWER = "That is not what was said. It was put more strongly than it was heard. The next assessment says so."
BRIEF_DISPUTED = "I do not want to meet there any more. Somebody who knows my brother is there every day now."


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
            cases.operations.keep_case(
                case,
                by=governance,
                because=KeptBecause.PROCEEDINGS,
                reason=NEEDED,
                child_weighed=WEIGHED,
                review_on=until,
            )
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

    def dispute_factor() -> None:
        of_supported = {"assessment__case__area": place.area, "assessment__case__stage": Stage.ACTIVE}
        entries = FactorEntry.objects.filter(**of_supported).exclude(in_words="").order_by("-pk")
        if entry := entries.select_related("assessment__case").first():
            said_against = dispute_of(entry.assessment.case, entry, FACTOR_DISPUTED)
            wrong = {"outcome": DisputeOutcome.WRONG, "answer": FACTOR_ANSWER}
            cases.operations.answer_dispute(said_against, by=place.coordinator, **wrong)

    def dispute_brief() -> None:
        given = Intervention.objects.given().filter(case__area=place.area).order_by("-pk")
        if intervention := given.select_related("case").first():
            dispute_of(intervention.case, intervention, BRIEF_DISPUTED)

    def dispute_of(case: Case, of: FactorEntry | Intervention, words: str) -> Dispute:
        said = {"whose": WhoseWords.PERSON, "words": words, "said_on": clock.today()}
        return cases.operations.record_dispute(case, by=place.coordinator, of=of, **said)

    for event, days in (
        (hold, 100),
        (keep, 12),
        (lambda: dispute(0, answered=False), 3),
        (lambda: dispute(1, answered=True), 2),
        (dispute_factor, 4),
        (dispute_brief, 1),
    ):
        diary.enter(diary.until - timedelta(days=days), event)
