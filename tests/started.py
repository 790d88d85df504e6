"""The product as run.py has started it, seen from outside: what runs, and somebody who signs in."""

import html
import json
import os
import re
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit

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
# By which name each hears.
WORKERS = {"worker": "worker", "pdf-worker": "pdf", "file-worker": "files"}
PATIENCE = 60
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)')


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


def wait_until_workers_answer(broker: str, without: str = "") -> None:
    """Each has started and hears what is rung for it; but one where it does not serve."""
    names = {name for process, name in WORKERS.items() if process != without}
    app = Celery(broker=broker, set_as_current=False)

    def all_answer() -> bool:
        with app.connection() as anew:  # Not one of those that are kept, whose other end may have been killed.
            replies = app.control.broadcast("ping", reply=True, timeout=1, limit=len(names), connection=anew)
        return {name.partition("@")[0] for reply in replies for name in reply} == names

    wait_for(all_answer, "the workers to answer")


class Visitor:
    """Somebody at a browser, as far as the product can tell."""

    def __init__(self, address: str):
        self.address = address
        self.cookies = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> str:
        with self.opener.open(f"{self.address}{path}", timeout=30) as answer:
            return answer.read().decode(errors="replace")  # A file that is linked to may be anything.

    def request(self, path: str, content: bytes, **headers: str) -> urllib.request.Request:
        token = {"X-CSRFToken": next(cookie.value for cookie in self.cookies if "csrf" in cookie.name)}
        return urllib.request.Request(f"{self.address}{path}", content, headers | token)

    def post(self, path: str, content: bytes, **headers: str) -> str:
        with self.opener.open(self.request(path, content, **headers), timeout=30) as answer:
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

    def open_linked_pages(self, levels: int = 2) -> int:
        """Open home, what it links to and what that links to, and so on: each answers, or what did not is said."""
        opened, faults, links = set(), [], {"/"}
        for _ in range(levels + 1):
            found = set()
            for path in sorted(links):
                try:
                    found |= {html.unescape(link) for link in LINK.findall(self.get(path))}
                except HTTPError as fault:
                    faults.append(f"{path}: {fault.code}")
            opened |= links
            links = found - opened
        assert not faults, "\n".join(faults)
        return len(opened)

    def choose_file(self, area: str, words: str) -> str:
        """Begin a referral to an area and choose a file for it; gives back the page that says how it stands."""
        self.get("/")
        with self.opener.open(self.request(f"/referrals/new/{area}/", b""), timeout=30) as begun:
            page = f"{urlsplit(begun.url).path}files/"
        named = 'Content-Disposition: form-data; name="files"; filename="note.txt"'
        part = f"--part\r\n{named}\r\n\r\n{words}\r\n--part--\r\n"
        said = self.post(page, part.encode(), **{"Content-Type": "multipart/form-data; boundary=part"})
        assert "note.txt" in said
        return page
