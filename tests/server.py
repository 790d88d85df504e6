"""Pytest plugin: a PostgreSQL and a Valkey of the tests' own, and for each worker its own migrated database.

Loaded with `-p tests.server`, before Django reads its settings. The first process starts the services, migrates one
database and keeps it as the template; every worker works on a clone of it, as the role `app`.
"""

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg2
import pytest

from prevent_cases.embedded.processes import stop_all
from prevent_cases.embedded.services import DATABASE, Home, PostgreSQL, Valkey

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "prevent-cases-test-"

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
        postgresql = PostgreSQL(home, log=folder / "postgresql.log", durable=False)
        valkey = Valkey(home, log=folder / "valkey.log", durable=False)
        _running["services"] = [postgresql, valkey]
        os.environ |= {
            "TEST_FOLDER": str(folder),
            "TEST_SOCKETS": str(home.sockets),
            "TEST_TEMPLATE_OWNER_URL": postgresql.url("owner"),
            "TEST_VALKEY": valkey.url(),
            "ENVIRONMENT": "test",
            "SECRET_KEY": "only-for-tests-" + "0123456789" * 5,
            "DEMO_PASSWORD": "only for tests",
        }
    number = 1 + int(_worker.removeprefix("gw") or 0) if _worker else 0
    template_url = os.environ["TEST_TEMPLATE_OWNER_URL"]
    owner_url = template_url.replace(f"/{DATABASE}?", f"/{_database}?")
    data = Path(os.environ["TEST_FOLDER"]) / "data" / (_worker or "alone")
    data.mkdir(parents=True)
    os.environ |= {
        "DATABASE_OWNER_URL": owner_url,
        "DATABASE_URL": owner_url.replace("//owner@", "//app@"),
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
        _migrate_the_template()
    if _worker or not getattr(session.config.option, "numprocesses", None):
        restore_database()


def pytest_unconfigure():
    if not _worker and "folder" in _running:
        stop_all(_running.pop("services"), seconds=5)
        shutil.rmtree(os.environ["TEST_SOCKETS"], ignore_errors=True)
        shutil.rmtree(_running.pop("folder"), ignore_errors=True)


def restore_database():
    """Put this worker's database back as the migrations left it: dropped and cloned again, which takes a moment.

    For tests that truly commit; append-only tables and their triggers are no hindrance, nor are other threads' connections.
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


def _migrate_the_template():
    template_url = os.environ["TEST_TEMPLATE_OWNER_URL"]
    environment = os.environ | {
        "DATABASE_OWNER_URL": template_url,
        "DATABASE_URL": template_url.replace("//owner@", "//app@"),
    }
    command = [sys.executable, "manage.py", "migrate", "--database", "owner", "--verbosity", "0"]
    began = time.monotonic()
    done = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise pytest.UsageError(f"The migrations failed:\n{done.stdout}{done.stderr}")
    _running["migrated_in"] = time.monotonic() - began


def pytest_report_header():
    if "migrated_in" in _running:
        return f"PostgreSQL and Valkey of the tests' own; migrated in {_running['migrated_in']:.1f} s"
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
