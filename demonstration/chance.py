"""Chance that falls the same way at every load."""

from collections.abc import Callable
from random import Random


def dice(name: str) -> Random:
    """The dice of this name. Nothing drawn here is secret."""
    return Random(name)  # noqa: S311


def shuffled(counts: dict, dice: Random) -> list:
    """A pile of cards, so many of each, in any order."""
    cards = [card for card, number in counts.items() for _ in range(number)]
    dice.shuffle(cards)
    return cards


def take(cards: list, fits: Callable):
    """Take the first card that fits from the pile."""
    return cards.pop(next(index for index, card in enumerate(cards) if fits(card)))
