"""Writing letters, and saying that they reached whom they are for. None goes by itself."""

from datetime import date

import referrals.operations
from cases.models import Case, Letter
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.documents import pdf
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import LetterPolicy


@operation("cases.write_letter", locked=False)
def write_letter(case: Case, *, by: User, kind: str, added: str = "", **said: str) -> Letter:
    """Letter written, in the words of the area. Nothing is sent: you print it and see that it reaches them.

    ``added`` is what is said in this letter alone. ``said`` are the other columns of :class:`Letter`.
    """
    referrals.operations.refuse_if_held(case.individual, by=by)
    for name, words in {
        "who_opens_post": "Say who opens the post there.",
        "why_safe": "Say why it is safe to write.",
        "name": "Say to whom the letter is.",
    }.items():
        if not said.get(name):
            raise Refused(words, field=name)
    text, easy_text = LetterPolicy.of(case.area).words(kind)
    letter = Letter.objects.create(
        case=case,
        kind=kind,
        text="\n\n".join(filter(None, [text, added])),
        easy_text=easy_text,
        asked_by=by,
        asked_at=clock.now(),
        **said,
    )
    later("cases.make_letter", letter.pk)
    return letter


@operation("cases.make_letter", unless=Letter.obstacle_to_making)
def make_letter(letter: Letter, *, by: User) -> None:
    """Letter made as a PDF."""
    letter.keep(pdf.render("cases/pdf/letter.html", {"letter": letter, "case": letter.case}))


@operation("cases.say_letter_sent", unless=Letter.obstacle_to_sending)
def say_letter_sent(letter: Letter, *, by: User, sent_on: date, sent_how: str) -> None:
    """Kept when and how the letter reached them."""
    if sent_on > clock.today():
        raise Refused("The day cannot be in the future.", field="sent_on")
    if sent_on < clock.day_of(letter.asked_at):
        raise Refused("The letter was written later than that.", field="sent_on")
    letter.change(sent_on=sent_on, sent_how=sent_how, sent_by=by)
