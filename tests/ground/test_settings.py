"""What the service refuses to start without, each by its name."""

import os
import subprocess
import sys

import pytest

from tests.server import ROOT


def start(**changed: str | None) -> str:
    """What a process says that reads the settings with these changes to its environment."""
    environment = {name: value for name, value in (os.environ | changed).items() if value is not None}
    done = subprocess.run(
        [sys.executable, "-c", "import prevent_cases.settings"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


def test_as_the_tests_run_it_starts():
    assert start() == ""


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL"])
def test_a_missing_secret_stops_the_start_with_its_name(name):
    assert f"{name} is not set" in start(**{name: None})


def test_production_starts_with_a_password_alone_only_by_a_deliberate_setting():
    assert "ACCEPT_PASSWORD_ONLY_SIGN_IN=yes" in start(ENVIRONMENT="production")
    assert start(ENVIRONMENT="production", ACCEPT_PASSWORD_ONLY_SIGN_IN="yes") == ""


def test_production_starts_without_a_virus_scanner_only_by_a_deliberate_setting():
    production = {"ENVIRONMENT": "production", "ACCEPT_PASSWORD_ONLY_SIGN_IN": "yes", "CLAMD_URL": None}
    assert "CLAMD_URL is not set" in start(**production)
    assert start(**production, ACCEPT_NO_SCANNER="yes") == ""


def test_there_is_no_other_environment():
    assert "must be demonstration, test or production" in start(ENVIRONMENT="staging")
