"""What the areas assess by, and assessments that change over time: one before the panel, others while support runs.

Eastmarsh and Stonewharf have published the historic template as it is; Havenbrook a framework of its own, of another
shape. All that is said of anybody is invented.
"""

from datetime import date, timedelta

import cases.operations
from cases.models import Assessment, Case
from cases.models import Stage as CaseStage
from demonstration.chance import dice
from demonstration.places import Place
from panels.judgements import AFTER_SUPPORT, ChangeSinceStart, Judgement
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType
from prevent_cases.reference.framework_templates import VAF_2012
from prevent_cases.reference.models import AssessmentPolicy, FrameworkVersion, read_whole, scale_of
from prevent_cases.reference.operations import confirm_framework, decide_policy, put_framework_forward

APART = timedelta(days=40)
MOST = 3

HAVENBROOK = {
    "title": "What is needed and what is strong",
    "origin": "written in Havenbrook with young people and practitioners",
    "guidance": "Ask the person first, and write down their own words. What is strong counts as much.",
    "scale": "Going well\nSome worry\nHelp is needed now",
    "domains": [
        {
            "title": "Home and family",
            "about": "Where the person lives, and with whom.",
            "factors": [
                {"code": "H1", "wording": "Feeling safe at home"},
                {"code": "H2", "wording": "Getting on with those at home"},
            ],
        },
        {
            "title": "Friends and belonging",
            "factors": [
                {"code": "B1", "wording": "Friends who are good for them"},
                {"code": "B2", "wording": "Somewhere to go in the week"},
                {"code": "B3", "wording": "Time online", "help_text": "What is done there, and not only how long."},
            ],
        },
        {
            "title": "Anger and ideas",
            "about": "What is said, to whom and how often. Lawful opinion by itself is no concern.",
            "scale": "Not spoken of\nSpoken of now and then\nSpoken of often",
            "factors": [
                {"code": "A1", "wording": "Wrongs that were done to them or to people like them"},
                {"code": "A2", "wording": "Others as enemies"},
                {"code": "A3", "wording": "Violence as an answer"},
            ],
        },
        {
            "title": "What is strong",
            "scale": "Strong\nGrowing\nNot there yet",
            "factors": [
                {"code": "S1", "wording": "A grown-up whom they trust"},
                {"code": "S2", "wording": "A hope for the year to come"},
            ],
        },
    ],
}

# By the code of a factor, what is found at one assessment after another, in words. Of other factors nothing is known.
FOUND = {
    "E01": [
        ("Present", "Says that nobody listened when something was done to the family."),
        ("Partly present", "Still speaks of it, and now also of what was put right."),
        ("Not present", "Says that it is over."),
    ],
    "E03": [
        ("Present", "Was on no team and in no group, and says so."),
        ("Partly present", "Goes to the boxing club on Tuesdays and likes it."),
        ("Partly present", "Is known at the club, and is less alone."),
    ],
    "E04": [
        ("Partly present", "Speaks of being somebody whom others look up to."),
        ("Partly present", "Much the same; helps the younger ones at the club."),
        ("Not present", "Is looked up to now, for helping."),
    ],
    "E10": [
        ("Not present", "The family was asked, and is worried itself."),
        ("Not present", "As before."),
        ("Not present", "As before."),
    ],
    "E11": [
        ("Present", "Moved here and changed school within a few months."),
        ("Present", "Settling in takes time."),
        ("Partly present", "Has settled in at school; at home it goes on."),
    ],
    "E12": [
        ("Partly present", "Two older people from a chat sent messages every night."),
        ("Partly present", "Blocked them, and was written to again from another name."),
        ("Not present", "No contact for two months, as far as is known."),
    ],
    "I02": [
        ("Present", "Spoke of “them” and “us” in three of four talks."),
        ("Partly present", "Uses the words less, and names people whom they like on the other side."),
        ("Not present", "Not heard for weeks by anybody who was asked."),
    ],
    "I04": [
        ("Partly present", "Said once that they had it coming. Was upset by it afterwards."),
        ("Not present", "Says now that nobody has."),
        ("Not present", "As before."),
    ],
    "C02": [
        ("Not present", "The police know of nothing."),
        ("Not present", "The police were asked again, and know of nothing."),
        ("Not present", "As before."),
    ],
    "H2": [
        ("Some worry", "Doors are slammed most evenings, by everybody."),
        ("Some worry", "Better on the days on which somebody cooks with them."),
        ("Going well", "Eats with the others, and says that it is all right."),
    ],
    "B1": [
        ("Help is needed now", "Says that there is nobody."),
        ("Some worry", "One friend from the allotment."),
        ("Going well", "Two friends, who come to the house."),
    ],
    "B2": [
        ("Help is needed now", "Out of college since spring."),
        ("Going well", "Three mornings at the workshop, and goes to them."),
        ("Going well", "Has a place for the whole week from September."),
    ],
    "B3": [
        ("Some worry", "Up until three, on channels that nobody else in the family knows."),
        ("Some worry", "Shows the mentor what is there, now and then."),
        ("Some worry", "Still late on Fridays; says so without being asked."),
    ],
    "A1": [
        ("Spoken of often", "In every talk, with much feeling."),
        ("Spoken of now and then", "When there is a reason to."),
        ("Spoken of now and then", "With less anger, and with what could be done about it."),
    ],
    "A3": [
        ("Spoken of now and then", "Has shared a picture, and laughed. Nobody was named."),
        ("Not spoken of", "Nobody who was asked has heard it again."),
        ("Not spoken of", "As before."),
    ],
    "S1": [
        ("Not there yet", "Nobody comes to mind, they say."),
        ("Growing", "The mentor, on most days."),
        ("Strong", "The mentor and an aunt."),
    ],
}
SOURCES = ("The person", "A parent", "The form tutor", "The social worker", "The mentor")
PROTECTIVE = ("A brother who comes by on Sundays.", "Loves animals.", "Asks for help when it gets too much.", "", "")
CONCLUSIONS = [
    (
        "Lonely and angry, and easily led by two people whom nobody here has met. Wants to be asked, and to be useful.",
        "A mentor, somewhere to go in the week, and a talk with the family about the evenings.",
        "Nothing that was not in the referral, except that the family is worried too and wants help.",
    ),
    (
        "Calmer, with one or two people to turn to. The contact has tried to come back.",
        "Go on with the mentor. Ask the school how the mornings are. Look again in three months.",
        "Goes out more and is online less at night. What is said of others has changed its tone.",
    ),
    (
        "Little is left of what gave concern. What is strong is strong enough to carry.",
        "End support with the plan that was agreed, and tell everybody whom to ring.",
        "No contact for two months, a place for the week, and friends.",
    ),
]
CHANGED = {
    ChangeSinceStart.REDUCED: "What was said at the start has not been heard for weeks, by anybody who was asked.",
    ChangeSinceStart.SAME: "Nothing new, and nothing gone. Other help fits better now.",
    ChangeSinceStart.CANNOT_SAY: "Nobody but the mentor has seen them since summer, and the mentor only twice.",
}


def publish_frameworks(places: dict[str, Place]) -> None:
    """What the areas assess by; Eastmarsh wants to be reminded of it."""
    for name, said in (
        ("Eastmarsh", VAF_2012.said()),
        ("Havenbrook", HAVENBROOK),
        ("Stonewharf", VAF_2012.said()),
    ):
        people, area = places[name].people, places[name].area
        confirm_framework(put_framework_forward(area, by=people["admin"], **said), by=people["admin2"])
    eastmarsh = places["Eastmarsh"]
    reason = "Agreed with the panel: a fresh look before every third meeting."
    decide_policy(eastmarsh.area, by=eastmarsh.people["admin"], policy=AssessmentPolicy, reason=reason, reminded=True)


def assess(story, case: Case) -> None:
    """Before the panel takes a case: the first time, and then as long as support runs, from time to time."""
    earlier = list(Assessment.objects.filter(case=case).order_by("assessed_on").values_list("assessed_on", flat=True))
    is_due = case.stage == CaseStage.ACTIVE and clock.today() - earlier[-1] >= APART if earlier else True
    if is_due and len(earlier) < MOST:
        complete(story, case, len(earlier))


def assess_at_the_end(story, case: Case) -> None:
    """Support ends with a final assessment, where none has been made since it began."""
    if case.final_assessment is None:
        complete(story, case, MOST - 1)


def complete(story, case: Case, which: int) -> None:
    """The assessment of so many that an invented story has in it."""
    version = FrameworkVersion.objects.in_use().filter(framework__area=case.area_id).first()
    by_chance = dice(f"assessment {story.number} {which}")
    summary, plan, what_changed = CONCLUSIONS[which]
    cases.operations.complete_assessment(
        case,
        by=assessor(story, by_chance.random() < 0.4),
        version=version,
        assessed_on=clock.today() - timedelta(days=by_chance.randrange(3)),
        summary=summary,
        plan=plan,
        what_changed=what_changed,
        entries=entries(version, story.number, which),
    )


def assessor(story, is_police: bool):
    """The coordinator or, where the case is open to them, the police."""
    until: date | None = story.shared_until.get(story.place.first_agency(AgencyType.POLICE))
    return story.place.people["police"] if is_police and until and until >= clock.today() else story.place.coordinator


def entries(version: FrameworkVersion, number: int, which: int) -> list[dict]:
    """What is found: of one person more, of another less is known, and the same factors each time."""
    whole = read_whole(FrameworkVersion.objects.filter(pk=version.pk)).get()
    of_person = dice(f"what is known {number}")
    said = []
    for domain in whole.domains.all():
        points = {point.label: point.reference for point in scale_of(domain, whole)}
        for factor in domain.factors.all():
            entry = {"factor": factor.key}
            chances = (of_person.random(), of_person.choice(SOURCES), of_person.choice(PROTECTIVE))
            if factor.code in FOUND and chances[0] < 0.8:
                found, words = FOUND[factor.code][which]
                entry |= {"point": points[found], "in_words": words, "source": chances[1]}
                entry |= {"protective_factors": chances[2], "evidence_on": clock.today() - timedelta(days=9)}
            said.append(entry)
    return said


def change_at(number: int, judgement: Judgement) -> dict[str, str]:
    """What a decision says of the change since support began: something where it ends, and nothing else."""
    if judgement not in AFTER_SUPPORT:
        return {}
    likely = [ChangeSinceStart.REDUCED] * 6 + [ChangeSinceStart.SAME, ChangeSinceStart.CANNOT_SAY]
    change = dice(f"change {number}").choice(likely)
    return {"change_since_start": change, "change_reason": CHANGED[change]}
