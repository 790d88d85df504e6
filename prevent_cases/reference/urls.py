"""Everything the ground of reference can be asked: what areas decide about their own work."""

from collections.abc import Iterator
from types import ModuleType

from django.urls import URLPattern, path

from prevent_cases.reference import api, views
from prevent_cases.reference.models import DecidedByTwo, policies


def of_policies(module: ModuleType) -> Iterator[URLPattern]:
    """Deciding each policy, and confirming each that takes two, by the pages or the endpoints of ``module``."""
    for policy in policies():
        name, address = policy._meta.model_name, f"areas/<slug:slug>/{policy.slug}/"
        yield path(address, module.DecidePolicy.of(policy).as_view(), name=f"decide_{name}")
        if issubclass(policy, DecidedByTwo):
            yield path(f"{address}confirm/", module.ConfirmPolicy.of(policy).as_view(), name=f"confirm_{name}")


app_name = "reference"
urlpatterns = [
    path("areas/<slug:slug>/", views.AreaSettings.as_view(), name="area_settings"),
    path("areas/<slug:slug>/history/", views.SettingsHistory.as_view(), name="settings_history"),
    *of_policies(views),
]
endpoints = [*of_policies(api)]
