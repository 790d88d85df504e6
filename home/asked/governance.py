"""What is asked of those who keep an area, and the reports they and its board read."""

from django.urls import reverse

from home.sections import SHOWN, Ask, Section, day
from prevent_cases.accounts.models import Area, Post, User
from prevent_cases.pages.together import fetch_together
from prevent_cases.reference.models import DecidedByTwo, FrameworkVersion, policies


def board_reports(user: User) -> Section:
    areas = Area.objects.permitted(user, "reports.view_board_report")
    asks = [Ask(f"Board report of {area}", reverse("reports:board_report", args=[area.slug])) for area in areas]
    return Section("Reports", asks, "There is none.")


def posts_to_confirm(user: User) -> Section:
    waiting = Post.objects.permitted(user, "accounts.keep_post").filter(confirmed_at=None, withdrawn_at=None)
    asks = [
        Ask(f"Confirm a post: {post}", reverse("accounts:confirm_post", args=[post.reference]), str(post.user))
        for post in waiting.exclude(given_by=user).select_related("user", "agency", "area", "panel")[: SHOWN + 1]
    ]
    links = [
        (f"Agencies, people and posts of {area}", area.get_absolute_url())
        for area in Area.objects.permitted(user, "accounts.keep_area")
    ]
    return Section("Posts to confirm", asks, "No post waits for you.", further_links=links)


def settings_to_confirm(user: User) -> Section:
    areas = Area.objects.permitted(user, "accounts.keep_area")
    waiting = {
        f"waiting_{policy._meta.model_name}": policy.objects.waiting()
        .filter(area__in=areas)
        .exclude(decided_by=user)
        .select_related(*policy.fetch_with)[: SHOWN + 1]
        for policy in policies()
        if issubclass(policy, DecidedByTwo)
    }
    fetch_together(asked_of := User(pk=user.pk), **waiting)
    asks = [
        Ask(
            f"Confirm: {decision}",
            decision.confirm_url,
            f"{decision.area}, decided by {decision.decided_by} on {day(decision.decided_at)}",
        )
        for name in waiting
        for decision in getattr(asked_of, name)
    ]
    asks += [
        Ask(
            f"Confirm a framework: {version.title}",
            version.get_absolute_url(),
            f"{version}. {version.area}, put forward by {version.put_forward_by} on {day(version.put_forward_at)}",
        )
        for version in FrameworkVersion.waiting_in(areas).exclude(put_forward_by=user)[: SHOWN + 1]
    ]
    links = [(f"Settings of {area}", reverse("reference:area_settings", args=[area.slug])) for area in areas]
    return Section("Settings to confirm", asks, "No decision waits for you.", further_links=links)
