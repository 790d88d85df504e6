"""What happens to every request before a page sees it, and to every answer before it leaves."""

import time
import uuid

import structlog
from django.conf import settings
from django.http import JsonResponse

from prevent_cases import health as health_of_service
from prevent_cases.session_limits import session_limits as session_limits

log = structlog.get_logger(__name__)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def security_headers(get_response):
    """The same headers on every answer, errors and redirects too; outside static files nothing is kept by a cache."""

    def middleware(request):
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers["Cache-Control"] = "no-store"
        return response

    return middleware


def health(get_response):
    """Answers /health/live and /health/ready before host names, sessions and redirects have a say."""

    def middleware(request):
        if request.path == "/health/live":
            return JsonResponse({"status": "live"})
        if request.path == "/health/ready":
            state = health_of_service.state()
            return JsonResponse({"status": state}, status=503 if state == health_of_service.NOT_READY else 200)
        return get_response(request)

    return middleware


def request_log(get_response):
    """One line for each request: its route (a pattern, never an address), outcome and time, and who by key."""

    def middleware(request):
        request_id = uuid.uuid4().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        began = time.perf_counter()
        response = get_response(request)
        log.info(
            "request",
            method=request.method,
            route=request.resolver_match.route if request.resolver_match else "",
            status=response.status_code,
            milliseconds=round(1000 * (time.perf_counter() - began), 1),
            user=getattr(request, "signed_in_as", None),
        )
        response.headers["X-Request-ID"] = request_id
        return response

    return middleware
