"""What each referral says: a text for its type of concern and for who sends it, and the other answers of the form."""

from collections import Counter
from random import Random

from demonstration import concerns
from demonstration.chance import dice as dice_called
from demonstration.chance import shuffled, take
from demonstration.planned import Planned
from referrals.models import STEPS, EarlyHelpConsent, EndReason, HowKnown, LivesHere, NotTold, Told, Urgency, YesNo

# Types of concern where the course does not settle it: at the front door, and among what is accepted.
AT_THE_DOOR = {
    "extreme_right_wing": 15, "islamist": 10, "extreme_violence": 6, "conflicted": 6, "incel": 2,
    "left_anarchist_single_issue": 2, "other": 2,
}  # fmt: skip
ACCEPTED = {
    "extreme_right_wing": 16, "islamist": 8, "none_identified": 8, "extreme_violence": 5, "conflicted": 4, "incel": 1,
    "left_anarchist_single_issue": 1, "other": 1,
}  # fmt: skip


# By the reason for which a referral ends: its texts, and how often something more is said of the person.
TEXTS = {
    EndReason.EXPLAINED: (concerns.EXPLAINED, 0.3),
    EndReason.OTHER_NEED: (concerns.OTHER_NEED, 0.8),
    EndReason.TOO_LITTLE: (concerns.TOO_LITTLE, 0),
    EndReason.NOT_IN_GOOD_FAITH: (concerns.NOT_IN_GOOD_FAITH, 0),
    EndReason.DUPLICATE: (concerns.DUPLICATES, 0),
}


def deal_types(plan: list[Planned], dice: Random) -> None:
    """The type of concern of each referral, while nobody is drawn yet whom it could depend on."""
    types = {False: shuffled(AT_THE_DOOR, dice), True: shuffled(ACCEPTED, dice)}
    for planned in plan:
        planned.concern = "none_identified"
        if planned.course.ends not in TEXTS:
            cards = types[planned.course.is_accepted]
            suits = planned.suits
            planned.concern = take(cards, lambda code, suits=suits: _fitting(concerns.CONCERNS[code], suits))


def say_what(plan: list[Planned], dice: Random) -> None:
    """What each referral says: a text for its type of concern and for who sends it, seldom twice the same."""
    used, of_immigration = Counter(), dice_called("immigration")
    for planned in plan:
        texts, with_context = TEXTS.get(planned.course.ends) or (concerns.CONCERNS[planned.concern], 0.8)
        person, fitting = planned.person, _fitting(texts, planned.suits)
        # One that is new for this person, and the least used.
        dice.shuffle(fitting)
        text = min(fitting, key=lambda text, person=person: (used[person, text], used[text]))
        used.update([text, (person, text)])
        _, what, *explanation = text
        planned.explanation = " ".join(explanation)
        said = [what]
        if dice.random() < with_context:
            said.append(dice.choice(concerns.CONTEXT["child" if planned.is_child else "adult"]))
        planned.answers = _answers(planned, said, dice)
        if of_immigration.random() < 0.03:
            planned.answers["support_needs"].append(_need(concerns.OF_IMMIGRATION))


def _fitting(texts: list[tuple], suits: set[str]) -> list[tuple]:
    return [text for text in texts if text[0] in suits]


def _answers(planned: Planned, said: list[str], dice: Random) -> dict:
    """What the referrer sends: the person as known there, and the concern."""
    person = planned.person
    where, teller = dice.choice(concerns.WHERE[planned.sector]), dice.choice(concerns.TELLER[planned.sector])
    words = person.pronouns | {
        "where_": where,
        "where": where[0].lower() + where[1:],
        "teller_": teller[0].upper() + teller[1:],
        "teller": teller,
    }
    family_name = person.family_name
    if planned.again and dice.random() < 0.3:
        # Another agency knows them by half of a double name.
        family_name = family_name.partition("-")[0]
    told = dice.random() < 0.5
    parent_told = Told.ADULT
    if planned.is_child:
        parent_told = Told.YES if told or dice.random() < 0.3 else Told.NO
    return {
        "given_names": person.given_names,
        "family_name": family_name,
        "born_on": person.born_on if person.day_known else None,
        "age_given": None if person.day_known else planned.age,
        "gender": person.gender,
        "address": f"{person.address}, {planned.area}" if person.address else "",
        "lives_here": LivesHere.HERE if person.address else LivesHere.UNKNOWN,
        "entries": [_entry(what.format(**words), dice) for what in said],
        **_points(" ".join(said)),
        "support_needs": _needs(dice),
        "person_told": Told.YES if told else Told.NO,
        "parent_told": parent_told,
        "told_reason": "" if told else dice.choice(concerns.NOT_TOLD),
        "not_told_because": "" if told else dice.choice([NotTold.SAFETY, NotTold.OTHER]),
        "in_danger": YesNo.NO,
        "referrer_role": dice.choice(concerns.ROLES[planned.sector]),
        "feedback_wanted": dice.choice([YesNo.YES, YesNo.NO]),
        "no_intelligence": True,
        "as_far_as_known": True,
        "urgency": Urgency.URGENT if planned.urgent else Urgency.NORMAL,
        "urgency_reason": dice.choice(concerns.URGENT) if planned.urgent else "",
        **_around(planned, dice),
        **_steps(dice.choice(concerns.STEPS_TAKEN[planned.sector])),
    }


def _entry(text: str, dice: Random) -> dict:
    """One thing that gave concern, some days before it was sent (``history.Story.submit``)."""
    how_known = dice.choice([HowKnown.SEEN] * 5 + [HowKnown.TOLD] * 4 + [HowKnown.OPINION])
    return {"how_known": how_known, "text": text, "days_before": dice.choice([None, 1, 2, 3, 6, 9])}


def _points(said: str) -> dict:
    """What the text says of it; a referrer knows what they have heard said, and not what they have not seen."""
    found = {name: any(sign in said for sign in signs) for name, signs in concerns.POINTS.items()}
    unseen = {"threat_made": YesNo.NO}
    return {name: YesNo.YES if here else unseen.get(name, YesNo.UNKNOWN) for name, here in found.items()}


def _needs(dice: Random) -> list[dict]:
    if dice.random() > 0.2:
        return []
    return [_need(dice.choice(concerns.NEEDS))]


def _need(need: tuple[str, str, str]) -> dict:
    return dict(zip(("kind", "fact", "source"), need, strict=True))


def _around(planned: Planned, dice: Random) -> dict:
    """Family, and school or work."""
    with_children = dice.random() < 0.4
    year = f"Year {planned.age - 5}." if 5 < planned.age < 19 else ""
    return {
        "parents": dice.choice(concerns.PARENTS) if planned.is_child else "",
        "lives_with_children": YesNo.YES if with_children else YesNo.UNKNOWN,
        "household_children": dice.choice(concerns.CHILDREN) if with_children else "",
        "setting": year if planned.is_child else dice.choice(concerns.WORK),
    }


def _steps(taken: dict[str, str]) -> dict:
    """The answer to each step, and what came of those that were taken."""
    answers = {"early_help_consent": EarlyHelpConsent.GIVEN if "early_help" in taken else ""}
    for step in STEPS:
        otherwise = YesNo.UNKNOWN if step == "mappa_marac" else YesNo.NO
        answers |= {step: YesNo.YES if step in taken else otherwise, f"{step}_result": taken.get(step, "")}
    return answers
