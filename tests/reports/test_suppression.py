"""Suppression, attacked: every whole-number table that agrees with what is shown is tried against each small count.

The reader who attacks knows the rule. They do not know the lot, so they try every one that could have been drawn.
"""

import itertools
import random
from collections import defaultdict
from collections.abc import Callable

import pytest

from reports import suppression
from reports.figures.counts import OUTCOMES, SPLITS
from reports.suppression import columns_shown, hidden_in_tree, lot


def is_open(true: int, possible: set[int], fewest: int) -> bool:
    """Whether a count cannot be worked out, or is not small; what it truly is must be among what it could be."""
    return true in possible and (true >= fewest or len(possible) > 1)


# A table: rows of three counts, each counting some of those before it


def seen(rows: list[tuple[int, int, int]], lot):
    """What the reader sees of a table: the first counts of each row, and of the total."""
    shown, of_total = columns_shown(dict(enumerate(rows)), lot)
    total = [sum(column) for column in zip(*rows, strict=True)]
    return [row[: shown[number]] for number, row in enumerate(rows)], total[:of_total]


def rows_that_begin(counts: tuple[int, ...], most: list[int]):
    """Every row that begins with these counts and goes on with any."""
    choices = [[counts[column]] if column < len(counts) else range(most[column] + 1) for column in range(3)]
    return (row for row in itertools.product(*choices) if row[0] >= row[1] >= row[2])


def tables_that_agree(rows, total):
    """Every table of which one could have been shown this."""
    most = [total[min(column, len(total) - 1)] for column in range(3)]

    def complete(number, left):
        if number == len(rows):
            if not any(left[: len(total)]):
                yield []
            return
        for row in rows_that_begin(rows[number], left):
            still_left = [some - others for some, others in zip(left, row, strict=True)]
            yield from ([row, *others] for others in complete(number + 1, still_left))

    return complete(0, most)


def what_it_says(rows):
    """Every count that a table says, and every one that is left between two of them."""
    for name, (first, second, third) in {**dict(enumerate(rows)), "total": map(sum, zip(*rows, strict=True))}.items():
        yield from {
            (name, "first"): first,
            (name, "second"): second,
            (name, "third"): third,
            (name, "left of first"): first - second,
            (name, "left of second"): second - third,
        }.items()


def random_table(chance: random.Random, rows: int, largest: int):
    for _ in range(rows):
        first = chance.randint(0, largest)
        second = chance.randint(0, first)
        yield first, second, chance.randint(0, second)


def attack(fewest: int, rows: int, largest: int, tables: int) -> None:
    """Fail when a small count of some random table can be worked out."""
    chance = random.Random(fewest * rows)
    lots = [order.index for order in itertools.permutations(range(rows))]
    while tables:
        table = list(random_table(chance, rows, largest))
        shown = seen(table, chance.choice(lots))
        if not shown[1]:
            continue
        tables -= 1
        possible, said = defaultdict(set), dict(what_it_says(table))
        for candidate in tables_that_agree(*shown):
            says = [(name, count) for name, count in what_it_says(candidate) if count not in possible[name]]
            if says and any(seen(candidate, lot) == shown for lot in lots):
                for name, count in says:
                    possible[name].add(count)
                if all(is_open(said[name], possible[name], fewest) for name in said):
                    break  # Whatever else agrees closes nothing.
        for name, count in said.items():
            assert is_open(count, possible[name], fewest), (table, shown, name)


# The rule knows nothing of the number five, and smaller ones leave few enough tables to try them all.
@pytest.mark.parametrize(("fewest", "rows", "largest", "tables"), [(2, 3, 4, 30), (3, 3, 6, 6), (2, 4, 3, 5)])
def test_no_small_count_of_a_table_can_be_worked_out(monkeypatch, fewest, rows, largest, tables):
    monkeypatch.setattr(suppression, "FEWEST_SHOWN", fewest)
    attack(fewest, rows, largest, tables)


def only_small(rows, lot, hidden=()):
    return {row for row, parts in rows.items() if row in hidden or min(parts) < suppression.FEWEST_SHOWN}


def with_the_smallest(rows, lot, hidden=()):
    return REAL(rows, lambda row: sum(rows[row]), hidden)


REAL = suppression.to_hide


@pytest.mark.parametrize("weaker", [only_small, with_the_smallest])
def test_the_attack_finds_out_weaker_rules(monkeypatch, weaker):
    monkeypatch.setattr(suppression, "FEWEST_SHOWN", 2)
    monkeypatch.setattr(suppression, "to_hide", weaker)
    with pytest.raises(AssertionError, match="'first'"):
        attack(2, 3, 5, 200)


def test_no_small_count_of_one_column_can_be_worked_out_with_five_as_the_fewest():
    chance = random.Random(5)
    for _ in range(60):
        counts = [chance.randint(0, 9) for _ in range(4)]
        shown, of_total = columns_shown({number: [count] for number, count in enumerate(counts)}, [1, 0, 2, 3].index)
        if not of_total:
            continue
        hidden = [number for number in shown if not shown[number]]
        together = sum(counts[number] for number in hidden)
        possible = [set() for _ in counts]
        for candidate in itertools.product(range(together + 1), repeat=len(hidden)):
            if sum(candidate) == together:
                for number, count in zip(hidden, candidate, strict=True):
                    possible[number].add(count)
        assert all(is_open(counts[number], possible[number], 5) for number in hidden)
        assert all(counts[number] >= 5 for number in shown if shown[number])


# A tree: the journey of a referral


def counts_that_agree(shown: dict[str, int], most: int) -> dict[str, set[int]]:
    """All that each count of a journey can be where these are shown, with leaves up to ``most``.

    Each is part of one whole at most, so that what stands under two parts of it has nothing to do with one another:
    upwards what each can be by its own parts, and downwards what of that agrees with the rest.
    """
    below: dict[str, set[int]] = {}

    def sums(parts: list[str]) -> set[int]:
        found = {0}
        for part in parts:
            found = {each + count for each in found for count in below[part]}
        return found

    for name in [*OUTCOMES, *reversed(SPLITS)]:
        found = sums(SPLITS[name]) if name in SPLITS else set(range(most + 1))
        below[name] = found & {shown[name]} if name in shown else found
    possible = {name: below[name] for name in below.keys() - {part for parts in SPLITS.values() for part in parts}}
    for whole, parts in SPLITS.items():
        for part in parts:
            others = sums([each for each in parts if each != part])
            possible[part] = {count for count in below[part] if any(each - count in others for each in possible[whole])}
    return possible


def whole_journey(leaves: dict[str, int]) -> dict[str, int]:
    counts = dict(leaves)
    for whole, parts in reversed(SPLITS.items()):
        counts[whole] = sum(counts[part] for part in parts)
    return counts


def worked_out(hidden: Callable[[dict[str, int]], set[str]]) -> list[tuple[dict[str, int], str]]:
    """The small counts of random journeys that can be worked out, where this is hidden of each."""
    chance, found = random.Random(8), []
    for _ in range(12):
        true = whole_journey({leaf: chance.choice([0, 0, 1, 2]) for leaf in OUTCOMES})
        shown = {name: true[name] for name in true.keys() - hidden(true)}
        if "referrals" in shown:
            possible = counts_that_agree(shown, 2)
            found += [(true, name) for name, count in true.items() if not is_open(count, possible[name], 2)]
    return found


def test_no_small_count_of_the_journey_can_be_worked_out(monkeypatch):
    monkeypatch.setattr(suppression, "FEWEST_SHOWN", 2)
    assert worked_out(lambda true: hidden_in_tree(true, SPLITS, str)) == []
    # Where nothing else is hidden with what is small, the same attack finds some.
    assert worked_out(lambda true: {name for name, count in true.items() if count < 2}) != []


# What it does, by example

IN_ORDER = ["a", "b", "c"].index


def test_a_total_under_five_hides_everything():
    assert columns_shown({"a": [3, 0, 0], "b": [1, 1, 0]}, IN_ORDER) == ({"a": 0, "b": 0}, 0)


def test_nothing_small_hides_nothing():
    assert columns_shown({"a": [40, 20, 10], "b": [30, 20, 5]}, IN_ORDER) == ({"a": 3, "b": 3}, 3)


def test_one_small_count_takes_another_with_it():
    assert columns_shown({"a": [40], "b": [30], "c": [2]}, IN_ORDER) == ({"a": 0, "b": 1, "c": 0}, 1)


def test_two_zeros_take_another_with_them_because_their_sum_would_tell():
    assert columns_shown({"a": [40], "b": [0], "c": [0]}, IN_ORDER) == ({"a": 0, "b": 0, "c": 0}, 1)


def test_what_is_left_is_a_count_too():
    rows = {"a": [20, 18, 9], "b": [30, 10, 5], "c": [40, 20, 10]}
    assert columns_shown(rows, IN_ORDER) == ({"a": 1, "b": 1, "c": 3}, 3)


def test_a_count_under_a_hidden_one_is_hidden():
    counts = whole_journey(dict.fromkeys(OUTCOMES, 10) | {"waiting": 0, "passed_on": 0, "ended": 4})
    assert hidden_in_tree(counts, SPLITS, str) == {
        "before_panel", "ended", "passed_on", "waiting", "discussed", "not_offered", "adopted",
        "unanswered", "refused", "withdrawn", "given", "supported", "exited", "transferred",
        "elsewhere", "police_led", "nothing_more", "undecided", "taken_over",
    }  # fmt: skip


def test_the_lot_is_the_same_each_time_and_another_for_other_counts(settings):
    rows = [f"row {number}" for number in range(20)]
    orders = [sorted(rows, key=lot(*about)) for about in (("a", 1), ("a", 1), ("a", 2), ("b", 1))]
    assert orders[0] == orders[1]
    assert len({tuple(order) for order in orders}) == 3
    settings.SECRET_KEY = "another" * 10
    assert sorted(rows, key=lot("a", 1)) != orders[0]
