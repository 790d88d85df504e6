"""Who may see and keep what an area has decided about its own work. Deciding it is ``accounts.keep_area``."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import ADMINISTRATOR
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference.models import (
    AreaEndReason,
    AreaOnwardService,
    Contact,
    DayOverride,
    Framework,
    FrameworkVersion,
    SchoolHoliday,
    policies,
)


def seen_at_home(model, area="area"):
    return Ground(
        "You work in its area.",
        lambda user: model.objects.filter(**{f"{area}__in": user.posts.home_areas}).values("pk"),
    )


def kept_by_administrators(model, area="area"):
    return Ground(
        ADMINISTRATOR,
        lambda user: model.objects.filter(**{f"{area}__in": user.posts.areas(PostKind.ADMINISTRATOR)}).values("pk"),
    )


for policy in policies():
    name = f"{policy._meta.app_label}.view_{policy._meta.model_name}"
    rule(name, on=policy._meta.label, grounds=[seen_at_home(policy)])

view_contact = rule(
    "reference.view_contact",
    on="reference.Contact",
    grounds=[
        Ground("Everybody who signs in may know whom to ring.", lambda user: Contact.objects.values("pk")),
    ],
)
keep_contact = rule("reference.keep_contact", on="reference.Contact", grounds=[kept_by_administrators(Contact)])
view_dayoverride = rule("reference.view_dayoverride", on="reference.DayOverride", grounds=[seen_at_home(DayOverride)])
keep_dayoverride = rule(
    "reference.keep_dayoverride", on="reference.DayOverride", grounds=[kept_by_administrators(DayOverride)]
)
view_framework = rule("reference.view_framework", on="reference.Framework", grounds=[seen_at_home(Framework)])
keep_framework = rule("reference.keep_framework", on="reference.Framework", grounds=[kept_by_administrators(Framework)])
view_frameworkversion = rule(
    "reference.view_frameworkversion",
    on="reference.FrameworkVersion",
    grounds=[seen_at_home(FrameworkVersion, "framework__area")],
)
keep_frameworkversion = rule(
    "reference.keep_frameworkversion",
    on="reference.FrameworkVersion",
    grounds=[kept_by_administrators(FrameworkVersion, "framework__area")],
)
view_schoolholiday = rule(
    "reference.view_schoolholiday", on="reference.SchoolHoliday", grounds=[seen_at_home(SchoolHoliday)]
)
keep_schoolholiday = rule(
    "reference.keep_schoolholiday", on="reference.SchoolHoliday", grounds=[kept_by_administrators(SchoolHoliday)]
)
view_areaonwardservice = rule(
    "reference.view_areaonwardservice", on="reference.AreaOnwardService", grounds=[seen_at_home(AreaOnwardService)]
)
keep_areaonwardservice = rule(
    "reference.keep_areaonwardservice",
    on="reference.AreaOnwardService",
    grounds=[kept_by_administrators(AreaOnwardService)],
)
view_areaendreason = rule(
    "reference.view_areaendreason", on="reference.AreaEndReason", grounds=[seen_at_home(AreaEndReason)]
)
keep_areaendreason = rule(
    "reference.keep_areaendreason", on="reference.AreaEndReason", grounds=[kept_by_administrators(AreaEndReason)]
)
