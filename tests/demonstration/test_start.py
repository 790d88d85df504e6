"""The whole product as run.py starts it, on a PostgreSQL and a Valkey of one's own, which hold the demonstration."""

import contextlib
import html
import json
import os
import signal
import socket
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import psycopg2
import pytest
from celery import current_app
from celery.beat import PersistentScheduler
from django.conf import settings

from demonstration.accounts import accounts_shown
from prevent_cases.embedded.processes import started_for
from tests.server import copied_database
from tests.started import PROCESSES, Visitor, running, wait_for, wait_until_workers_answer

pytestmark = pytest.mark.xdist_group("demonstration")

ROOT = Path(settings.BASE_DIR)
COMMAND = [sys.executable, "-m", "prevent_cases.embedded"]
STEPS = """\
Bringing the database up to date
Starting web
Loading the demonstration
Waiting for the first page
Starting worker
Starting pdf-worker
Starting file-worker
Starting beat
"""
PASSWORD = "another than it was loaded with"


@pytest.fixture
def environment(loaded, tmp_path):
    """That of somebody with services of their own, and data in a folder with a space in its name."""
    folder = tmp_path / "the data"
    folder.mkdir()
    (folder / "lock").touch()
    (folder / "static").symlink_to(settings.STATIC_ROOT)  # Collected once for all tests.
    with socket.create_server(("127.0.0.1", 0)) as free, copied_database() as addresses:
        port = free.getsockname()[1]
        free.close()
        yield os.environ | addresses | {
            "ENVIRONMENT": "demonstration",
            "REDIS_URL": f"{settings.REDIS_URL}?db=1",
            "DATA_DIR": str(folder),
            "DEMO_PASSWORD": PASSWORD,
            "PORT": str(port),
        }  # fmt: skip


def let_beat_have_stood_still(folder):
    """As after a night in which nothing ran: the trail is due to be sealed."""
    kept = PersistentScheduler(current_app, schedule_filename=str(folder / "beat-schedule"))
    kept.schedule["seal the audit trail"].last_run_at -= timedelta(days=1)
    kept.close()


def seals(environment):
    with contextlib.closing(psycopg2.connect(environment["DATABASE_URL"])) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_seal")
        return cursor.fetchone()[0]


def test_it_starts_says_so_serves_and_stops_without_a_trace(environment, tmp_path):
    folder, said = Path(environment["DATA_DIR"]), tmp_path / "said"
    address = f"http://127.0.0.1:{environment['PORT']}"
    let_beat_have_stood_still(folder)
    sealed = seals(environment)
    with said.open("w") as out:
        run = subprocess.Popen(COMMAND, cwd=ROOT, env=environment, stdout=out, stderr=out)
    try:
        wait_for(lambda: run.poll() is not None or "Ctrl-C stops" in said.read_text(), "the start")
        assert said.read_text().startswith(STEPS)
        accounts = "".join(f"{account.email:<36} {account.may}\n" for account in accounts_shown())
        assert f"\n{accounts}\nPassword: {PASSWORD}\nAddress:  {address}\n" in said.read_text()

        visitor = Visitor(address)
        to_sign_in = html.unescape(visitor.get("/sign-in/"))
        for account in accounts_shown():
            assert f"<strong>{account.email}</strong><br>{account.may}</li>" in to_sign_in
        assert json.loads(visitor.get("/health/ready")) == {"status": "ready"}
        assert running(folder).keys() == PROCESSES.keys()
        visitor.sign_in("coordinator@eastmarsh.example", PASSWORD)
        summary = visitor.ask_for_summary("agreement")
        second = subprocess.run(COMMAND, check=False, cwd=ROOT, env=environment, capture_output=True, text=True)
        assert second.returncode == 1
        assert second.stdout.startswith(f"Prevent Cases is running already: {address}, ")
        wait_until_workers_answer(f"redis+socket://{settings.REDIS_URL.removeprefix('unix://')}?virtual_host=1")
        wait_for(lambda: json.loads(visitor.get(summary))["state"] == "ready", "the PDF")
        wait_for(lambda: seals(environment) > sealed, "beat to have the trail sealed")

        run.send_signal(signal.SIGINT)
        assert run.wait(10) == 0
        assert list(started_for(folder)) == []
        assert said.read_text().endswith("Stopped. The data are kept.\n")
        assert "ended by itself" not in said.read_text()
        assert len(list(folder.glob("files/reports.casesummary/*.pdf"))) == 1
    finally:
        run.kill()
        run.wait()
