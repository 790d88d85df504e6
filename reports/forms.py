"""What is asked for a board report, in which words."""

from prevent_cases import clock
from prevent_cases.look.forms import DateField, Form
from reports import permissions
from reports.periods import Period


class PeriodForm(Form):
    """From which day to which. Whether small numbers may be shown decides which periods there are."""

    since = DateField(label="First day")
    until = DateField(label="Last day")

    exact = False

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        form.exact = permissions.view_exact_figures.permits(user, area)
        return form

    def clean(self):
        answers = super().clean()
        if self.errors:
            return answers
        if obstacle := Period(**answers).obstacle(clock.now(), exact=self.exact):
            self.add_error("since", obstacle)
        return answers
