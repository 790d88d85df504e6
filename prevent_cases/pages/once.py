"""What is sent twice is done once: under the key that it is sent with, the first answer is given again (docs/adr/0017).

A form carries a key that was made as its page was shown (``{% once %}``); a program names one of its own in a header.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.formats import time_format
from django.utils.timezone import localtime

from prevent_cases import clock
from prevent_cases.pages.models import SentOnce

FIELD = "once"
# What differs from one sending of a form to the next, whatever was written.
NO_CONTENT = (FIELD, "csrfmiddlewaretoken")
KEPT_FOR = timedelta(hours=24)
# So long after it was sent somebody may come back to the page, which the browser has fetched anew, and press once more.
COMES_BACK = timedelta(hours=1)
SENT_OTHERWISE = (
    "You have sent this page already, with something else in it, and that stands. "
    "To send this as well, press the button again."
)


@dataclass
class Sending:
    """One sending. ``answer`` is that of the first, where there was one; ``is_other``: under its key, but not it."""

    answer: dict[str, Any] | None = None
    is_other: bool = False
    row: SentOnce | None = None

    def keep(self, *, is_new: bool = False, **answer: Any) -> None:
        """Done: what is answered, and will be again. What was not done is not kept, and can be put right and sent.

        ``is_new``: it made something of its own, of which there would be two.
        """
        self.answer = answer
        if self.row:
            self.row.answer, self.row.asks_again = json.dumps(answer), is_new
            self.row.save(update_fields=["answer", "asks_again"])

    def objection(self) -> str:
        """What is said on a page before it is done, once: something else, or exactly this, was sent before."""
        if self.is_other:
            return SENT_OTHERWISE
        if self.row is None:
            return ""
        since = clock.now() - COMES_BACK
        same = {"by": self.row.by, "what": self.row.what, "content": self.row.content}
        before = SentOnce.objects.filter(**same, asks_again=True, sent_at__gte=since).order_by("-pk").first()
        if before is None:
            return ""
        before.asks_again = False
        before.save(update_fields=["asks_again"])
        at = time_format(localtime(before.sent_at), "H:i")
        return f"You have sent exactly this at {at}, and it has arrived. To send it once more, press the button again."


@contextmanager
def sending(request: HttpRequest, *, by, key: str, content: Callable[[], Any] = str) -> Iterator[Sending]:
    """One transaction around what is done with something that was sent. Without a key it is done as it comes.

    Two at the same moment: the second waits in front of the unique constraint until the first is committed or undone.
    ``content`` is asked only where there is a key, and only a digest of it is kept; without it a key says everything.
    """
    with transaction.atomic():
        if not key:
            yield Sending()
            return
        named = {"by": by, "what": request.resolver_match.view_name, "key": digest(key)}
        said = digest(request.path, content())
        mine = SentOnce(**named, content=said, sent_at=clock.now())
        SentOnce.objects.bulk_create([mine], ignore_conflicts=True)
        row = SentOnce.objects.select_for_update().get(**named)
        if row.content != said:
            yield Sending(is_other=True)
            return
        # Without an answer it is the one just made: another's is seen by nobody before its answer stands in it.
        yield Sending(json.loads(row.answer) if row.answer else None, row=row)
        if not row.answer:
            row.delete()


@contextmanager
def form_sending(request: HttpRequest, *, by) -> Iterator[Sending]:
    """A form that was sent, as its page gave it out."""
    with sending(request, by=by, key=request.POST.get(FIELD, ""), content=lambda: written_in(request)) as sent:
        yield sent


def written_in(request: HttpRequest) -> list:
    """With which browser, too: those who do not sign in are told apart by nothing else."""
    words = [(name, values) for name, values in request.POST.lists() if name not in NO_CONTENT]
    return [request.META.get("CSRF_COOKIE"), sorted(words), files_in(request)]


def files_in(request: HttpRequest) -> list:
    return sorted((name, [of_file(file) for file in files]) for name, files in request.FILES.lists())


def of_file(file: File) -> list[str]:
    read = hashlib.sha256()
    for chunk in file.chunks():
        read.update(chunk)
    file.seek(0)
    return [file.name, read.hexdigest()]


def digest(*said: Any) -> str:
    """Keyed, so that nobody who reads the table can try out what was said. A key may be a name, too."""
    return salted_hmac("prevent_cases.pages.once", json.dumps(said, sort_keys=True), algorithm="sha256").hexdigest()


def forget() -> None:
    SentOnce.objects.filter(sent_at__lt=clock.now() - KEPT_FOR).delete()
