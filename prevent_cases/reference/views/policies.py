"""The pages on which administrators decide about the work of their area."""

from typing import Any

from django.http import HttpRequest

from prevent_cases.access import view_rule
from prevent_cases.accounts.models import Area
from prevent_cases.audit.models import EntryQuerySet
from prevent_cases.pages.history import RecordHistoryPage
from prevent_cases.pages.views import OperationPage, RecordPage
from prevent_cases.reference import operations
from prevent_cases.reference.forms import policies as forms
from prevent_cases.reference.models import DecidedByTwo, Policy, policies


class AreaSettings(RecordPage):
    """The matters that an area decides, each with a page of its own."""

    model = Area
    permission = "accounts.keep_area"

    def context(self, request: HttpRequest, record: Area) -> dict[str, Any]:
        return {"policies": [policy(area=record) for policy in policies()]}


class SettingsHistory(RecordHistoryPage):
    model = Area
    permission = "accounts.keep_area"

    def entries(self, record: Area) -> EntryQuerySet:
        # What is referred and listed here is about the area too; an administrator sees no case.
        return super().entries(record).filter(what__startswith="reference.")


class DecidePolicy(OperationPage):
    """What holds on one matter, what will and what did, by whom and why; and deciding it anew."""

    model = Area
    operation = operations.decide_policy
    template_name = "reference/decide_policy.html"
    policy: type[Policy]

    @classmethod
    def of(cls, policy: type[Policy]) -> type["DecidePolicy"]:
        form_class = forms.DecidePolicyForm.of(policy)
        return type(f"Decide{policy.__name__}", (cls,), {"policy": policy, "form_class": form_class})

    def context(self, request: HttpRequest, record: Area) -> dict[str, Any]:
        return {"policy": self.policy} | by_state(self.policy, record, request.user)


class ConfirmPolicy(OperationPage):
    model = Area
    operation = operations.confirm_policy
    template_name = "reference/confirm_policy.html"
    policy: type[DecidedByTwo]

    @classmethod
    def of(cls, policy: type[DecidedByTwo]) -> type["ConfirmPolicy"]:
        form_class = forms.ConfirmPolicyForm.of(policy)
        return type(f"Confirm{policy.__name__}", (cls,), {"policy": policy, "form_class": form_class})

    def context(self, request: HttpRequest, record: Area) -> dict[str, Any]:
        return {"policy": self.policy} | by_state(self.policy, record, request.user)

    def destination(self, record: Area, result: None) -> str:
        return self.policy(area=record).get_absolute_url()


def by_state(policy: type[Policy], area: Area, user) -> dict[str, Any]:
    """The decision that holds, the one that waits for a second person, those to come, and all others."""
    seen = policy.objects.filter(area=area).permitted(user, view_rule(policy).name)
    found = list(seen.select_related(*policy.fetch_with).order_by("-starts_on", "-pk"))
    latest = max(found, key=lambda each: each.pk, default=None)
    waiting = latest if latest and not latest.counts else None
    in_force = next((each for each in found if each.counts and each.has_begun), None) or policy(area=area)
    # Of two for one day to come, the later decided will hold.
    by_day = {each.starts_on: each for each in reversed(found) if each.counts and not each.has_begun}
    coming = [each for _, each in sorted(by_day.items())]
    others = [each for each in found if each not in (in_force, waiting, *coming)]
    return {"in_force": in_force, "waiting": waiting, "coming": coming, "others": others}
