"""What is asked for summaries and board reports, in which words."""

from urllib.parse import urlencode

from django import forms
from django.db.models import Q

from cases.forms.pieces import offer_to_confirm, pieces, referred
from cases.forms.sharing import ask_of_agreements, despite_agreement
from cases.models import Mark
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.look.forms import BOXES, CheckboxSelectMultiple, DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import LawfulBasis
from reports import permissions
from reports.figures.board_report import Figures, figures
from reports.figures.periods import Period, offered
from reports.models import HANDED_OUT, Section
from reports.operations.case_summary import to_confirm


class CaseSummaryForm(Form):
    """What goes into a summary; of health and of the police each piece is ticked, or stays out."""

    sections = forms.MultipleChoiceField(
        label="What should stand in it?",
        choices=Section,
        initial=Section.values,
        widget=CheckboxSelectMultiple,
        error_messages={"required": "Choose what should stand in it"},
        help_text="Who it is about always stands in it. It says what you left out, and not whether there is any.",
    )
    pieces = pieces(
        "Which of what health and the police have let go of may go into it?",
        "Tick each that its reader needs. What is not ticked stays out.",
    )
    referred = referred(
        "Which referrals of health and the police may go into it?",
        "Tick each that its reader needs. What is not ticked stays out.",
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        offer_to_confirm(form, case, user, form.offered(case, user))
        return form

    def offered(self, case, user):
        return to_confirm(case, user)


class HandOutCaseSummaryForm(CaseSummaryForm):
    agency = forms.ModelChoiceField(
        label="To which agency?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label="None of these",
        required=False,
    )
    body = forms.CharField(
        label="Or to which other body or person?",
        max_length=200,
        required=False,
        help_text="Where it is none of these.",
    )
    purpose = LongTextField(label="What do they need it for?", rows=3, max_length=2000)
    lawful_basis = forms.ChoiceField(label="Lawful basis to share", choices=LawfulBasis, widget=RadioSelect)
    despite_agreement = despite_agreement()
    sections = forms.MultipleChoiceField(
        label="What do they need to know?",
        choices=[(each, Section(each).label) for each in HANDED_OUT],
        initial=HANDED_OUT,
        widget=CheckboxSelectMultiple,
        error_messages=CaseSummaryForm.base_fields["sections"].error_messages,
        help_text=CaseSummaryForm.base_fields["sections"].help_text,
    )

    field_order = ("agency", "body", "purpose", "lawful_basis", "despite_agreement", "sections", "pieces", "referred")

    @classmethod
    def for_record(cls, case, user, *data):
        form = super().for_record(case, user, *data)
        agencies = Agency.objects.filter(Q(area=case.area_id) | Q(serves_all_areas=True))
        form.fields["agency"].queryset = agencies
        ask_of_agreements(form, case.area, list(agencies))
        return form

    def offered(self, case, user):
        return super().offered(case, user).filter(mark=Mark.ALL_MEMBERS)


class PeriodForm(Form):
    """From which day to which. Who asks decides which periods there are, and whether small numbers are shown."""

    since = DateField(label="First day")
    until = DateField(label="Last day")

    area: Area
    exact = False

    @classmethod
    def for_record(cls, area: Area, user: User, *data) -> "PeriodForm":
        form = cls(*data)
        form.area, form.exact = area, permissions.view_exact_figures.permits(user, area)
        if not form.is_bound:
            form.initial = vars(form.period)
        return form

    def clean(self):
        answers = super().clean()
        if not self.errors and (obstacle := Period(**answers).obstacle(clock.now(), exact=self.exact)):
            # Whoever may only choose a year is shown no boxes to which the sentence could belong.
            self.add_error("since" if self.exact else None, obstacle)
        return answers

    @property
    def period(self) -> Period | None:
        """What was asked for, or the latest year where nothing was; None where that has an error."""
        if not self.is_bound:
            return offered(clock.now(), exact=self.exact)[0]
        return Period(**self.cleaned_data) if self.is_valid() else None

    def figures(self) -> Figures | None:
        period = self.period
        return period and figures(self.area, period, exact=self.exact, moment=clock.now())

    def years(self) -> list[tuple[Period, str]]:
        """The years to choose from, and the question that asks for each."""
        return [(year, f"?{urlencode(answers_for(year))}") for year in offered(clock.now(), exact=self.exact)]

    def answers(self) -> dict[str, int]:
        """The answers that ask for what is shown."""
        return answers_for(self.period)


def answers_for(period: Period) -> dict[str, int]:
    days = {"since": period.since, "until": period.until}
    return {f"{name}_{box}": getattr(day, box) for name, day in days.items() for box in BOXES}
