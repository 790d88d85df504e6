"""Bars say what they show in words, and hide what is suppressed."""

import re

from prevent_cases.look.templatetags import look

ROWS = [("Education", 40), ("Police", 10), ("Family & friends", None, "Fewer than 5")]


def test_bars_are_as_long_as_their_values_and_a_suppressed_one_is_not_drawn():
    svg = look.bar_chart(ROWS, title="Who referred", desc="Education most of all.")
    assert re.findall(r'<rect[^>]* width="([\d.]+%)"', svg) == ["100.0%", "25.0%"]
    assert "Fewer than 5" in svg


def test_the_picture_has_a_name_a_description_and_every_word_as_text():
    svg = look.bar_chart(ROWS, title="Who referred", desc="Education most of all.")
    assert ">Who referred</title>" in svg
    assert ">Education most of all.</desc>" in svg
    assert re.findall(r"<text[^>]*>([^<]+)</text>", svg)[:2] == ["Education", "40"]
    assert "Family &amp; friends" in svg


def test_nothing_to_show_is_an_empty_picture():
    svg = look.bar_chart([("Police", 0), ("Education", None, "Not known")], title="Who referred", desc="Nobody.")
    assert re.findall(r'<rect[^>]* width="([\d.]+%)"', svg) == ["0.0%"]
    assert "<rect" not in look.bar_chart([], title="Who referred", desc="Nobody.")
