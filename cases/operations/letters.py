"""Writing letters, and saying that they reached whom they are for. None goes by itself."""

from datetime import date

from django.utils.formats import date_format

import referrals.operations
from cases.models import Case, Letter, LetterKind, LetterTo, may_be_told, receipts_to_write_anew
from cases.operations.receipt import receipt
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.accounts.on_paper import without_providers
from prevent_cases.documents import pdf
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import LetterPolicy
from referrals.models import Individual, YesNo

# With what a letter to a parent or guardian begins: plainly, and in easy read.
TO_A_PARENT = (
    "We write to you as a parent or guardian. Where this letter says “you”, it means the child, and you for them.",
    "You are a parent or guardian.\nThis letter is about your child.\n“You” means your child, and you for them.",
)


@operation("cases.write_letter", locked=False)
def write_letter(
    case: Case, *, by: User, kind: str, to_whom: str, knows_who_opens: bool, added: str = "", **said: str
) -> Letter:
    """Letter written, in the words of the area. Nothing is sent: you print it and see that it reaches them.

    ``added`` is what is said in this letter alone. ``said`` are the other columns of :class:`Letter`. It names no
    provider of support, and says how long things are kept once that is known. A receipt says what was answered.
    """
    # Locked: a hold that is set at this moment is set before this, and stops it, or finds that it was written.
    individual = Individual.objects.select_for_update(no_key=True).get(pk=case.individual_id)
    referrals.operations.refuse_if_held(individual, by=by)
    if not knows_who_opens:
        raise Refused("Find out first who opens the post there. Until then, see them.", field="knows_who_opens")
    for name, words in {
        "who_opens_post": "Say who opens the post there.",
        "why_safe": "Say why it is safe to write.",
        "name": "Say to whom the letter is.",
    }.items():
        if not said.get(name):
            raise Refused(words, field=name)
    if to_whom == LetterTo.PARENT:
        _refuse_to_parent(case, **said)
    elif not case.individual.is_surely_adult_on(clock.today()):
        for name in ("parents_apart", "parent_of_concern"):
            if not said.get(name):
                raise Refused("Say so, or that it is not known.", field=name)
    text, easy_text = LetterPolicy.of(case.area).words(kind)
    # An area writes its words once, to the person. Of a receipt whoever answered is meant.
    about, easy_about = TO_A_PARENT if to_whom == LetterTo.PARENT and kind != LetterKind.RECEIPT else ("", "")
    apart = said.get("parents_apart") == YesNo.YES
    answered, easy_answered = receipt(case, to_whom, apart=apart) if kind == LetterKind.RECEIPT else ("", "")
    kept, easy_kept = _how_long_kept(case)
    words = {
        "name": said["name"],
        "address": said.get("address", ""),
        "text": "\n\n".join(filter(None, [about, answered, text, added, kept])),
        "easy_text": "\n".join(filter(None, [easy_about, easy_answered, easy_text, easy_kept])),
    }
    reworded = without_providers()
    letter = Letter.objects.create(
        case=case,
        kind=kind,
        to_whom=to_whom,
        asked_by=by,
        asked_at=clock.now(),
        **said | {name: reworded(value) for name, value in words.items()},
    )
    later("cases.make_letter", letter.pk)
    return letter


def _refuse_to_parent(
    case: Case, *, parents_apart: str = "", parent_of_concern: str = "", which_parent: str = "", **said
) -> None:
    if obstacle := may_be_told(case.individual, LetterTo.PARENT, clock.today()):
        raise Refused(obstacle, field="to_whom")
    if parent_of_concern == YesNo.YES:
        raise Refused(
            "A parent is part of what gives concern, so no letter goes to a parent. Write to the person, or see "
            "whoever looks after them.",
            field="to_whom",
        )
    if parent_of_concern == YesNo.UNKNOWN:
        raise Refused(
            "Find out first whether a parent is part of what gives concern. Until then no letter goes to a parent.",
            field="parent_of_concern",
        )
    if parents_apart == YesNo.UNKNOWN:
        raise Refused(
            "Find out first whether the parents live apart: one may not be allowed to know where the other lives.",
            field="parents_apart",
        )
    if parents_apart == YesNo.YES and not which_parent:
        raise Refused("The parents live apart. Say to which of them the letter is.", field="which_parent")


def _how_long_kept(case: Case) -> tuple[str, str]:
    """Plainly and in easy read; nothing before the case has ended, since its day is found then."""
    if case.retention_review_on is None:
        return "", ""
    day = f"on {date_format(case.retention_review_on, 'j F Y')}"
    return (
        f"We look at whether we still need to keep what we hold about this {day}.",
        f"We keep what we wrote down.\nWe look {day} if we still need it.",
    )


@operation("cases.make_letter", unless=Letter.obstacle_to_making)
def make_letter(letter: Letter, *, by: User) -> None:
    """Letter made as a PDF."""
    context = {"letter": letter, "case": letter.case}
    letter.keep(pdf.render("cases/pdf/letter.html", context, reworded=without_providers()))


def what_stops(letter: Letter, *, by: User) -> str:
    """Why a letter does not go now, as far as somebody may know of it, or ""."""
    if letter.in_error_at:
        return "This letter was recorded in error. It is not printed, read out or sent any more."
    individual = letter.case.individual
    if words := referrals.operations.words_if_held(individual, by=by):
        return words
    if letter.sent_on:
        return ""
    if receipts_to_write_anew().filter(pk=letter.pk).exists():
        return "Since this was written they have disputed what it says, or that was answered. Write a new one."
    return may_be_told(individual, letter.to_whom, clock.today())


@operation("cases.say_letter_sent", unless=Letter.obstacle_to_sending)
def say_letter_sent(letter: Letter, *, by: User, sent_on: date, sent_how: str) -> None:
    """Kept when and how the letter reached them."""
    referrals.operations.refuse_if_held(letter.case.individual, by=by, on=sent_on)
    if sent_on > clock.today():
        raise Refused("The day cannot be in the future.", field="sent_on")
    if sent_on < clock.day_of(letter.asked_at):
        raise Refused("The letter was written later than that.", field="sent_on")
    if letter.in_error_at and sent_on > clock.day_of(letter.in_error_at):
        raise Refused("It was recorded in error before that day, and goes to nobody since.", field="sent_on")
    if obstacle := may_be_told(letter.case.individual, letter.to_whom, sent_on):
        raise Refused(obstacle, field="sent_on")
    letter.change(sent_on=sent_on, sent_how=sent_how, sent_by=by)


@operation("cases.say_letter_sent", unless=Letter.obstacle_to_error)
def record_letter_in_error(letter: Letter, *, by: User, reason: str) -> None:
    """Letter recorded in error. It stays, says so, and is printed no more. If it has gone, that stays known too."""
    letter.say_in_error(by, reason)
