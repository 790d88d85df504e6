"""Nobody learns by the clock either: what there is and they may not see takes as long as what there never was.

Asked in turn, drawn by lot, of one process: how far the medians are apart, and how often the one takes longer than the
other (a half, if nothing tells them apart). Run by `python3 run.py prove unseen`.
"""

import statistics
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from random import Random

import pytest
from django.test import Client
from django.urls import reverse

from cases.models import Case
from tests.architecture.test_nobody_else_knows_of_a_hold import undone, world
from tests.architecture.test_who_reads_the_file import everybody, signed_in
from tests.architecture.world import the_case

__all__ = ["world"]

TIMES, WARM_UP = 400, 20
# Within a twentieth; and as near to a half as Mann and Whitney's test lets 400 of each be (p above 0.01).
MEDIANS_APART, FROM_A_HALF = 0.05, 0.0526
NOWHERE = "BCDFGHJKLM"


def seconds(ask: Callable[[str], object], words: str) -> float:
    with undone():
        began = time.perf_counter()
        ask(words)
        return time.perf_counter() - began


def taken(ask: Callable[[str], object], there: str, nowhere: str) -> tuple[list[float], list[float]]:
    dice, found = Random(there), {there: [], nowhere: []}
    for turn in range(TIMES + WARM_UP):
        pair = [there, nowhere]
        dice.shuffle(pair)
        for words in pair:
            took = seconds(ask, words)
            if turn >= WARM_UP:
                found[words].append(took)
    return found[there], found[nowhere]


def how_often_longer(some: list[float], others: list[float]) -> float:
    others = sorted(others)
    ties = sum(bisect_right(others, each) - bisect_left(others, each) for each in some)
    return (sum(bisect_left(others, each) for each in some) + ties / 2) / len(some) / len(others)


def opens(client: Client, reference: str) -> None:
    assert client.get(reverse("cases:view_case", args=[reference])).status_code == 404


def searches(client: Client, name: str) -> None:
    shown = client.post(reverse("home:search"), {"words": name, "where": "name"})
    assert "Nothing was found" in shown.content.decode()


def looks(client: Client, reference: str) -> None:
    page = reverse("cases:look_for_case", args=[the_area().slug])
    assert client.post(page, {"reference": reference})["Location"].endswith("?answer=nothing")


def the_area():
    return the_case().area


def restricted() -> Case:
    return Case.objects.get(restrictions__lifted_at=None, restrictions__isnull=False, area=the_area())


@pytest.mark.parametrize(
    ("who", "does", "there", "nowhere"),
    [
        ("stranger", opens, lambda: the_case().reference, NOWHERE),
        ("organiser", opens, lambda: restricted().reference, NOWHERE),
        ("organiser", searches, lambda: "Rowan Hazel", "Edwin Marsh"),
        ("stranger", searches, lambda: "Rowan Hazel", "Edwin Marsh"),
        ("elsewhere", searches, lambda: "Rowan Hazel", "Edwin Marsh"),
        ("excluded", looks, lambda: the_case().reference, NOWHERE),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_it_takes_as_long(world, settings, who, does, there, nowhere):
    settings.EVEN_TIME_MILLISECONDS = 50
    client = signed_in(everybody(world)[who])
    some, others = taken(lambda words: does(client, words), there(), nowhere)
    ratio, longer = statistics.median(some) / statistics.median(others), how_often_longer(some, others)
    print(f"    {who} {does.__name__}: medians {ratio:.3f} to 1, what is there takes longer in {longer:.0%} of pairs")
    assert abs(ratio - 1) <= MEDIANS_APART
    assert abs(longer - 0.5) <= FROM_A_HALF


def test_what_takes_longer_is_found(world):
    """A page that somebody sees is told from one that is not there."""
    client = signed_in(everybody(world)["coordinator"])
    some, others = taken(
        lambda reference: client.get(reverse("cases:view_case", args=[reference])), the_case().reference, NOWHERE
    )
    assert how_often_longer(some, others) > 0.9
