"""A browser that asks this process and nobody else."""

import re
from mimetypes import guess_type
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, Route, sync_playwright

from tests.browser.chromium import launched

BUILT = Path(settings.BASE_DIR) / "static" / "built"
POLICY = "default-src 'self'; img-src 'self' data:"


@pytest.fixture(scope="package")
def browser():
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser):
    """Opens an address at a width, or some HTML at it; every request is answered in this process.

    Whatever the browser complains of fails the test. ``frozen`` stops its clock.
    """
    opened, complaints, pages = [], [], {}

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix("http://testserver")
        if path.startswith("/static/"):
            name = re.sub(r"\.[0-9a-f]{12}\.", ".", path.rsplit("/", 1)[1])
            route.fulfill(body=(BUILT / name).read_bytes(), content_type=guess_type(name)[0])
        else:
            html = pages.get(path) or Client().get(path, headers=route.request.headers).content
            headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
            route.fulfill(body=html, headers=headers)

    def open_at(width: int, address: str, html: str = "", frozen: bool = False, **options) -> Page:
        pages[address] = html
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        opened.append(context)
        page = context.new_page()
        if frozen:
            page.clock.install()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.route("**/*", answer)
        page.goto(f"http://testserver{address}")
        return page

    yield open_at
    for context in opened:
        context.close()
    assert complaints == []
