"""What the tests of accounts share."""

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.db.models.signals import pre_save

from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import Refused


@pytest.fixture
def new_person():
    return {"email": "nina.new@area.example", "name": "Nina New"}


@pytest.fixture
def waiting(area, administrator, new_person):
    """A post that opens cases, given by the first administrator and not confirmed yet."""
    return accounts.give_post(area, by=administrator, kind=PostKind.COORDINATOR, **new_person)


@pytest.fixture
def sentences_in_history():
    """The sentences of the entries about a record, newest first."""
    return lambda record: list(AuditEntry.objects.about(record).acts().values_list("sentence", flat=True))


@pytest.fixture
def at_once():
    """Does something in two threads that meet before either saves a ``model``, and says what became of each.

    Where one waits for the other's lock they do not meet.
    """

    def do(model, something, *of):
        meeting = threading.Barrier(2)

        def meet(**signal):
            with contextlib.suppress(threading.BrokenBarrierError):
                meeting.wait(timeout=1)

        def one(argument):
            try:
                something(argument)
                return "done"
            except Refused:
                return "refused"
            finally:
                connection.close()

        pre_save.connect(meet, sender=model)
        try:
            with ThreadPoolExecutor(2) as threads:
                return sorted(threads.map(one, of or (None, None)))
        finally:
            pre_save.disconnect(meet, sender=model)

    return do
