"""What is too much for every run: today's share of it, and all of it for `python3 run.py prove in-full`."""

import pytest

from tests.architecture.product import todays_share


def pytest_addoption(parser):
    parser.addoption(
        "--in-full", action="store_true", help="only the tests that ask for todays share of something, and all of it"
    )


def leave_out_what_asks_all_each_day(config, items):
    if not config.option.in_full:
        return
    lots = {True: [], False: []}
    for item in items:
        lots["todays" in getattr(item, "fixturenames", ())].append(item)
    config.hook.pytest_deselected(items=lots[False])
    items[:] = lots[True]


@pytest.fixture
def todays(request):
    """Of some things those whose turn it is, one in so many."""
    in_full = request.config.option.in_full
    return lambda things, parts: list(things) if in_full else todays_share(things, parts)
