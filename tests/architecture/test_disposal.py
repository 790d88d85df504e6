"""What would be left of somebody once the records about them are disposed of: nothing that says a word of them.

Disposal itself comes later. It follows ``under`` from the individual; what it does not reach that way must go by
itself, or say nothing: every word that the world has of anybody is looked for in every other table.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models
from django.db.models import Model
from django.test.utils import isolate_apps

from prevent_cases.audit.history import Event
from prevent_cases.audit.records import Record
from referrals.models import Individual, Referral
from tests.architecture.product import assert_none
from tests.architecture.test_records import RECORDS, chain

# Refers to what is about somebody, does not lead to them, and does not go with them: why that may be.
STAYS = {"referrals.PublicConcern": "not yet about anybody; its words are forgotten by themselves after some weeks"}
# Of what is about nobody, what records about somebody repeat, and so has the same words.
REPEATED = {
    "accounts_user": "the names of those who work here",
    "panels_attendance": "the names of those who were at a meeting",
    "reference_letterpolicy": "what an area writes in each of its letters",
    "reference_onwardservice": "what a service is called that somebody is led to",
}
# As short as this, words are anybody's.
SHORTEST = 12


def leads_to_somebody(model: type[Model]) -> bool:
    return issubclass(model, Record) and Individual in chain(model)


ABOUT_SOMEBODY = [model for model in RECORDS if leads_to_somebody(model)]


def left_behind(model: type[Model]) -> Iterator[str]:
    """References of a table that is about nobody to records about somebody, which do not go with these."""
    if leads_to_somebody(model) or getattr(model, "pgh_tracked_model", model)._meta.label in STAYS:
        return
    for field in model._meta.concrete_fields:
        if field.is_relation and leads_to_somebody(field.related_model):
            cascades = field.remote_field.on_delete is models.CASCADE and field.db_constraint
            if not (cascades or is_history(model)):
                yield f"{model._meta.label}.{field.name} would stay when {field.related_model._meta.label} goes"


def is_history(model: type[Model]) -> bool:
    """What triggers keep of a record is found by the record's own key, and so is what it says of others."""
    return issubclass(model, Event) and leads_to_somebody(model.pgh_tracked_model)


def without_a_key(event: type[Event]) -> Iterator[str]:
    """A history that is not found by the key of the record whose values it keeps."""
    key = next((field for field in event._meta.concrete_fields if field.name == "pgh_obj"), None)
    if key is None or key.null or key.related_model is not event.pgh_tracked_model:
        yield f"{event._meta.label} does not say of which {event.pgh_tracked_model._meta.label} it is"


def words_of_anybody() -> set[str]:
    """All that records about somebody say which is no code, wherever their classes say that it is not public."""
    said = set()
    for model in ABOUT_SOMEBODY:
        kept = [name for name, kind in model.field_classes.items() if kind != "public"]
        texts = [name for name in kept if isinstance(model._meta.get_field(name), models.TextField | models.CharField)]
        for row in model._base_manager.values_list(*texts) if texts else ():
            said |= {word for word in row if word and len(word) >= SHORTEST and " " in word}
    return said


def tables_that_say(words: set[str], besides: set[str]) -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor, include_views=True):
            if table not in besides:
                cursor.execute(f'SELECT "{table}"::text FROM "{table}"')
                rows = "\n".join(row for (row,) in cursor.fetchall())
                yield from ((table, word) for word in words if word in rows)


def test_every_table_that_refers_to_what_is_about_somebody_goes_with_it():
    assert_none(fault for model in apps.get_models(include_auto_created=True) for fault in left_behind(model))


def test_every_history_of_somebody_is_found_by_their_records():
    histories = [model for model in apps.get_models() if is_history(model)]
    assert {event.pgh_tracked_model for event in histories} == set(ABOUT_SOMEBODY)
    assert_none(fault for event in histories for fault in without_a_key(event))


def test_no_other_table_has_a_word_of_them(world):
    histories = {model._meta.db_table for model in apps.get_models() if is_history(model)}
    theirs = {model._meta.db_table for model in ABOUT_SOMEBODY} | histories
    words = words_of_anybody()
    assert len(words) > 60
    repeated = {*REPEATED, *(f"{table}event" for table in REPEATED)}
    assert_none(f"{table} says: {word}" for table, word in tables_that_say(words, besides=theirs | repeated))
    # And it finds what is there.
    assert {table for table, _ in tables_that_say(words, besides=set())} >= {
        "cases_contribution",
        "cases_contributionevent",
    }


def test_a_table_that_would_stay_is_found():
    with isolate_apps("home"):

        class Snapshot(Model):
            referral = models.ForeignKey(Referral, models.SET_NULL, null=True)

            class Meta:
                app_label = "home"

        assert list(left_behind(Snapshot)) == ["home.Snapshot.referral would stay when referrals.Referral goes"]
