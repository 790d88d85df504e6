"""What is shut in Eastmarsh, and how somebody gets in: a restricted case, an exclusion, a request, broken glass."""

from datetime import timedelta

import cases.operations
from cases.models import BrokenGlass, Case, ExclusionKind
from demonstration.diary import Diary
from demonstration.places import Place
from panels.models import AgendaItem, ConferenceRequest
from prevent_cases import clock

RESTRICTED_BECAUSE = "Her former partner has asked two agencies where she lives, and has friends in the town hall."
EXCLUDED_BECAUSE = "He told us himself: the mother is his cousin."
BROKEN = "The person is in our emergency department now and gives this as a reason. The ward must know more."
BROKEN_AGAIN = "Brought in by ambulance just now. The crisis team asks what has been agreed with the family."
JUDGEMENT = "The ward could not have waited for Monday. The hospital is asked to sit on the panel from now on."
SEARCHED_FOR = "A youth club has closed. Which of those we support went there, so that somebody else can be asked?"
ASKED = "We assess the younger brother now, and would like to know whether the two should be seen together."


def live(place: Place):
    """The live cases that no meeting takes within a day, and about which nobody asks for an urgent conference.

    Not "today": in the small hours what happened a few hours ago did so on the day before.
    """
    urgent = ConferenceRequest.objects.values("referral")
    within_a_day = clock.now() + timedelta(days=1)
    listed = AgendaItem.objects.filter(meeting__ended_at=None, meeting__starts_at__lt=within_a_day).values("case")
    return (
        Case.objects.filter(area=place.area, ended_at=None)
        .exclude(pk__in=listed)
        .exclude(carried_referrals__referral__in=urgent)
        .order_by("pk")
    )


def closed_to(place: Place, who: str):
    """The newest live case that somebody cannot see."""
    person = place.people[who]
    person.forget_posts()
    seen = Case.objects.permitted(person, "cases.view_case").values("pk")
    return live(place).exclude(pk__in=seen).filter(broken_glasses=None, restrictions=None).last()


def shut_and_open(place: Place, diary: Diary) -> None:
    def enter(event, **ago) -> None:
        diary.enter(diary.until - timedelta(**ago), event)

    def break_glass(reason: str) -> None:
        if case := closed_to(place, "nhs"):
            cases.operations.break_glass(case, by=place.people["nhs"], kind="other", reason=reason)

    def judge() -> None:
        if glass := BrokenGlass.objects.filter(case__area=place.area).first():
            cases.operations.judge_broken_glass(
                glass, by=place.people["governance"], was_right=True, judgement=JUDGEMENT
            )

    def ask() -> None:
        person = place.people["socialcare"]
        if case := closed_to(place, "socialcare"):
            cases.operations.ask_to_see(case, by=person, agency=place.agency_of[person], words=ASKED)

    def exclude() -> None:
        if (case := live(place).last()) is None:
            return
        cases.operations.exclude_person(
            case,
            by=place.coordinator,
            person=place.organiser,
            kind=ExclusionKind.RELATIVE,
            reason=EXCLUDED_BECAUSE,
        )

    def restrict() -> None:
        if (case := live(place).first()) is None:
            return
        cases.operations.restrict_case(
            case, by=place.coordinator, reason=RESTRICTED_BECAUSE, readers=[place.people["governance"]]
        )

    enter(lambda: break_glass(BROKEN), days=9)
    enter(judge, days=6)
    enter(lambda: cases.operations.search_area(place.area, by=place.coordinator, purpose=SEARCHED_FOR), days=4)
    enter(ask, hours=20)
    # At the very end, so that nobody in between is at a loss.
    enter(exclude, minutes=40)
    enter(restrict, minutes=35)
    enter(lambda: break_glass(BROKEN_AGAIN), minutes=15)
