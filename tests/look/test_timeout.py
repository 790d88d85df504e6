"""The page says in time that the session ends, and shows nothing once it has ended."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone

from tests.browser.accessibility import violations

pytestmark = pytest.mark.urls(__name__)

urlpatterns = [path("still-here/", lambda request: HttpResponse("14:32"), name="stay_signed_in")]


@pytest.fixture
def open_page(visit):
    """A page of a session that ends in fifteen minutes, on a clock of its own."""
    now = timezone.now()
    session = SimpleNamespace(
        session_ends_at=now + timedelta(minutes=15),
        session_warning_at=now + timedelta(minutes=10),
        session_latest_at=now + timedelta(minutes=40),
    )
    banner = render_to_string("layouts/_timeout.html", {"request": session})
    html = (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Case</title>'
        '<link rel="stylesheet" href="/static/app.css"><script type="module" src="/static/app.js"></script></head>'
        f"<body>{banner}<main><h1>Case H7KQ2MXT4B</h1><p>Sam is worried.</p></main></body></html>"
    )
    return lambda: visit(320, "/case/", html, frozen=True)


def test_it_warns_five_minutes_before_and_says_when(open_page):
    page = open_page()
    page.clock.fast_forward("09:58")
    assert page.locator(".app-timeout").is_hidden()
    page.clock.fast_forward("00:04")
    assert "You will be signed out at" in page.get_by_role("alert").inner_text()
    assert violations(page) == []


def test_one_press_begins_the_time_anew(open_page):
    page = open_page()
    page.clock.fast_forward("14:00")
    with page.expect_response("**/still-here/"):
        page.get_by_role("button", name="Stay signed in").click()
    page.locator(".app-timeout").wait_for(state="hidden")
    page.clock.fast_forward("09:58")
    assert page.locator(".app-timeout").is_hidden()
    assert page.get_by_text("Sam is worried.").is_visible()


def test_whoever_writes_is_there_and_is_warned_when_nothing_helps_any_more(open_page):
    page = open_page()
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<textarea></textarea>')")
    for minutes in ("09:00", "09:00", "09:00", "07:30"):  # Forty from the beginning are the most there are.
        page.clock.fast_forward(minutes)
        with page.expect_response("**/still-here/"):
            page.locator("textarea").press_sequentially("a")
        assert page.locator(".app-timeout").is_hidden()
    page.clock.fast_forward("01:00")
    page.locator(".app-timeout").wait_for(state="visible")
    assert page.locator("textarea").input_value() == "aaaa"


def test_at_the_end_what_was_on_the_page_is_gone(open_page):
    page = open_page()
    page.clock.fast_forward("15:01")
    assert page.get_by_role("heading", level=1).inner_text() == "This page is closed"
    assert "Sam is worried" not in page.content()
    assert page.get_by_role("link", name="Open it again").is_visible()
    assert violations(page) == []
