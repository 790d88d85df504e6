"""The guard in Python: a record changes one at a time, inside an operation."""

import pytest

from prevent_cases.accounts.models import Area, Post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.records import OutsideOperation, chains_of, key_of
from prevent_cases.operations import Operation
from tests import factories

FORBIDDEN = {
    "save": lambda area: area.save(),
    "change": lambda area: area.change(name="x"),
    "delete": lambda area: area.delete(),
    "create": lambda area: Area.objects.create(name="x", slug="x"),
    "update": lambda area: Area.objects.filter(pk=area.pk).update(name="x"),
    "delete of a query": lambda area: Area.objects.filter(pk=area.pk).delete(),
    "bulk_create": lambda area: Area.objects.bulk_create([Area(name="x", slug="x")]),
    "bulk_update": lambda area: Area.objects.bulk_update([area], ["name"]),
    "update through a relation": lambda area: area.posts.update(withdrawn_at=None),
}


def made(function) -> Operation:
    """An operation of this test alone, which stands in no list of the product's."""
    return Operation(function, "accounts.keep_area", None, locked=True)


@pytest.mark.parametrize("way", FORBIDDEN.values(), ids=FORBIDDEN)
def test_nothing_changes_a_record_outside_an_operation(area, way):
    with pytest.raises(OutsideOperation):
        way(area)


@pytest.mark.parametrize("way", ["update", "delete of a query", "bulk_create", "bulk_update"])
def test_nothing_changes_many_records_even_inside_one(area, administrator, way):
    def change_many(area, *, by):
        """Many changed."""
        FORBIDDEN[way](area)

    with pytest.raises(OutsideOperation):
        made(change_many)(area, by=administrator)


def test_the_chain_leads_from_a_record_to_what_it_is_under(school, area):
    post = factories.post(school, PostKind.OFFICER)
    assert chains_of([post, post.user]) == [[key_of(post), key_of(area)], [key_of(post.user)]]
    assert key_of(area) == f"accounts.Area:{area.pk}"


def test_change_saves_the_fields_named_and_no_others(area, administrator):
    def rename(area, *, by):
        """Area renamed."""
        area.slug = "not-to-be-saved"
        area.change(name="Upper Harrowmere")

    made(rename)(area, by=administrator)
    assert Area.objects.get().slug == "harrowmere"


def test_reading_asks_for_no_operation(area):
    assert Post.objects.filter(area=area).count() == 2
