"""How long somebody stays signed in: after a while without a request of their own, and at the longest."""

from datetime import datetime, timedelta
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

from prevent_cases import clock

IDLE = timedelta(minutes=settings.SESSION_IDLE_MINUTES)
LONGEST = timedelta(hours=settings.SESSION_LONGEST_HOURS)
# How long before the end a page warns.
WARNING = timedelta(minutes=settings.SESSION_IDLE_MINUTES - settings.SESSION_WARN_MINUTES)
# Reading a page writes the session no more often than this; the end shown is always the end there will be.
COARSE = timedelta(seconds=5)

# Sentences for the sign-in page, by what stands in its address as ``ended``.
ENDED = {
    "idle": f"You were signed out because nothing happened for {settings.SESSION_IDLE_MINUTES} minutes.",
    "longest": f"You were signed out because {settings.SESSION_LONGEST_HOURS} hours had passed since you signed in.",
}


def session_limits(get_response):
    """Signs out whoever stayed away or stayed too long. Updates that a page asks for by itself keep nobody signed in.

    Gives the request ``signed_in_as`` (the person's key), ``session_ends_at``, ``session_warning_at``, and
    ``session_latest_at``, when it ends whatever its person does.
    """

    def middleware(request):
        if not request.user.is_authenticated:
            return not_as_fragment(request, get_response(request))
        began, active = moments(request.session)
        now = clock.now()
        ended = "longest" if now >= began + LONGEST else "idle" if now >= active + IDLE else ""
        if ended:
            logout(request)
            return get_response(request) if request.path.startswith("/api/") else to_sign_in(request, ended)
        if now - active >= COARSE and not in_background(request):
            request.session["active"] = now.isoformat()
            active = now
        request.signed_in_as = request.user.pk
        request.session_latest_at = began + LONGEST
        request.session_ends_at = min(request.session_latest_at, active + IDLE)
        request.session_warning_at = request.session_ends_at - WARNING
        return get_response(request)

    return middleware


def moments(session) -> tuple[datetime, datetime]:
    """When this session began and when its person was last active; both now, for one just begun."""
    if "began" not in session:
        session["began"] = session["active"] = clock.now().isoformat()
    return datetime.fromisoformat(session["began"]), datetime.fromisoformat(session["active"])


def in_background(request) -> bool:
    """Whether a page asked by itself: a live stream, or a fragment fetched without anybody's doing."""
    return request.path.startswith("/live/") or ("HX-Request" in request.headers and "X-Background" in request.headers)


def not_as_fragment(request, response: HttpResponse) -> HttpResponse:
    """Somebody who has signed out in another window goes to sign in with the whole page, not with a part of it."""
    if "HX-Request" not in request.headers or response.status_code != 302:
        return response
    away = urlsplit(response.headers["Location"]).path == resolve_url(settings.LOGIN_URL)
    return to_sign_in(request) if away else response


def page_behind(request) -> str:
    """The page on which htmx asked; a header may say anything."""
    try:
        return urlsplit(request.headers.get("HX-Current-URL", "/")).path
    except ValueError:
        return "/"


def to_sign_in(request, ended: str = "") -> HttpResponse:
    """To the sign-in page, and from there back to the page somebody was on."""
    page = request.get_full_path()
    if "HX-Request" in request.headers:
        page = page_behind(request)
    said = {"ended": ended} if ended else {}
    address = f"{resolve_url(settings.LOGIN_URL)}?{urlencode(said | {'next': page})}"
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)
