"""A new checkout: how soon the first page comes, that all of it runs, that it starts after kill -9 and leaves nothing.

A summary that is under way when everything is killed, and of which Valkey knows nothing any more, is made by what beat
does after the next start, once. Root then does a shorter round as an ordinary user, also as on a machine without dpkg,
Pango and the scanner.
"""

import json
import os
import pwd
import shutil
import signal
import time
from pathlib import Path

from prevent_cases.embedded.services import Scanner
from proofs.trial import PASSWORD, Trial, trial
from tests.started import running, wait_for

MINUTE = 60
SECTIONS = ("referrals", "section36", "agreement", "assessment", "contributions", "meetings", "support", "actions")
NOT_INSTALLED = "Not installed, so what needs it will not work: "
NO_PDFS = "PDFs cannot be made on this machine: a font or Pango is missing"
LOCKED = "No virus scanner is set up here, so it stays locked"


class Summary:
    """A case summary that somebody has asked for, and how often it is there."""

    def __init__(self, trial: Trial):
        self.trial = trial
        self.entries_before = self.entries()
        self.worker = running(trial.data)["pdf-worker"]
        trial.visitor.sign_in("coordinator@eastmarsh.example", PASSWORD)
        self.endpoint = trial.visitor.ask_for_summary(*SECTIONS)
        self.reference = self.endpoint.split("/")[-2]

    def entries(self) -> int:
        return self.trial.ask("SELECT count(*) FROM audit_auditentry WHERE what = 'reports.make_case_summary'")

    def rows(self) -> int:
        return self.trial.ask("SELECT count(*) FROM reports_casesummary WHERE reference = %s", self.reference)

    def made_at(self) -> float | None:
        asked = "SELECT extract(epoch FROM made_at)::float FROM reports_casesummary WHERE reference = %s"
        return self.trial.ask(asked, self.reference)

    def wait_until_under_way(self) -> None:
        """Its child process works."""
        children = Path(f"/proc/{self.worker}/task/{self.worker}/children")
        wait_for(children.read_text, "the child that makes the PDF")

    def wait_until_made_by_beat(self) -> None:
        """Within a minute of the start, and once: nobody else knows of it any more."""
        since = self.trial.started
        wait_for(self.made_at, "the PDF", since + MINUTE - time.time())
        assert self.made_at() > since, "It was made before everything was killed"
        assert self.entries() == self.entries_before + 1
        assert self.rows() == len(list(self.trial.data.rglob(f"{self.reference}*"))) == 1
        assert json.loads(self.trial.visitor.get(self.endpoint))["state"] == "ready"
        print(f"    the PDF is there {self.made_at() - since:.0f} s after the restart, one file with one entry")


def main() -> None:
    root = os.getuid() == 0
    print(f"Run as {pwd.getpwuid(os.getuid()).pw_name}")
    with trial() as trying:
        prove(trying)
    if root:
        with trial() as trying:
            prove_of_ordinary_user(trying)


def prove(trial: Trial) -> None:
    run = trial.start("On a new checkout")
    trial.second_start()
    began = time.monotonic()
    wait_for(lambda: trial.ask("SELECT count(*) FROM audit_seal"), "beat to have the trail sealed", 2 * MINUTE)
    print(f"Beat has had the trail sealed, {time.monotonic() - began:.0f} s later")

    # The child that makes a PDF is then that of this one.
    due = "SELECT count(*) FROM later_outboxrow WHERE done_at IS NULL AND due_at <= now()"
    wait_for(lambda: trial.ask(due) == 0, "what the demonstration has left to be done", 2 * MINUTE)
    assert trial.ask("SELECT count(*) FROM panels_minutes") > 0
    assert trial.ask("SELECT count(*) FROM panels_minutes WHERE made_at IS NULL") == 0
    print("The minutes of every meeting that was held are made")
    summary = Summary(trial)
    summary.wait_until_under_way()
    number = trial.kill_everything()
    trial.empty_valkey()
    run = trial.start(f"After kill -9 of all {number} processes in the middle of a PDF, and with Valkey emptied")
    summary.wait_until_made_by_beat()

    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    trial.wait_until_nothing_is_left()
    print("After kill -9 of the supervisor alone nothing is left")
    run = trial.start("And the next start")
    trial.kill_each(run)
    trial.stop(run)

    run = trial.start("Again")
    assert json.loads(trial.visitor.get(summary.endpoint))["state"] == "ready"
    print("The data are kept")
    trial.stop(run)
    run = trial.start("With --fresh", "--fresh")
    assert summary.rows() == 0
    assert trial.ask("SELECT count(*) FROM cases_case") > 0
    print("The data are those of the demonstration, anew")
    trial.stop(run)


def prove_of_ordinary_user(trial: Trial) -> None:
    """Whom root does not help: what is missing is not installed, and the services have no account of their own."""
    account = pwd.getpwnam("nobody")
    trial.belong_to(account)
    print(f"As {account.pw_name}")
    run = trial.start("On a new checkout")
    assert {os.stat(f"/proc/{number}").st_uid for number in trial.processes()} == {account.pw_uid}
    trial.second_start()
    number = trial.kill_everything()
    run = trial.start(f"After kill -9 of all {number} processes")
    trial.stop(run)

    programs = filter(None, [shutil.which("dpkg-query"), Scanner.program()])
    trial.hide([*Path("/usr/lib").glob("*/libpango-1.0.so.0"), *programs])
    run = trial.start("Without dpkg, Pango and the scanner", without="pdf-worker")
    said = trial.said.read_text().splitlines()
    missing = sorted(line.removeprefix(NOT_INSTALLED) for line in said if line.startswith(NOT_INSTALLED))
    packages = [line.partition(". On Debian, as root: apt-get update -q && apt-get install")[0] for line in missing]
    assert packages == ["clamav-daemon", "libpango-1.0-0, libpangoft2-1.0-0"], said
    assert sum(line.startswith(NO_PDFS) for line in said) == 1
    print(
        f"    said once each: {NOT_INSTALLED}{packages[0]}, with the line to run; the same of {packages[1]}; {NO_PDFS}"
    )
    teacher = trial.somebody()
    teacher.sign_in("teacher@eastmarsh.example", PASSWORD)
    page = teacher.choose_file("eastmarsh", "A note.")
    assert LOCKED in teacher.get(page)
    coordinator = trial.somebody()
    coordinator.sign_in("coordinator@eastmarsh.example", PASSWORD)
    opened = teacher.open_linked_pages(), coordinator.open_linked_pages(levels=1)
    assert LOCKED in teacher.get(page)
    print(f"    a file waits, and {opened[0]} pages of a teacher and {opened[1]} of a coordinator are answered")
    trial.stop(run)


if __name__ == "__main__":
    main()
