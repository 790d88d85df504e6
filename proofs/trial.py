"""A checkout of its own that is started, killed and stopped, as proofs of whole starts need it."""

import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.error import URLError

import psycopg2

from prevent_cases.embedded.services import Home, PostgreSQL, Valkey
from run import DEBIANS_PYTHON
from tests.started import PROCESSES, Visitor, running, wait_for, wait_until_workers_answer

ROOT = Path(__file__).resolve().parent.parent
PORT, PASSWORD = "8093", "only for this proof"
LONGEST = 300
OURS = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "DATA_DIR", "SECRET_KEY", "ENVIRONMENT")
SERVICES = ("postgres", "valkey-server", "clamd")
# In a view of the machine of its own: each of these files is there as one that is neither a program nor code.
HIDE = 'until [ "$1" = -- ]; do mount --bind /dev/null "$1" || exit 1; shift; done; shift; exec "$@"'


class Trial:
    """A checkout in a folder whose path has a space."""

    def __init__(self, folder: Path, name: str = "a checkout", commit: str = "HEAD", data: Path | None = None):
        self.checkout = folder / name
        self.data = data or self.checkout / ".data"
        subprocess.run(["git", "clone", "--quiet", ROOT, self.checkout], check=True)
        subprocess.run(["git", "checkout", "--quiet", "--detach", commit], cwd=self.checkout, check=True)
        others = {name: value for name, value in os.environ.items() if name not in OURS}
        self.environment = others | {"PORT": PORT, "DEMO_PASSWORD": PASSWORD, "DATA_DIR": str(self.data)}
        self.hidden, self.user, self.command = [], [], [sys.executable, "run.py"]
        self.visitor, self.said, self.started = self.somebody(), folder / "said", 0.0

    def somebody(self) -> Visitor:
        return Visitor(f"http://127.0.0.1:{PORT}")

    def belong_to(self, account: pwd.struct_passwd) -> None:
        """To an ordinary user from now on, with a home of their own; the Python of root may be closed to them."""
        home = self.checkout.parent / "home"
        home.mkdir()
        subprocess.run(["chown", "-R", f"{account.pw_uid}:{account.pw_gid}", self.checkout, home], check=True)
        self.environment |= {"HOME": str(home), "USER": account.pw_name}
        self.command = [DEBIANS_PYTHON, "run.py"]
        self.user = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]

    def hide(self, files: list[str | Path]) -> None:
        """Start it from now on as on a machine without these."""
        self.hidden = ["unshare", "--mount", "sh", "-c", HIDE, "sh", *files, "--"]

    def begin(self, *words: str, **options) -> subprocess.Popen:
        command = [*self.hidden, *self.user, *self.command, *words]
        return subprocess.Popen(command, cwd=self.checkout, env=self.environment, **options)

    def start(self, title: str, *words: str, without: str = "") -> subprocess.Popen:
        """Start it and wait until it says that all is up; prints how soon the first page came, and all.

        ``without`` names a process that does not serve on this machine.
        """
        began, page = time.monotonic(), 0.0
        self.started, load = time.time(), os.getloadavg()[0]
        with self.said.open("w") as out:
            run = self.begin(*words, stdout=out)
        while "Address:" not in self.said.read_text():
            assert run.poll() is None, self.said.read_text()
            assert time.monotonic() - began < LONGEST, "it did not start"
            with suppress(URLError, ConnectionError):
                page = page or (self.visitor.get("/sign-in/") and time.monotonic() - began)
            time.sleep(0.05)
        everything = time.monotonic() - began
        page = page or everything
        print(f"{title}: first page after {page:.1f} s, all up after {everything:.1f} s (load before {load:.1f})")
        self.look_at_everything(without)
        return run

    def look_at_everything(self, without: str) -> None:
        assert json.loads(self.visitor.get("/health/ready")) == {"status": "ready"}
        wanted = PROCESSES.keys() - {without}
        if without:
            wait_for(lambda: without not in running(self.data), f"an end of the {without}")
        started = running(self.data)
        assert started.keys() == wanted, started
        self.wait_until_workers_answer(without)
        assert running(self.data) == started, "Something was started again"
        assert "ended by itself" not in self.said.read_text(), self.said.read_text()
        print(f"    ready; {', '.join(started)} run, and their workers answer")

    def valkey(self) -> Valkey:
        return Valkey(Home(self.data), log=os.devnull)

    def wait_until_workers_answer(self, without: str = "") -> None:
        wait_until_workers_answer(f"redis+socket://{self.valkey().socket}", without)

    def processes(self) -> list[int]:
        """Whatever runs from this checkout, or in it or its data."""
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                where = (entry / "cmdline").read_text() + str((entry / "cwd").readlink())
                if str(self.checkout) in where or str(self.data) in where:
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

    def database(self, role: str = "app") -> str:
        return PostgreSQL(Home(self.data), log=os.devnull).url(role)

    def ask(self, sql: str, *values):
        """One value from its database."""
        with closing(psycopg2.connect(self.database())) as connection, connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchone()[0]

    def second_start(self) -> None:
        second, _ = self.begin(stdout=subprocess.PIPE).communicate()
        assert b"is running already" in second, second
        print("A second start says that one is running")


@contextmanager
def trial(**options) -> Iterator[Trial]:
    """In a folder that is gone afterwards, with all that was started there."""
    with tempfile.TemporaryDirectory(prefix="prevent-cases-proof-") as folder:
        Path(folder).chmod(0o711)
        trial = Trial(Path(folder), **options)
        try:
            yield trial
        finally:
            trial.kill_everything()
