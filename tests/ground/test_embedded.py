"""The run without services: it starts, stops without a trace, and starts again whatever happened."""

import contextlib
import http.client
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg2
import pytest
import redis

from prevent_cases.embedded.__main__ import Run, kept_secret, web
from prevent_cases.embedded.processes import MARK, Child, end, started_for, stop_all
from prevent_cases.embedded.services import Home, PostgreSQL, Scanner, Valkey

ROOT = Path(__file__).resolve().parent.parent.parent
START_AND_WAIT = """
import sys, time
from pathlib import Path
from prevent_cases.embedded.services import Home, PostgreSQL, Valkey
folder = Path(sys.argv[1])
home = Home(folder)
services = [PostgreSQL(home, log=folder / "postgresql.log"), Valkey(home, log=folder / "valkey.log")]
for service in services:
    service.start()
print(*(service.process.pid for service in services), flush=True)
time.sleep(60)
"""


# Making a database takes longer than any of these tests: those that can share it are in one process.
pytestmark = pytest.mark.xdist_group("embedded")


@contextlib.contextmanager
def data_folder():
    """With spaces in its name, which is too long for the path of a socket."""
    with tempfile.TemporaryDirectory(prefix="a folder with spaces and a long name " * 3) as name:
        folder = Path(name)
        folder.chmod(0o711)  # As the product's own: root's services have another account.
        yield folder
        Home(folder).leave()


@pytest.fixture
def folder():
    with data_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def of_the_module():
    with data_folder() as folder:
        home = Home(folder)
        services = [PostgreSQL(home, log=folder / "postgresql.log"), Valkey(home, log=folder / "valkey.log")]
        yield services
        stop_all(services, seconds=5)


@pytest.fixture
def services(of_the_module):
    """Running, whatever an earlier test has done to them."""
    for service in of_the_module:
        if not service.is_running:
            service.start()
    return of_the_module


def connect(postgresql, role):
    connection = psycopg2.connect(postgresql.url(role))
    connection.autocommit = True
    return contextlib.closing(connection)


def ask(postgresql, role, sql):
    with connect(postgresql, role) as connection, connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else None


def is_alive(pid):
    """Not counting those that have ended and whom nobody has asked about yet."""
    with contextlib.suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    return False


def wait_until(condition, seconds=5):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.02)
    return False


def family(pid):
    """A process and all that it has started."""
    children = [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]
    return [pid, *(descendant for child in children for descendant in family(child))]


def start_product(folder, *words, **environment):
    command = [sys.executable, "-m", "prevent_cases.embedded", *words]
    own = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL")
    }
    environment = own | {"DATA_DIR": str(folder)} | environment
    return subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=20)


def answers(scanner):
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(scanner.socket))
        connection.sendall(b"zPING\0")
        return connection.recv(16) == b"PONG\0"
    return False


class TestServices:
    def test_the_roles_have_the_rights_they_need_and_no_more(self, services):
        postgresql, _ = services
        may = "rolsuper, rolcreaterole, rolcreatedb, rolbypassrls"
        roles = f"SELECT rolname, {may} FROM pg_roles WHERE rolname IN ('app', 'owner')"
        assert sorted(ask(postgresql, "app", roles)) == [("app", *[False] * 4), ("owner", *[False] * 4)]
        ask(postgresql, "owner", "CREATE TABLE a (b int)")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(postgresql, "app", "CREATE TABLE c (d int)")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(postgresql, "app", "SELECT * FROM a")

    def test_they_listen_in_one_folder_that_is_closed_to_others_and_nowhere_else(self, services):
        postgresql, valkey = services
        assert stat.S_IMODE(postgresql.home.sockets.stat().st_mode) == 0o700
        assert ask(postgresql, "app", "SHOW listen_addresses") == [("",)]
        with redis.from_url(valkey.url()) as client:
            assert client.config_get("port") == {"port": "0"}
            assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}

    def test_they_stop_and_leave_no_process(self, services):
        pids = [pid for service in services for pid in family(service.process.pid)]
        assert len(pids) > 5
        stop_all(services, seconds=5)
        assert wait_until(lambda: not any(map(is_alive, pids)))

    def test_the_scanner_answers_at_once_and_is_killed_with_no_harm(self, folder):
        scanner = Scanner(Home(folder), log=folder / "scanner.log")
        try:
            for _ in range(2):
                scanner.start()
                assert wait_until(lambda: answers(scanner), seconds=5), scanner.last_words()
                os.kill(scanner.process.pid, signal.SIGKILL)
                scanner.process.wait()
                assert not answers(scanner)
        finally:
            stop_all([scanner], seconds=5)

    def test_killed_they_start_again_with_what_they_held(self, services):
        postgresql, valkey = services
        ask(postgresql, "owner", "CREATE TABLE kept AS SELECT 1 AS one")
        with redis.from_url(valkey.url()) as client:
            client.set("kept", "one")
        for service in services:
            os.kill(service.process.pid, signal.SIGKILL)
            service.process.wait()
            service.start()
        assert ask(postgresql, "owner", "SELECT one FROM kept") == [(1,)]
        with redis.from_url(valkey.url()) as client:
            assert client.get("kept") == b"one"

    def test_they_end_with_the_process_that_started_them_and_the_next_start_works(self, folder):
        command = [sys.executable, "-c", START_AND_WAIT, folder]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as first:
            pids = [int(pid) for pid in first.stdout.readline().split()]
            assert all(map(is_alive, pids))
            first.kill()
        # At once, while the orphans are still ending.
        home = Home(folder)
        again = [PostgreSQL(home, log=folder / "postgresql.log"), Valkey(home, log=folder / "valkey.log")]
        try:
            for service in again:
                service.start()
            assert ask(again[0], "app", "SELECT 1") == [(1,)]
            assert wait_until(lambda: not any(map(is_alive, pids)))
        finally:
            stop_all(again, seconds=5)

    def test_a_stale_note_that_names_a_strangers_process_is_no_hindrance(self, services):
        postgresql, _ = services
        note = postgresql.data / "postmaster.pid"
        lines = note.read_text().splitlines()
        stop_all([postgresql], seconds=5)
        with subprocess.Popen(["sleep", "60"]) as stranger:
            note.write_text("\n".join([str(stranger.pid), *lines[1:]]))
            postgresql.start()
            assert stranger.poll() is None
            stranger.kill()
        assert ask(postgresql, "app", "SELECT 1") == [(1,)]

    def test_a_data_folder_that_is_closed_to_others_will_do(self, folder):
        folder.chmod(0o700)
        before = os.umask(0o077)
        home = Home(folder)
        postgresql = PostgreSQL(home, log=folder / "postgresql.log")
        try:
            postgresql.start()
            assert ask(postgresql, "app", "SELECT 1") == [(1,)]
        finally:
            os.umask(before)
            stop_all([postgresql], seconds=5)
            folder.chmod(0o711)
            if home.folder != folder:  # Root's services have theirs elsewhere.
                shutil.rmtree(home.folder)
                home.leave()

    def test_a_first_start_that_was_cut_short_is_begun_anew(self, folder):
        home = Home(folder)
        postgresql = PostgreSQL(home, log=folder / "postgresql.log")
        home.make_private(folder / "postgresql")
        (folder / "postgresql" / "half-made").mkdir()
        (folder / "postgresql" / "half-made" / "rest").touch()
        postgresql.start()
        stop_all([postgresql], seconds=5)


class TestProcesses:
    def test_what_an_earlier_run_left_behind_is_ended(self, tmp_path):
        left = Child("left", ["sleep", "60"], log=tmp_path / "log", environment=os.environ | {MARK: str(tmp_path)})
        other = Child("other", ["sleep", "60"], log=tmp_path / "log", environment=os.environ | {MARK: "elsewhere"})
        for child in (left, other):
            child.start()
        end(lambda: (pid for pid in started_for(tmp_path) if is_alive(pid)))
        assert not left.is_running
        assert other.is_running
        stop_all([other], seconds=2)

    def test_what_does_not_stop_when_asked_is_stopped_by_force_with_all_it_started(self, tmp_path):
        deaf = Child("deaf", ["sh", "-c", "trap '' TERM; sleep 60 & sleep 60; sleep 60"], log=tmp_path / "log")
        deaf.start()
        assert wait_until(lambda: len(family(deaf.process.pid)) == 3)
        pids = family(deaf.process.pid)
        stop_all([deaf], seconds=0.2)
        assert wait_until(lambda: not any(map(is_alive, pids)))

    def test_what_dies_is_started_again_after_a_pause(self, tmp_path, capsys):
        run = Run(tmp_path, 8000)
        child = Child("sleeper", ["sleep", "60"], log=tmp_path / "log" / "sleeper.log")
        child.start()
        run.processes.append(child)
        first = child.process.pid
        os.kill(first, signal.SIGKILL)
        child.process.wait()
        run.revive()
        assert "sleeper ended by itself" in capsys.readouterr().out
        assert not child.is_running
        time.sleep(1)
        run.revive()
        assert child.is_running
        assert child.process.pid != first
        run.stop()
        assert not child.is_running

    def test_stopped_it_leaves_no_sockets_behind_and_starts_again(self, folder, monkeypatch):
        for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "CLAMD_URL"):
            monkeypatch.setenv(name, "elsewhere")
        monkeypatch.delenv("REDIS_URL", raising=False)
        for _ in range(2):
            run = Run(folder, 8000)
            run._start_services()
            (valkey,) = run.services
            assert any(run.home.sockets.iterdir())
            run.stop()
            assert not valkey.is_running
            assert not run.home.sockets.exists()


class TestWithoutPDFs:
    def test_it_is_said_in_one_sentence_and_pages_come_and_their_log_says_nothing_of_who_asked_for_what(
        self, tmp_path, monkeypatch, capsys
    ):
        without = tmp_path / "without"
        without.mkdir()
        (without / "weasyprint.py").write_text("raise OSError('no library called pango')")
        monkeypatch.setenv("PYTHONPATH", str(without))
        (tmp_path / "static").symlink_to(Path(os.environ["DATA_DIR"]) / "static")
        run = Run(tmp_path, free_port())
        command = web(run.port)
        command[command.index("--workers") + 1] = 1  # The second would be the same.
        try:
            run._start_process("web", command)
            run._wait_for_the_first_page()
            run._start_process("pdf-worker", ["sleep", "60"])
            worker = run.processes[-1]
            capsys.readouterr()
            run._try_a_pdf()
            said = f"a font or Pango is missing (see {tmp_path}/log/fonts.log). All else works."
            assert capsys.readouterr().out == f"PDFs cannot be made on this machine: {said}\n"
            assert "no library called pango" in (tmp_path / "log" / "fonts.log").read_text()
            assert not worker.is_running
            run.revive()
            assert (capsys.readouterr().out, worker in run.processes) == ("", False)
            assert answer(run.port, "/health/ready") == 200
            assert answer(run.port, "/sign-in/?next=/Canary") == 200
            assert answer(run.port, "/Canary") == 404
        finally:
            run.stop()
        log = run.processes[0].log.read_text()
        assert "granian" in log
        assert "Canary" not in log


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as trial:
        return trial.getsockname()[1]


def answer(port, address):
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", address)
        with connection.getresponse() as answered:
            return answered.status


class TestStart:
    def test_a_second_start_says_that_one_is_running(self, tmp_path):
        with (tmp_path / "lock").open("w") as lock:
            subprocess.run(["flock", "-x", str(lock.fileno())], check=True, pass_fds=[lock.fileno()])
            lock.write("http://127.0.0.1:8123")
            lock.flush()
            second = start_product(tmp_path)
        assert second.returncode == 1
        assert second.stdout == "Prevent Cases is running already: http://127.0.0.1:8123\n"

    def test_a_taken_port_is_said_with_the_line_that_helps(self, tmp_path):
        with socket.create_server(("127.0.0.1", 0)) as other:
            port = other.getsockname()[1]
            start = start_product(tmp_path, PORT=str(port))
        assert start.returncode == 1
        assert start.stdout == f"Port {port} is taken; choose another: PORT={port + 1} python3 run.py\n"

    def test_a_folder_that_holds_other_things_is_left_alone(self, tmp_path):
        (tmp_path / "letter.txt").write_text("mine")
        start = start_product(tmp_path, "--fresh")
        assert start.returncode == 1
        assert "holds other things" in start.stdout
        assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]

    def test_fresh_empties_no_database_but_its_own(self, tmp_path):
        start = start_product(tmp_path, "--fresh", DATABASE_URL="postgresql://app@127.0.0.1:1/prevent_cases", PORT="0")
        assert start.returncode == 1
        assert "only the database that run.py itself keeps" in start.stdout

    def test_a_database_elsewhere_needs_the_owners_address_too(self, tmp_path):
        start = start_product(tmp_path, DATABASE_URL="postgresql://app@127.0.0.1:1/prevent_cases", PORT="0")
        assert start.returncode == 1
        assert "DATABASE_OWNER_URL" in start.stdout

    def test_secrets_are_of_the_module_kept_and_closed_to_others(self, tmp_path, monkeypatch):
        monkeypatch.delenv("SECRET_KEY", raising=False)
        first = kept_secret("SECRET_KEY", tmp_path, 48)
        assert len(first) >= 50
        assert kept_secret("SECRET_KEY", tmp_path, 48) == first
        assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
        monkeypatch.setenv("SECRET_KEY", "from the environment")
        assert kept_secret("SECRET_KEY", tmp_path, 48) == "from the environment"
        monkeypatch.delenv("SECRET_KEY")
        assert kept_secret("SECRET_KEY", tmp_path, 48) == "from the environment"
