"""The real browser of the tests."""

import shutil

from playwright.sync_api import Browser, Playwright

import run

SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip


def launched(playwright: Playwright, *switches: str) -> Browser:
    """The first that is installed of those that run.py knows."""
    program = next(filter(None, map(shutil.which, run.BROWSERS)), None)
    return playwright.chromium.launch(executable_path=program, args=[*SWITCHES, *switches])
