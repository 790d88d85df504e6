"""Every address: signing in, then each app's pages under its name, and its endpoints under api/ and its name."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.urls import URLResolver, include, path
from drf_spectacular.views import SpectacularJSONAPIView

from home.views import privacy
from prevent_cases.accounts.urls import sign_in


def of_app(name: str, module: str) -> Iterator[URLResolver]:
    """An app's pages (``urlpatterns``), and what it answers in JSON (``endpoints``, called ``<app>_api:...``)."""
    yield path(f"{name}/", include(module))
    if endpoints := getattr(import_module(module), "endpoints", None):
        yield path(f"api/{name}/", include((endpoints, f"{name}_api")))


urlpatterns = [
    *sign_in,
    *of_app("accounts", "prevent_cases.accounts.urls"),
    path("api/schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    path("", include("prevent_cases.look.urls")),
]
for app in ("referrals", "cases", "actions", "panels", "reports"):
    if apps.is_installed(app) and find_spec(f"{app}.urls"):
        urlpatterns += of_app(app, f"{app}.urls")
urlpatterns += [path("", include("home.urls")), path("privacy/", privacy, name="privacy")]
