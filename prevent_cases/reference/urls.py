"""Everything the ground of reference can be asked: what areas decide about their own work, and keep."""

from collections.abc import Iterator
from types import ModuleType

from django.urls import URLPattern, path

from prevent_cases.reference.api import contacts as contacts_api
from prevent_cases.reference.api import ending as ending_api
from prevent_cases.reference.api import frameworks as frameworks_api
from prevent_cases.reference.api import onward as onward_api
from prevent_cases.reference.api import policies as policies_api
from prevent_cases.reference.api import school_holidays as school_holidays_api
from prevent_cases.reference.api import working_days as working_days_api
from prevent_cases.reference.models import DecidedByTwo, policies
from prevent_cases.reference.views import contacts, ending, frameworks, onward, school_holidays, working_days
from prevent_cases.reference.views import policies as policies_views


def of_policies(module: ModuleType) -> Iterator[URLPattern]:
    """Deciding each policy, and confirming each that takes two, by the pages or the endpoints of ``module``."""
    for policy in policies():
        name, address = policy._meta.model_name, f"areas/<slug:slug>/{policy.slug}/"
        yield path(address, module.DecidePolicy.of(policy).as_view(), name=f"decide_{name}")
        if issubclass(policy, DecidedByTwo):
            yield path(f"{address}confirm/", module.ConfirmPolicy.of(policy).as_view(), name=f"confirm_{name}")


app_name = "reference"
urlpatterns = [
    path("areas/<slug:slug>/", policies_views.AreaSettings.as_view(), name="area_settings"),
    path("areas/<slug:slug>/history/", policies_views.SettingsHistory.as_view(), name="settings_history"),
    path("areas/<slug:slug>/days/", working_days.AreaDays.as_view(), name="area_days"),
    path("areas/<slug:slug>/days/change/", working_days.OverrideDay.as_view(), name="override_day"),
    path("days/<slug:reference>/withdraw/", working_days.WithdrawOverride.as_view(), name="withdraw_override"),
    path(
        "areas/<slug:slug>/school-holidays/add/", school_holidays.AddSchoolHoliday.as_view(), name="add_school_holiday"
    ),
    path(
        "school-holidays/<slug:reference>/withdraw/",
        school_holidays.WithdrawSchoolHoliday.as_view(),
        name="withdraw_school_holiday",
    ),
    path("areas/<slug:slug>/contacts/", contacts.Contacts.as_view(), name="contacts"),
    path("areas/<slug:slug>/contacts/add/", contacts.AddContact.as_view(), name="add_contact"),
    path("contacts/<slug:reference>/change/", contacts.ChangeContact.as_view(), name="change_contact"),
    path("contacts/<slug:reference>/remove/", contacts.RemoveContact.as_view(), name="remove_contact"),
    path("areas/<slug:slug>/end-reasons/", ending.EndReasons.as_view(), name="end_reasons"),
    path("areas/<slug:slug>/end-reasons/add/", ending.AddEndReason.as_view(), name="add_end_reason"),
    path("end-reasons/<slug:reference>/retire/", ending.RetireEndReason.as_view(), name="retire_end_reason"),
    path("areas/<slug:slug>/services/", onward.OnwardServices.as_view(), name="onward_services"),
    path("areas/<slug:slug>/services/add/", onward.AddOnwardService.as_view(), name="add_onward_service"),
    path("services/<slug:reference>/remove/", onward.RemoveOnwardService.as_view(), name="remove_onward_service"),
    path("place-or-event/", contacts.WorryAboutPlace.as_view(), name="worry_about_place"),
    path("areas/<slug:slug>/frameworks/", frameworks.Frameworks.as_view(), name="frameworks"),
    path("areas/<slug:slug>/frameworks/draft/", frameworks.StartFramework.as_view(), name="start_framework"),
    path("frameworks/drafts/<slug:reference>/", frameworks.FrameworkDraft.as_view(), name="framework_draft"),
    path(
        "frameworks/drafts/<slug:reference>/check/", frameworks.CheckFramework.as_view(), name="put_framework_forward"
    ),
    path(
        "frameworks/drafts/<slug:reference>/remove/",
        frameworks.RemoveFrameworkDraft.as_view(),
        name="remove_framework_draft",
    ),
    path("frameworks/drafts/<slug:reference>/add/", frameworks.AddDomain.as_view(), name="add_domain"),
    path("frameworks/drafts/<slug:reference>/<slug:slug>/", frameworks.FrameworkPart.as_view(), name="framework_part"),
    path(
        "frameworks/drafts/<slug:reference>/<slug:slug>/remove/",
        frameworks.RemoveDomain.as_view(),
        name="remove_domain",
    ),
    path("frameworks/<slug:reference>/", frameworks.ViewFrameworkVersion.as_view(), name="view_frameworkversion"),
    path("frameworks/<slug:reference>/confirm/", frameworks.ConfirmFramework.as_view(), name="confirm_framework"),
    path("frameworks/all/<slug:reference>/retire/", frameworks.RetireFramework.as_view(), name="retire_framework"),
    *of_policies(policies_views),
]
endpoints = [
    path("days/", working_days_api.ListDayOverrides.as_view(), name="list_dayoverrides"),
    path("areas/<slug:slug>/days/change/", working_days_api.OverrideDay.as_view(), name="override_day"),
    path("days/<slug:reference>/withdraw/", working_days_api.WithdrawOverride.as_view(), name="withdraw_override"),
    path("school-holidays/", school_holidays_api.ListSchoolHolidays.as_view(), name="list_schoolholidays"),
    path(
        "areas/<slug:slug>/school-holidays/add/",
        school_holidays_api.AddSchoolHoliday.as_view(),
        name="add_school_holiday",
    ),
    path(
        "school-holidays/<slug:reference>/withdraw/",
        school_holidays_api.WithdrawSchoolHoliday.as_view(),
        name="withdraw_school_holiday",
    ),
    path("contacts/", contacts_api.ListContacts.as_view(), name="list_contacts"),
    path("areas/<slug:slug>/contacts/add/", contacts_api.AddContact.as_view(), name="add_contact"),
    path("contacts/<slug:reference>/change/", contacts_api.ChangeContact.as_view(), name="change_contact"),
    path("contacts/<slug:reference>/remove/", contacts_api.RemoveContact.as_view(), name="remove_contact"),
    path("areas/<slug:slug>/end-reasons/", ending_api.EndReasons.as_view(), name="end_reasons"),
    path("areas/<slug:slug>/end-reasons/add/", ending_api.AddEndReason.as_view(), name="add_end_reason"),
    path("end-reasons/<slug:reference>/retire/", ending_api.RetireEndReason.as_view(), name="retire_end_reason"),
    path("areas/<slug:slug>/services/", onward_api.OnwardServices.as_view(), name="onward_services"),
    path("areas/<slug:slug>/services/add/", onward_api.AddOnwardService.as_view(), name="add_onward_service"),
    path("services/<slug:reference>/remove/", onward_api.RemoveOnwardService.as_view(), name="remove_onward_service"),
    path("frameworks/", frameworks_api.ListFrameworkVersions.as_view(), name="list_frameworkversions"),
    path(
        "areas/<slug:slug>/frameworks/put-forward/",
        frameworks_api.PutFrameworkForward.as_view(),
        name="put_framework_forward",
    ),
    path("frameworks/<slug:reference>/", frameworks_api.ViewFrameworkVersion.as_view(), name="view_frameworkversion"),
    path("frameworks/<slug:reference>/confirm/", frameworks_api.ConfirmFramework.as_view(), name="confirm_framework"),
    path("frameworks/all/<slug:reference>/retire/", frameworks_api.RetireFramework.as_view(), name="retire_framework"),
    *of_policies(policies_api),
]
