"""The settings of the invented areas: made by their administrators, with numbers kept for drama."""

import re

import pytest

from prevent_cases import clock
from prevent_cases.accounts.models import Area
from prevent_cases.reference.directory import danger_first
from prevent_cases.reference.models import (
    DANGER,
    Contact,
    DayOverride,
    GatewayPolicy,
    Section36Policy,
    TriagePolicy,
)
from prevent_cases.reference.working_days import WorkingDays

pytestmark = [pytest.mark.xdist_group("demonstration"), pytest.mark.usefixtures("loaded")]

DRAMA = re.compile(r"01632 960 ?\d{3}|07700 900 ?\d{3}|0808 157 0\d{3}")


def area(name: str) -> Area:
    return Area.objects.get(name=name)


def test_each_area_says_whom_to_ring_in_danger_and_every_number_is_kept_for_drama():
    for each in Area.objects.all():
        assert {line.contact.kind for line in danger_first([each])} == set(DANGER)
    numbers = Contact.objects.values_list("telephone", flat=True)
    assert len(set(numbers)) == len(numbers) == 21
    assert [number for number in numbers if not DRAMA.fullmatch(number)] == []


def test_stonewharf_has_authorised_its_coordinators_and_havenbrook_waits_for_a_second_person():
    decide = {each.name: policy.council_decides for each, policy in of_every_area(Section36Policy)}
    assert decide == {"Eastmarsh": False, "Havenbrook": False, "Stonewharf": True}
    assert Section36Policy.waiting_in(area("Havenbrook")).council_decides


def test_eastmarsh_decides_in_a_day_since_its_team_is_complete():
    assert TriagePolicy.of(area("Eastmarsh")).decided_within == 1
    assert set(TriagePolicy.objects.filter(area__name="Eastmarsh").values_list("decided_within", flat=True)) == {1, 2}
    assert all(policy.threshold_note for _, policy in of_every_area(TriagePolicy))


def test_a_decision_is_to_come_and_a_day_is_taken_away():
    assert GatewayPolicy.objects.get(area__name="Havenbrook").starts_on > clock.today()
    (taken,) = DayOverride.objects.all()
    assert taken.day > clock.today()
    assert not WorkingDays.of(area("Eastmarsh")).is_working(taken.day)


def of_every_area(policy):
    areas = list(Area.objects.all())
    each = policy.of_each(areas)
    return [(area, each[area.pk]) for area in areas]
