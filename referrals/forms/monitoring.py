"""How somebody is asked to describe themselves."""

from django import forms

from prevent_cases.look.forms import Form, RadioSelect
from referrals.models import DESCRIBED, MonitoringSource

OWN_WORDS = "In their own words. Leave this blank if they did not say."


def own_words(label: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=200, required=False, help_text=OWN_WORDS)


class MonitoringForm(Form):
    source = forms.ChoiceField(label="Who described the person?", choices=MonitoringSource, widget=RadioSelect)
    ethnicity = own_words("Ethnic background")
    religion = own_words("Religion or belief, or none")
    nationality = own_words("Nationality")
    disability = own_words("Disability")

    def clean(self):
        cleaned = super().clean()
        described = any(cleaned.get(name) for name in self.fields if name != "source")
        if described and cleaned.get("source") not in (None, *DESCRIBED):
            self.add_error("source", "Leave the boxes blank where nobody described the person.")
        return cleaned
