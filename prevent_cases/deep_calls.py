"""Room for calls as deep as a page's.

Python keeps the calls of a thread in pieces of 16 kB, asks the system for another where one is full, and gives it back
as soon as the call that needed it returns. Where a loop stands at the end of a piece, each turn of it pays for that
(CPython issue 142183). What is called with room has one piece of its own for all that it calls (docs/adr/0032).
"""

import functools
from collections.abc import Callable

# Places on Python's stack. Doubled and rounded up that is half a megabyte, of which only what is used is taken.
ROOM = 1 << 15


def with_room(function: Callable) -> Callable:
    """``function``, and whatever it calls, in a piece of its own."""

    @functools.wraps(function)
    def call(*args, **kwargs):
        return function(*args, **kwargs)

    call.__code__ = call.__code__.replace(co_stacksize=ROOM)
    return call
