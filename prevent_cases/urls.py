"""Every address: signing in, then each app's pages under its name, and its endpoints under api/ and its name."""

from collections.abc import Iterator
from importlib import import_module

from django.urls import URLResolver, include, path
from drf_spectacular.views import SpectacularJSONAPIView

from home.urls import endpoints as home_endpoints
from home.views import privacy, privacy_of_area
from prevent_cases.accounts.urls import sign_in


def of_app(name: str, module: str) -> Iterator[URLResolver]:
    """An app's pages (``urlpatterns``), and what it answers in JSON (``endpoints``, called ``<app>_api:...``)."""
    yield path(f"{name}/", include(module))
    if endpoints := getattr(import_module(module), "endpoints", None):
        yield path(f"api/{name}/", include((endpoints, f"{name}_api")))


urlpatterns = [
    *sign_in,
    path("", include("home.urls")),
    path("api/", include((home_endpoints, "home_api"))),
    path("", include("prevent_cases.look.urls")),
    path("privacy/", privacy, name="privacy"),
    path("privacy/<slug:slug>/", privacy_of_area, name="privacy_of_area"),
    path("api/schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    *of_app("accounts", "prevent_cases.accounts.urls"),
    *of_app("reference", "prevent_cases.reference.urls"),
    *of_app("documents", "prevent_cases.documents.urls"),
    *of_app("referrals", "referrals.urls"),
    *of_app("cases", "cases.urls"),
    *of_app("actions", "actions.urls"),
    *of_app("panels", "panels.urls"),
    *of_app("reports", "reports.urls"),
]
