"""One draft in several windows: nothing typed is lost, and nothing is overwritten without a word (U-06, R-04, R-10)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevent_cases.pages.windows import Kept, Window, digest


class Tab:
    """A window as a browser has it: what it shows, and what it was last told."""

    def __init__(self, kept: Kept):
        self.kept = kept
        self.load()

    def load(self):
        self.shows = {name: list(values) for name, values in self.kept.answers.items()}
        self.told = str(Window.on(self.kept.answers, self.kept.elsewhere(self.kept.answers)))

    def type(self, **answers):
        self.shows |= {name.replace("_row", "-row"): [text] for name, text in answers.items()}
        return self

    def save(self, settles=False, turn=0):
        window = Window.read(self.told, self.kept.answers)
        self.kept.merge(self.shows, window, turn=turn, settles=settles)
        elsewhere = self.kept.elsewhere(self.shows)
        self.told = str(Window.on(self.shows, elsewhere, window.name))
        return elsewhere


@pytest.fixture
def kept():
    return Kept.of({"name": ["Ash"], "age": ["15"]}, None)


def test_what_only_one_window_changed_is_taken_from_that_one(kept):
    one, two = Tab(kept), Tab(kept)
    one.type(name="Ashwin").save()
    two.type(age="16").save()
    assert kept.answers == {"name": ["Ashwin"], "age": ["16"]}
    assert not kept.beside


def test_of_what_both_changed_both_versions_are_kept_and_shown(kept):
    one, two = Tab(kept), Tab(kept)
    assert one.type(name="Ashwin").save() == {}
    assert two.type(name="Asher").save() == {"name": [["Ashwin"]]}
    assert kept.answers["name"] == ["Ashwin"]
    assert one.save() == {"name": [["Asher"]]}


def test_a_window_goes_on_typing_without_taking_the_others_place(kept):
    one, two = Tab(kept), Tab(kept)
    one.type(name="Ashwin").save()
    for text in ("Ashe", "Asher", "Asher B"):
        two.type(name=text).save()
    assert kept.answers["name"] == ["Ashwin"]
    assert list(kept.beside["name"].values()) == [["Asher B"]]


def test_whoever_saves_having_seen_both_settles_it(kept):
    one, two = Tab(kept), Tab(kept)
    one.type(name="Ashwin").save()
    two.type(name="Asher").save()
    two.type(name="Ashwin Asher").save(settles=True)
    assert kept.answers["name"] == ["Ashwin Asher"]
    assert kept.elsewhere(kept.answers) == {}


def test_what_has_not_been_seen_is_not_settled(kept):
    one, two = Tab(kept), Tab(kept)
    one.type(name="Ashwin").save()
    assert two.type(name="Asher").save(settles=True) == {"name": [["Ashwin"]]}
    assert {*map(tuple, kept.beside["name"].values())} == {("Asher",)}


def test_a_page_opened_later_shows_both_and_saving_it_settles(kept):
    one, two = Tab(kept), Tab(kept)
    one.type(name="Ashwin").save()
    two.type(name="Asher").save()
    later = Tab(kept)
    later.save()
    assert kept.elsewhere(kept.answers) == {"name": [["Asher"]]}
    later.save(settles=True)
    assert kept.answers["name"] == ["Ashwin"]
    assert not kept.beside


def test_a_save_whose_answer_got_lost_is_no_other_window(kept):
    tab = Tab(kept)
    told = tab.told
    tab.type(name="Ashw").save()
    tab.told = told
    assert tab.type(name="Ashwin").save() == {}
    assert kept.answers["name"] == ["Ashwin"]


def test_what_was_sent_before_and_arrives_later_changes_nothing(kept):
    tab = Tab(kept)
    tab.type(name="Ashwin").save(turn=2)
    tab.type(name="Ashw").save(turn=1)
    assert kept.answers["name"] == ["Ashwin"]


def test_rows_added_in_two_windows_are_both_there(kept):
    one, two = Tab(kept), Tab(kept)
    one.shows |= {"entries-aa-row": ["1"], "entries-aa-text": ["One"]}
    two.shows |= {"entries-bb-row": ["1"], "entries-bb-text": ["Two"]}
    one.save()
    two.save()
    assert (kept.answers["entries-aa-text"], kept.answers["entries-bb-text"]) == (["One"], ["Two"])


def test_what_was_taken_out_here_and_written_anew_elsewhere_stays(kept):
    one, two = Tab(kept), Tab(kept)
    one.type(name="Ashwin").save()
    two.type(name="").save()
    assert kept.answers["name"] == ["Ashwin"]


@pytest.mark.parametrize("told", ["", "[]", "{", '{"typed": 1}', "[" * 90_000, '{"typed": {}, "shown": 3, "name": ""}'])
def test_a_window_that_speaks_nonsense_overwrites_nothing(kept, told):
    tab = Tab(kept)
    tab.told = told
    tab.type(name="Other").save()
    assert kept.answers["name"] == ["Ash"]
    assert ["Other"] in kept.beside["name"].values()


TEXTS = st.sampled_from(["", "a", "b", "c", "d"])
STEPS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["type", "save", "press", "load"]), TEXTS), max_size=25)


@given(STEPS)
def test_whatever_three_windows_do_what_was_saved_is_kept_or_was_seen(steps):
    """A saved text goes only where the window that wrote it wrote something else, or somebody saved having seen it."""
    kept = Kept.of({}, None)
    tabs = [Tab(kept) for _ in range(3)]
    for which, does, text in steps:
        tab = tabs[which]
        there = {digest(values) for values in [kept.answers.get("name", []), *kept.beside.get("name", {}).values()]}
        if does == "type":
            tab.type(name=text)
            continue
        if does == "load":
            tab.load()
            continue
        window = Window.read(tab.told, kept.answers)
        own = {window.typed.get("name", ""), digest(tab.shows.get("name", []))}
        tab.save(settles=does == "press")
        left = {digest(values) for values in [kept.answers.get("name", []), *kept.beside.get("name", {}).values()]}
        assert there - left - {""} <= own | {*window.shown}
        assert digest(tab.shows.get("name", [])) in {*left, "", *own}
