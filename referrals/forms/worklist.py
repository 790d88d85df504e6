"""How the worklist is filtered, sorted and searched."""

from django import forms

from prevent_cases.accounts.models import Sector
from prevent_cases.look.forms import CheckboxSelectMultiple, Form
from referrals.models import Stage

OPEN = "open"
ONLY = {"urgent": "Urgent", "overdue": "Overdue", "mine": "Ones I received or assessed last"}


class WorklistForm(Form):
    """Asked in the address; what is not understood is left out."""

    q = forms.CharField(
        label="Reference, initials or name",
        max_length=100,
        required=False,
        help_text="The beginning of each name is enough. Accents do not matter.",
    )
    stage = forms.ChoiceField(
        label="Where it stands",
        choices=[(OPEN, "Not decided yet"), ("all", "Anywhere"), *Stage.choices],
        required=False,
    )
    only = forms.MultipleChoiceField(
        label="Only these", choices=ONLY.items(), widget=CheckboxSelectMultiple, required=False
    )
    sector = forms.ChoiceField(label="Sector", choices=[("", "Any"), *Sector.choices], required=False)
    agency = forms.SlugField(widget=forms.HiddenInput, required=False)
    sort = forms.ChoiceField(
        label="First come", choices=[("due", "The oldest deadlines"), ("newest", "The newest")], required=False
    )
