"""What is asked when an agency is asked for support, and what it is asked to report."""

from django import forms

from cases.forms.sharing import ask_of_agreements, despite_agreement
from cases.known import last_plan
from cases.models import AgreedSession, Project, taken_by, who_can_be_asked
from prevent_cases import clock
from prevent_cases.accounts.models import Agency
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import LawfulBasis

MOST_SESSIONS = 200


def yes_or_no(label: str, yes: str = "Yes", no: str = "No", **more) -> forms.TypedChoiceField:
    choices = [("yes", yes), ("no", no)]
    return forms.TypedChoiceField(
        label=label, choices=choices, coerce=lambda value: value == "yes", widget=RadioSelect, **more
    )


class YesOrNoForm(Form):
    """A form whose further questions are asked after a yes or a no."""

    def is_asked(self, name):
        if name not in self.asked_after:
            return True
        question, answer = self.asked_after[name]
        return self.cleaned_data.get(question) == (answer == "yes")


def number(label: str, most: int, **more) -> forms.IntegerField:
    short = forms.NumberInput({"class": "govuk-input--width-4"})
    return forms.IntegerField(label=label, min_value=1, max_value=most, widget=short, **more)


class ProjectField(forms.ModelChoiceField):
    """A project, with its agency and what is free of it."""

    def label_from_instance(self, project) -> str:
        return f"{project}, {project.agency}: {project.free} of {project.places} places free"


class ArrangeInterventionForm(Form):
    groups = {
        "Who and when": ["agency", "project", "sessions", "starts_on", "until"],
        "The brief": ["called", "purpose", "needs", "safe_place", "to_avoid", "lawful_basis", "despite_agreement"],
    }
    agency = forms.ModelChoiceField(
        label="Whom do you ask?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label="Choose an agency",
        help_text="A provider, or any agency. Not one where nobody answers for support.",
    )
    project = ProjectField(
        label="In which of its projects?",
        queryset=Project.objects.none(),
        to_field_name="reference",
        required=False,
        empty_label="In none",
        help_text="Whoever is asked for, or receives it, has a place there.",
    )
    sessions = number("How many sessions?", MOST_SESSIONS)
    starts_on = DateField(label="From which day?", initial=clock.today)
    until = DateField(label="Until which day?")
    called = forms.CharField(
        label="How are they to call the person?",
        max_length=100,
        help_text="A first name is enough. Nothing of the case is shown to them, nor any other name, age or address.",
    )
    purpose = LongTextField(label="What is it for?", rows=3, max_length=4000)
    needs = LongTextField(
        label="What does the person need?",
        rows=4,
        max_length=4000,
        help_text="What helps, what they like, how to talk.",
    )
    safe_place = LongTextField(
        label="Where is it safe to meet?", rows=2, max_length=2000, help_text="And how to reach the person."
    )
    to_avoid = LongTextField(
        label="What is to be avoided?",
        rows=2,
        max_length=2000,
        help_text="Places, people, topics, times. Write “nothing” if there is nothing.",
    )
    lawful_basis = forms.ChoiceField(
        label="Lawful basis to share the brief",
        choices=LawfulBasis,
        widget=RadioSelect,
        help_text="This is not the person’s agreement to support.",
    )
    despite_agreement = despite_agreement()

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        agencies, form.not_now = who_can_be_asked(case)
        field = form.fields["agency"]
        field.queryset = Agency.objects.filter(pk__in=[agency.pk for agency in agencies])
        # They have been read: the field would read them once more.
        field.choices = [("", field.empty_label), *((agency.slug, str(agency)) for agency in agencies)]
        ask_of_agreements(form, case.area, agencies)
        projects = Project.objects.filter(area=case.area_id, closed_at=None, agency__in=agencies)
        form.fields["project"].queryset = projects.annotate(taken=taken_by("project")).select_related("agency")
        form.initial["called"] = case.individual.given_names
        form.plan = last_plan(case)
        if form.plan:
            form.initial["purpose"] = form.plan.support
        return form


class AnswerInterventionForm(YesOrNoForm):
    asked_after = {"why_declined": ("accepted", "no")}
    accepted = yes_or_no("Will your agency give this support?", "Yes, we accept", "No, we decline")
    why_declined = LongTextField(
        label="Why not?", rows=3, max_length=2000, help_text="The coordinator and the panel read this."
    )


class ReportSessionForm(YesOrNoForm):
    asked_after = {
        "minutes": ("came", "yes"),
        "what": ("came", "yes"),
        "why_missed": ("came", "no"),
        "worry": ("worried", "yes"),
    }
    held_on = DateField(label="When was the session?", past=True, initial=clock.today)
    came = yes_or_no("Did it take place?", "Yes", "No, it was missed")
    minutes = number("How many minutes?", 24 * 60)
    what = LongTextField(label="What was done?", rows=4, max_length=4000, help_text="A few words are enough.")
    why_missed = LongTextField(
        label="Why was it missed?", rows=2, max_length=2000, help_text="As far as you know. Nobody is blamed for it."
    )
    next_on = DateField(
        label="When do you meet next?",
        required=False,
        help_text="If a day is agreed. Where nothing is reported of it, the coordinator asks you.",
    )
    worried = yes_or_no("Is there anything that worries you now?")
    worry = LongTextField(
        label="What worries you?", rows=3, max_length=2000, help_text="The coordinator and the police are told at once."
    )


class AgreeSessionForm(Form):
    meets_on = DateField(
        label="On which day do you meet?",
        help_text="If nothing is reported of that day, the coordinator sees it and asks you.",
    )


class TakeBackSessionForm(Form):
    day = forms.ModelChoiceField(
        label="Which day?",
        queryset=AgreedSession.objects.none(),
        to_field_name="meets_on",
        empty_label=None,
        widget=RadioSelect,
    )
    reason = LongTextField(label="Why?", rows=2, max_length=2000, help_text="The coordinator and the panel read this.")

    @classmethod
    def for_record(cls, intervention, user, *data):
        form = cls(*data)
        form.fields["day"].queryset = intervention.agreed_sessions.unreported()
        return form


class EndInterventionForm(Form):
    reason = LongTextField(label="Why does it end?", rows=3, max_length=2000)


class UrgentConcernForm(Form):
    words = LongTextField(
        label="What worries you now?",
        rows=3,
        max_length=2000,
        help_text="A few words: what you saw or heard, and when. Nothing has to be certain.",
    )


class AnswerUrgentConcernForm(Form):
    what_was_done = LongTextField(
        label="What was done?",
        rows=3,
        max_length=4000,
        help_text="Everybody who can see the case reads this. Nothing of police work that they must not know.",
    )
