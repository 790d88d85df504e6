"""Run the whole product on this machine: `python -m prevent_cases.embedded [--fresh]`, as run.py does."""

import argparse
import contextlib
import fcntl
import http.client
import os
import secrets
import shutil
import signal
import socket
import sys
import time
from collections import Counter
from pathlib import Path

from prevent_cases.embedded.processes import MARK, CannotStart, Child, end, started_for, stop_all
from prevent_cases.embedded.services import Home, PostgreSQL, Scanner, Valkey

ROOT = Path(__file__).resolve().parent.parent.parent
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
NOT_EMPTIED = {"lock", "log", "binaries"}
LONGEST_PAUSE = 30  # seconds between two attempts to start what keeps dying
# Without any font WeasyPrint does not raise, it crashes: only another process can try.
RENDER_A_LINE = "import weasyprint; weasyprint.HTML(string='<p>A line of text').write_pdf()"


def main():
    parser = argparse.ArgumentParser(prog="run.py", description=__doc__)
    parser.add_argument("--fresh", action="store_true", help="empty the data and start the demonstration anew")
    fresh = parser.parse_args().fresh
    os.umask(0o077)
    for number in STOP_SIGNALS:
        signal.signal(number, signal.default_int_handler)
    try:
        port = int(os.environ.get("PORT") or 8000)
        with own_folder(port) as folder:
            end(lambda: started_for(folder))
            check_that_nobody_uses(port)
            if fresh:
                empty(folder)
            run = Run(folder, port)
            try:
                run.start()
                run.keep()
            finally:
                for number in STOP_SIGNALS:
                    signal.signal(number, signal.SIG_IGN)
                run.stop()
    except CannotStart as fault:
        say(str(fault))
        return 1
    except KeyboardInterrupt:
        say("\nStopped. The data are kept.")
        return 0


class Run:
    """What is started, in which order and with which environment; how it is kept going and how it is stopped."""

    def __init__(self, folder, port):
        self.folder = folder
        self.port = port
        (folder / "log").mkdir(exist_ok=True)
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "prevent_cases.settings",
            "ENVIRONMENT": os.environ.get("ENVIRONMENT", "demonstration"),
            "SECRET_KEY": kept_secret("SECRET_KEY", folder, 48),
            "DEMO_PASSWORD": kept_secret("DEMO_PASSWORD", folder, 12),
            "DATA_DIR": str(folder),
            "PORT": str(port),
            MARK: str(folder),
        }
        # Web processes and workers never learn the address of the role that owns the tables.
        self.owner_url = self.environment.pop("DATABASE_OWNER_URL", "")
        self.commands, self.services, self.processes = [], [], []
        self.home = None
        self.deaths, self.due = Counter(), {}

    def start(self):
        self._start_services()
        migrate = self._begin("migrate", manage("migrate", "--database", "owner"), DATABASE_OWNER_URL=self.owner_url)
        if self._static_files_are_old():
            self._finish(self._begin("static", manage("collectstatic", "--no-input")), "Collecting the files of pages")
        self._finish(migrate, "Bringing the database up to date")
        self._start_process("web", web(self.port))
        accounts = ""
        if self.environment["ENVIRONMENT"] == "demonstration":
            loading = self._begin("demonstration", manage("load_demonstration"))
            accounts = self._finish(loading, "Loading the demonstration")
        self._wait_for_the_first_page()
        # After the first page, which they would delay.
        self._start_process("worker", worker("worker", "celery", "threads", "-c", "4"))
        self._start_process("pdf-worker", worker("pdf", "pdf", "solo"))
        self._start_process("file-worker", worker("files", "files", "solo"))
        self._start_process("beat", celery("beat", "--pidfile=", "-s", self.folder / "beat-schedule"))
        if accounts:
            say(f"\n{accounts.rstrip()}\n\nPassword: {self.environment['DEMO_PASSWORD']}")
        address = self.environment.get("PUBLIC_URL") or f"http://127.0.0.1:{self.port}"
        say(f"Address:  {address}\n\nCtrl-C stops everything; the data are kept.")
        self._try_a_pdf()

    def keep(self):
        while True:
            time.sleep(0.3)
            self.revive()

    def revive(self):
        """Start again whatever has died, after a pause that doubles each time."""
        for child in [*self.services, *self.processes]:
            now = time.monotonic()
            if child.is_running:
                if now - child.started_at > 2 * LONGEST_PAUSE:
                    self.deaths[child] = 0
            elif child not in self.due:
                child.wait_until_stopped(now)
                pause = min(2 ** self.deaths[child], LONGEST_PAUSE)
                say(f"{child.name} ended by itself (see {child.log}); starting it again in {pause} s.")
                self.due[child] = now + pause
                self.deaths[child] += 1
            elif now >= self.due[child]:
                del self.due[child]
                with contextlib.suppress(CannotStart):
                    child.start()

    def stop(self):
        # Within 10 s. What the others do not need is the database's, which may have much to write after a first load.
        until = time.monotonic() + 9.5
        stop_all([*self.commands, *self.processes], seconds=4)
        stop_all(self.services, seconds=until - time.monotonic())
        if self.home:
            self.home.leave()

    def _start_services(self):
        if "DATABASE_URL" in os.environ and not self.owner_url:
            raise CannotStart("DATABASE_URL is set but DATABASE_OWNER_URL, for the migrations, is not.")
        wanted = {"DATABASE_URL": PostgreSQL, "REDIS_URL": Valkey, "CLAMD_URL": Scanner}
        if not Scanner.program():
            del wanted["CLAMD_URL"]
        wanted = {name: service for name, service in wanted.items() if name not in os.environ}
        self.home = Home(self.folder) if wanted else None
        for name, kind in wanted.items():
            say(f"Starting {kind.__name__}")
            service = kind(self.home, log=self._log(kind.__name__), environment=self.environment)
            self.services.append(service)
            service.start()
            self.environment[name] = service.url()
            if kind is PostgreSQL:
                self.owner_url = service.url("owner")

    def _static_files_are_old(self):
        made = self.folder / "static" / "staticfiles.json"
        sources = [ROOT / "requirements.txt", *(ROOT / "static" / "built").rglob("*")]
        return not made.exists() or made.stat().st_mtime < max(source.stat().st_mtime for source in sources)

    def _log(self, name):
        return self.folder / "log" / f"{name}.log"

    def _begin(self, name, command, **environment):
        """Start a command that ends by itself."""
        output = self._log(name).with_suffix(".out")
        output.unlink(missing_ok=True)
        environment = self.environment | environment
        child = Child(name, command, log=self._log(name), output=output, environment=environment, folder=ROOT)
        self.commands.append(child)
        child.start()
        return child

    def _finish(self, child, title):
        """Wait for a command, and give back what it printed."""
        say(title)
        if child.process.wait() != 0:
            raise CannotStart(f"{title}: this failed. The end of {child.log}:\n\n{child.last_words()}")
        self.commands.remove(child)
        return child.output.read_text()

    def _start_process(self, name, command):
        say(f"Starting {name}")
        child = Child(name, command, log=self._log(name), environment=self.environment, folder=ROOT)
        self.processes.append(child)
        child.start()

    def _try_a_pdf(self):
        trial = self._begin("fonts", [sys.executable, "-c", RENDER_A_LINE])
        if trial.process.wait() != 0:
            say(f"PDFs cannot be made on this machine: a font or Pango is missing (see {trial.log}). All else works.")
            in_vain = [child for child in self.processes if child.name == "pdf-worker"]  # It would die at each start.
            stop_all(in_vain, seconds=4)
            self.processes = [child for child in self.processes if child not in in_vain]
        self.commands.remove(trial)

    def _wait_for_the_first_page(self):
        say("Waiting for the first page")
        web = self.processes[0]
        until = time.monotonic() + 60
        while web.is_running and time.monotonic() < until:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(connection):
                connection.request("GET", "/")
                connection.getresponse().close()
                return
            time.sleep(0.1)
        raise CannotStart(f"The web server does not answer. The end of {web.log}:\n\n{web.last_words()}")


def manage(*words):
    return [sys.executable, ROOT / "manage.py", *words]


def celery(*words):
    return [sys.executable, "-m", "celery", "-A", "prevent_cases.celery:app", *words]


def worker(name, queue, *pool):
    return celery("worker", "-n", f"{name}@%h", "-Q", queue, "-P", *pool, "--without-gossip", "--without-mingle")


def web(port):
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--workers", "2", "--no-ws", "--port", port]
    return [*command, "--respawn-failed-workers", "--workers-kill-timeout", "3", "prevent_cases.asgi:application"]


@contextlib.contextmanager
def own_folder(port):
    """The data folder, locked: the lock falls with us, however we end, and tells a second start where we are."""
    folder = Path(os.environ.get("DATA_DIR") or ROOT / ".data").resolve()
    lock = folder / "lock"
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK) or folder.stat().st_uid != os.getuid():
        raise CannotStart(f"{folder} belongs to another user; name a folder of yours: DATA_DIR=... python3 run.py")
    if not lock.exists() and any(folder.iterdir()):
        raise CannotStart(f"{folder} holds other things; name an empty folder: DATA_DIR=... python3 run.py")
    # Root's services have another account, whose own folders lie below; everything else is closed by the umask.
    folder.chmod(0o711 if os.getuid() == 0 else 0o700)
    with lock.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise CannotStart(f"Prevent Cases is running already: {file.read()}") from None
        file.truncate(0)
        file.write(f"http://127.0.0.1:{port}, process {os.getpid()}, data in {folder}")
        file.flush()
        yield folder


def check_that_nobody_uses(port):
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            raise CannotStart(f"Port {port} is taken; choose another: PORT={port + 1} python3 run.py") from None


def empty(folder):
    """Remove the data, from here and from where root lets the services keep theirs."""
    if "DATABASE_URL" in os.environ:
        raise CannotStart("DATABASE_URL is set: --fresh empties only the database that run.py itself keeps.")
    say("Emptying the data")
    home = Home(folder)
    PostgreSQL(home, log=os.devnull).clear_away()
    for place in {folder, home.folder}:
        for path in place.iterdir():
            if path.name not in NOT_EMPTIED:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def kept_secret(name, folder, length):
    """From the environment, else made at the first start; either way kept, since accounts and sessions depend on it."""
    file = folder / name.lower()
    if name in os.environ or not file.exists():
        file.touch(mode=0o600)
        file.write_text(os.environ.get(name) or secrets.token_urlsafe(length))
    return file.read_text()


def say(words):
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
