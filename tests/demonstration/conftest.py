"""The demonstration, loaded as its command loads it."""

import io
from datetime import date

import pytest
from django.core.management import call_command
from django.utils import timezone

from demonstration.courses import IN_TRIAGE, PAST, ended
from demonstration.drawing import draw_plan
from demonstration.load import load
from demonstration.planned import Planned
from prevent_cases.accounts.models import User
from referrals.models import EndReason
from tests.server import restore_database


def load_demonstration() -> str:
    out = io.StringIO()
    call_command("load_demonstration", stdout=out)
    return out.getvalue()


def fewer_referrals(today: date) -> list[Planned]:
    """All that are open today, and the last of each course that lies behind us.

    With all of those with too little to go on, two of which are found untrue; and where somebody has to decide whether
    it is the same person, with the earlier referrals of that person.
    """
    plan = draw_plan(today)
    last = {planned.course: planned for planned in plan if planned.course in PAST}
    chosen = [planned for planned in plan if planned.course not in PAST or planned.course.ends == EndReason.TOO_LITTLE]
    chosen += last.values()
    known = {planned.person for planned in chosen if planned.course in (IN_TRIAGE, ended(EndReason.DUPLICATE))}
    return [planned for planned in plan if planned in chosen or planned.person in known]


@pytest.fixture(scope="package")
def loaded(request, django_db_setup, django_db_blocker):
    """The demonstration, loaded once for these tests and committed; gives back what the command prints.

    Some referrals of each course; with the proof (`run.py prove demonstration`) all.
    """
    whole = any(item.path.name.startswith("proof_") for item in request.session.items)
    with django_db_blocker.unblock():
        load(timezone.now(), draw=draw_plan if whole else fewer_referrals)
        yield load_demonstration()
        restore_database()


def person(email: str) -> User:
    return User.objects.get(email=email)
