"""That something which is kept was put right: whoever had it before is to be told."""

from collections.abc import Callable

from django.db import models

from prevent_cases.audit.records import Record


class PutRight(models.TextChoices):
    IN_ERROR = "in_error", "Recorded in error"
    WRONG = "wrong", "Disputed, and it was wrong"
    UNTRUE = "untrue", "Found untrue by two people"


# What a higher app does about it: each is given what was put right, or the dispute that led to it, and in which way.
THEN: list[Callable[[Record, PutRight], None]] = []


def put_right(record: Record, found: PutRight) -> None:
    for each in THEN:
        each(record, found)
