"""Forms ask and complain in plain sentences, whoever wrote them."""

import re
from datetime import date, timedelta

import pytest
from django import forms as django_forms
from django.utils.html import escape

from prevent_cases import clock
from prevent_cases.look import examples, forms


def form_of(field, **answers):
    """A bound form with one question called ``answer``; ``answers`` end its name (``answer_day``)."""
    kind = type("Asked", (django_forms.Form,), {"answer": field})
    return kind({f"answer{'_' + part if part else ''}": value for part, value in answers.items()} if answers else {})


def complaints(field, answer="", **parts):
    return form_of(field, **(parts or {"": answer})).errors.get("answer", [])


def day(day="", month="", year="", **options):
    options = {"label": "Date of birth"} | options
    return complaints(forms.DateField(**options), day=day, month=month, year=year)


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        (django_forms.CharField(label="Full name"), "Enter full name"),
        (django_forms.CharField(label="NHS number"), "Enter NHS number"),
        (django_forms.CharField(label="What did you see?"), "Enter an answer to “What did you see?”"),
        (django_forms.EmailField(), "Enter an e-mail address"),
        (django_forms.CharField(widget=django_forms.PasswordInput), "Enter a password"),
        (django_forms.ChoiceField(label="Panel", choices=[("a", "A")]), "Choose panel"),
        (django_forms.BooleanField(label="I agree"), "Tick the box to go on: I agree"),
        (django_forms.FileField(label="Letter"), "Choose a file"),
        (forms.DateField(label="Due on"), "Enter due on"),
        (django_forms.CharField(error_messages={"required": "Say who you are"}), "Say who you are"),
    ],
)
def test_a_missing_answer_is_asked_for_by_its_label(field, sentence):
    assert complaints(field) == [sentence]


@pytest.mark.parametrize(
    ("field", "answer", "sentence"),
    [
        (django_forms.EmailField(), "sam", "Enter an e-mail address in the right format, like name@example.com"),
        (django_forms.IntegerField(label="Age"), "ten", "Age must be a number"),
        (django_forms.IntegerField(label="Age", max_value=120), "121", "Age must be 120 or less"),
        (django_forms.CharField(label="Name", max_length=3), "Robin", "Name must be 3 characters or fewer"),
        (django_forms.ChoiceField(label="Panel", choices=[("a", "A")]), "b", "Choose panel from the list"),
        (django_forms.TimeField(label="Start"), "noon", "Enter start like 14:30"),
        (django_forms.IntegerField(label="How old?"), "ten", "The answer to “How old?” must be a number"),
        (
            django_forms.CharField(label="5% or so?", max_length=1),
            "no",
            "The answer to “5% or so?” must be 1 characters or fewer",
        ),
        (
            django_forms.CharField(label="In %d"),
            "a\0",
            "In %d holds a character that cannot be kept. Write it again",
        ),
        (django_forms.ChoiceField(label="100%?"), "b", "Choose an answer to “100%?” from the list"),
    ],
)
def test_an_answer_that_cannot_be_read_is_told_in_a_sentence(field, answer, sentence):
    assert complaints(field, answer) == [sentence]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (("27", "3", "2010"), date(2010, 3, 27)),
        (("1", "Sept", "2026"), date(2026, 9, 1)),
        ((" 29", "02", "2024 "), date(2024, 2, 29)),
    ],
)
def test_a_date_is_read_from_three_boxes(written, read):
    form = form_of(forms.DateField(), **dict(zip(forms.BOXES, written, strict=True)))
    assert form.is_valid()
    assert form.cleaned_data["answer"] == read


def test_a_date_says_what_is_wrong_with_it():
    assert day("27", "", "2010") == ["Date of birth must include a month"]
    assert day("", "", "2010") == ["Date of birth must include a day and a month"]
    assert day("27", "3", "10") == ["Date of birth must include a year of 4 numbers, like 2026"]
    assert day("31", "2", "2010") == ["Date of birth must be a real date, like 27 3 2026"]
    assert day("1", "1", "0000") == ["Date of birth must be a real date, like 27 3 2026"]
    assert day("9" * 20, "1", "2010") == ["Date of birth must be a real date, like 27 3 2026"]
    tomorrow = clock.today() + timedelta(days=1)
    assert day(tomorrow.day, tomorrow.month, tomorrow.year, past=True) == ["Date of birth must be today or in the past"]
    assert day(required=False) == []
    with clock.at(clock.now() + timedelta(days=1)):  # The day is that of the clock which operations read.
        assert day(tomorrow.day, tomorrow.month, tomorrow.year, past=True) == []


@pytest.mark.parametrize("parts", [("27", "", "2010"), ("27", "3", "10"), ("", "3", "2010"), ("31", "2", "2010")])
def test_the_summary_leads_to_the_first_wrong_box_and_only_wrong_boxes_are_red(parts):
    form = form_of(forms.DateField(), **dict(zip(forms.BOXES, parts, strict=True)))
    html = str(form)
    target = re.search(r'<a href="#(\w+)">', html)[1]
    red = re.findall(r'class="[^"]*govuk-input--error[^"]*"[^>]*id="(\w+)"', html) or re.findall(
        r'id="(\w+)"[^>]*govuk-input--error', html
    )
    assert red[0] == target
    assert len(red) == {("31", "2", "2010"): 3}.get(parts, 1)


@pytest.mark.parametrize("kept", [date(2010, 3, 27), "2010-03-27"])
def test_a_date_from_a_draft_fills_the_boxes(kept):
    html = str(type("Asked", (forms.Form,), {"answer": forms.DateField()})(initial={"answer": kept}))
    assert re.findall(r'value="(\w+)"', html) == ["27", "3", "2010"]


def test_lines_count_as_the_counter_counts_them():
    form = form_of(forms.LongTextField(max_length=3), **{"": "a\r\nb"})
    assert form.is_valid()
    assert form.cleaned_data["answer"] == "a\nb"


def test_only_optional_questions_are_marked():
    html = str(examples.EveryQuestion())
    assert re.findall(r"(\w+) \(optional\)", html) == ["Age", "home", "report"]
    assert " required" not in html


def test_a_question_under_a_condition_is_not_called_optional_and_one_left_out_is_drawn_nowhere():
    class Asked(forms.Form):
        asked_after = {"why": ("agrees", "no")}
        agrees = django_forms.ChoiceField(choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect)
        why = django_forms.CharField(label="If not, why?", required=False)

    assert "If not, why?</label>" in re.sub(r"\s*</", "</", str(Asked()))
    without = Asked()
    without.leave_out("why")
    assert "If not" not in str(without)
    neither = Asked()
    neither.leave_out("agrees", "why")
    assert not neither.fields


def test_words_that_somebody_wrote_are_shown_as_words_beside_a_question():
    """An area's note, an agency's or a reason's name: of the hints as of all else that a page shows."""
    hint = "Ask <b>Larch & Co</b>."
    for field in (django_forms.CharField(help_text=hint), django_forms.BooleanField(help_text=hint)):
        assert escape(hint) in str(form_of(field))


def test_questions_stand_in_their_groups_and_the_summary_in_the_same_order():
    form = examples.wrong()
    asked = [field.target for _, fields in form.grouped() for field in fields if field.errors]
    assert re.findall(r'<li><a href="#([\w-]+)">', str(form)) == asked
    assert [title for title, _ in form.grouped()] == ["", "About the person", "About the concern", ""]


def test_what_the_server_checks_is_not_cut_off_or_hinted_at_by_the_browser():
    html = str(form_of(django_forms.IntegerField(min_value=1, max_value=9)))
    assert 'inputmode="numeric"' in html
    assert not re.search(r" (required|placeholder|maxlength|min|max|step)[ =>]", html)


def test_what_people_type_is_escaped_everywhere():
    choice = django_forms.ChoiceField(label="<b>", choices=[("a", "<i>")], widget=forms.RadioSelect)
    html = str(form_of(choice, **{"": "<u>"}))
    assert not re.search("<[biu]>", html)


def test_whatever_stands_in_an_attribute_of_a_box_stays_in_it():
    box = django_forms.TextInput({"required": False, "disabled": True, "data-said": "'\"><script>"})
    assert box.render("name", None) == (
        '<input type="text" name="name" disabled data-said="&#x27;&quot;&gt;&lt;script&gt;">'
    )
