"""Prepared questions: compiled once, answered each time with what is given and what is there."""

import pytest
from django.db import connection, models

from prevent_cases.accounts.models import Agency, Area
from prevent_cases.prepared import Given, planned, prepared
from tests import factories


@pytest.mark.parametrize("made", [prepared, planned])
def test_it_is_put_together_once_and_answered_anew_with_what_is_given(area, other_area, made):
    put_together = []

    def agencies_in():
        put_together.append(1)
        of_area = Given("area", models.BigIntegerField())
        return Agency.objects.filter(area=of_area, type="school").order_by("name").values_list("name", "type")

    ask = made(agencies_in)
    assert ask(area=area.pk) == []
    for place, name in ((area, "Larkfield School"), (area, "Abbey School"), (other_area, "Eastvale School")):
        factories.agency(place, name)
    assert ask(area=area.pk) == [("Abbey School", "school"), ("Larkfield School", "school")]
    assert ask(area=other_area.pk) == [("Eastvale School", "school")]
    assert len(put_together) == 1


@pytest.mark.parametrize("made", [prepared, planned])
def test_what_is_given_is_a_value_and_no_part_of_the_question(area, made):
    factories.agency(area)
    ask = made(lambda: Agency.objects.filter(name=Given("name", models.TextField())).values_list("name"))
    assert ask(name="Larkfield School") == [("Larkfield School",)]
    assert ask(name="x' OR '1'='1") == []


@pytest.mark.made_anew  # It closes the connection.
def test_each_connection_plans_it_and_loses_it_with_its_end(committed):
    factories.area()
    ask = planned(lambda: Area.objects.filter(name=Given("name", models.TextField())).values_list("name"))
    for _ in range(2):
        assert [ask(name="Harrowmere") for _ in range(7)] == [[("Harrowmere",)]] * 7
        connection.close()
