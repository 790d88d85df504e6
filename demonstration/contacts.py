"""Calls, visits and letters while a case is worked on, what the person and parents say, and who was told of it."""

from datetime import timedelta

import cases.operations
from cases.models import Case, ContactWay, ContactWith, Dispute, LoggedContact, SaidHow, ToldWhom
from demonstration.chance import dice
from demonstration.described import ask_how_they_describe_themselves
from demonstration.diary import after
from prevent_cases import clock
from referrals.models import DisputeOutcome, NotTold, WhoseWords

# How, with whom, whether they were reached, and what was said.
CONTACTS = (
    (ContactWay.CALL, ContactWith.PARENT, True, "Explained who we are and what it means. She asked who sees it."),
    (ContactWay.CALL, ContactWith.PERSON, False, "No answer. Left no message."),
    (ContactWay.VISIT, ContactWith.PERSON, True, "Met at the library, as asked. Talked of college and of football."),
    (ContactWay.LETTER, ContactWith.PERSON, True, "Sent the leaflet and the name of whom to ring."),
    (ContactWay.CALL, ContactWith.PROFESSIONAL, True, "The form tutor says that attendance is better this month."),
    (ContactWay.MEETING, ContactWith.FAMILY, True, "The grandmother will come along to the first appointment."),
)  # fmt: skip
# Who of them says what about it, and how.
OWN_ACCOUNTS = (
    (WhoseWords.PERSON, SaidHow.VISIT, "I want to finish college. Nobody has asked me that before."),
    (WhoseWords.PERSON, SaidHow.WRITTEN, "I do not want this to stand there when I apply for a job."),
    (WhoseWords.PARENT, SaidHow.CALL, "He is quieter, and he eats with us again. I am still afraid of what he reads."),
)
TOLD = "Told what was said and by which kind of agency, who sees it, and how to complain. Got the leaflet."
NOT_TOLD = "The uncle opens the post and would know who spoke. To be told at college instead."
DISPUTED = "That is not what we talked about. You asked about college and I said I had left."
ANSWER = "Both of us were asked again. We remember it differently, and both are written here."
WRONG = "This was about another case. Logged there as well."


def keep_in_touch(story) -> None:
    """Contacts over the weeks after a case was opened, with dice of their own; who was told; who they say they are."""
    own = dice(f"contacts {story.number}")
    is_child = not story.case.individual.is_surely_adult_on(clock.today())
    whom = [each for each in CONTACTS if is_child or each[1] != ContactWith.PARENT]
    for number, (way, contact_with, reached, what) in enumerate(own.sample(whom, own.choice([1, 2, 2, 3]))):
        said = {"way": way, "contact_with": contact_with, "reached": reached, "what": what}
        wrong = number == 1 and own.random() < 0.1
        story.diary.enter(
            after(own.randrange(2, 20) + 9 * number, own), lambda said=said, wrong=wrong: log(story, said, wrong)
        )
    heard = dice(f"own words {story.number}")
    if heard.random() < 0.4:
        whose, how, words = heard.choice(OWN_ACCOUNTS[: 3 if is_child else 2])
        said = {"whose": whose, "how": how, "words": words}
        story.diary.enter(after(heard.randrange(6, 40), heard), lambda: note(story, said))
    ask_how_they_describe_themselves(story)
    story.diary.enter(after(own.randrange(1, 6), own), lambda: tell(story, told=own.random() < 0.8, is_child=is_child))


def log(story, said: dict, wrong: bool) -> None:
    if Case.objects.get(pk=story.case.pk).is_live:
        contact = cases.operations.log_contact(
            story.case, by=story.place.coordinator, contacted_on=clock.today(), **said
        )
        if dice(f"dispute {story.number} {said['way']}").random() < 0.12:
            dispute(story, contact)
        if wrong:
            cases.operations.record_contact_in_error(contact, by=story.place.coordinator, reason=WRONG)


def note(story, said: dict) -> None:
    if Case.objects.get(pk=story.case.pk).is_live:
        cases.operations.note_own_account(story.case, by=story.place.coordinator, said_on=clock.today(), **said)


def dispute(story, contact: LoggedContact) -> None:
    """One in three is answered the week after."""
    said = {"whose": WhoseWords.PERSON, "words": DISPUTED, "said_on": clock.today()}
    disputed = cases.operations.record_dispute(story.case, by=story.place.coordinator, of=contact, **said)
    own = dice(f"answer to {story.number}")
    if own.random() < 0.33:
        story.diary.enter(after(7, own), lambda: answer(story, disputed))


def answer(story, disputed: Dispute) -> None:
    outcome = {"outcome": DisputeOutcome.STANDS, "answer": ANSWER}
    cases.operations.answer_dispute(disputed, by=story.place.coordinator, **outcome)


def tell(story, told: bool, is_child: bool) -> None:
    if not Case.objects.get(pk=story.case.pk).is_live:
        return
    why = {"because": NotTold.SAFETY, "reason": NOT_TOLD, "ask_again_on": clock.today() + timedelta(days=28)}
    said = {"what": TOLD} if told else why
    for whom in (ToldWhom.PERSON, ToldWhom.PARENT) if is_child and told else (ToldWhom.PERSON,):
        cases.operations.record_being_told(
            story.case, by=story.place.coordinator, whom=whom, told=told, on=clock.today(), **said
        )
