"""Summaries by the real worker, by other processes and under strace: as soon, the same bytes, and nothing else opened.

Run by `python3 run.py prove summaries`.
"""

import hashlib
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

import pypdfium2
import pytest
from django.template.loader import render_to_string

import referrals.operations
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.documents import pdf
from prevent_cases.later import outbox
from reports import operations
from reports.models import CaseSummary
from tests import factories
from tests.documents.test_pdf import CANARY, PAYLOADS, page
from tests.reports.conftest import whole_case
from tests.reports.test_killed_worker import ROOT, start_worker, wait_for

__all__ = ["start_worker", "whole_case"]

AIM, PAGES = 2.0, 4
HOME = os.path.expanduser("~")
# What the system keeps of fonts, also for each user; and what the child asks of itself to know its limits.
FONTS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/var/cache/fontconfig", "/usr/share/fontconfig",
    "/usr/share/xml/fontconfig", "/proc/self/", f"{HOME}/.fonts", f"{HOME}/.fontconfig", f"{HOME}/.local/share/fonts",
    f"{HOME}/.cache/fontconfig", f"{HOME}/.config/fontconfig",
)  # fmt: skip
# A summary made as it would be, at one moment and undone again, by a process of its own.
ANEW = """
import datetime, django, hashlib, json, sys
django.setup()
from django.db import transaction
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from reports import operations
from reports.models import CaseSummary
key, moment = json.loads(sys.argv[1])
with transaction.atomic(), clock.at(datetime.datetime.fromisoformat(moment)):
    summary = CaseSummary.objects.get(pk=key)
    operations.make_case_summary(summary, by=system_user())
    print(hashlib.sha256(summary.read()).hexdigest())
    summary.file.storage.delete(summary.file.name)
    transaction.set_rollback(True)
"""
RENDER = """
import sys, django
django.setup()
from prevent_cases.documents import pdf
html = open(sys.argv[1]).read()
pdf.load()
print("READY", file=sys.stderr, flush=True)
made = pdf.made_in_child(html)
open(sys.argv[2], "wb").write(made)
"""


def run(code: str, *words: str, wrapped: tuple[str, ...] = (), **environment: str) -> str:
    command = [*wrapped, sys.executable, "-W", "ignore", "-c", code, *words]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture
def long_case(whole_case, referral, officer, area, coordinator):
    for number in range(4):
        text = "He wrote it again, and each time in other words. " * 35
        referrals.operations.add_to_referral(referral, by=officer, text=f"{number}: {text}")
    factories.assessment(whole_case, coordinator, factories.framework(area))
    return whole_case


def test_four_pages_are_there_within_two_seconds_of_asking(committed, long_case, coordinator, start_worker):
    start_worker()
    took = []
    for number in range(12):
        began = time.monotonic()
        summary = operations.request_case_summary(long_case, by=coordinator)
        if not number:  # While it starts nobody is there to hear the bell.
            while not CaseSummary.objects.get(pk=summary.pk).made_at:
                outbox.sweep()
                time.sleep(0.2)
        wait_for(lambda key=summary.pk: CaseSummary.objects.get(pk=key).made_at, "the PDF")
        took.append(time.monotonic() - began)
    pages = len(pypdfium2.PdfDocument(CaseSummary.objects.latest("pk").read()))
    assert pages >= PAGES
    took = took[1:]
    print(f"    {pages} pages, from asking to stored, {len(took)} times: {statistics.median(took):.2f} s median,"
          f" {max(took):.2f} s at most (aim {AIM} s); load of the machine {os.getloadavg()[0]:.1f}")  # fmt: skip
    assert statistics.median(took) <= AIM


def test_other_processes_make_the_same_bytes(committed, long_case, coordinator):
    summary = operations.request_case_summary(long_case, by=coordinator)
    moment = clock.now()
    digests = {
        run(ANEW, json.dumps([summary.pk, moment.isoformat()]), PYTHONHASHSEED=seed).strip() for seed in ("1", "2", "3")
    }
    with clock.at(moment):
        operations.make_case_summary(summary, by=system_user())
    assert digests == {summary.sha256} == {hashlib.sha256(summary.read()).hexdigest()}
    with clock.at(moment.replace(year=moment.year + 1)):
        another, same = ({"title": "Another moment", "moment": each} for each in (clock.now(), moment))
        assert pdf.render("layouts/print.html", another) != pdf.render("layouts/print.html", same)
    print("    3 other processes, each with another seed of its dictionaries: the same bytes as in this one")


def test_under_strace_it_opens_its_fonts_and_connects_to_nothing(tmp_path):
    assert shutil.which("strace"), "There is no strace here: apt-get install strace"
    secret = tmp_path / "secret.txt"
    secret.write_text(CANARY)
    urls = (secret.as_uri(), "http://127.0.0.1:9/x", "ftp://127.0.0.1:9/x")
    content = "".join(payload.format(url=url) for payload in PAYLOADS for url in urls)
    hostile, made, log = tmp_path / "hostile.html", tmp_path / "made.pdf", tmp_path / "trace"
    escaped = render_to_string("layouts/print.html", {"title": content, "reader": content})
    hostile.write_text(page(f"<h1>x</h1>{content}") + escaped)
    strace = ("strace", "-f", "-o", str(log), "-e", "trace=openat,open,connect,write")
    run(RENDER, str(hostile), str(made), wrapped=strace)
    before, _, after = log.read_text(errors="replace").partition("READY")
    lines, parent = after.splitlines()[1:], before.splitlines()[-1].split()[0]
    child = [line for line in lines if line.split()[0] != parent]
    opened = {found[1] for line in child if (found := re.search(r'open(?:at)?\(.*?"([^"]+)"', line))}
    others = {path for path in opened if not path.startswith((*FONTS, sys.prefix, sys.base_prefix))}
    connected = [line for line in child if "connect(" in line]
    print(f"    Under strace the child opened {len(opened)} files, of fonts and code, and {len(connected)} connections")
    assert not [line for line in lines if str(secret) in line]
    assert others == set()
    assert connected == []
    assert CANARY.encode() not in made.read_bytes()
