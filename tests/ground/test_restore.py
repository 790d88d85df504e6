"""docs/how-to/back-up.md and restore.md, carried out: the copy equals the original and its trail goes on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from prevent_cases.audit import sealing
from tests import factories
from tests.server import as_superuser, tool_of_postgresql

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def copy(settings):
    """An empty database beside the one of the test."""
    name = f"{settings.DATABASES['default']['NAME']}_copy"
    with as_superuser() as cursor:
        cursor.execute(f"CREATE DATABASE {name} OWNER owner")
    yield name
    with as_superuser() as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def rows_by_table(database):
    """Of every table, how many rows it has and a digest of all of them; and every sequence's place."""
    with as_superuser(database) as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        found = {}
        for table in tables:
            cursor.execute(f"SELECT count(*), md5(string_agg(t::text, ',' ORDER BY t::text)) FROM \"{table}\" t")
            found[table] = cursor.fetchone()
        cursor.execute("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'")
        return found | dict(cursor.fetchall())


def run(*command, **environment):
    done = subprocess.run(command, check=False, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_is_restored_equals_what_was_backed_up_and_its_trail_goes_on(committed, settings, copy, tmp_path):
    original = settings.DATABASES["default"]["NAME"]
    factories.area("Northvale")
    seal = sealing.seal()
    before = rows_by_table(original)
    dump = tmp_path / "prevent-cases.dump"
    run(*tool_of_postgresql("pg_dump"), "-Fc", "-f", dump, original)
    run(*tool_of_postgresql("pg_restore"), "-d", copy, "--exit-on-error", dump)

    assert rows_by_table(copy) == before
    urls = ("DATABASE_URL", "DATABASE_OWNER_URL")
    restored = {name: os.environ[name].replace(f"/{original}?", f"/{copy}?") for name in urls}
    manage = [sys.executable, "manage.py"]
    run(*manage, "migrate", "--database", "owner", **restored)
    assert "begun" in run(*manage, "check_audit", "--begin-chain", "Restored in a test.", **restored)
    assert "The trail is whole" in run(*manage, "check_audit", "--kept", f"{seal.number}:{seal.digest}", **restored)
