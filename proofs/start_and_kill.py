"""A new checkout: how soon the first page comes, that all of it runs, that it starts after kill -9 and leaves nothing.

A summary that is under way when everything is killed, and of which Valkey knows nothing any more, is made by what beat
does after the next start, once.
"""

import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path
from urllib.error import URLError

import psycopg2

from prevent_cases.embedded.services import Home, PostgreSQL, Valkey
from tests.started import PROCESSES, Visitor, running, wait_for, wait_until_workers_answer

ROOT = Path(__file__).resolve().parent.parent
PORT, PASSWORD = "8093", "only for this proof"
LONGEST, MINUTE = 300, 60
OURS = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "DATA_DIR", "SECRET_KEY", "ENVIRONMENT")
SECTIONS = ("referrals", "section36", "agreement", "assessment", "contributions", "meetings", "support", "actions")
SERVICES = ("postgres", "valkey-server", "clamd")
COMMAND = [sys.executable, "run.py"]


class Trial:
    """A checkout of its own, in a folder whose path has a space."""

    def __init__(self, folder: Path):
        self.checkout = folder / "a checkout"
        self.data = self.checkout / ".data"
        subprocess.run(["git", "clone", "--quiet", ROOT, self.checkout], check=True)
        others = {name: value for name, value in os.environ.items() if name not in OURS}
        self.environment = others | {"PORT": PORT, "DEMO_PASSWORD": PASSWORD}
        self.visitor, self.started = Visitor(f"http://127.0.0.1:{PORT}"), 0.0

    def start(self, title: str, *words: str) -> subprocess.Popen:
        """Start it and wait until it says that all is up; prints how soon the first page came, and all."""
        began, page, said = time.monotonic(), 0.0, self.checkout.parent / "said"
        self.started, load = time.time(), os.getloadavg()[0]
        with said.open("w") as out:
            run = subprocess.Popen([*COMMAND, *words], cwd=self.checkout, env=self.environment, stdout=out)
        while "Address:" not in said.read_text():
            assert run.poll() is None, said.read_text()
            assert time.monotonic() - began < LONGEST, "it did not start"
            with suppress(URLError, ConnectionError):
                page = page or (self.visitor.get("/sign-in/") and time.monotonic() - began)
            time.sleep(0.05)
        everything = time.monotonic() - began
        page = page or everything
        print(f"{title}: first page after {page:.1f} s, all up after {everything:.1f} s (load before {load:.1f})")
        self.look_at_everything(said)
        return run

    def look_at_everything(self, said: Path) -> None:
        assert json.loads(self.visitor.get("/health/ready")) == {"status": "ready"}
        started = running(self.data)
        assert started.keys() == PROCESSES.keys(), started
        self.wait_until_workers_answer()
        assert running(self.data) == started, "Something was started again"
        assert "ended by itself" not in said.read_text(), said.read_text()
        print(f"    ready; {', '.join(started)} run, and the three workers answer")

    def valkey(self) -> Valkey:
        return Valkey(Home(self.data), log=os.devnull)

    def wait_until_workers_answer(self) -> None:
        wait_until_workers_answer(f"redis+socket://{self.valkey().socket}")

    def processes(self) -> list[int]:
        """Whatever runs from this checkout or in it."""
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if str(self.checkout) in (entry / "cmdline").read_text() + str((entry / "cwd").readlink()):
                    found.append(int(entry.name))
        return [number for number in found if number != os.getpid()]

    def wait_until_nothing_is_left(self) -> None:
        wait_for(lambda: not self.processes(), f"an end of {self.processes()}", 10)

    def kill_everything(self) -> int:
        killed = self.processes()
        for number in killed:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self.wait_until_nothing_is_left()
        return len(killed)

    def services(self, run: subprocess.Popen) -> dict[str, int]:
        """Those that it has started, with the number of each: they rewrite what else would tell whose they are."""
        found = {}
        for number in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split():
            with suppress(OSError):  # It has ended meanwhile.
                found[Path(f"/proc/{number}/comm").read_text().strip()] = int(number)
        return {name: number for name, number in found.items() if name in SERVICES}

    def kill_each(self, run: subprocess.Popen) -> None:
        """One after the other, while the rest goes on: what serves people, and the services that it needs."""
        for wanted, find in ((PROCESSES, lambda: running(self.data)), (SERVICES, lambda: self.services(run))):
            killed = find()
            assert killed.keys() == {*wanted}, killed
            for name, old in killed.items():
                os.kill(old, signal.SIGKILL)
                wait_for(lambda name=name, old=old, find=find: find().get(name, old) != old, f"another {name}")
            wait_for(self.is_ready, "all to be ready")
            self.wait_until_workers_answer()
            print(f"After kill -9 of each of {', '.join(wanted)}, one after the other, each runs again")

    def is_ready(self) -> bool:
        with suppress(URLError, ConnectionError):
            return json.loads(self.visitor.get("/health/ready")) == {"status": "ready"}
        return False

    def empty_valkey(self) -> None:
        data = self.valkey().data
        assert any(data.iterdir())
        shutil.rmtree(data)

    def stop(self, run: subprocess.Popen) -> None:
        began = time.monotonic()
        run.send_signal(signal.SIGINT)
        run.wait(10)
        self.wait_until_nothing_is_left()
        print(f"Ctrl-C: stopped after {time.monotonic() - began:.1f} s, and nothing is left")

    def ask(self, sql: str, *values):
        """One value from its database."""
        url = PostgreSQL(Home(self.data), log=os.devnull).url()
        with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchone()[0]


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
    with tempfile.TemporaryDirectory(prefix="prevent-cases-proof-") as folder:
        Path(folder).chmod(0o711)
        trial = Trial(Path(folder))
        print(whoever_runs_it())
        try:
            prove(trial)
        finally:
            trial.kill_everything()


def whoever_runs_it() -> str:
    """What differs: root installs what is missing, and lends PostgreSQL and Valkey another account."""
    name = pwd.getpwuid(os.getuid()).pw_name
    return f"Run as {name}: {'nothing is shown of an ordinary user' if os.getuid() == 0 else 'an ordinary user'}"


def prove(trial: Trial) -> None:
    run = trial.start("On a new checkout")
    second = subprocess.run(COMMAND, cwd=trial.checkout, env=trial.environment, capture_output=True, check=False)
    assert b"is running already" in second.stdout, second.stdout
    print("A second start says that one is running")
    began = time.monotonic()
    wait_for(lambda: trial.ask("SELECT count(*) FROM audit_seal"), "beat to have the trail sealed", 2 * MINUTE)
    print(f"Beat has had the trail sealed, {time.monotonic() - began:.0f} s later")

    # The child that makes a PDF is then that of this one.
    due = "SELECT count(*) FROM later_outboxrow WHERE done_at IS NULL AND due_at <= now()"
    wait_for(lambda: trial.ask(due) == 0, "what the demonstration has left to be done", 2 * MINUTE)
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


if __name__ == "__main__":
    main()
