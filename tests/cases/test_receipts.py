"""A receipt of what was answered about support: what it says, to whom, and what of it is disputed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases import operations
from panels import operations as panels
from prevent_cases import clock
from prevent_cases.operations import Refused
from tests import factories
from tests.cases.test_letters import SAID
from tests.cases.transfer import said_at_home, text

RECEIPT = SAID | {"kind": "receipt"}
AGREED = "A mentor, weekly, until Easter."


def words(text: str) -> str:
    return " ".join(text.split())


def said_on(day) -> str:
    return f"{day:%-d %B %Y}"


def test_it_says_what_was_agreed_by_whom_and_how_it_was_asked_and_what_was_not(
    client, adopted, coordinator, text_of, do_errands
):
    factories.consent(adopted, coordinator, agreed_to=AGREED, answered_name="Una Birch")
    letter = operations.write_letter(adopted, by=coordinator, added="Ring us.", **RECEIPT)
    do_errands()
    letter.refresh_from_db()
    plain, easy = words(text_of(letter.read())).split("the same in short sentences")
    for said in (
        f"On {said_on(clock.today())} Una Birch agreed to this support: {AGREED}",
        "Connie of the council asked. Spoken, in person, in English. The words were: Support for you, version 2",
        "This was explained: What a mentor does",
        "Nothing else was agreed to.",
        "You can change your mind at any time",
        "Ring us.",
        f"This ends on {said_on(adopted.individual.adult_on)}",
    ):
        assert said in plain, said
    assert f"On {said_on(clock.today())} Una Birch said yes to help. This is the help: {AGREED}" in easy
    assert "You can tell us to stop." in easy
    # Nothing of why somebody may answer, or of where the evidence lies.
    for kept_back in ("His mother", "school's file"):
        assert kept_back not in plain + easy
    client.force_login(coordinator)
    consent = client.get(reverse("cases:consent", args=[adopted.reference])).content.decode()
    assert reverse("cases:write_letter", args=[adopted.reference]) in consent
    read_out = client.get(reverse("cases:easy_read_letter", args=[letter.reference])).content.decode()
    assert AGREED in read_out


def test_what_has_ended_with_the_eighteenth_birthday_is_said_to_have_ended(adopted, coordinator):
    factories.consent(adopted, coordinator)
    last = adopted.individual.adult_on
    to_a_child = {"parents_apart": "no", "parent_of_concern": "no"}
    for days, ends in ((-1, "ends"), (0, "ended")):
        with clock.at(clock.now() + (last - clock.today() + timedelta(days=days))):
            letter = operations.write_letter(adopted, by=coordinator, **RECEIPT | to_a_child | {"to_whom": "person"})
        assert f"This {ends} on {said_on(last)}" in letter.text


@pytest.mark.parametrize(
    ("answer", "said", "easy"),
    [
        ("refused", "Una Birch said no to support.", "Una Birch said no to help."),
        ("unable", "it was found that Una Birch could not decide", "Una Birch could not say yes or no"),
    ],
)
def test_whatever_the_answer_was(adopted, coordinator, answer, said, easy):
    factories.consent(adopted, coordinator, answer)
    letter = operations.write_letter(adopted, by=coordinator, **RECEIPT)
    assert said in letter.text
    assert easy in letter.easy_text


def test_withdrawn_it_says_so_and_an_answer_in_error_is_passed_over(supported, coordinator):
    withdrawn = panels.record_withdrawal(
        supported, by=coordinator, **factories.answer(supported, answer="withdrawn", reason="No time.")
    )
    assert "said that the support is to stop. It has stopped." in written(supported, coordinator).text
    operations.record_consent_in_error(withdrawn, by=coordinator, reason="It was another's.")
    assert "agreed to this support" in written(supported, coordinator).text


def written(case, by):
    return operations.write_letter(case, by=by, **RECEIPT)


def test_what_they_dispute_of_it_themselves_stands_beside_it_and_nothing_of_another(supported, coordinator):
    """By hand: of the person and of a parent, to each, and to one of two parents who live apart."""
    line = supported.consents.get()
    dispute = factories.dispute(supported, coordinator, line, words="I never said weekly.")
    said = {"whose": "parent", "words": "Nobody asked me.", "said_on": clock.today()}
    operations.record_dispute(supported, by=coordinator, of=line, **said)

    def stands(**to) -> list[bool]:
        letter = operations.write_letter(supported, by=coordinator, **RECEIPT | to)
        assert "it means the child" not in letter.text
        return [f"this was said against it: {each}" in letter.text for each in ("I never said", "Nobody asked me.")]

    to_parent = {"to_whom": "parent", "parent_of_concern": "no"}
    apart = {"parents_apart": "yes", "which_parent": "His father."}
    assert stands(to_whom="person") == [True, False]
    assert stands(**to_parent) == [False, True]
    assert stands(**to_parent, **apart) == [False, False]
    operations.answer_dispute(dispute, by=coordinator, outcome="unclear", answer="We ask again.")
    letter = written(supported, coordinator)
    assert "We answered: It cannot be settled. We ask again." in letter.text


def test_a_dispute_since_leads_to_a_new_one_for_whoever_raised_it(client, supported, coordinator):
    def asked() -> bool:
        return said_at_home(coordinator, "a new receipt: case")

    def opened(letter) -> bool:
        return "Since this was written they have disputed" not in text(client.get(letter.get_absolute_url()))

    line, first = supported.consents.get(), written(supported, coordinator)
    client.force_login(coordinator)
    said = {"whose": "parent", "words": "Nobody asked me.", "said_on": clock.today()}
    operations.record_dispute(supported, by=coordinator, of=line, **said)
    assert (asked(), opened(first)) == (False, True)
    dispute = factories.dispute(supported, coordinator, line)  # The person's, to whom it is.
    assert (asked(), opened(first)) == (True, False)
    second = written(supported, coordinator)
    assert (asked(), opened(second)) == (False, True)
    operations.say_letter_sent(second, by=coordinator, sent_on=clock.today(), sent_how="post")
    operations.answer_dispute(dispute, by=coordinator, outcome="stands", answer="We asked on Monday.")
    # What has gone is read as it went; that another is owed is asked all the same.
    assert (asked(), opened(second)) == (True, True)
    operations.record_consent_in_error(line, by=coordinator, reason="Of another.")
    assert not asked()


def test_there_is_none_before_anybody_has_answered(case, coordinator):
    with pytest.raises(Refused, match="Nobody has answered") as refusal:
        operations.write_letter(case, by=coordinator, **RECEIPT)
    assert refusal.value.field == "kind"
