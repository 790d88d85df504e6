"""Every hostile string in every field of the person, on the page and over the endpoint.

Run by `python3 run.py prove hostile-words`.
"""

from functools import partial

import pytest
from django.urls import reverse

from tests.referrals.test_hostile_words import (
    FIELDS,
    HOSTILE,
    NAMES,
    as_person,
    reader,
    try_on_page,
    try_over_endpoint,
)

__all__ = ["reader"]


def each_in_turn(fields: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The fields in the same order, beginning with each: so every string comes to stand in every one."""
    return [fields[place:] + fields[:place] for place in range(len(fields))]


@pytest.mark.parametrize("fields", each_in_turn(NAMES))
def test_on_a_page(client, officer, area, fields):
    client.force_login(officer)
    started = client.post(reverse("referrals:start", args=[area.slug])).url
    try_on_page(client, f"{started}person/", partial(as_person, fields=fields), len(fields))


@pytest.mark.parametrize("fields", each_in_turn(FIELDS))
def test_over_the_endpoint(client, reader, officer, area, school, fields):
    client.force_login(officer)
    try_over_endpoint(client, reader, area, school, fields)
    print(f"    {len(HOSTILE)} strings, from {fields[0]}: each refused with a sentence or shown as typed")
