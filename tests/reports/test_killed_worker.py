"""kill -9 in the middle of a PDF: nothing is lost, nothing is done twice."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.cache import cache

import referrals.operations
from prevent_cases.audit.models import AuditEntry
from prevent_cases.later import outbox
from prevent_cases.later.models import OutboxRow
from reports import operations
from reports.models import CaseSummary

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30


class Worker:
    """A real worker for the PDF queue, on the services of the tests."""

    def __init__(self, log: Path):
        self.log = log
        command = [sys.executable, "-m", "celery", "-A", "prevent_cases.celery", "worker", "-P", "solo", "-Q", "pdf"]
        with log.open("ab") as out:
            self.process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out)

    def children(self) -> list[int]:
        pid = self.process.pid
        try:
            return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        except FileNotFoundError:
            return []

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def start_worker(tmp_path):
    started = []

    def start() -> Worker:
        started.append(Worker(tmp_path / "worker.log"))
        return started[-1]

    yield start
    for worker in started:
        worker.kill()


def wait_for(condition, what: str):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := condition():
            return found
        time.sleep(0.005)
    pytest.fail(f"Waited {PATIENCE} s for {what}.")


def is_there(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_pdf_whose_worker_is_killed_while_making_it_is_made_once_by_the_next(
    committed, referral, officer, case, coordinator, start_worker
):
    long = "He wrote it again and again, and each time in other words. " * 1000
    referrals.operations.add_to_referral(referral, by=officer, text=long)
    summary = operations.request_case_summary(case, by=coordinator)

    first = start_worker()
    outbox.sweep()
    (child,) = wait_for(first.children, "the child that makes the PDF")
    first.kill()
    wait_for(lambda: not is_there(child), "the child to die with its worker")
    summary.refresh_from_db()
    assert summary.made_at is None
    assert OutboxRow.objects.get(task="reports.make_case_summary").done_at is None

    cache.clear()  # The whole of Valkey: whatever rang is forgotten.
    start_worker()
    outbox.sweep()
    wait_for(lambda: CaseSummary.objects.get(pk=summary.pk).made_at, "the PDF")
    summary.refresh_from_db()
    assert summary.read().startswith(b"%PDF")
    assert [each.name for each in Path(summary.file.path).parent.glob(f"{summary.reference}*")] == [
        f"{summary.reference}.pdf"
    ]
    assert AuditEntry.objects.filter(what="reports.make_case_summary").count() == 1
    assert OutboxRow.objects.get(task="reports.make_case_summary").done_at
