"""Structured logs: one JSON line per event, of named facts only and never of personal data."""

import logging

import structlog

# Facts that Django, Celery and we put on a line. Anything else (a message with its arguments, a traceback's text,
# a form's values) could hold a name, so it is left out.
KEPT = {
    "event", "level", "logger", "timestamp", "request_id", "method", "route", "status", "milliseconds", "user",
    "task", "row", "attempts", "fault", "where", "number", "digest", "entries", "queue", "check",
}  # fmt: skip


def only_facts(logger, name, event: dict) -> dict:
    """Drop every fact not in :data:`KEPT`; say of an exception its type and place, not its words."""
    record = event.get("_record")
    if isinstance(event.get("exc_info"), tuple):
        kind, _, trace = event["exc_info"]
        while trace and trace.tb_next:
            trace = trace.tb_next
        event["fault"] = kind.__name__
        event["where"] = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    if record is not None and not event.get("from_us"):
        # A foreign line: its template is the library's own text; its arguments may hold anything.
        event["event"] = str(record.msg)[:200] if isinstance(record.msg, str) else type(record.msg).__name__
        if record.name.startswith("django.security"):
            event["event"] = "suspicious request"  # Its template repeats what was sent.
    return {key: value for key, value in event.items() if key in KEPT}


def mark_ours(logger, name, event: dict) -> dict:
    return event | {"from_us": True}


BEFORE = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]

structlog.configure(
    processors=[*BEFORE, mark_ours, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "facts": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": BEFORE,
            "processors": [only_facts, structlog.processors.JSONRenderer()],
        }
    },
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "facts"}},
    "root": {"handlers": ["out"], "level": logging.INFO},
    "loggers": {
        # Django logs each 404 and its address; request_log says the route instead.
        "django.request": {"level": logging.ERROR},
        "django.security": {"level": logging.ERROR},
        # A line for each step of each PDF.
        "weasyprint.progress": {"level": logging.WARNING},
    },
}
