"""Prepared questions: compiled once, answered each time with what is given and what is there."""

from django.db import models

from prevent_cases.accounts.models import Agency
from prevent_cases.prepared import Given, prepared
from tests import factories


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
    assert ask(name="x' OR '1'='1") == []
