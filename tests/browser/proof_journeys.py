"""Referring and triage by every way: with the mouse, with the keyboard alone, and without JavaScript.

Run by `python3 run.py prove journeys`.
The conference that decides too, with the keyboard alone.
`test` takes the keyboard for the referral and, each every other day, for triage and the conference; and no JavaScript
for triage and the main job.
"""

import pytest

from referrals.models import Referral
from tests.browser.test_triage import area, triage
from tests.browser.test_ways_to_refer import Keyboard, Mouse, decide, refer_somebody, school

__all__ = ["area", "school"]

pytestmark = pytest.mark.xdist_group("browser")


WAYS = {"mouse": {}, "no script": {"java_script_enabled": False}}


@pytest.mark.parametrize("how", WAYS)
def test_somebody_is_referred(service, school, browser, how):
    effort = refer_somebody(service, school, browser, Mouse(), **WAYS[how])
    print(f"    A whole referral, {how}: {effort.pages} pages opened, nothing found, none cut off")


@pytest.mark.parametrize("how", WAYS)
def test_a_referral_is_triaged(service, area, browser, how):
    triage(service, area, browser, how)
    print(f"    A referral triaged in three page loads: {how}")


# The last: its triage goes by without the gateway, which it lays down for the area.
def test_from_a_worry_to_the_decision_by_keys_alone(service, area, school, browser):
    before = set(Referral.objects.values_list("pk", flat=True))
    refer_somebody(service, school, browser, Keyboard())
    referral = Referral.objects.exclude(pk__in=before).get()
    triage(service, area, browser, "keyboard", referral)
    decide(service, area, browser, referral.carried_by.case)
    print("    One referral, its triage, and a meeting led from its start to its end that decides on it: keyboard")
