"""What is asked when an agency is asked for information, and what it is asked to answer."""

from django import forms
from django.db.models import Exists, OuterRef, Q

from cases.forms import contributions
from cases.forms.contact_log import InErrorForm
from cases.forms.sharing import ask_of_agreements, despite_agreement
from cases.models import AnswerKind, InformationAnswer
from prevent_cases.accounts.models import Agency, Post
from prevent_cases.accounts.posts import HANDLES_CASES
from prevent_cases.look.forms import CheckboxSelectMultiple, DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import LawfulBasis


class AskForInformationForm(Form):
    agencies = forms.ModelMultipleChoiceField(
        label="Whom do you ask?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        widget=CheckboxSelectMultiple,
        help_text="Each gets a request of its own. Not those that have still to answer, nor those where nobody handles "
        "cases.",
    )
    asked = LongTextField(
        label="What do you ask?",
        rows=4,
        max_length=4000,
        help_text="What you need to know, and for which time. Write nothing that they need not know themselves.",
    )
    purpose = LongTextField(
        label="What is it for?",
        rows=2,
        max_length=2000,
        initial="So that the panel can assess whether the person needs support, and which.",
    )
    lawful_basis = forms.ChoiceField(
        label="Lawful basis to ask",
        choices=LawfulBasis,
        widget=RadioSelect,
        help_text="This is not the person’s agreement to support.",
    )
    until = DateField(
        label="Until when may they read the request?",
        required=False,
        help_text="Leave empty if as long as the case goes on, unless you take it back.",
    )
    despite_agreement = despite_agreement()

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        handled = Post.objects.current().filter(agency=OuterRef("pk"), kind__in=HANDLES_CASES, user__is_active=True)
        waiting = case.information_requests.filter(answered_at=None, recalled_at=None)
        agencies = Agency.objects.filter(Q(area=case.area_id) | Q(serves_all_areas=True))
        agencies = agencies.filter(Exists(handled)).exclude(pk__in=waiting.values("agency"))
        form.fields["agencies"].queryset = agencies
        ask_of_agreements(form, case.area, list(agencies))
        return form


class AnswerInformationRequestForm(Form):
    answer = forms.ChoiceField(
        label="What is your answer?",
        choices=AnswerKind,
        widget=RadioSelect,
    )
    text = contributions.text()
    mark = contributions.mark()
    with_deputies = contributions.with_deputies()
    why_not = LongTextField(
        label="Why is it not shared?",
        rows=3,
        max_length=2000,
        help_text="The coordinator and the chair read this. Say nothing of what it is that you hold.",
    )
    who_tells = forms.CharField(
        label="Who will tell the chair?", max_length=200, help_text="In person. Only the chair reads this name."
    )
    confidentiality_by = contributions.confidentiality_by()
    confidentiality_ground = contributions.confidentiality_ground()
    confidentiality_words = contributions.confidentiality_words()
    no_intelligence = contributions.no_intelligence()

    asked_after = {
        "text": ("answer", AnswerKind.SHARED),
        "mark": ("answer", AnswerKind.SHARED),
        "with_deputies": ("mark", "chair_only"),
        "why_not": ("answer", AnswerKind.NOT_SHARED),
        "who_tells": ("answer", AnswerKind.BY_WORD),
    }

    @classmethod
    def for_record(cls, request, user, *data):
        form = cls(*data)
        contributions.of_agency(form, [request.agency])
        # That nothing is held is said in one press, by a button of its own, and nothing else is asked then.
        form.fields["answer"].widget.choices = [
            choice for choice in AnswerKind.choices if choice[0] != AnswerKind.NOTHING_HELD
        ]
        return form

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("answer") == AnswerKind.NOTHING_HELD:
            self.errors.clear()
            return {"answer": AnswerKind.NOTHING_HELD}
        return cleaned


class MoveInformationRequestForm(Form):
    due_on = DateField(label="By which day are they to answer?")
    reason = LongTextField(label="Why?", rows=2, max_length=1000, help_text="The agency reads this.")


class AnswerInErrorForm(InErrorForm):
    answer = forms.ModelChoiceField(
        label="Which answer?", queryset=InformationAnswer.objects.none(), empty_label=None, widget=RadioSelect
    )

    field_order = ("answer", "reason")

    @classmethod
    def for_record(cls, request, user, *data):
        form = cls(*data)
        form.fields["answer"].queryset = request.information_answers.standing().order_by("-pk")
        return form


class RecallInformationRequestForm(Form):
    reason = LongTextField(label="Why do you take it back?", rows=2, max_length=1000)
