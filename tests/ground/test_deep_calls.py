"""How often calls ask the system for memory, however deep they are."""

import resource
from concurrent.futures import ThreadPoolExecutor

from prevent_cases.deep_calls import with_room

TIMES = 500


def one_more():
    return None


def from_as_deep_as(depth: int) -> int:
    """How many pages of memory are asked for where a loop calls something, so many calls down."""
    if depth:
        return from_as_deep_as(depth - 1)
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    for _ in range(TIMES):
        one_more()
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before


def test_a_loop_asks_for_none_at_any_depth():
    with ThreadPoolExecutor(1) as beside:  # Tests are called with room themselves.
        assert max(beside.map(with_room(from_as_deep_as), range(400))) < TIMES / 10


def test_what_is_called_with_room_is_what_it_was():
    assert with_room(from_as_deep_as).__name__ == "from_as_deep_as"
    assert with_room(divmod)(7, 2) == (3, 1)
