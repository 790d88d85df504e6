"""What a case's first page says of what others have done since somebody was there last."""

from datetime import timedelta

import pytest

from prevent_cases import clock
from tests import factories
from tests.cases.conftest import words_on

HEADING = "Since your last visit"


@pytest.fixture
def visit(client, case):
    """The page as somebody reads it so long after the beginning, in minutes."""
    began_at = clock.now()

    def at(minutes: int, person) -> str:
        with clock.at(began_at + timedelta(minutes=minutes)):
            client.logout()
            client.force_login(person)
            return words_on(client.get(case.get_absolute_url()))

    return at


@pytest.fixture
def share(case, coordinator):
    """Shared with one more agency so long after the beginning, by the coordinator."""
    began_at = clock.now()

    def at(minutes: int, name: str) -> None:
        with clock.at(began_at + timedelta(minutes=minutes)):
            factories.share(case, factories.agency(case.area, name), coordinator)

    return at


def test_what_others_did_is_said_to_whoever_comes_again(visit, share, case, coordinator, chair):
    share(1, "Before School")
    assert HEADING not in visit(2, chair)  # A first visit has nothing before it.
    visit(2, coordinator)
    assert "Nobody else has done anything here since" in visit(60, chair)
    share(70, "After School")
    page = visit(120, chair)
    assert "Others have done this since" in page
    said = page[page.index(HEADING) : page.index("Whose it is")]
    # What was done, and nothing of what whoever did it was told with it.
    assert said.count("Case shared with an agency.") == 1
    assert "have it now" not in said
    assert coordinator.name in said
    # Nobody is told what they did themselves.
    assert "Nobody else has done anything here since" in visit(120, coordinator)


def test_looking_again_within_half_an_hour_is_the_same_visit(visit, share, chair):
    visit(0, chair)
    share(60, "After School")
    for minutes in (90, 100, 129):
        assert "Others have done this since" in visit(minutes, chair)
    assert "Nobody else has done anything here since" in visit(159, chair)


def test_of_much_the_newest_is_said_and_where_the_rest_stands(visit, share, chair):
    visit(0, chair)
    for number in range(8):
        share(60 + number, f"School {number}")
    page = visit(120, chair)
    assert page.count("Case shared with an agency") == 8
    assert "Everything that was done" not in page
    visit(121, chair)
    share(122, "One more School")
    page = visit(140, chair)
    assert page.count("Case shared with an agency") == 8
    assert "Everything that was done" in page
