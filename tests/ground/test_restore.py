"""docs/how-to/back-up.md and restore.md, carried out: the copy equals the original, and its trail goes on."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from prevent_cases.audit import sealing
from prevent_cases.settings import file_store
from tests import factories
from tests.server import as_superuser, tool_of_postgresql

ROOT = Path(__file__).resolve().parent.parent.parent
HOW_TO = ROOT / "docs" / "how-to"
# Commands of manage.py in one process: each by itself would take most of its time to start.
ONE_AFTER_ANOTHER = """
import json, sys, django
from django.core.management import call_command
django.setup()
for command in json.loads(sys.argv[1]):
    call_command(*command, skip_checks=False)
"""


@pytest.fixture
def copy(settings):
    """The name of a database beside the one of the test, which goes afterwards."""
    name = f"{settings.DATABASES['default']['NAME']}_copy"
    yield name
    with as_superuser() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


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


def files_in(folder):
    """Every file under a folder, with what it holds and who may read it."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mode, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def run(*command, **environment):
    done = subprocess.run(command, check=False, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def as_written(how_to, program, *, database, data, folder):
    """Carry out the line of a how-to that calls a program in a container: here, on this database and these data."""
    (line,) = re.findall(
        rf"^ +docker compose (?:exec|run)[^|<>]* ({program} .*)$", (HOW_TO / how_to).read_text(), flags=re.MULTILINE
    )
    line = re.sub(r"^(pg_\w+|\w+db) -U postgres", lambda found: shlex.join(tool_of_postgresql(found[1])), line)
    line = re.sub(r"\bprevent_cases\b", database, line).replace("/srv/data", shlex.quote(str(data)))
    subprocess.run(line, shell=True, check=True, cwd=folder)


def test_what_is_restored_equals_what_was_backed_up_and_its_trail_goes_on(
    committed, settings, referral, copy, tmp_path
):
    original = {"database": settings.DATABASES["default"]["NAME"], "data": settings.DATA_DIR, "folder": tmp_path}
    restored = {"database": copy, "data": tmp_path / "other data", "folder": tmp_path}
    restored["data"].mkdir()
    checked, waiting = factories.file(referral), factories.file(referral, ready=False)
    seal = sealing.seal()
    before = rows_by_table(original["database"])
    as_written("back-up.md", "pg_dump", **original)
    as_written("back-up.md", "tar", **original)
    for program in ("dropdb", "createdb", "pg_restore", "tar"):
        as_written("restore.md", program, **restored)

    assert rows_by_table(copy) == before
    files = files_in(restored["data"] / "files")
    assert {checked.copy, waiting.in_quarantine} <= files.keys()
    assert files == files_in(settings.DATA_DIR / "files")
    there = file_store("")
    there["OPTIONS"]["location"] = restored["data"] / "files"
    settings.STORAGES = settings.STORAGES | {"default": there}
    assert (checked.read(), waiting.read_received()) == (b"A note.", b"A note.")

    urls = ("DATABASE_URL", "DATABASE_OWNER_URL")
    addresses = {name: os.environ[name].replace(f"/{original['database']}?", f"/{copy}?") for name in urls}
    commands = [
        ["migrate", "--database", "owner"],
        ["check_audit", "--begin-chain", "Restored in a test."],
        ["check_audit", "--kept", f"{seal.number}:{seal.digest}"],
    ]
    said = run(sys.executable, "-c", ONE_AFTER_ANOTHER, json.dumps(commands), **addresses)
    assert "begun" in said
    assert "The trail is whole" in said
