"""Letters of Eastmarsh: one handed over and one that waits to be, about the newest cases."""

from datetime import timedelta

import cases.operations
from cases.models import Case, Letter, LetterKind, LetterTo, SentHow
from demonstration.diary import Diary
from demonstration.places import Place
from prevent_cases import clock
from referrals.models import YesNo

SAFE = {
    "knows_who_opens": True,
    "who_opens_post": "The mother; she has known of the referral since the school told her.",
    "parents_apart": YesNo.NO,
    "parent_of_concern": YesNo.NO,
    "why_safe": "The school spoke with her on Monday, and she asked for it in writing.",
}


def write_letters(place: Place, diary: Diary) -> None:
    def write(kind: str) -> None:
        cases_here = Case.objects.filter(area=place.area, ended_at=None, individual__holds=None).order_by("-pk")
        with_whom = cases_here.select_related("individual")
        of_children = (case for case in with_whom if not case.individual.is_surely_adult_on(clock.today()))
        if case := next(of_children, None):
            cases.operations.write_letter(
                case,
                by=place.coordinator,
                kind=kind,
                to_whom=LetterTo.PARENT,
                name=f"Ms {case.individual.family_name}",
                **SAFE,
            )

    def hand_over() -> None:
        if letter := Letter.objects.filter(case__area=place.area, sent_on=None).first():
            cases.operations.say_letter_sent(
                letter, by=place.coordinator, sent_on=clock.today(), sent_how=SentHow.BY_HAND
            )

    diary.enter(diary.until - timedelta(days=8), lambda: write(LetterKind.TOLD))
    diary.enter(diary.until - timedelta(days=6), hand_over)
    diary.enter(diary.until - timedelta(days=2), lambda: write(LetterKind.SUPPORT))
