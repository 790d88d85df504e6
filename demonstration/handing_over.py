"""A teacher begins a referral and hands it over to the school's safeguarding lead."""

from datetime import timedelta

from demonstration import words
from demonstration.diary import Diary
from demonstration.errands import carry_out_errands
from demonstration.places import Place
from prevent_cases.accounts.models import User
from referrals.models import DraftReferral
from referrals.operations import hand_over_draft, submit_referral


def hand_over(place: Place, by: User, lead: User, answers: dict) -> DraftReferral:
    draft = DraftReferral.objects.create(
        owner=by, operation=submit_referral.name, record=place.area.pk, answers=answers
    )
    hand_over_draft(draft, by=by, lead=lead, word=words.TO_THE_LEAD)
    carry_out_errands()
    return draft


def leave_one_waiting(place: Place, diary: Diary) -> None:
    """This morning's, which the lead has not sent yet."""
    by, lead = place.people["teacher"], place.people["lead"]
    diary.enter(diary.until - timedelta(hours=3), lambda: hand_over(place, by, lead, words.BEGUN))
