"""Leaving something to be done later, and doing it: at least once, with one effect."""

import functools
from collections.abc import Callable
from datetime import timedelta

import structlog
from celery import current_app, shared_task
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerAway

from prevent_cases.deep_calls import with_room
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import AlreadyDone

log = structlog.get_logger(__name__)

# A bell nobody heard for this long is no use: the sweep rings again.
BELL_EXPIRES = 60
LONGEST_WAIT = timedelta(hours=1)
queues: dict[str, str] = {}


def later(task: str, *keys: int) -> None:
    """Have ``task`` carried out on these keys once this transaction has committed, whatever crashes in between."""
    row = OutboxRow.objects.create(task=task, keys=list(keys))
    transaction.on_commit(functools.partial(ring, task, row.pk))


def ring(task: str, row: int) -> None:
    """Tell a worker that a row is to be done. A broker that is away is no fault: the sweep rings again."""
    try:
        current_app.send_task(task, args=[row], queue=queues.get(task, "celery"), expires=BELL_EXPIRES, retry=False)
    except (OSError, BrokerAway) as fault:
        log.warning("broker not reached", task=task, row=row, fault=type(fault).__name__)


def errand(name: str, *, queue: str = "celery", longest_wait: timedelta = LONGEST_WAIT) -> Callable:
    """Make a function the Celery task of the outbox rows called ``name``.

    The function gets the row's keys. Its effect and the row's end are one transaction, under the row's lock: rung
    twice, or killed half-way, it takes effect once. After a fault the row waits, longer each time
    up to ``longest_wait``, and stays.
    """
    queues[name] = queue

    def decorate(function: Callable) -> Callable:
        roomy = with_room(function)

        @shared_task(name=name)
        @functools.wraps(function)
        def carry_out(row_id: int) -> None:
            try:
                with transaction.atomic():
                    waiting = OutboxRow.objects.select_for_update(skip_locked=True).filter(pk=row_id, done_at=None)
                    row = waiting.first()
                    if row is None:
                        return
                    try:
                        with transaction.atomic():
                            roomy(*row.keys)
                    except AlreadyDone:
                        pass
                    row.done_at = timezone.now()
                    row.save(update_fields=["done_at"])
            except Exception as fault:
                _put_off(row_id, fault, longest_wait)
                raise

        return carry_out

    return decorate


def _put_off(row_id: int, fault: Exception, longest_wait: timedelta) -> None:
    with transaction.atomic():
        row = OutboxRow.objects.select_for_update().get(pk=row_id)
        row.attempts += 1
        row.fault = type(fault).__name__
        row.due_at = timezone.now() + min(timedelta(seconds=10 * 2 ** min(row.attempts, 9)), longest_wait)
        row.save(update_fields=["attempts", "fault", "due_at"])
    log.error("errand put off", task=row.task, row=row_id, attempts=row.attempts, fault=row.fault)


def sweep(limit: int = 500) -> int:
    """Ring again for rows that are due and not done; returns how many."""
    due = OutboxRow.objects.filter(done_at=None, due_at__lte=timezone.now()).order_by("due_at")[:limit]
    for row in due:
        ring(row.task, row.pk)
    return len(due)
