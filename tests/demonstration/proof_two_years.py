"""The demonstration with all its referrals: how many there are of each kind. `test` loads some of each.

Run by `python3 run.py prove demonstration`, which asks the other tests of the demonstration of the whole of it as well.
"""

from collections import Counter

import pytest
from django.db import models
from django.utils import timezone

from panels.judgements import Judgement
from panels.models import Decision
from referrals.models import IdentityDecision, Individual, Referral, Stage
from tests.demonstration.conftest import person

pytestmark = pytest.mark.usefixtures("loaded")


def share_of_referrals(number: int) -> float:
    return number / Referral.objects.count()


def test_two_years_of_referrals_two_thirds_of_them_in_eastmarsh():
    # One that another area took on, by itself or with its case, is counted where it was sent.
    sent = Referral.objects.filter(transferred_by=None, came_with_case_at=None)
    areas = Counter(sent.values_list("area__name", flat=True))
    assert (areas.total(), areas["Eastmarsh"]) == (150, 100)
    moments = Referral.objects.aggregate(first=models.Min("submitted_at"), last=models.Max("submitted_at"))
    assert 700 < (timezone.now() - moments["first"]).days < 740
    assert (timezone.now() - moments["last"]).days == 0


def test_about_one_in_fourteen_is_adopted_and_one_in_seven_discussed():
    discussed = Decision.objects.values("item__case").distinct()
    assert 0.11 < share_of_referrals(discussed.count()) < 0.17
    assert 0.05 < share_of_referrals(discussed.filter(judgement=Judgement.ENTER).count()) < 0.10


def test_most_referrals_end_at_the_front_door():
    assert 0.55 < share_of_referrals(Referral.objects.filter(stage=Stage.ENDED).count()) < 0.75


def test_somebody_is_referred_again_under_the_same_name():
    names = Counter(Individual.objects.values_list("given_names", "family_name", "area"))
    assert sum(number > 1 for number in names.values()) > 15


def test_most_who_are_referred_again_are_known_to_be_one_and_who_is_not_says_why():
    answers = Counter(IdentityDecision.objects.values_list("answer", flat=True))
    assert answers["same"] > 25
    assert answers["different"] >= 1


def test_some_that_the_teacher_made_have_ended():
    assert person("teacher@eastmarsh.example").referrals.filter(stage=Stage.ENDED).exists()


def test_the_front_door_receives_about_half_of_eastmarsh():
    received = Referral.objects.filter(urgency_judgements__judged_by=person("frontdoor@eastmarsh.example")).distinct()
    eastmarsh = Referral.objects.filter(area__name="Eastmarsh")
    assert 0.3 < received.count() / eastmarsh.exclude(stage=Stage.SUBMITTED).count() < 0.7
    print(f"    {Referral.objects.count()} referrals, {received.count()} of them received by the front door")
