"""What is asked for summaries and board reports, in which words."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.utils.formats import date_format

from actions.models import Action
from cases.forms.disclosure import ToWhomForm
from cases.forms.pieces import decided, offer_to_confirm, pieces, referred, to_tick
from cases.forms.sharing import ask_of_agreements, despite_agreement
from cases.models import Case, Intervention, Level, Mark
from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.look.forms import (
    BOXES,
    AllSeenField,
    CheckboxSelectMultiple,
    DateField,
    Form,
    LongTextField,
    RadioSelect,
)
from prevent_cases.reference.models import LawfulBasis
from reports import permissions
from reports.figures.board_report import Figures, figures
from reports.figures.periods import Period, offered
from reports.models import HANDED_OUT, IN_DETAIL, Correction, Section, ToldHow
from reports.operations.case_summary import CONFIRMED_AS, acted_singly, given_singly, to_confirm
from reports.operations.correction import told_together


class CaseSummaryForm(Form):
    """What goes into a summary; of health and of the police each piece is ticked, or stays out."""

    sections = forms.MultipleChoiceField(
        label="What should stand in it?",
        choices=Section,
        initial=[each for each in Section.values if each not in IN_DETAIL],
        widget=CheckboxSelectMultiple,
        error_messages={"required": "Choose what should stand in it"},
        help_text="Who it is about always stands in it. It says what you left out, and not whether there is any.",
    )
    pieces = pieces(
        "Which of what health and the police have shared may go into it?",
        "Tick each that its reader needs. What is not ticked stays out.",
    )
    referred = referred(
        "Which referrals of health and the police may go into it?",
        "Tick each that its reader needs. What is not ticked stays out.",
    )

    decided = decided(
        "Which section 36 decisions of the police may go into it?",
        "Tick each that its reader needs. What is not ticked stays out.",
    )
    acted = to_tick(
        Action,
        "Which actions of health and the police may go into it?",
        "With what came of each. Tick each that its reader needs. What is not ticked stays out.",
        "reference",
    )
    given = to_tick(
        Intervention,
        "Of which support that health and the police give may it say more?",
        "What they report of its sessions, and what worried them. What is not ticked stays out.",
        "reference",
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        further = {
            "acted": (acted_singly(case, user), acted_in_a_line),
            "given": (given_singly(case, user), given_in_a_line),
        }
        offer_to_confirm(form, case, user, form.offered(case, user), **further)
        return form

    @property
    def has_to_confirm(self) -> bool:
        return any(name in self.fields for name in ("pieces", *CONFIRMED_AS))

    def offered(self, case, user):
        return to_confirm(case, user)


def acted_in_a_line(action: Action) -> str:
    """What it is, whose, and who said last what they do about it, or did."""
    done = f"released by {action.done_by}, who said what came of it" if action.done_at else "not done yet"
    return f"{action.agency}: {action.what} ({done})"


def given_in_a_line(intervention: Intervention) -> str:
    day = date_format(clock.day_of(intervention.answered_at), "j F Y")
    return f"{intervention.agency}, released by {intervention.answered_by}, who took it on for them on {day}."


class HandOutCaseSummaryForm(ToWhomForm, CaseSummaryForm):
    purpose = LongTextField(label="What do they need it for?", rows=3, max_length=2000)
    lawful_basis = forms.ChoiceField(label="Lawful basis to share", choices=LawfulBasis, widget=RadioSelect)
    despite_agreement = despite_agreement()
    sections = forms.MultipleChoiceField(
        label="What do they need to know?",
        choices=[(each, Section(each).label) for each in HANDED_OUT],
        initial=[each for each in HANDED_OUT if each not in IN_DETAIL],
        widget=CheckboxSelectMultiple,
        error_messages=CaseSummaryForm.base_fields["sections"].error_messages,
        help_text=CaseSummaryForm.base_fields["sections"].help_text,
    )

    field_order = (
        *ToWhomForm.base_fields,
        "purpose",
        "lawful_basis",
        "despite_agreement",
        "sections",
        "pieces",
        *CONFIRMED_AS,
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = super().for_record(case, user, *data)
        ask_of_agreements(form, case.area, form.offer_agencies(case.area))
        return form

    def offered(self, case, user):
        return super().offered(case, user).filter(mark=Mark.ALL_MEMBERS)


class SayCorrectionToldForm(Form):
    how = forms.ChoiceField(label="How were they told?", choices=ToldHow, widget=RadioSelect)
    told_on = DateField(label="On which day?", help_text="If they never had it, the day on which that was found.")
    words = LongTextField(
        label="Who was told there, and what?",
        rows=4,
        max_length=4000,
        help_text="If they never had it, say how you know.",
    )
    together = forms.ModelMultipleChoiceField(
        label="Of what else were they told with it?",
        queryset=Correction.objects.none(),
        to_field_name="reference",
        widget=CheckboxSelectMultiple,
        required=False,
        help_text="Untick what they were not told of yet.",
    )

    @classmethod
    def for_record(cls, correction, user, *data):
        form = cls(*data)
        others = told_together(correction)
        if choices := [(each.reference, each.what) for each in others]:
            form.fields["together"].queryset = others
            form.fields["together"].choices = choices
            form.fields["together"].initial = [reference for reference, _ in choices]
        else:
            form.leave_out("together")
        return form


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


@dataclass(frozen=True)
class Terms:
    """On which terms somebody has something of a case."""

    reference: str
    what: str
    purpose: str
    lawful_basis: str
    until: str


def terms_to_acknowledge(case: Case, user: User) -> list[Terms]:
    """Of all of it that somebody has not acknowledged."""
    shares = permissions.shares_to_acknowledge(user).filter(case=case).select_related("agency")
    handed = permissions.summaries_to_acknowledge(user).filter(case=case).select_related("handed_to")
    return [
        *(
            Terms(
                each.reference,
                f"{each.get_level_display()}, for {each.agency}",
                # Whoever only knows of a case is not told what it is about.
                "" if each.level == Level.KNOW else each.purpose,
                each.get_lawful_basis_display(),
                date_format(each.until, "j F Y") if each.until else "Somebody stops sharing it",
            )
            for each in shares.order_by("pk")
        ),
        *(
            Terms(
                each.reference,
                f"Summary, copy {each.copy_number}, for {each.handed_to}",
                each.purpose,
                each.get_lawful_basis_display(),
                "No longer than you need it for this; then destroy it",
            )
            for each in handed.order_by("pk")
        ),
    ]


class AcknowledgeCaseForm(Form):
    """The press of whoever has read on which terms they have a case, which says which of them stood there."""

    seen = AllSeenField()

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        form.terms = terms_to_acknowledge(case, user)
        form.initial["seen"] = [each.reference for each in form.terms]
        return form
