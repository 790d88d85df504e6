"""How often a lasting process looks for objects that only refer to each other (docs/adr/0038)."""

import gc


def seldom_look_for_garbage() -> None:
    """Look no more through what is loaded now, and through what came last when it is 50,000 objects, not 700.

    What is loaded stays, and so does most of what is made where somebody's questions are put together. When that is
    forgotten it is given back at once, since nothing in it refers to itself.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 5, 5)
