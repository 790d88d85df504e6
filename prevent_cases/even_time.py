"""Answers that leave after even times, so that nobody learns by the clock what there is and they may not see."""

import time

from django.conf import settings


def even_time(get_response):
    """A 404, and the answer to whoever looks for somebody, waits for the end of a step of time (docs/adr/0030).

    A view says of itself that it looks for somebody: ``even_time = True``.
    """

    def middleware(request):
        began = time.monotonic()
        response = get_response(request)
        if response.status_code == 404 or looks_for_somebody(request):
            time.sleep(to_end_of_step(time.monotonic() - began))
        return response

    return middleware


def looks_for_somebody(request) -> bool:
    match = request.resolver_match
    return getattr(getattr(match and match.func, "view_class", None), "even_time", False)


def to_end_of_step(taken: float) -> float:
    """Seconds until the end of the step in which ``taken`` seconds end; 0 without steps."""
    step = settings.EVEN_TIME_MILLISECONDS / 1000
    return -taken % step if step else 0
