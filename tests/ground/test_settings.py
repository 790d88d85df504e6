"""What the service refuses to start without, each by its name."""

import json
import os
import subprocess
import sys

import pytest

from tests.server import ROOT

PRODUCTION = {
    "ENVIRONMENT": "production",
    "ACCEPT_PASSWORD_ONLY_SIGN_IN": "yes",
    "EMAIL_URL": "smtp://user:password@mail.example:587",
    "PUBLIC_URL": "https://cases.example",
}
# Reads them anew for each line of changes, and answers with what stands in the way.
READ_SETTINGS = """
import json, os, runpy, sys
as_it_was = dict(os.environ)
for line in sys.stdin:
    os.environ.clear()
    os.environ.update({name: value for name, value in (as_it_was | json.loads(line)).items() if value is not None})
    try:
        runpy.run_module("prevent_cases.settings")
        print(flush=True)
    except Exception as fault:
        print(fault, flush=True)
"""


@pytest.fixture(scope="module")
def process():
    """Another process, since what is imported takes longer than all these tests."""
    command, ways = [sys.executable, "-c", READ_SETTINGS], {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, env=os.environ, text=True, **ways) as process:
        yield process
        process.stdin.close()


@pytest.fixture
def start(process):
    """What stands in the way of a start with these changes to the environment."""

    def say(**changed: str | None) -> str:
        print(json.dumps(changed), file=process.stdin, flush=True)
        return process.stdout.readline().strip()

    return say


def test_as_the_tests_run_it_starts(start):
    assert start() == ""


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL"])
def test_a_missing_secret_stops_the_start_with_its_name(start, name):
    assert f"{name} is not set" in start(**{name: None})


@pytest.mark.parametrize("name", ["EMAIL_URL", "PUBLIC_URL"])
def test_so_does_in_production_what_would_be_made_up_in_silence(start, name):
    assert start(**{name: None}) == ""
    assert f"{name} is not set" in start(**PRODUCTION | {name: None})


def test_production_starts_with_a_password_alone_only_by_a_deliberate_setting(start):
    assert start(**PRODUCTION) == ""
    assert "ACCEPT_PASSWORD_ONLY_SIGN_IN=yes" in start(**PRODUCTION | {"ACCEPT_PASSWORD_ONLY_SIGN_IN": None})


def test_production_starts_without_a_virus_scanner_only_by_a_deliberate_setting(start):
    production = PRODUCTION | {"CLAMD_URL": None}
    assert "CLAMD_URL is not set" in start(**production)
    assert start(**production, ACCEPT_NO_SCANNER="yes") == ""


def test_there_is_no_other_environment(start):
    assert "must be demonstration, test or production" in start(ENVIRONMENT="staging")
