"""Urgent conferences of today: one has been called for tomorrow, one waits for the organiser."""

from datetime import datetime, time, timedelta

from demonstration import words
from demonstration.errands import carry_out_errands
from demonstration.places import Place
from panels.models import ConferenceRequest
from panels.operations import ask_for_conference, call_conference
from prevent_cases import clock
from referrals.models import Referral

ASKED_BEFORE = timedelta(hours=3)
CALLED_BEFORE = timedelta(hours=2)


def ask(referral: Referral, place: Place, asked_by: str) -> None:
    person = place.people[asked_by]
    reason = words.WHY_A_CONFERENCE[asked_by]
    ask_for_conference(referral, by=person, agency=place.agency_of[person], reason=reason)
    carry_out_errands()


def call(referral: Referral, place: Place) -> None:
    """For tomorrow morning, or for the last hour in time, if that is earlier."""
    request = ConferenceRequest.objects.get(referral=referral)
    tomorrow = datetime.combine(clock.today() + timedelta(days=1), time(10), clock.LONDON)
    last = request.due_at.astimezone(clock.LONDON).replace(minute=0, second=0, microsecond=0)
    starts_at = min(tomorrow, last)
    call_conference(request, by=place.organiser, starts_on=starts_at.date(), starts_time=starts_at.time())
    carry_out_errands()
