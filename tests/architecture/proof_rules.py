"""Every rule, asked of everybody who holds a post: in their own area, in another, excluded, and not named.

And every address, asked by somebody who may and by somebody who may not; by each method by those who have no right.
Run by `python3 run.py prove rules`.
"""

from prevent_cases import clock
from prevent_cases.access import rules
from tests.architecture.product import assert_none
from tests.architecture.test_addresses import (
    ADDRESSES,
    ASKED,
    answered_wrongly,
    answers_of,
    asking_too_much,
    badly_recorded,
)
from tests.architecture.test_closed_accounts import nobody_at
from tests.architecture.test_each_method import METHODS, faults
from tests.architecture.test_rules import ask_at_once, can_be_asked, models, open_nothing_elsewhere, would_open_nothing
from tests.architecture.test_shut import case, excluded_hold_nothing, people, unnamed_hold_nothing

__all__ = ["case"]


def test_every_rule(world):
    asked = list(rules.values())
    can_be_asked(asked, world)
    would_open_nothing(asked, world)
    ask_at_once(models(), world)
    open_nothing_elsewhere(asked)
    print(f"    {len(asked)} rules: each can be asked, and opens nothing in another area or for want of a post")


def test_every_address(world):
    answers = answers_of(ASKED, world)
    assert_none(answered_wrongly(answers))
    assert_none(asking_too_much(answers))
    assert_none(badly_recorded(answers))
    print(f"    {len(ASKED)} addresses answer those who may and those who may not as they should, in few queries")


def test_every_address_by_every_method(world):
    assert_none(faults(world, ADDRESSES))
    print(f"    {len(ADDRESSES)} addresses by {len(METHODS)} methods: whoever has no right gets and leaves nothing")


def test_every_address_of_whoever_left(world):
    with clock.at(clock.now()):
        assert_none(nobody_at(world, ADDRESSES))
    print(f"    {len(ADDRESSES)} addresses: whoever's account is closed is answered as nobody is")


def test_the_excluded(world, case):
    emptied = excluded_hold_nothing(world, case, people(world))
    assert emptied >= 10
    print(f"    {emptied} people: excluded, none of them holds anything but what is theirs")


def test_the_unnamed(world, case):
    shut = unnamed_hold_nothing(world, case, people(world))
    assert shut >= 5
    print(f"    {shut} people: not named on a restricted case, none of them holds anything under it")
