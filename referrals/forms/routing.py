"""What is asked about a row of the table of panels, in which words."""

from django import forms

from prevent_cases.accounts.models import Area, Panel, PanelKind
from prevent_cases.look.forms import Form, RadioSelect
from referrals.models import KindOfNeed, LivesHere, RoutingRow


class RoutingRowForm(Form):
    position = forms.IntegerField(
        label="Place in the table",
        min_value=1,
        max_value=999,
        help_text="The first row that fits counts. Leave gaps, such as 10, 20, 30, and later rows find their place.",
    )
    youngest = forms.IntegerField(label="Youngest age", min_value=0, max_value=120, required=False)
    oldest = forms.IntegerField(
        label="Oldest age",
        min_value=0,
        max_value=120,
        required=False,
        help_text="In whole years on the day of referral. Leave empty where there is no limit.",
    )
    lives_here = forms.ChoiceField(
        label="Where do they live?",
        choices=[("", "Anywhere, or not known"), *LivesHere.choices],
        widget=RadioSelect,
        required=False,
    )
    kind_of_need = forms.ChoiceField(
        label="What help do they need most?",
        choices=[("", "Any, or not known"), *KindOfNeed.choices],
        widget=RadioSelect,
        required=False,
    )
    panel = forms.ModelChoiceField(
        label="To which panel do they go?",
        queryset=Panel.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=RadioSelect,
    )

    @classmethod
    def for_record(cls, record: Area | RoutingRow, user, *data):
        form = cls(*data)
        area = record if isinstance(record, Area) else record.area
        form.fields["panel"].queryset = Panel.objects.filter(area=area).exclude(kind=PanelKind.BOARD)
        if isinstance(record, RoutingRow):
            form.initial = {name: getattr(record, name) for name in form.fields} | {"panel": record.panel.slug}
        return form
