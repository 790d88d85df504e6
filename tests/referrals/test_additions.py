"""What comes after a referral was sent is asked to be read, of those who handle it, until one of them has."""

from datetime import timedelta

import pytest
from celery import current_app
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from referrals import operations
from tests import factories

TEXT = "Today he brought a knife to school."


def add(referral) -> None:
    operations.add_to_referral(referral, by=referral.referred_by, text=TEXT)


@pytest.fixture
def new_of(client):
    """What somebody's home says that referrers have added or answered."""

    def asked(person) -> list[tuple[str, str]]:
        client.force_login(person)
        section = next(each for each in client.get("/").context["sections"] if each.title == "From referrers")
        return [(ask.text, ask.hint) for ask in section.asks]

    return asked


@pytest.fixture
def told():
    """Who is written to of additions, by what was left for later."""

    def addresses() -> list[str]:
        mail.outbox.clear()
        for row in OutboxRow.objects.filter(done_at=None, task="referrals.tell_of_addition"):
            current_app.tasks[row.task](row.pk)
        return sorted(address for message in mail.outbox for address in message.to)

    return addresses


# What it does


def test_it_is_asked_on_home_and_marked_on_the_worklist_until_the_coordinator_says_that_it_is_read(
    client, new_of, referral, coordinator, front_door
):
    assert new_of(coordinator) == []
    add(referral)
    ((text, hint),) = new_of(coordinator)
    assert text == f"Read what was added or answered: referral {referral.reference}"
    assert hint.startswith("To be received. The last of it came on ")
    assert "Something new, not read yet" in client.get(reverse("referrals:list_referrals")).content.decode()
    page = client.get(referral.get_absolute_url()).content.decode()
    acknowledge = reverse("referrals:acknowledge_additions", args=[referral.reference])
    assert TEXT in page
    assert acknowledge in page
    ((_, hint),) = new_of(front_door)
    assert hint.endswith("The coordinator says when it has been read")
    assert acknowledge not in client.get(referral.get_absolute_url()).content.decode()
    client.force_login(coordinator)
    answer = client.post(acknowledge, {"seen": referral.unread_at.isoformat()}, follow=True).content.decode()
    assert "What was added has been read." in answer
    assert acknowledge not in answer
    assert new_of(coordinator) == new_of(front_door) == []
    assert "Something new" not in client.get(reverse("referrals:list_referrals")).content.decode()


def test_a_file_an_answer_and_a_word_back_are_asked_alike_and_so_is_what_comes_after_the_decision(
    new_of, told, referral, officer, coordinator
):
    def read() -> None:
        assert (len(new_of(coordinator)), told()) == (1, [coordinator.email])
        operations.acknowledge_additions(referral, by=coordinator, seen=referral.unread_at)

    operations.ask_referrer(factories.received(referral, coordinator), by=coordinator, questions=["Who saw it?"])
    operations.answer_questions(referral, by=officer, **{referral.questions.get().reference: "I did."})
    read()
    factories.ended(referral, coordinator)
    operations.give_feedback(referral, by=coordinator, what_helped="The dates.")
    operations.answer_feedback(referral, by=officer, word_back="Thank you.")
    read()
    operations.add_files(referral, by=officer, files=[factories.chosen_file(officer)])
    read()
    add(referral)
    assert new_of(coordinator)[0][1].startswith("Ended. ")
    read()
    assert new_of(coordinator) == []


def test_nobody_but_the_service_brings_along_what_came_elsewhere(referral, officer, coordinator, stranger):
    """What comes to what went with its case is in tests/cases/test_after_a_transfer.py."""
    for person, refusal in ((officer, NotVisible), (coordinator, PermissionDenied), (stranger, NotVisible)):
        with pytest.raises(refusal):
            operations.bring_along(referral, by=person, said_by=officer)


def test_the_newest_comes_first_and_a_withdrawal_before_it(new_of, officer, coordinator):
    first, second, withdrawn = (factories.referral(officer) for _ in range(3))
    add(second)
    with clock.at(clock.now() + timedelta(hours=1)):
        add(first)
        add(withdrawn)
        operations.withdraw_referral(withdrawn, by=officer, reason="I was told that he moved.")
    assert [text.split()[-1] for text, _ in new_of(coordinator)] == [
        each.reference for each in (withdrawn, first, second)
    ]


def test_whoever_handles_it_is_written_to_else_all_who_receive_and_never_who_added_it(
    told, referral, area, coordinator, second_coordinator, front_door, school, stranger
):
    add(referral)
    assert told() == sorted(each.email for each in (coordinator, second_coordinator, front_door))
    for message in mail.outbox:
        for secret in (referral.given_names, referral.family_name, TEXT, "Prevent", "referrer"):
            assert secret not in message.subject + message.body
    # Who received it at the front door has passed it on: it is with the coordinators.
    add(factories.received(referral, front_door))
    assert len(told()) == 3
    add(factories.assessed(referral, second_coordinator))
    assert told() == [second_coordinator.email]
    # A coordinator who answers for the school's referrals too.
    factories.post(school, PostKind.SAFEGUARDING_LEAD, second_coordinator.name)
    operations.add_to_referral(referral, by=second_coordinator, text=TEXT)
    assert told() == sorted([coordinator.email, front_door.email])


def test_where_another_area_takes_it_on_what_nobody_has_read_is_read_there(
    new_of, referral, coordinator, other_area, stranger
):
    add(factories.received(referral, coordinator))
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason="He has moved.")
    begun = operations.accept_transfer(referral, by=stranger)
    assert new_of(coordinator) == []
    assert begun.reference in new_of(stranger)[0][0]


def test_but_a_word_back_stays_with_whoever_told_how_the_referral_was(
    new_of, referral, officer, coordinator, other_area, stranger
):
    factories.assessed(referral, coordinator)
    operations.give_feedback(referral, by=coordinator, what_helped="The dates.", next_time="Say who heard it.")
    operations.answer_feedback(referral, by=officer, word_back="I will.")
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason="He lives there now.")
    operations.accept_transfer(referral, by=stranger)
    assert new_of(stranger) == []
    ((text, _),) = new_of(coordinator)
    assert referral.reference in text


def test_the_same_over_the_endpoints(client, referral, coordinator):
    add(referral)
    client.force_login(coordinator)
    seen = client.get(reverse("referrals_api:view_triage", args=[referral.reference])).json()["unread_at"]
    url = reverse("referrals_api:acknowledge_additions", args=[referral.reference])
    assert client.post(url, {"seen": seen}, content_type="application/json").status_code == 200
    referral.refresh_from_db()
    assert referral.unread_at is None


# What it records


def test_being_told_and_having_read_are_an_entry_each(referral, coordinator, do_errands):
    add(referral)
    do_errands()
    operations.acknowledge_additions(referral, by=coordinator, seen=referral.unread_at)
    said = [entry.sentence for entry in AuditEntry.objects.about(referral).acts()]
    assert said[:3] == [
        "What was added has been read. Nobody is asked to read it any more.",
        "Those who handle it told by e-mail that something was added.",
        "Addition sent. What was sent before stays as it was.",
    ]


# When it refuses


def test_what_came_while_somebody_read_has_not_been_read_and_nothing_is_read_twice(client, referral, coordinator):
    add(referral)
    seen = referral.unread_at
    with clock.at(clock.now() + timedelta(minutes=1)):
        add(referral)
    client.force_login(coordinator)
    url = reverse("referrals:acknowledge_additions", args=[referral.reference])
    answer = client.post(url, {"seen": seen.isoformat()})
    assert answer.status_code == 409
    assert "Something more has come meanwhile." in answer.content.decode()
    with pytest.raises(Refused, match="Something more has come"):
        operations.acknowledge_additions(referral, by=coordinator, seen=seen)
    operations.acknowledge_additions(referral, by=coordinator, seen=referral.unread_at)
    with pytest.raises(AlreadyDone):
        operations.acknowledge_additions(referral, by=coordinator, seen=seen)
    with pytest.raises(AlreadyDone):
        operations.tell_of_addition(referral, by=system_user(), added_by=referral.referred_by)
    assert "Everything that was added has been read." in client.get(url).content.decode()


# Who may


def test_who_triages_says_that_it_is_read_and_nobody_else(referral, front_door, officer, stranger, coordinator):
    add(referral)
    for person, refusal in ((front_door, PermissionDenied), (officer, NotVisible), (stranger, NotVisible)):
        with pytest.raises(refusal):
            operations.acknowledge_additions(referral, by=person, seen=referral.unread_at)
    with pytest.raises(PermissionDenied):
        operations.tell_of_addition(referral, by=coordinator, added_by=officer)


# How often it queries


def test_home_and_the_worklist_ask_the_same_at_one_addition_as_at_four(client, officer, coordinator, queries_of):
    client.force_login(coordinator)
    pages = ("/", reverse("referrals:list_referrals"))
    add(factories.referral(officer))
    at_one = [queries_of(page) for page in pages]
    for _ in range(3):
        add(factories.referral(officer))
    assert [queries_of(page) for page in pages] == at_one
