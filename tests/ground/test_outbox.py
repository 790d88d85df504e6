"""The outbox: what was left to be done is done, once, whatever is lost or dies in between."""

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from celery import current_app
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.utils import timezone

from prevent_cases.accounts.models import User
from prevent_cases.later import outbox, tasks
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import AlreadyDone, Refused

BELLS = "celery"
# What happens unattended, whether or not anybody comes.
ROUNDS = {
    "accounts.forget_sessions", "audit.seal", "cases.end_consents", "cases.forget_drafts", "cases.leave_broken_glasses",
    "cases.see_to_information_requests", "documents.tidy", "later.sweep", "pages.forget_sent", "panels.plan_meetings",
    "referrals.forget_drafts", "referrals.forget_enquiries", "referrals.forget_match_keys",
    "referrals.forget_public_concerns", "referrals.move_deadlines", "referrals.remind_of_drafts",
    "referrals.remove_those_over", "reports.remove_those_over",
}  # fmt: skip


def bells() -> int:
    """How many bells hang in the broker, unheard."""
    with current_app.connection_for_read() as broker:
        return broker.default_channel.client.llen(BELLS)


@pytest.fixture
def errand():
    """Makes an errand of this test alone, and forgets it afterwards."""
    made = []

    def make(function, name="later.of_a_test"):
        made.append(name)
        return outbox.errand(name)(function)

    yield make
    for name in made:
        del outbox.queues[name]
        del current_app.tasks[name]


@pytest.fixture
def effect(errand):
    """An errand whose effect can be counted: a user made in its transaction."""

    def make_somebody(number):
        User.objects.create_user(f"{number}-{User.objects.count()}@area.example", "Somebody")

    return errand(make_somebody)


def somebodies() -> int:
    return User.objects.filter(name="Somebody").count()


# Leaving something to be done


def test_the_row_is_written_with_the_change_and_the_bell_rings_after_commit(committed, effect):
    with transaction.atomic():
        outbox.later(effect.name, 1)
        assert OutboxRow.objects.get().keys == [1]
        assert bells() == 0
    assert bells() == 1


def test_what_is_rolled_back_leaves_neither_row_nor_bell(committed, effect):
    with transaction.atomic():
        outbox.later(effect.name, 1)
        transaction.set_rollback(True)
    assert not OutboxRow.objects.exists()
    assert bells() == 0


def test_a_broker_that_is_away_is_no_fault(committed, effect, monkeypatch, caplog):
    monkeypatch.setattr(current_app, "send_task", lambda *args, **kwargs: (_ for _ in ()).throw(ConnectionError()))
    outbox.later(effect.name, 1)
    assert OutboxRow.objects.get().done_at is None
    assert "broker not reached" in caplog.text


# Doing it


def test_it_is_done_once_however_often_it_is_rung(committed, effect):
    outbox.later(effect.name, 1)
    row = OutboxRow.objects.get()
    for _ in range(3):
        effect(row.pk)
    row.refresh_from_db()
    assert row.done_at
    assert somebodies() == 1


def test_eight_threads_that_ring_at_once_have_one_effect(committed, effect):
    outbox.later(effect.name, 1)
    row = OutboxRow.objects.get()
    start = threading.Barrier(8)

    def ring():
        start.wait()
        effect(row.pk)
        connection.close()

    with ThreadPoolExecutor(8) as threads:
        for done in [threads.submit(ring) for _ in range(8)]:
            done.result()
    assert somebodies() == 1


def test_an_emptied_broker_loses_nothing_because_the_sweep_rings_again(committed, effect):
    outbox.later(effect.name, 1)
    cache.clear()
    assert bells() == 0
    tasks.sweep()
    assert bells() == 1


def test_the_sweep_rings_only_for_what_is_due_and_not_done(db, effect):
    row = OutboxRow.objects.create(task=effect.name, keys=[1])
    assert outbox.sweep() == 1
    OutboxRow.objects.update(due_at=timezone.now() + timedelta(seconds=5))
    assert outbox.sweep() == 0
    OutboxRow.objects.update(due_at=timezone.now() - timedelta(seconds=5))
    effect(row.pk)
    assert outbox.sweep() == 0


def test_what_dies_half_way_is_undone_and_done_once_later(committed, errand):
    def die_half_way(number):
        User.objects.create_user(f"{number}@area.example", "Somebody")
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)

    parent = os.getpid()
    dying = errand(die_half_way)
    outbox.later(dying.name, 1)
    row = OutboxRow.objects.get()
    connection.close()
    child = os.fork()
    if child == 0:
        dying(row.pk)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    assert somebodies() == 0
    dying(row.pk)
    assert somebodies() == 1


# When it cannot be done


def test_a_fault_undoes_the_effect_and_the_row_waits_longer_each_time(db, errand):
    def fail(number):
        User.objects.create_user(f"{number}@area.example", "Somebody")
        raise ZeroDivisionError("Nobody's name stands here.")

    failing = errand(fail)
    row = OutboxRow.objects.create(task=failing.name, keys=[1])
    for attempts, wait in ((1, 20), (2, 40), (3, 80), (9, 3600), (1000, 3600)):
        OutboxRow.objects.update(attempts=attempts - 1)
        with pytest.raises(ZeroDivisionError):
            failing(row.pk)
        row.refresh_from_db()
        assert (row.attempts, row.fault, row.done_at) == (attempts, "ZeroDivisionError", None)
        assert (row.due_at - timezone.now()).total_seconds() == pytest.approx(wait, abs=2)
    assert somebodies() == 0


def test_a_refusal_is_a_fault_and_seen(db, errand):
    def refuse(number):
        raise Refused("Not today.")

    refusing = errand(refuse)
    row = OutboxRow.objects.create(task=refusing.name, keys=[1])
    with pytest.raises(Refused):
        refusing(row.pk)
    row.refresh_from_db()
    assert row.fault == "Refused"


def test_what_is_done_already_closes_the_row(db, errand):
    def done_already(number):
        User.objects.create_user(f"{number}@area.example", "Somebody")
        raise AlreadyDone("It is done.")

    done = errand(done_already)
    row = OutboxRow.objects.create(task=done.name, keys=[1])
    done(row.pk)
    row.refresh_from_db()
    assert row.done_at
    assert somebodies() == 0


def test_a_row_that_is_gone_is_no_fault(db, effect):
    effect(12345)
    assert somebodies() == 0


def test_what_beat_does_by_itself_can_be_done():
    """A task of another name would be lost in the queue without a word."""
    asked = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert asked - current_app.tasks.keys() == set()
    assert asked == ROUNDS
    assert len(asked) == len(settings.CELERY_BEAT_SCHEDULE)
