"""Pytest plugin: a PostgreSQL and a Valkey of the tests' own, and for each worker its own migrated database.

Loaded with `-p tests.server`, before Django reads its settings. The first process starts the services, migrates one
database and keeps it as the template; every worker works on a clone of it, as the role `app`.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import psycopg2
import pytest

from prevent_cases.embedded.processes import stop_all
from prevent_cases.embedded.services import DATABASE, Home, PostgreSQL, Valkey

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "prevent-cases-test-"
# Nothing has to outlast the tests; and two connections of one test that wait for each other fail instead of hanging.
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "lock_timeout": "10s"}
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

_worker = os.environ.get("PYTEST_XDIST_WORKER", "")
_database = f"{DATABASE}_{_worker or 'alone'}"
_running = {}


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests():
    """Say where everything will be; Django reads it in this same hook, after us."""
    if not _worker:
        _remove_what_killed_runs_left()
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        folder.chmod(0o711)  # Run by root, the services have another account, with folders of their own below.
        _running["lock"] = _lock(folder)
        _running["folder"] = folder
        home = Home(folder)
        postgresql = PostgreSQL(home, log=folder / "postgresql.log", **QUICK)
        valkey = Valkey(home, log=folder / "valkey.log", appendonly="no")
        _running["services"] = [postgresql, valkey]
        os.environ |= {
            "TEST_FOLDER": str(folder),
            "TEST_SOCKETS": str(home.sockets),
            "TEST_TOOLS": str(home.postgres),
            "TEST_VALKEY": valkey.url(),
            "ENVIRONMENT": "test",
            "SECRET_KEY": "only-for-tests-" + "0123456789" * 5,
            "DEMO_PASSWORD": "only for tests",
        }
    number = 1 + int(_worker.removeprefix("gw")) if _worker else 0
    sockets = quote(os.environ["TEST_SOCKETS"], safe="")
    data = Path(os.environ["TEST_FOLDER"]) / "data" / (_worker or "alone")
    data.mkdir(parents=True)
    (data / "static").symlink_to(Path(os.environ["TEST_FOLDER"]) / "static")
    os.environ |= {
        "DATABASE_OWNER_URL": f"postgresql://owner@/{_database}?host={sockets}",
        "DATABASE_URL": f"postgresql://app@/{_database}?host={sockets}",
        "REDIS_URL": os.environ["TEST_VALKEY"].replace("?db=0", f"?db={number}"),
        "DATA_DIR": str(data),
    }
    return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session):
    if session.config.option.collectonly:
        return
    if not _worker:
        for service in _running["services"]:
            service.start()
        _prepare(session.config.cache.mkdir("prepared"))
    if _worker or not getattr(session.config.option, "numprocesses", None):
        restore_database()


def pytest_unconfigure():
    if not _worker and "folder" in _running:
        stop_all(_running.pop("services"), seconds=5)
        shutil.rmtree(os.environ["TEST_SOCKETS"], ignore_errors=True)
        shutil.rmtree(_running.pop("folder"), ignore_errors=True)
        _running.pop("lock").close()


def restore_database():
    """Put this worker's database back as the migrations left it: dropped and cloned again, which takes a moment.

    For tests that truly commit. Append-only tables are no hindrance, nor are connections of other threads.
    """
    if "django.db" in sys.modules:
        sys.modules["django.db"].connections.close_all()
    with as_superuser() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {_database} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {_database} TEMPLATE {DATABASE} OWNER owner")


@contextlib.contextmanager
def as_superuser(database="postgres"):
    """A cursor with every right, for what no role of the product may do."""
    connection = psycopg2.connect(host=os.environ["TEST_SOCKETS"], user="postgres", dbname=database)
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        yield cursor


def tool_of_postgresql(name):
    """The beginning of a command: pg_dump, pg_restore and the like, as the superuser."""
    return [f"{os.environ['TEST_TOOLS']}/{name}", "-h", os.environ["TEST_SOCKETS"], "-U", "postgres"]


def _prepare(kept):
    """Migrate the template and collect the static files, once for all workers; or take what an earlier run kept.

    `run.py test` forgets what was kept, with pytest's `--cache-clear`.
    """
    began = time.monotonic()
    dump = kept / f"{_digest(*WHAT_MIGRATIONS_DEPEND_ON)}.dump"
    if dump.exists():
        _run(*tool_of_postgresql("pg_restore"), "-d", DATABASE, "--exit-on-error", dump)
    else:
        _manage("migrate", "--database", "owner")
        _keep(dump, lambda half: _run(*tool_of_postgresql("pg_dump"), "-Fc", "-f", half, DATABASE))

    collected = Path(os.environ["TEST_FOLDER"]) / "static"
    static = kept / f"{_digest('static/built/**/*', 'requirements.txt')}.static"
    if static.exists():
        shutil.copytree(static, collected)
    else:
        _manage("collectstatic", "--no-input")
        _keep(static, lambda half: shutil.copytree(collected, half))
    _running["prepared_in"] = time.monotonic() - began


def _manage(*words):
    """A command of Django on the template."""
    postgresql, _ = _running["services"]
    folder = os.environ["TEST_FOLDER"]
    urls = {"DATABASE_OWNER_URL": postgresql.url("owner"), "DATABASE_URL": postgresql.url("app"), "DATA_DIR": folder}
    _run(sys.executable, "manage.py", *words, "--verbosity", "0", env=os.environ | urls)


def _run(*command, **options):
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise pytest.UsageError(f"{command} failed:\n{done.stdout}{done.stderr}")


def _keep(place, make):
    """Made beside its place and then moved, since another run may look at the same moment."""
    half = place.with_name(f"{os.getpid()}.half")
    make(half)
    with contextlib.suppress(OSError):  # The other run was first.
        half.rename(place)


def _digest(*patterns):
    digest = hashlib.sha256()
    for file in sorted(file for pattern in patterns for file in ROOT.glob(pattern) if file.is_file()):
        digest.update(bytes(file) + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def pytest_report_header():
    if "prepared_in" in _running:
        return f"PostgreSQL and Valkey of the tests' own, prepared in {_running['prepared_in']:.1f} s"
    return None


def _remove_what_killed_runs_left():
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
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
