"""Support that agencies give: asked with a brief, accepted or declined, sessions that took place and that were missed.

Among those open today contact has stopped with one, one has not been answered, and somebody is worried now. Everything
has dice of its own; what is said of anybody is invented.
"""

from datetime import timedelta

import cases.operations
from cases.models import Case, Intervention, Project, Stage
from demonstration import who_helps
from demonstration.chance import dice
from demonstration.diary import after
from demonstration.errands import carry_out_errands
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, User
from prevent_cases.reference.models import LawfulBasis

NEEDS = (
    "Somebody who listens before they speak. Likes to be asked what they think, and hates to be told.",
    "Short meetings, and something to do with the hands. Talks best when walking.",
    "Clear times, kept. Has been let down before, and tests whether people come back.",
)
SAFE_PLACES = (
    "The library, first floor. Ask for the small room; they know that a mentor comes.",
    "The workshop of the college, after four. The tutor has the key.",
    "The café of the leisure centre. A parent brings them and waits outside.",
)
TO_AVOID = (
    "The park behind the station, and meeting on a Friday. Do not ring at home.",
    "Do not speak of the brother. Not at school.",
    "Nothing that is known of. Ask before you take notes.",
)
PURPOSE = "To find company and something to do that does not need anybody to be hated; to weigh what is read online."
DONE = (
    "Got to know one another. Agreed on what to talk about, and what not.",
    "Looked at three pages together and asked who made them, and why.",
    "Walked and talked of football, then of the argument at home.",
    "Wrote the application for the course together.",
    "Talked of what was said in the group, and why nobody spoke up.",
)
MISSED = (
    "Did not come, and did not answer. Rang on the next day: had overslept.",
    "Sent a message an hour before: no bus.",
    "I was ill, and moved it to the next week.",
)
WORRIED_BEFORE = "Spoke of not wanting to be here any more. Did not leave them alone; a parent came."
SEEN_BEFORE = "Rang the parent and the crisis team, which saw them the same evening. The police have been told."
WORRIED_NOW = "Showed me a ticket for Thursday and would not say where to. Seemed to say goodbye."
DECLINED = "No worker is free before the summer, and we would not want to begin and break off."
SESSIONS = 12
EVERY = timedelta(days=9)
LASTS = timedelta(days=150)
# Of the one who stays away: after how many, and how many times somebody waited for them.
STAYS_AWAY_AFTER, WAITED_FOR = 4, 3
# Of those who receive support in Eastmarsh today, by how many days ago they were referred: how it goes.
IS_WORRIED, DOES_NOT_COME, ALSO_ASKED = 152, 100, 135


def begin(story) -> None:
    """The provider is asked once somebody has agreed; of one person housing is asked as well, which declines."""
    own = dice(f"intervention {story.number}")
    intervention = arrange(story, story.place.provider, PURPOSE, own)
    carry_out_errands()
    story.diary.enter(after(own.choice([1, 1, 2]), own), lambda: accept(story, intervention, own))
    if goes_as(story, ALSO_ASKED):
        housing = story.place.first_agency(AgencyType.HOUSING)
        rooms = who_helps.rooms_of(story.place)
        asked = arrange(story, housing, "A room of their own, away from the quarrels at home.", own, rooms)
        story.diary.enter(after(3, own), lambda: decline(asked, story.place.handler_of[housing]))


def goes_as(story, days_ago: int) -> bool:
    return story.planned.area == "Eastmarsh" and story.planned.days_ago == days_ago


def arrange(story, agency: Agency, purpose: str, own, project: Project | None = None) -> Intervention:
    return cases.operations.arrange_intervention(
        story.case,
        by=story.place.coordinator,
        agency=agency,
        project=project,
        sessions=SESSIONS,
        starts_on=clock.today(),
        until=clock.today() + LASTS,
        called=story.planned.person.given_names,
        purpose=purpose,
        needs=own.choice(NEEDS),
        safe_place=own.choice(SAFE_PLACES),
        to_avoid=own.choice(TO_AVOID),
        lawful_basis=LawfulBasis.PUBLIC_TASK,
    )


def decline(intervention: Intervention, by: User) -> None:
    cases.operations.answer_intervention(intervention, by=by, accepted=False, why_declined=DECLINED)


def accept(story, intervention: Intervention, own) -> None:
    if is_given(intervention):
        cases.operations.answer_intervention(intervention, by=story.place.giver, accepted=True)
        story.diary.enter(after(EVERY.days, own), lambda: meet(story, intervention, own, 1))


def is_given(intervention: Intervention) -> bool:
    """Whether it goes on: neither stopped nor ended meanwhile."""
    intervention.refresh_from_db()
    return intervention.ended_at is None and Case.objects.get(pk=intervention.case_id).stage == Stage.ACTIVE


def meet(story, intervention: Intervention, own, number: int) -> None:
    """One session, reported on the same day, and the next a week later."""
    if not is_given(intervention):
        return
    stays_away = goes_as(story, DOES_NOT_COME) and number > STAYS_AWAY_AFTER
    came = not stays_away and own.random() < 0.85
    said = {"minutes": own.choice([45, 50, 60, 75]), "what": own.choice(DONE)} if came else {}
    worried = {"worried": True, "worry": WORRIED_BEFORE} if goes_as(story, IS_WORRIED) and number == 2 else {}
    why = {} if came else {"why_missed": MISSED[0] if stays_away else own.choice(MISSED)}
    cases.operations.report_session(
        intervention, by=story.place.giver, held_on=clock.today(), came=came, **said, **why, **worried
    )
    if worried:
        carry_out_errands()
        story.diary.enter(after(0.02, own), lambda: see_to(story, intervention))
    delivered = intervention.held_sessions.filter(came=True).count()
    if delivered < SESSIONS and not (stays_away and number == STAYS_AWAY_AFTER + WAITED_FOR):
        story.diary.enter(after(EVERY.days, own), lambda: meet(story, intervention, own, number + 1))
    elif delivered < SESSIONS:
        # They agree on another day, of which nothing is heard.
        next_on = clock.today() + timedelta(days=2)
        cases.operations.agree_session(intervention, by=story.place.giver, meets_on=next_on)


def see_to(story, intervention: Intervention) -> None:
    concern = intervention.urgent_concerns.get(answered_at=None)
    cases.operations.answer_urgent_concern(concern, by=story.place.people["police"], what_was_done=SEEN_BEFORE)


def let_housing_go(story) -> None:
    """What it knew was for the support that was planned, and that is not wanted any more."""
    housing = story.place.first_agency(AgencyType.HOUSING)
    share = story.case.shares.get(agency=housing, ended_at=None)
    cases.operations.stop_sharing_case(share, by=story.place.coordinator)
    del story.shared_until[housing]


def end_in_worry(story) -> None:
    """Half an hour before today's end of the history somebody is worried about one person."""
    if goes_as(story, IS_WORRIED):
        story.diary.enter(story.diary.until - timedelta(minutes=30), lambda: be_worried_now(story))


def be_worried_now(story) -> None:
    """Nobody has seen it yet."""
    intervention = story.case.interventions.filter(accepted=True).last()
    if intervention and is_given(intervention):
        cases.operations.raise_urgent_concern(intervention, by=story.place.giver, words=WORRIED_NOW)
        carry_out_errands()
