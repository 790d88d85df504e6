"""A database that earlier code made, with the demonstration in it, is brought up to date by this.

It is brought there by a start, as anybody would do it, and then its pages are opened.
"""

import contextlib
import difflib
import os
import subprocess

from prevent_cases.embedded.services import DATABASE, Home, PostgreSQL
from proofs.trial import PASSWORD, ROOT, Trial, trial

MIGRATIONS = "*/migrations/*.py"
SQUASHED = "_squashed_"
FRESH = "made_anew"
DAY = 86_400
READERS = ("coordinator", "chair", "governance", "teacher", "board")


def git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def added_migrations(since: str) -> list[str]:
    """Those that came since a commit, or none where others are gone: they are put in a row before anybody runs them."""
    said = git("diff", "--name-status", since, "HEAD", "--", MIGRATIONS).splitlines()
    return [] if any(line[0] in "DR" for line in said) else [line for line in said if line.startswith("A")]


def earlier_commit() -> str:
    """The newest commit, a day older than the newest migration or more, from which this code only goes on.

    It has none of the squashed migrations, so that those which they replace are carried out and compared with them.
    """
    newest = int(git("log", "-1", "--format=%ct", "--diff-filter=A", "--", MIGRATIONS))
    for commit in git("rev-list", "--first-parent", f"--before={newest - DAY}", "HEAD").splitlines():
        if added := added_migrations(commit):
            squashed = [line for line in added if SQUASHED in line]
            if len(squashed) == len(git("ls-files", f"*/migrations/*{SQUASHED}*.py").splitlines()):
                return commit
    raise AssertionError("There is no earlier commit to bring up to date.")


def counts(trying: Trial) -> dict[str, int]:
    tables = ("referrals_referral", "cases_case", "panels_decision", "actions_action", "audit_auditentry")
    return {table: trying.ask(f"SELECT count(*) FROM {table}") for table in tables}


def manage(trying: Trial, *words: str, **addresses: str) -> str:
    """As somebody who looks after it would, beside what runs."""
    environment = trying.environment | {
        "ENVIRONMENT": "demonstration",
        "SECRET_KEY": "only for this proof" * 3,
        "DATABASE_URL": trying.database(),
        "DATABASE_OWNER_URL": trying.database("owner"),
        "REDIS_URL": trying.valkey().url(),
        **addresses,
    }
    command = [trying.checkout / ".venv" / "bin" / "python", "manage.py", *words]
    options = {"cwd": trying.checkout, "env": environment, "capture_output": True, "text": True}
    done = subprocess.run(command, check=False, **options)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout.strip()


def schema_of(postgresql: PostgreSQL, database: str) -> list[str]:
    """What pg_dump says of it, but for a token that is another each time; and the rights on the database itself."""
    home = postgresql.home
    command = [home.postgres / "pg_dump", "-h", home.sockets, "-U", "postgres", "--schema-only", database]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    with contextlib.closing(postgresql.connect()) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT unnest(datacl)::text FROM pg_database WHERE datname = %s", [database])
        rights = sorted(right for (right,) in cursor.fetchall())
    return [line for line in said if not line.startswith((r"\restrict", r"\unrestrict"))] + rights


def assert_it_is_as_if_made_anew(trying: Trial) -> None:
    """Tables, indexes, triggers and rights, so that also a migration that was changed after it had run is found."""
    postgresql = PostgreSQL(Home(trying.data), log=os.devnull)
    with contextlib.closing(postgresql.connect()) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {FRESH} OWNER owner")
    addresses = {
        "DATABASE_URL": postgresql.url("app", FRESH), "DATABASE_OWNER_URL": postgresql.url("owner", FRESH)
    }  # fmt: skip
    manage(trying, "migrate", "--database", "owner", **addresses)
    lines = assert_alike(postgresql, FRESH, DATABASE)
    print(f"    its schema is that of a database made anew: {lines:,} lines of pg_dump")


def assert_alike(postgresql: PostgreSQL, anew: str, kept: str) -> int:
    """That a database which was kept has the schema of one that was made anew; of how many lines it is."""
    schema = schema_of(postgresql, anew)
    differ = list(difflib.unified_diff(schema, schema_of(postgresql, kept), anew, kept, lineterm="", n=1))
    assert not differ, "\n".join(differ)
    return len(schema)


def main() -> None:
    commit = earlier_commit()
    made_on = git("log", "-1", "--format=%ci", commit)
    print(f"From commit {commit[:8]} of {made_on[:16]} to this one: {len(added_migrations(commit))} migrations")
    with trial(name="earlier", commit=commit) as earlier:
        run = earlier.start("The earlier code, with its demonstration")
        before = counts(earlier)
        earlier.stop(run)

        now = Trial(earlier.checkout.parent, data=earlier.data)
        try:
            prove(now, before)
        finally:
            now.kill_everything()


def prove(trying: Trial, before: dict[str, int]) -> None:
    run = trying.start("This code on the same data")
    manage(trying, "migrate", "--check", "--database", "owner")
    assert_it_is_as_if_made_anew(trying)
    after = counts(trying)
    kept = ", ".join(f"{number} of {table.partition('_')[2]}" for table, number in before.items())
    assert all(after[table] >= number for table, number in before.items()), (before, after)
    print(f"    no migration is missing, and all rows are there: {kept}")
    for reader in READERS:
        visitor = trying.somebody()
        visitor.sign_in(f"{reader}@eastmarsh.example", PASSWORD)
        print(f"    {reader}: {visitor.open_linked_pages()} pages from home and on, two links far, all answered")
    print(f"    {manage(trying, 'check_audit').partition('. ')[0]}")
    trying.stop(run)


if __name__ == "__main__":
    main()
