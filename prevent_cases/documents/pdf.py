"""From a template to a tagged PDF, in a child process with limits: free text cannot make it read, call or linger."""

import ctypes
import functools
import gc
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from prevent_cases import clock

LONGEST_SECONDS = 60
MOST_MEMORY = 1024**3
MARKING = "OFFICIAL-SENSITIVE"

# From <linux/prctl.h> and <linux/sched.h>.
PR_SET_PDEATHSIG, CLONE_NEWUSER, CLONE_NEWNET = 1, 0x10000000, 0x40000000


class RenderingFailed(Exception):
    """WeasyPrint gave no PDF: too long, too large, or broken."""


def render(template: str, context: dict[str, Any]) -> bytes:
    """The PDF (tagged, marked PDF/UA-1) of a template that extends layouts/print.html.

    It bears the strictest marking and this moment unless ``context`` says otherwise.
    """
    context = {"marking": MARKING, "moment": clock.now()} | context
    html = render_to_string(template, context)  # Here, and not in the child: it may ask the database.
    load()
    return in_child(lambda: write_pdf(html))


@functools.cache
def load() -> None:
    """Load WeasyPrint into this process, once. It takes a second, which every child would otherwise spend anew."""
    import weasyprint  # noqa: F401 (here, since only the PDF worker needs it)

    # A child that looks for garbage among what it shares with us would copy every page of it.
    gc.collect()
    gc.freeze()


def write_pdf(html: str) -> bytes:
    """The PDF of some HTML, in this process. Nothing is fetched: no file, no connection, only ``data:`` addresses."""
    import weasyprint

    style = weasyprint.CSS(filename=settings.BASE_DIR / "static" / "built" / "print.css")
    document = weasyprint.HTML(string=html, url_fetcher=weasyprint.URLFetcher(allowed_protocols=["data"]))
    return document.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1")


def in_child(work: Callable[[], bytes]) -> bytes:
    """What ``work`` returns, done in a forked child with limits on time and memory.

    The child never returns to the caller's code, and its death is ours to report, not to share.
    """
    reading, writing = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            _confine(parent, keep=writing)
            pdf = work()
            with os.fdopen(writing, "wb") as out:
                out.write(pdf)
            status = 0
        except BaseException as fault:
            os.write(writing, type(fault).__name__.encode())
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as received:
        said = received.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        raise RenderingFailed(f"The child that renders PDFs was ended by signal {os.WTERMSIG(status)}.")
    if status != 0:
        raise RenderingFailed(f"The child that renders PDFs failed with {said.decode()[:100]}.")
    return said


def _confine(parent: int, keep: int) -> None:
    """Leave this child nothing of its parent's but one pipe, and little time and memory.

    A connection kept open here would keep a dead worker's transaction, and its locks, alive.
    """
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # It died before we could ask to be told.
        os._exit(1)
    os.closerange(3, keep)
    os.closerange(keep + 1, os.sysconf("SC_OPEN_MAX"))
    # A network with nothing in it, where the system allows that: the fetcher lets nothing out, and neither does this.
    libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
    signal.alarm(2 * LONGEST_SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_SECONDS, LONGEST_SECONDS))
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + MOST_MEMORY, held + MOST_MEMORY))
