"""Somebody signed in, in a window of their own, without the sign-in page."""

from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from prevent_cases.accounts.models import User


def signed_in(browser: Browser, url: str, person: User, **options: Any) -> Page:
    """``options`` are those of a browser's context: ``java_script_enabled=False``."""
    context = browser.new_context(base_url=url, **options)
    sign_in(context, url, person)
    return context.new_page()


def sign_in(context: BrowserContext, url: str, person: User) -> None:
    client = Client()
    client.force_login(person)
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": url}])
