"""What stands around every request: headers, the line in the log, the answers of health."""

import json
import logging

import pytest
from django.templatetags.static import static
from django.test import Client
from django.urls import reverse
from structlog.stdlib import ProcessorFormatter

from prevent_cases import logs
from prevent_cases.accounts.models import User
from prevent_cases.audit.models import AuditEntry
from tests import factories

pytestmark = pytest.mark.made_anew

WHOLE_HEADERS = {
    "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy",
    "Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options", "X-Request-ID",
}  # fmt: skip
FORMAT = logs.LOGGING["formatters"]["facts"]


@pytest.fixture
def answers(client, administrator, area, coordinator, case, monkeypatch):
    """An answer of every kind: a page, a redirect, refusals, errors, a static file, JSON, a stored document."""
    anonymous = client.get("/accounts/")
    sign_in = client.get("/sign-in/")
    client.force_login(administrator)
    careless = Client(raise_request_exception=False, enforce_csrf_checks=True)
    careless.force_login(administrator)
    answers = {
        "redirect": anonymous,
        "sign in": sign_in,
        "page": client.get(area.get_absolute_url()),
        "404": client.get("/nowhere/"),
        "csrf": careless.post(f"/accounts/areas/{area.slug}/agencies/add/"),
        "wrong host": careless.get("/", headers={"host": "wrong.example"}),
        "json": client.get(f"/api/accounts/areas/{area.slug}/"),
        "problem": client.get("/api/accounts/areas/nowhere/"),
        "static": client.get(static("favicon.svg")),
        "said wrongly": client.post(f"/accounts/areas/{area.slug}/agencies/add/"),
    }
    file = factories.case_file(case, coordinator)
    careless.force_login(coordinator)
    answers["document"] = careless.get(reverse("cases:open_file", args=[file.reference]))
    careless.handler.enforce_csrf_checks = False
    for each in ("sealed", "sealed already"):
        answers[each] = careless.post(reverse("cases:seal_file", args=[file.reference]))
    for _ in range(11):
        answers["too often"] = client.post(reverse("account_reset_password"), {"email": "nobody@area.example"})
    monkeypatch.setattr(AuditEntry, "view", None)
    answers["fault"] = careless.get(case.get_absolute_url())
    yield answers
    answers["static"].close()


def test_every_answer_carries_every_header(answers):
    missing = {name: WHOLE_HEADERS - set(answer.headers) for name, answer in answers.items()}
    assert {name: headers for name, headers in missing.items() if headers} == {}
    assert {answer.status_code for answer in answers.values()} == {200, 302, 400, 403, 404, 409, 422, 429, 500}


def test_the_content_policy_allows_nothing_unsafe(answers):
    for answer in answers.values():
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "*" not in policy
        assert "frame-ancestors 'none'" in policy


def test_nothing_but_static_files_is_kept_by_a_cache(answers):
    for name, answer in answers.items():
        kept = answer.headers["Cache-Control"]
        assert kept == "no-store" if name != "static" else "max-age" in kept


def test_health_carries_the_headers_too(client, db):
    answer = client.get("/health/ready", headers={"host": "anything.example"})
    assert set(answer.headers) >= WHOLE_HEADERS - {"X-Request-ID"}


# The log


@pytest.fixture
def lines(caplog):
    """The lines of the log as they are written, in JSON."""
    formatter = ProcessorFormatter(**{key: value for key, value in FORMAT.items() if key != "()"})
    caplog.set_level(logging.INFO)
    return lambda: [json.loads(formatter.format(record)) for record in caplog.records]


def test_a_request_is_one_line_of_route_outcome_time_and_person(client, administrator, area, lines):
    client.force_login(administrator)
    answer = client.get(area.get_absolute_url())
    (line,) = [line for line in lines() if line["event"] == "request"]
    assert line["route"] == "accounts/areas/<slug:slug>/"
    assert (line["method"], line["status"], line["user"]) == ("GET", 200, administrator.pk)
    assert line["milliseconds"] > 0
    assert line["request_id"] == answer.headers["X-Request-ID"]


def test_no_line_says_an_address_a_name_or_what_was_asked(client, administrator, area, lines):
    client.force_login(administrator)
    said = {"user-agent": "Canary-Two", "referer": "Canary-Three"}
    client.get(f"/accounts/areas/{area.slug}/?q=Canary-One", headers=said)
    client.get("/accounts/people/canary-four/")
    client.get("/canary-five/")
    client.post(f"/accounts/areas/{area.slug}/agencies/add/", {"name": "Canary-Six"})
    client.get("/", headers={"host": "canary-nine.example"})
    client.logout()
    client.post("/sign-in/", {"login": "canary-seven@area.example", "password": "Canary-Eight"})
    assert len(lines()) >= 5
    written = json.dumps(lines()).lower()
    assert "canary" not in written
    assert area.slug not in written
    assert administrator.email not in written


def test_a_fault_is_named_by_its_kind_and_place_and_not_by_its_words(lines):
    try:
        User(name="Canary").held_posts.get(name="Canary")
    except Exception:
        logging.getLogger("elsewhere").exception("Failed for %s", "Canary")
    (line,) = lines()
    assert line["event"] == "Failed for %s"
    assert line["fault"] == "ValueError"
    assert "Canary" not in json.dumps(line)
