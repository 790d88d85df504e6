"""What is asked about a contact."""

from django import forms
from django.core.validators import RegexValidator
from django.forms.models import model_to_dict

from prevent_cases.look.forms import Form, LongTextField, RadioSelect
from prevent_cases.reference.models import ContactKind

TELEPHONE = RegexValidator(r"^\+?[0-9() -]{3,30}$", "Enter a telephone number, like 01632 960 001 or +44 1632 960 001")


class ContactForm(Form):
    kind = forms.ChoiceField(label="When does somebody turn to it?", choices=ContactKind, widget=RadioSelect)
    name = forms.CharField(
        label="Name of the service", max_length=200, help_text="Of a service, not of a person: people change posts."
    )
    telephone = forms.CharField(label="Telephone", required=False, max_length=40, validators=[TELEPHONE])
    hours = forms.CharField(
        label="When does somebody answer?", required=False, max_length=200, help_text="For example: at all hours."
    )
    email = forms.EmailField(label="E-mail address", required=False)
    web = forms.URLField(label="Web address", required=False, assume_scheme="https")
    note = LongTextField(label="What should people know first?", required=False, max_length=1000, rows=3)

    def clean(self):
        cleaned = super().clean()
        asked = ("telephone", "email", "web")
        if not any(cleaned.get(way) for way in asked) and not any(way in self.errors for way in asked):
            self.add_error("telephone", "Give a telephone number, an e-mail address or a web address.")
        return cleaned


class ChangeContactForm(ContactForm):
    @classmethod
    def for_record(cls, contact, user, *data):
        return cls(*data, initial=model_to_dict(contact, fields=cls.base_fields))
