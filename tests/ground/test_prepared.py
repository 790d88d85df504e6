"""Questions that are put together and planned once, and answered each time with what is given and what is there."""

import time
from datetime import UTC, date, datetime
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.conf import settings
from django.db import DataError, connection, models, transaction

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area
from prevent_cases.prepared import Given, Statement, prepared
from tests import factories


def agencies_named(name: str = "") -> Statement:
    """The agencies of an area that is given, of one name if it is said."""
    found = Agency.objects.filter(area=Given("area", models.BigIntegerField()), **({"name": name} if name else {}))
    return Statement(*found.order_by("name").values_list("name").query.sql_with_params())


def answer(statement: Statement, **given) -> list[str]:
    with connection.cursor() as cursor:
        statement.ask(cursor, **given)
        return [name for (name,) in cursor.fetchall()]


def kept_planned() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements WHERE name LIKE 'question%' ORDER BY prepare_time")
        return [text for (text,) in cursor.fetchall()]


def test_it_is_put_together_once_and_answered_anew_with_what_is_given(area, other_area):
    put_together = []

    def agencies_in():
        put_together.append(1)
        of_area = Given("area", models.BigIntegerField())
        return Agency.objects.filter(area=of_area, type="school").order_by("name").values_list("name", "type")

    ask = prepared(agencies_in)
    assert ask(area=area.pk) == []
    for place, name in ((area, "Larkfield School"), (area, "Abbey School"), (other_area, "Eastvale School")):
        factories.agency(place, name)
    assert ask(area=area.pk) == [("Abbey School", "school"), ("Larkfield School", "school")]
    assert ask(area=other_area.pk) == [("Eastvale School", "school")]
    assert len(put_together) == 1


def test_what_is_given_is_a_value_and_no_part_of_the_question(area):
    factories.agency(area)
    ask = prepared(lambda: Agency.objects.filter(name=Given("name", models.TextField())).values_list("name"))
    assert ask(name="Larkfield School") == [("Larkfield School",)]
    for name in ("x' OR '1'='1", "100 %s", "%(name)s", "$1"):
        assert ask(name=name) == []


def test_words_in_it_are_no_part_of_it_either(area):
    for name in ("x' OR '1'='1", "100 %s", "%(name)s", "$1", "a\\'b", "x; SELECT 1"):
        factories.agency(area, name)
        for _ in range(2):  # First planned, then as it was planned.
            assert answer(agencies_named(name), area=area.pk) == [name]


def test_each_kind_of_value_reaches_it_as_what_it_is(db):
    day, moment = date(2026, 2, 28), datetime(2026, 2, 28, 23, 59, tzinfo=UTC)
    values = [7, 2**40, True, day, moment, None, "£5", [1, 2], Decimal("1.50")]
    statement = Statement(f"SELECT {', '.join(['%s'] * len(values))}", values)
    for _ in range(2):  # First planned, then as it was planned.
        with connection.cursor() as cursor:
            statement.ask(cursor)
            assert list(cursor.fetchone()) == values


def test_it_is_planned_once_and_without_its_values(area):
    statement = agencies_named("Larkfield School")
    for _ in range(3):
        answer(statement, area=area.pk)
    with connection.cursor() as cursor:
        asked = "SELECT custom_plans, generic_plans FROM pg_prepared_statements WHERE statement LIKE %s"
        cursor.execute(asked, [f"%{statement.text}%"])
        assert cursor.fetchall() == [(0, 3)]
        # So it is asked for by the product, wherever its server is, and not only of the server of the tests.
        cursor.execute(
            "SELECT name, setting FROM pg_settings WHERE source = 'client'"
            " AND name IN ('plan_cache_mode', 'max_parallel_workers_per_gather', 'jit')"
        )
        assert dict(cursor.fetchall()) == settings.OF_EACH_CONNECTION


def test_several_threads_may_write_it_at_once():
    for _ in range(200):
        statement = Statement(f"SELECT {', '.join(['%s'] * 60)}", range(60))
        ready = Barrier(4)

        def write(statement=statement, ready=ready):
            ready.wait()
            statement._write(Written())

        writers = [Thread(target=write) for _ in range(4)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert (len(statement.asked_with), statement.text.count("$")) == (60, 60)


class Written:
    """Lays a statement out as a cursor does, in the middle of which another thread comes to its turn."""

    def mogrify(self, sql, places):
        time.sleep(0)
        return (sql % tuple(place.adapted for place in places)).encode()


def test_whoever_asks_the_same_of_other_records_finds_it_planned(area, other_area):
    statements = [
        Statement(
            "SELECT name FROM accounts_area WHERE id IN (%s, %s) AND %s < %s", [*keys, clock.today(), clock.now()]
        )
        for keys in ((area.pk, 0), (0, other_area.pk))
    ]
    there = kept_planned()
    assert [answer(each) for each in statements] == [["Harrowmere"], ["Eastvale"]]
    assert len(kept_planned()) == len(there) + 1


def test_a_connection_keeps_no_more_than_it_has_room_for_and_forgets_what_was_asked_longest_ago(area, monkeypatch):
    statements = [agencies_named(f"{letter} School") for letter in "ABC"]
    for each in statements:
        answer(each, area=area.pk)
    a, b, c = (each.text for each in statements)
    answer(statements[0], area=area.pk)
    monkeypatch.setattr("prevent_cases.prepared.MOST_PLANNED", 3 * len(a))
    d = agencies_named("D School")
    for _ in range(2):
        answer(d, area=area.pk)
        planned = "\n".join(kept_planned())
        assert [text in planned for text in (a, b, c, d.text)] == [True, False, True, True]
    answer(statements[1], area=area.pk)
    assert b in "\n".join(kept_planned())


def test_a_page_of_a_list_is_planned_for_whoever_asks(area, administrator):
    """Without the values PostgreSQL goes through all records for somebody who may see few of them."""
    factories.agency(area)
    administrator.posts  # noqa: B018 (which are planned once)
    there = kept_planned()
    for _ in range(7):
        assert len(Agency.objects.permitted_page(administrator, "accounts.view_agency", kept_as="all")) == 1
    assert kept_planned() == there


def test_what_fails_is_asked_anew(area):
    answer(statement := Statement("SELECT 1 / %s", [1]))
    ask = Statement("SELECT 2 / %s", [0])
    for _ in range(2):
        with pytest.raises(DataError), transaction.atomic():
            answer(ask)
        assert answer(statement) == [1]


@pytest.mark.made_anew  # It closes the connection.
def test_each_connection_plans_it_and_loses_it_with_its_end(committed):
    factories.area()
    ask = prepared(lambda: Area.objects.filter(name=Given("name", models.TextField())).values_list("name"))
    for _ in range(2):
        assert [ask(name="Harrowmere") for _ in range(7)] == [[("Harrowmere",)]] * 7
        connection.close()
