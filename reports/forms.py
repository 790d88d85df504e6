"""What is asked for a board report, in which words."""

from urllib.parse import urlencode

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.look.forms import BOXES, DateField, Form
from reports import permissions
from reports.figures.board_report import Figures, figures
from reports.figures.periods import Period, offered


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
