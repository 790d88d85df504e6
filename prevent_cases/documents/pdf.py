"""From a template to a tagged PDF, in a child process with limits: free text cannot make it read, call or linger."""

import functools
import gc
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from prevent_cases import clock
from prevent_cases.documents.child import in_child
from prevent_cases.documents.tagging import put_right

LONGEST_SECONDS = 60
MOST_MEMORY = 1024**3
MARKING = "OFFICIAL-SENSITIVE"


def render(template: str, context: dict[str, Any], *, reworded: Callable[[str], str] = str) -> bytes:
    """The PDF (tagged, marked PDF/UA-1) of a template that extends layouts/print.html.

    It bears the strictest marking and this moment unless ``context`` says otherwise. All of it is ``reworded``: what
    must not stand on paper stands in nobody's words.
    """
    context = {"marking": MARKING, "moment": clock.now()} | context
    html = reworded(render_to_string(template, context))  # Here, and not in the child: it may ask the database.
    load()
    return made_in_child(html)


def made_in_child(html: str) -> bytes:
    """The PDF of some HTML, made in a child of this process. Raises :class:`prevent_cases.documents.child.ChildFailed`.

    The child ends anyhow: looking for rings of garbage would take a seventh of a long document and free nothing.
    """

    def work() -> bytes:
        gc.disable()
        return write_pdf(html)

    return in_child(work, LONGEST_SECONDS, MOST_MEMORY)


@functools.cache
def load() -> None:
    """Bring into this process, once, what every child would otherwise load anew: it takes seconds.

    That is WeasyPrint, our style, and what a first page of our own words brings with it. Fonts are found by each child
    for itself: what finds them may keep a thread, which no child would inherit.
    """
    write_pdf(render_to_string("layouts/print.html", {"title": "A first page", "marking": MARKING}))
    # A child that looks for garbage among what it shares with us would copy every page of it.
    gc.collect()
    gc.freeze()


@functools.cache
def style():
    import weasyprint

    return weasyprint.CSS(filename=settings.BASE_DIR / "static" / "built" / "print.css")


def write_pdf(html: str) -> bytes:
    """The PDF of some HTML, in this process. Nothing is fetched: no file, no connection, only ``data:`` addresses."""
    import weasyprint  # Here, since only the PDF worker needs it.

    document = weasyprint.HTML(string=html, url_fetcher=weasyprint.URLFetcher(allowed_protocols=["data"]))
    return document.write_pdf(stylesheets=[style()], pdf_variant="pdf/ua-1", finisher=put_right)
