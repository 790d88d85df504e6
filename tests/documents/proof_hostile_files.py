"""Every hostile file through the whole service: pages, quarantine, a real scanner, a real worker, and the way out.

Run by `python3 run.py prove hostile-files`.
"""

import contextlib
import resource
import subprocess
import sys
import time

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.urls import reverse

from prevent_cases.accounts.posts import PostKind
from prevent_cases.documents.checking import copy_of
from prevent_cases.documents.models import State
from prevent_cases.documents.not_taken import NotTaken
from prevent_cases.later import outbox
from prevent_cases.pages.models import Draft
from referrals.models import ReferralFile
from tests import factories
from tests.documents.hostile import Hostile, hostile_files
from tests.documents.hostile.found import what_came_through
from tests.server import ROOT

PATIENCE, SWEPT_EVERY = 600, 30
MOST_MEMORY, MOST_SECONDS = 512 * 1024**2, 5


@pytest.fixture
def start_file_worker():
    """Started only once all files wait, so that each is tried to be opened before it is checked."""
    started = []

    def start() -> subprocess.Popen:
        started.append(file_worker())
        return started[0]

    yield start
    for worker in started:
        worker.kill()
        worker.wait()


def file_worker() -> subprocess.Popen:
    command = [sys.executable, "-m", "celery", "-A", "prevent_cases.celery", "worker", "-P", "solo", "-Q", "files"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_every_hostile_file_is_refused_or_inert_and_none_is_opened_before_it_is_clean(
    committed, client, scanner, start_file_worker, settings
):
    settings.MOST_FILES = 1000
    officer, referral = refers()
    files = hostile_files()
    client.force_login(officer)
    turned_away, opened_early = send_all(client, referral, officer, files)
    worker, began = start_file_worker(), time.monotonic()
    wait_until_all_are_checked()
    took = time.monotonic() - began

    kept = ReferralFile.objects.filter(referral=referral)
    refused, ready = kept.filter(state=State.REFUSED), kept.filter(state=State.READY)
    without_sentence = [str(file) for file in refused if not file.why_not.endswith(".")]
    inline, came_through = [], []
    for file in ready:
        answer = client.get(reverse("referrals:open_file", args=[file.reference]))
        if not answer["Content-Disposition"].startswith("attachment") or answer["X-Content-Type-Options"] != "nosniff":
            inline.append(str(file))
        came_through += [f"{file}: {fault}" for fault in what_came_through(file.kind, answer.content)]
    after = factories.file(referral, ready=False)
    wait_until_all_are_checked()
    after.refresh_from_db()

    print(f"\n{len(files)} files, checked in {took:.0f} s")
    print(f"Refused with a sentence: {refused.count() + turned_away} ({turned_away} of them before they were stored)")
    print(f"Kept as an inert copy: {ready.count()}; something came through in {len(came_through)}")
    print(f"Opened before they were clean: {opened_early}; served inline: {len(inline)}")
    print(f"The worker lives, and the next file is {after.state}")
    assert len(files) > 200
    assert kept.count() + turned_away == len(files) + 1
    assert (opened_early, inline, came_through, without_sentence) == (0, [], [], [])
    assert worker.poll() is None
    assert after.state == State.READY


def test_none_takes_more_time_or_memory_than_its_child_may():
    slowest = 0.0
    for hostile in hostile_files():
        used = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
        with contextlib.suppress(NotTaken):
            copy_of(hostile.content)
        slowest = max(slowest, sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) - used)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(f"\nThe slowest child used {slowest:.1f} s of its {MOST_SECONDS}; the largest held {most / 1024**2:.0f} MB")
    assert slowest <= MOST_SECONDS
    assert most <= MOST_MEMORY


def refers():
    school = factories.agency(factories.area())
    officer = factories.person(school, PostKind.OFFICER, "Olive Officer")
    return officer, factories.referral(officer)


def send_all(client, referral, officer, files: list[Hostile]) -> tuple[int, int]:
    """How many were turned away at once, and how many could be opened before they were checked."""
    choose = client.post(reverse("referrals:start_adding_files", args=[referral.reference])).url
    turned_away = sum(send(client, choose, hostile).status_code in (400, 422) for hostile in files)
    client.post(f"{choose}send/")
    assert not Draft.objects.exists()
    opened = 0
    for file in ReferralFile.objects.filter(referral=referral, state=State.WAITING):
        opened += client.get(reverse("referrals:open_file", args=[file.reference])).status_code == 200
    return turned_away, opened


def send(client, choose: str, hostile: Hostile):
    sent = ContentFile(hostile.content, hostile.given_name)
    return client.post(choose, {"files": sent}, headers={"HX-Request": "true"})


def wait_until_all_are_checked() -> None:
    cache.clear()  # Bells from before the worker was there.
    until, rung = time.monotonic() + PATIENCE, 0.0
    while ReferralFile.objects.filter(state=State.WAITING).exists():
        assert time.monotonic() < until, "the worker does not get on"
        if time.monotonic() - rung > SWEPT_EVERY:
            outbox.sweep()
            rung = time.monotonic()
        time.sleep(0.5)
