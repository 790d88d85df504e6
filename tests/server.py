"""Pytest plugin: every process that runs tests has a PostgreSQL and a Valkey of its own, migrated and ready.

Loaded with `-p tests.server`, before Django reads its settings. One database is migrated, once, and dumped; every
worker restores it as its template and works on a clone of that, as the role `app`. The servers are not shared, because
the oldest open transaction, on which the audit trail's seals depend, is that of a whole server.
"""

import atexit
import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from prevent_cases.embedded.processes import stop_all
from prevent_cases.embedded.services import DATABASE, Home, PostgreSQL, Scanner, Valkey

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "prevent-cases-test-"
# A database in memory is put back in a tenth of the time. There must be room for several, and programs must run there.
IN_MEMORY, ROOM = Path("/dev/shm"), 4 << 30
TEMPLATE, CLONE = f"{DATABASE}_template", f"{DATABASE}_test"
# Nothing has to outlast the tests; and two connections of one test that wait for each other fail instead of hanging.
# What the product asks thousands of times with one plan, tests ask a few times: without this each would plan it anew.
# Nobody looks after tables that are thrown away, nor at what is going on.
QUICK = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "lock_timeout": "10s",
    "plan_cache_mode": "force_generic_plan", "wal_level": "minimal", "max_wal_senders": "0",
    "autovacuum": "off", "jit": "off", "track_counts": "off", "track_activities": "off", "bgwriter_lru_maxpages": "0",
}  # fmt: skip
WHAT_MIGRATIONS_DEPEND_ON = [
    "requirements.txt",
    "prevent_cases/settings.py",
    "prevent_cases/audit/*.py",
    "*/models.py",
    "*/models/*.py",
    "prevent_cases/*/models.py",
    "*/migrations/*.py",
    "prevent_cases/*/migrations/*.py",
]

_worker = os.environ.get("PYTEST_XDIST_WORKER")
_running = {}
_all_cores = sorted(os.sched_getaffinity(0))
if _worker:
    atexit.register(os._exit, 0)  # The last of all: a gigabyte of objects is not given back one by one.


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests():
    """Say where everything will be; Django reads it in this same hook, after us."""
    if _worker:
        # While they look for tests, another has the database to migrate: all wait for that.
        stay_on(_all_cores[-1:])
        threading.Thread(target=_come_back, daemon=True).start()
    else:
        _remove_what_killed_runs_left()
        _running["folder"] = tempfile.mkdtemp(prefix=PREFIX, dir=IN_MEMORY if _has_room_in_memory() else None)
        _running["lock"] = _lock(Path(_running["folder"]))
        os.environ["TEST_FOLDER"] = _running["folder"]
    folder = _shared() / (_worker or "alone")
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "static").symlink_to(_shared() / "static")
    for each in (_shared(), folder):
        each.chmod(0o711)  # Run by root, the services have another account, with folders of their own below.
    home = Home(folder)
    postgresql = PostgreSQL(home, log=folder / "postgresql.log", **QUICK)
    valkey = Valkey(home, log=folder / "valkey.log", appendonly="no")
    _running["services"] = [postgresql, valkey]
    _running["scanner"] = Scanner(home, log=folder / "scanner.log")
    os.environ |= {
        "ENVIRONMENT": "test",
        "SECRET_KEY": "only-for-tests-" + "0123456789" * 5,
        "DEMO_PASSWORD": "only for tests",
        "EVEN_TIME_MILLISECONDS": "0",  # A third of all that is asked is not there; tests of the clock set it.
        "DATABASE_OWNER_URL": postgresql.url("owner", CLONE),
        "DATABASE_URL": postgresql.url("app", CLONE),
        "REDIS_URL": valkey.url(),
        "CLAMD_URL": _running["scanner"].url(),
        "DATA_DIR": str(folder / "data"),
    }
    return (yield)


def stay_on(cores):
    """Let this worker's main thread, and what it starts from now on, run on these."""
    with contextlib.suppress(OSError):  # Not everywhere may a process choose.
        os.sched_setaffinity(os.getpid(), cores)


def _come_back():
    """Once what the workers wait for is there, the other processor is free."""
    with contextlib.suppress(pytest.UsageError):  # Whoever waits for it at the end says what was wrong.
        _wait_until_prepared()
    stay_on(_all_cores)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    """Clear the cache once: a worker would throw away what the first process has begun to prepare there."""
    if _worker:
        config.option.cacheclear = False


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session):
    """Begin to make what the workers take, while they are looking for tests."""
    if not _worker and not session.config.option.collectonly:
        # Kept, because services end with the thread that started them.
        _running["meanwhile"] = ThreadPoolExecutor(1)
        _running["meanwhile"].submit(_prepare, session.config.cache.mkdir("prepared"))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session):
    if session.config.option.collectonly or (not _worker and getattr(session.config.option, "numprocesses", None)):
        return
    if _worker:  # While the first process migrates.
        stay_on(_all_cores)
        _start_services()
    _wait_until_prepared()
    _start_services()
    with as_superuser() as cursor:
        cursor.execute(f"CREATE DATABASE {TEMPLATE} OWNER owner")
    _run(*tool_of_postgresql("pg_restore"), "-d", TEMPLATE, "--exit-on-error", _migrated())
    restore_database()


def pytest_unconfigure():
    if not _worker and "folder" in _running and _fault().exists():
        # What xdist says of it, after a page about its own insides, is that the workers have ended.
        sys.stderr.write(_fault().read_text(encoding="utf-8"))
    if "scanner" in _running:
        _running["scanner"].stop_signal = signal.SIGKILL  # Asked to stop, it takes seconds.
    stop_all([*_running.get("services", []), *filter(None, [_running.get("scanner")])], seconds=5)
    if "services" in _running:
        _running["services"][0].home.leave()
    if "folder" in _running:
        shutil.rmtree(_running["folder"], ignore_errors=True)
        _running["lock"].close()


def restore_database():
    """Put this worker's database back as the migrations left it: dropped and cloned again, which takes a moment.

    For tests that truly commit. Append-only tables are no hindrance, nor are connections of other threads.
    """
    if "django.db" in sys.modules:
        sys.modules["django.db"].connections.close_all()
    with as_superuser() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {CLONE} WITH (FORCE)")
        # Copied as files: in memory that takes half the time of writing it all to the log.
        cursor.execute(f"CREATE DATABASE {CLONE} TEMPLATE {TEMPLATE} OWNER owner STRATEGY FILE_COPY")
        # What a migration revokes on the database itself is neither dumped nor cloned.
        cursor.execute(f"REVOKE TEMPORARY ON DATABASE {CLONE} FROM PUBLIC")


@contextlib.contextmanager
def as_superuser(database="postgres"):
    """A cursor with every right, for what no role of the product may do."""
    with contextlib.closing(postgresql().connect(database)) as connection, connection.cursor() as cursor:
        yield cursor


@contextlib.contextmanager
def copied_database():
    """A copy of this worker's database as it stands, for a process of its own; the addresses that lead to it."""
    copy = f"{CLONE}_copy"
    sys.modules["django.db"].connections.close_all()
    with as_superuser() as cursor:
        # Those of other threads: what somebody is connected to is not copied.
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [CLONE])
        cursor.execute(f"CREATE DATABASE {copy} TEMPLATE {CLONE} OWNER owner STRATEGY FILE_COPY")
        cursor.execute(f"REVOKE TEMPORARY ON DATABASE {copy} FROM PUBLIC")
    yield {"DATABASE_URL": postgresql().url("app", copy), "DATABASE_OWNER_URL": postgresql().url("owner", copy)}
    with as_superuser() as cursor:
        cursor.execute(f"DROP DATABASE {copy} WITH (FORCE)")


def postgresql():
    """This process's server."""
    return _running["services"][0]


def scanner():
    """The scanner, which is started by the tests that need it."""
    return _running["scanner"]


def tool_of_postgresql(name):
    """The beginning of a command: pg_dump, pg_restore and the like, as the superuser."""
    home = postgresql().home
    return [str(home.postgres / name), "-h", str(home.sockets), "-U", "postgres"]


def _prepare(kept):
    """Collect the static files, migrate and dump, once for all workers; or take what an earlier run kept.

    `run.py test` forgets what was kept, with pytest's `--cache-clear`. The dump is there when all is.
    """
    try:
        with ThreadPoolExecutor(1) as meanwhile:
            collected = meanwhile.submit(_collect_static, kept)
            kept_dump = _kept_dump(kept)
            collected.result()
        _move_in(_migrated(), lambda half: shutil.copy(kept_dump, half))
    except BaseException as fault:
        _fault().write_text(str(fault), encoding="utf-8")
        raise


def _collect_static(kept):
    static, kept_static = _shared() / "static", kept / f"{_digest('static/built/**/*', 'requirements.txt')}.static"
    if kept_static.exists():
        shutil.copytree(kept_static, static)
    else:
        _manage("collectstatic", "--no-input", DATA_DIR=str(_shared()))
        _keep(kept_static, lambda half: shutil.copytree(static, half))


def _kept_dump(kept):
    dump = kept / f"{_digest(*WHAT_MIGRATIONS_DEPEND_ON)}.dump"
    if not dump.exists():
        _start_services()
        urls = {"DATABASE_OWNER_URL": postgresql().url("owner"), "DATABASE_URL": postgresql().url("app")}
        _manage("migrate", "--database", "owner", **urls)
        _keep(dump, lambda half: _run(*tool_of_postgresql("pg_dump"), "-Fc", "-f", half, DATABASE))
    return dump


def _wait_until_prepared():
    while not _migrated().exists():
        if _fault().exists():
            raise pytest.UsageError(_fault().read_text(encoding="utf-8"))
        time.sleep(0.05)


def _migrated():
    return _shared() / "migrated.dump"


def _fault():
    """Why what was to be prepared is not."""
    return _shared() / "fault"


def _start_services():
    for service in _running["services"]:
        if not service.is_running:
            service.start()


def _manage(*words, **environment):
    _run(sys.executable, "manage.py", *words, "--verbosity", "0", env=os.environ | environment)


def _run(*command, **options):
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise pytest.UsageError(f"{command} failed:\n{done.stdout}{done.stderr}")


def _keep(place, make):
    with contextlib.suppress(OSError):  # Another run was first.
        _move_in(place, make)


def _move_in(place, make):
    """Made beside its place and then moved, since another process may look at the same moment."""
    half = place.with_name(f"{os.getpid()}.half")
    make(half)
    half.rename(place)


def _digest(*patterns):
    digest = hashlib.sha256()
    for file in sorted(file for pattern in patterns for file in ROOT.glob(pattern) if file.is_file()):
        digest.update(bytes(file) + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def _shared():
    """The folder of this run of the tests, with one for each worker in it."""
    return Path(os.environ["TEST_FOLDER"])


def _has_room_in_memory():
    if not IN_MEMORY.is_dir() or not os.access(IN_MEMORY, os.W_OK):
        return False
    status = os.statvfs(IN_MEMORY)
    return status.f_bavail * status.f_frsize > ROOM and not status.f_flag & os.ST_NOEXEC


def _remove_what_killed_runs_left():
    for place in (IN_MEMORY, Path(tempfile.gettempdir())):
        for folder in place.glob(f"{PREFIX}*"):
            with contextlib.suppress(OSError), _lock(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _lock(folder):
    lock = (folder / "lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise
    return lock
