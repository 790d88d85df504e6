"""What waited while no scanner ran is checked once there is one, without anybody's doing."""

import os
import signal
from collections.abc import Iterator
from queue import Empty

import pytest
from celery import current_app
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from cases.models import CaseFile
from prevent_cases.documents.models import State, Upload
from prevent_cases.documents.scanner import ScannerAway
from prevent_cases.later import outbox
from prevent_cases.later.models import OutboxRow
from referrals.models import ReferralFile
from tests import factories
from tests.conftest import answering_scanner
from tests.documents.hostile import EICAR

CHECKED_BY = {Upload: "documents.check_upload", ReferralFile: "referrals.check_file", CaseFile: "cases.check_file"}


def heard() -> Iterator[tuple[str, int]]:
    """What the broker has rung for those who check files: which task, and of which row."""
    with (
        current_app.connection() as connection,
        connection.SimpleQueue(current_app.amqp.queues["files"], no_ack=True) as bells,
    ):
        while True:
            try:
                bell = bells.get(block=False)
            except Empty:
                return
            ((row,), *_) = bell.payload
            yield bell.headers["task"], row


@pytest.mark.parametrize("why", ["it was killed", "none was set up"])
def test_what_waited_unchecked_is_checked_once_a_scanner_is_there(
    committed, scanner, settings, client, case, coordinator, officer, why
):
    waiting = [
        factories.chosen_file(officer),
        factories.file(case.carried_referrals.get().referral, ready=False),
        factories.case_file(case, coordinator, ready=False),
        factories.case_file(case, coordinator, ready=False, content=EICAR),
    ]
    rows = [OutboxRow.objects.get(task=CHECKED_BY[type(file)], keys=[file.pk]) for file in waiting]
    its_address = settings.CLAMD_URL
    if why == "it was killed":
        os.kill(scanner.process.pid, signal.SIGKILL)
        scanner.process.wait()
    else:
        settings.CLAMD_URL = ""
    for row in rows:
        with pytest.raises(ScannerAway):
            current_app.tasks[row.task](row.pk)
    cache.clear()  # All of Valkey: no bell from when they were added is heard now.
    outbox.sweep()
    put_off = {(row.task, row.pk) for row in rows}
    assert not put_off & {*heard()}, "not asked again yet"
    client.force_login(coordinator)
    opened = reverse("cases:open_file", args=[waiting[2].reference])
    assert client.get(opened).status_code == 404
    assert states(waiting) == [State.WAITING] * 4

    settings.CLAMD_URL = its_address
    answering_scanner()
    OutboxRow.objects.filter(pk__in=[row.pk for row in rows]).update(due_at=timezone.now())  # Minutes have passed.
    outbox.sweep()
    for task, row in heard():
        current_app.tasks[task](row)

    assert states(waiting) == [State.READY, State.READY, State.READY, State.REFUSED]
    assert client.get(opened).content == b"A note."
    assert not any(default_storage.exists(file.in_quarantine) for file in waiting)


def states(files: list) -> list[str]:
    return [type(file)._base_manager.get(pk=file.pk).state for file in files]
