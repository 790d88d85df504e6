"""How people were asked whether they want support, and what they or a parent said."""

from cases.models import Capacity, Consent, ConsentAnswer, ConsentBy, ConsentHow
from demonstration import words
from demonstration.chance import dice
from prevent_cases import clock

WORDING = "Support for you, version 3"
AGREED_TO = (
    "A mentor, once a week for three months. Not at school.",
    "A mentor, and help to find a course. The family is told how it goes.",
    "Meeting a mentor at the library. No visits at home.",
)
OWN_WORDS = (
    "“I’ll meet him once and then I’ll see.”",
    "“All right, if my mates don’t have to know.”",
    "“It would be good to talk to somebody who does not shout.”",
)
REASONS = ("They would rather sort it out within the family.", "They do not want another person coming.", "")
EVIDENCE = ("Signed form, scanned into the council’s file.", "Asked with the form tutor present, who wrote it down.")
LANGUAGES = ("English", "English", "English", "English, with an interpreter for the mother")


def answered(story, answer: str) -> dict:
    """What is recorded of one answer, with dice of its own."""
    own = dice(f"consent {story.number} {answer}")
    by_parent = not story.case.individual.is_surely_adult_on(clock.today())
    # Some adults who seem to refuse cannot decide just then, as was assessed; the first who refuses does.
    others = Consent.objects.filter(answer=ConsentAnswer.REFUSED)
    if answer == ConsentAnswer.REFUSED and not by_parent and own.random() < 0.5 and others.exists():
        answer = ConsentAnswer.UNABLE
    given = answer == ConsentAnswer.GIVEN
    return {
        "answer": answer,
        "answered_by": ConsentBy.PARENT if by_parent else ConsentBy.PERSON,
        "answered_name": "The mother" if by_parent else "",
        "responsibility": "She has parental responsibility; the school confirmed it." if by_parent else "",
        "capacity": Capacity.UNABLE if answer == ConsentAnswer.UNABLE else Capacity.PRESUMED,
        "asked_by": f"{story.place.coordinator}, for the council",
        "how": story.dice.choice(ConsentHow.values),
        "answered_on": clock.today(),
        "wording": WORDING,
        "language": own.choice(LANGUAGES),
        "what_was_explained": story.dice.choice(words.EXPLAINED_ABOUT_SUPPORT),
        "agreed_to": own.choice(AGREED_TO) if given else "",
        "own_view": own.choice(OWN_WORDS) if given else "",
        "reason": "" if given else own.choice(REASONS),
        "evidence": own.choice(EVIDENCE),
    }
