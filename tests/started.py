"""The product as run.py has started it, seen from outside: what runs, and somebody who signs in."""

import json
import os
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from celery import Celery

from prevent_cases.embedded.processes import started_for

# What is in the command line of each process that serves.
PROCESSES = {
    "web": "-m granian",
    "worker": "-Q celery",
    "pdf-worker": "-Q pdf",
    "file-worker": "-Q files",
    "beat": "prevent_cases.celery:app beat",
}
PATIENCE = 60


def wait_for(condition: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if found := condition():
            return found
        time.sleep(0.01)
    return pytest.fail(f"Waited {patience} s for {what}.")


def running(folder: Path) -> dict[str, int]:
    """Which of the processes that serve run for a data folder, with the number of each."""
    found = {}
    for pid in started_for(folder.resolve()):
        with suppress(OSError):  # It has ended meanwhile.
            command = Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
            # Those that they have forked are in the session of their own parent.
            if os.getsid(pid) == pid:
                found |= {name: pid for name, words in PROCESSES.items() if words in command}
    return found


def wait_until_workers_answer(broker: str) -> None:
    """Each has started and hears what is rung for it."""
    names, app = {"worker", "pdf", "files"}, Celery(broker=broker, set_as_current=False)

    def all_answer() -> bool:
        with app.connection() as anew:  # Not one of those that are kept, whose other end may have been killed.
            replies = app.control.broadcast("ping", reply=True, timeout=1, limit=len(names), connection=anew)
        return {name.partition("@")[0] for reply in replies for name in reply} == names

    wait_for(all_answer, "all three workers to answer")


class Visitor:
    """Somebody at a browser, as far as the product can tell."""

    def __init__(self, address: str):
        self.address = address
        self.cookies = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> str:
        with self.opener.open(f"{self.address}{path}", timeout=30) as answer:
            return answer.read().decode()

    def post(self, path: str, content: bytes, **headers: str) -> str:
        token = {"X-CSRFToken": next(cookie.value for cookie in self.cookies if "csrf" in cookie.name)}
        request = urllib.request.Request(f"{self.address}{path}", content, headers | token)
        with self.opener.open(request, timeout=30) as answer:
            return answer.read().decode()

    def sign_in(self, email: str, password: str) -> None:
        self.get("/sign-in/")
        page = self.post("/sign-in/", urlencode({"login": email, "password": password}).encode())
        assert "Sign out" in page, f"{email} was not signed in"

    def ask_for_summary(self, *sections: str) -> str:
        """Ask for a summary of some case as PDF, with these sections; gives back its endpoint."""
        case = json.loads(self.get("/api/cases/"))["results"][0]["reference"]
        asked = json.dumps({"sections": sections}).encode()
        answer = self.post(f"/api/reports/cases/{case}/summary/", asked, **{"Content-Type": "application/json"})
        return f"/api{json.loads(answer)['address']}"
