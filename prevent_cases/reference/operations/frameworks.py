"""Putting forward the frameworks that an area assesses by, publishing them, retiring them."""

from typing import Any

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.operations import Refused, operation
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import (
    Framework,
    FrameworkDomain,
    FrameworkFactor,
    FrameworkVersion,
    ScalePoint,
    fault_of_scale,
    points_in,
)


@operation("accounts.keep_area")
def put_framework_forward(
    area: Area,
    *,
    by: User,
    title: str,
    domains: list[dict[str, Any]],
    scale: str = "",
    origin: str = "",
    guidance: str = "",
    framework: Framework | None = None,
) -> FrameworkVersion:
    """Framework put forward. Another administrator confirms it before anybody is assessed by it.

    Without ``framework`` it is a new one, otherwise the next version of that. A scale is written with each point on a
    line of its own. Each of ``domains`` has its title, what it is about, a scale of its own or none, and its factors
    with code, wording and help; ``key`` says which earlier factor one is.
    """
    refuse_scale(scale, field="scale")
    if not domains:
        raise Refused("Add at least one domain.", field="domains")
    refuse_domains(domains, has_scale=bool(points_in(scale)))
    if framework is None:
        framework = Framework.objects.create(area=area)
    elif framework.area_id != area.pk or framework.retired_at:
        raise Refused("Choose a framework that this area uses.", field="framework")
    version = FrameworkVersion.objects.create(
        framework=framework,
        number=framework.versions.count() + 1,
        title=title,
        origin=origin,
        guidance=guidance,
        put_forward_by=by,
        put_forward_at=clock.now(),
    )
    write_scale(version, None, scale)
    earlier = set(FrameworkFactor.objects.filter(version__framework=framework).values_list("key", flat=True))
    position = 0
    for place, said in enumerate(domains, start=1):
        domain = FrameworkDomain.objects.create(
            version=version, position=place, title=said["title"], about=said.get("about", "")
        )
        write_scale(version, domain, said.get("scale", ""))
        for factor in said["factors"]:
            position += 1
            key = factor.get("key", "")
            FrameworkFactor.objects.create(
                version=version,
                domain=domain,
                position=position,
                key=key if key in earlier else new_reference(),
                code=factor.get("code", ""),
                wording=factor["wording"],
                help_text=factor.get("help_text", ""),
            )
            earlier.discard(key)
    return version


def write_scale(version: FrameworkVersion, domain: FrameworkDomain | None, scale: str) -> None:
    for position, label in enumerate(points_in(scale), start=1):
        ScalePoint.objects.create(version=version, domain=domain, position=position, label=label)


def refuse_scale(scale: str, *, field: str) -> None:
    if fault := fault_of_scale(scale):
        raise Refused(fault, field=field)


def refuse_domains(domains: list[dict[str, Any]], *, has_scale: bool) -> None:
    for domain in domains:
        own = domain.get("scale", "")
        refuse_scale(own, field="domains")
        if not (has_scale or points_in(own)):
            raise Refused(f"“{domain['title']}” has no scale. Give it one, or give the framework one.", field="domains")
        if not domain["factors"]:
            raise Refused(f"“{domain['title']}” has no factor.", field="domains")
    codes = [factor["code"] for domain in domains for factor in domain["factors"] if factor.get("code")]
    if twice := next((code for code in codes if codes.count(code) > 1), None):
        raise Refused(f"The code {twice} stands for two factors.", field="domains")


@operation("reference.keep_frameworkversion", unless=FrameworkVersion.obstacle_to_confirming)
def confirm_framework(version: FrameworkVersion, *, by: User) -> None:
    """Framework published. New assessments are made by this version."""
    if by == version.put_forward_by:
        raise Refused("You put this forward. Another administrator confirms it.")
    version.change(confirmed_by=by, confirmed_at=clock.now())


@operation("reference.keep_framework", unless=Framework.obstacle_to_retiring)
def retire_framework(framework: Framework, *, by: User) -> None:
    """Framework retired. No new assessment uses it; what was assessed by it stays as it is."""
    framework.change(retired_by=by, retired_at=clock.now())
