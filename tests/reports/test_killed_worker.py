"""A real worker: killed in the middle of a PDF, nothing is lost or done twice; its log says nothing of anybody."""

import signal
import subprocess
import time
from pathlib import Path

import pytest
from django.core.cache import cache

import referrals.operations
from prevent_cases.audit.models import AuditEntry
from prevent_cases.embedded.__main__ import worker
from prevent_cases.later import outbox
from prevent_cases.later.models import OutboxRow
from reports import operations
from reports.models import CaseSummary
from tests.server import CLONE, as_superuser

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30


class Worker:
    """A real worker for the PDF queue, on the services of the tests."""

    def __init__(self, log: Path):
        self.log = log
        command = worker("pdf", "pdf", "solo")
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
    for each in started:
        each.kill()


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
    committed, referral, officer, case, coordinator, chair, start_worker
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
    second = start_worker()
    outbox.sweep()
    wait_for(lambda: CaseSummary.objects.get(pk=summary.pk).made_at, "the PDF")
    summary.refresh_from_db()
    assert summary.read().startswith(b"%PDF")
    assert [each.name for each in Path(summary.file.path).parent.glob(f"{summary.reference}*")] == [
        f"{summary.reference}.pdf"
    ]
    assert AuditEntry.objects.filter(what="reports.make_case_summary").count() == 1
    assert OutboxRow.objects.get(task="reports.make_case_summary").done_at
    the_log_says_what_fails_and_nothing_of_what_is_in_it(second, case, chair)


def the_log_says_what_fails_and_nothing_of_what_is_in_it(running: Worker, case, chair):
    """The database refuses a row, and says of it every value, as it does to whoever breaks a constraint."""
    with as_superuser(CLONE) as cursor:
        cursor.execute("ALTER TABLE reports_casesummary ADD CONSTRAINT never CHECK (made_at IS NULL) NOT VALID")
    told = {"body": "Canary Practice", "recipient_kind": "partner", "purpose": "Canary: to treat him."}
    summary = operations.hand_out_case_summary(case, by=chair, lawful_basis="public_task", **told)
    wait_for(lambda: OutboxRow.objects.filter(keys=[summary.pk], attempts__gte=1), "the errand to fail")
    said = '"level": "error", "logger": "celery.app.trace"'
    log = wait_for(lambda: said in (read := running.log.read_text()) and read, "Celery's word on it")
    assert '"fault": "IntegrityError"' in log
    assert "Signal handler" not in log  # What a worker begins with has begun.
    assert "Canary" not in log
    assert case.individual.family_name not in log
