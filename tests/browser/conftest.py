"""The whole service as it runs, and a real Chromium to use it with."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import connections
from playwright.sync_api import sync_playwright

from tests.browser.chromium import launched
from tests.server import ROOT, restore_database


@dataclass(frozen=True)
class Service:
    """Where the running service answers."""

    url: str


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(*command: str, **environment: str):
    """A process of the product on this worker's own database and Valkey; stopped with everything it started."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_until_it_answers(url: str) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with contextlib.suppress(urllib.error.URLError, ConnectionError), urllib.request.urlopen(url, timeout=2):
            return
        time.sleep(0.1)
    raise TimeoutError(f"Nothing answered at {url}.")


@pytest.fixture(scope="package")
def processes(django_db_setup) -> Iterator[Service]:
    """Web, worker and PDF worker; they outlive that their database is put back, as they outlive a restart of it."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    celery = ("celery", "-A", "prevent_cases.celery:app", "worker", "--loglevel", "WARNING")
    web = (
        "granian",
        "--interface",
        "asgi",
        "--workers",
        "1",
        "--no-ws",
        "--port",
        str(port),
        "prevent_cases.asgi:application",
    )
    with (
        running(*web, PUBLIC_URL=url, WEB_THREADS="2"),  # Each puts together anew what it asks.
        running(*celery, "-P", "threads", "-c", "2", "-Q", "celery", "-n", "worker@%h", PUBLIC_URL=url),
        running(*celery, "-P", "solo", "-Q", "pdf,files", "-n", "pdf@%h", PUBLIC_URL=url),
    ):
        wait_until_it_answers(f"{url}/health/live")
        yield Service(url)


@pytest.fixture(scope="module")
def service(processes, django_db_blocker) -> Iterator[Service]:
    """What runs, for the tests of a module; what they commit is gone afterwards."""
    with django_db_blocker.unblock():
        yield processes
    restore_database()


@pytest.fixture(scope="module")
def browser():
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright keeps a loop running in this thread, which Django takes for asynchronous code.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
        chromium = launched(playwright)
        yield chromium
        # Those of this loop, which nobody reaches once it has ended: the next module's database is another.
        connections.close_all()
        chromium.close()
