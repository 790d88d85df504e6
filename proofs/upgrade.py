"""A database that earlier code made, with the demonstration in it, is brought up to date by this.

It is brought there by a start, as anybody would do it, and then its pages are opened.
"""

import subprocess

from proofs.trial import PASSWORD, ROOT, Trial, trial

MIGRATIONS = "*/migrations/*.py"
DAY = 86_400
READERS = ("coordinator", "chair", "governance", "teacher", "board")


def git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def changed_migrations(since: str) -> list[str]:
    return git("diff", "--name-status", since, "HEAD", "--", MIGRATIONS).splitlines()


def earlier_commit() -> str:
    """The newest commit, of one to two days before the newest migration, whose migrations are all there as they were.

    Of some they are not: they are put in a row before anybody runs them.
    """
    newest = int(git("log", "-1", "--format=%ct", "--diff-filter=A", "--", MIGRATIONS))
    of_a_day = [f"--before={newest - DAY}", f"--after={newest - 2 * DAY}"]
    for commit in git("rev-list", "--first-parent", *of_a_day, "HEAD").splitlines():
        if all(line.startswith("A") for line in changed_migrations(commit)):
            return commit
    raise AssertionError("Of no commit of that day are the migrations as they were.")


def counts(trying: Trial) -> dict[str, int]:
    tables = ("referrals_referral", "cases_case", "panels_decision", "actions_action", "audit_auditentry")
    return {table: trying.ask(f"SELECT count(*) FROM {table}") for table in tables}


def manage(trying: Trial, *words: str) -> str:
    """As somebody who looks after it would, beside what runs."""
    environment = trying.environment | {
        "ENVIRONMENT": "demonstration",
        "SECRET_KEY": "only for this proof" * 3,
        "DATABASE_URL": trying.database(),
        "DATABASE_OWNER_URL": trying.database("owner"),
        "REDIS_URL": trying.valkey().url(),
    }
    command = [trying.checkout / ".venv" / "bin" / "python", "manage.py", *words]
    options = {"cwd": trying.checkout, "env": environment, "capture_output": True, "text": True}
    done = subprocess.run(command, check=False, **options)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout.strip()


def main() -> None:
    commit = earlier_commit()
    said = changed_migrations(commit)
    assert said, "Nothing to bring up to date"
    made_on = git("log", "-1", "--format=%ci", commit)
    print(f"From commit {commit[:8]} of {made_on[:16]} to this one: {len(said)} migrations")
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
