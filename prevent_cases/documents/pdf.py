"""From a template to a tagged PDF, in a child process with limits: free text cannot make it read, call or linger."""

import os
import resource
import signal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

LONGEST_SECONDS = 60
MOST_MEMORY = 1024**3


class RenderingFailed(Exception):
    """WeasyPrint gave no PDF: too long, too large, or broken."""


def render(template: str, context: dict[str, Any]) -> bytes:
    """The PDF (tagged, marked PDF/UA-1) of a template that extends layouts/print.html."""
    html = render_to_string(template, context)  # Here, and not in the child: it may ask the database.
    return in_child(lambda: write_pdf(html))


def write_pdf(html: str) -> bytes:
    """The PDF of some HTML, in this process. Nothing is fetched: no file, no connection, only ``data:`` addresses."""
    import weasyprint

    style = weasyprint.CSS(filename=settings.BASE_DIR / "static" / "built" / "print.css")
    document = weasyprint.HTML(string=html, url_fetcher=weasyprint.URLFetcher(allowed_protocols=["data"]))
    return document.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1")


def in_child(work) -> bytes:
    """What ``work`` returns, done in a forked child with limits on time and memory.

    The child never returns to the caller's code, and its death is ours to report, not to share.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.alarm(2 * LONGEST_SECONDS)
            resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_SECONDS, LONGEST_SECONDS))
            held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (held + MOST_MEMORY, held + MOST_MEMORY))
            with os.fdopen(writing, "wb") as out:
                out.write(work())
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as received:
        pdf = received.read()
    _, status = os.waitpid(child, 0)
    if status != 0 or not pdf:
        raise RenderingFailed(f"The child that renders PDFs ended with status {os.waitstatus_to_exitcode(status)}.")
    return pdf
