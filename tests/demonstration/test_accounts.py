"""The accounts of the demonstration: each holds the posts promised, sees what it should, and finds something to do."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user
from django.urls import reverse

from cases.models import Case
from demonstration.accounts import ACCOUNTS, WAITING, accounts_shown
from prevent_cases.accounts.models import Panel, Post
from referrals.models import Referral
from tests.demonstration.conftest import person

# With the tests of the load, which is waited for once.
pytestmark = pytest.mark.xdist_group("demonstration")


def test_everybody_signs_in_with_the_password(loaded, client):
    for account in accounts_shown():
        client.post(reverse("account_login"), {"login": account.email, "password": settings.DEMO_PASSWORD})
        assert get_user(client) == person(account.email), account.email
        client.logout()


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.email)
def test_the_posts_of_each_are_those_promised(loaded, account):
    held = Post.objects.current().filter(user=person(account.email))
    promised = {(kind, place or account.area) for kind, place in account.posts}
    assert {(post.kind, post.place.name) for post in held} == promised
    assert {post.area_of_post.name for post in held} == {account.area}


def test_each_area_has_the_panels_and_the_boards_of_its_way_of_working(loaded):
    """One for each way found in practice: panels by age, one panel for everybody, members invited case by case."""
    found = {
        (panel.area.name, panel.name): (panel.kind, panel.acts_as_channel, panel.cadence)
        for panel in Panel.objects.select_related("area")
    }
    quarterly = "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO"
    assert found == {
        ("Eastmarsh", "Social Inclusion Panel"): ("social_inclusion", True, "FREQ=WEEKLY;INTERVAL=2"),
        ("Eastmarsh", "Safeguarding Adults Panel"): ("safeguarding_adults", True, "FREQ=WEEKLY;INTERVAL=6"),
        ("Eastmarsh", "Prevent Programme Board"): ("board", False, quarterly),
        ("Havenbrook", "Channel Panel"): ("channel", True, "FREQ=MONTHLY;BYDAY=2WE"),
        ("Havenbrook", "Prevent Steering Group"): ("board", False, quarterly),
        ("Stonewharf", "Channel Panel"): ("channel", True, "FREQ=MONTHLY;BYDAY=3TH"),
        ("Stonewharf", "Prevent Partnership Board"): ("board", False, quarterly),
    }
    chairs = Post.objects.current().filter(panel__name="Safeguarding Adults Panel", kind__in=("chair", "deputy"))
    # One for the council, one for the police.
    assert {post.user.email for post in chairs} == {"chair@eastmarsh.example", "cochair@eastmarsh.example"}


def test_some_posts_wait_to_be_confirmed(loaded):
    waiting = Post.objects.filter(confirmed_at=None)
    assert {post.user.email for post in waiting} == {account.email for _, account in WAITING}


@pytest.mark.parametrize(
    ("email", "cases_of"),
    {
        "coordinator@eastmarsh.example": {"Eastmarsh"},
        "police@eastmarsh.example": {"Eastmarsh"},
        "lead@eastmarsh.example": {"Eastmarsh"},
        "nhs@eastmarsh.example": {"Eastmarsh"},
        "socialcare@eastmarsh.example": {"Eastmarsh"},
        "teacher@eastmarsh.example": {"Eastmarsh"},  # one, by name
        "cochair@eastmarsh.example": {"Eastmarsh"},
        "governance@eastmarsh.example": {"Eastmarsh"},
        "chair@havenbrook.example": {"Havenbrook"},
        "coordinator@stonewharf.example": {"Stonewharf"},
        "frontdoor@eastmarsh.example": set(),
        "board@eastmarsh.example": set(),
        "admin@eastmarsh.example": set(),
        "provider@interventions.example": set(),
    }.items(),
)
def test_each_sees_cases_where_promised_and_nowhere_else(loaded, email, cases_of):
    seen = Case.objects.permitted(person(email), "cases.view_case")
    assert set(seen.values_list("area__name", flat=True)) == cases_of


def test_the_front_door_receives_some_passes_them_on_and_finds_some_waiting(loaded, client):
    front_door, coordinator = person("frontdoor@eastmarsh.example"), person("coordinator@eastmarsh.example")
    received = Referral.objects.filter(urgency_judgements__judged_by=front_door).distinct()
    assert {referral.area.name for referral in received.select_related("area")} == {"Eastmarsh"}
    assert (
        0 < received.count() < Referral.objects.filter(area__name="Eastmarsh").exclude(urgency_judgements=None).count()
    )
    assert received.filter(assessments__assessed_by=coordinator).distinct().count() >= received.count() - 1
    client.force_login(front_door)
    asked = {section.title: section.asks for section in client.get("/").context["sections"]}
    assert len(asked["Referrals to receive"]) >= 3
    withdrawn = [ask.hint for ask in asked["From referrers"] if ask.text.startswith("Withdrawn")]
    assert withdrawn == ["The coordinator confirms it, or goes on"]
    assert 1 <= len(asked["From referrers"]) - len(withdrawn) <= 3
