"""What a letter says of an answer about support: a receipt of it, plainly and in easy read."""

from django.utils.formats import date_format

from cases.models import Case, Consent, ConsentAnswer, ConsentBy, LetterTo
from prevent_cases import clock
from prevent_cases.operations import Refused

# What was answered: plainly, and in easy read.
ANSWERED = {
    ConsentAnswer.GIVEN: (
        "On {day} {who} agreed to this support: {agreed_to}",
        "On {day} {who} said yes to help.\nThis is the help: {agreed_to}",
    ),
    ConsentAnswer.REFUSED: ("On {day} {who} said no to support.", "On {day} {who} said no to help."),
    ConsentAnswer.WITHDRAWN: (
        "On {day} {who} said that the support is to stop. It has stopped.",
        "On {day} {who} said stop.\nThe help has stopped.",
    ),
    ConsentAnswer.UNABLE: (
        "On {day} it was found that {who} could not decide about support.",
        "On {day} {who} could not say yes or no to help.",
    ),
}
NOT_AGREED = (
    "Nothing else was agreed to. That services tell each other what they must to keep people safe rests on the law, "
    "and not on an agreement. You can ask us what they were told.",
    "Nobody said yes to anything else.\nYou can ask us what we told other people.",
)


def receipt(case: Case, to_whom: str, *, apart: bool) -> tuple[str, str]:
    """What was last answered about support, in a letter to somebody, with what they themselves said against it.

    What the person disputes no parent reads in it, nor they what a parent does. Of parents who live ``apart`` it is not
    known which of them said something.
    """
    line = case.consents.latest_by(clock.today())
    if line is None:
        raise Refused("Nobody has answered about support yet.", field="kind")
    plain, easy = (
        words.format(day=in_words(line.answered_on), who=who_answered(line, to_whom), agreed_to=line.agreed_to)
        for words in ANSWERED[line.answer]
    )
    said = [plain, *how_asked(line), NOT_AGREED[0]]
    if line.ends_on:
        ends = "ended" if line.ends_on <= clock.today() else "ends"
        said.append(f"This {ends} on {in_words(line.ends_on)}: from the age of 18 only the person agrees.")
    theirs = line.disputed_by.filter(whose=to_whom).order_by("pk")
    for each in theirs.none() if to_whom == LetterTo.PARENT and apart else theirs:
        said.append(f"On {in_words(each.said_on)} this was said against it: {each.words}")
        said += [f"We answered: {each.get_outcome_display()}. {each.answer}"] if each.answered_at else []
    return "\n\n".join(said), f"{easy}\n{NOT_AGREED[1]}"


def who_answered(line: Consent, to_whom: str) -> str:
    if line.answered_by != ConsentBy.PERSON:
        return line.answered_name
    return "you" if to_whom == LetterTo.PERSON else "the person"


def how_asked(line: Consent) -> list[str]:
    """Nothing where somebody said by themselves that they do not want support."""
    if not line.asked_by:
        return []
    asked = [f"{line.asked_by} asked. {line.get_how_display()}, in {line.language}. The words were: {line.wording}"]
    return asked + ([f"This was explained: {line.what_was_explained}"] if line.what_was_explained else [])


def in_words(day) -> str:
    return date_format(day, "j F Y")
