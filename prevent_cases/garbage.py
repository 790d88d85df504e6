"""How often a lasting process looks for objects that only refer to each other (docs/adr/0038)."""

import gc


def seldom_look_for_garbage() -> None:
    """Look no more through what is loaded now, and through the rest when 50,000 objects are more, not 700.

    What is loaded stays, and so does most of what is made where somebody's questions are put together.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
